import type { RulesView } from '#shared/use-cases/rules/rules-view.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import { Layout } from '../../components/layout.tsx';
import { nameText } from '../../components/standing.tsx';
import { inLanguage, t, type OwnVisit } from '../../visit.ts';
import { RulesSection } from './rules-section.tsx';

interface Props {
  readonly visit: OwnVisit;
  readonly view: CaseView;
  readonly rules: RulesView;
}

/** The checklist by itself, for everybody who may read the case. */
export function RulesPage({ visit, view, rules }: Props) {
  return (
    <Layout
      visit={visit}
      title={nameText(visit, { ...view.label, sealedNumber: view.sealedNumber })}
      caption={view.form === undefined ? undefined : inLanguage(visit, view.form.name)}
      back={{ href: `/cases/${view.id}`, label: t(visit, 'case.back') }}
    >
      <RulesSection visit={visit} view={view} rules={rules} />
    </Layout>
  );
}
