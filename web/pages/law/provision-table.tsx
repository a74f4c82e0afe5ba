import type { Provision } from '#shared/domain/law/provision.ts';
import { writtenSetting } from '#shared/domain/law/setting-text.ts';
import { law } from '#shared/regimes/shipped.ts';
import { Tag } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { Table } from '../../components/table.tsx';
import { isTextKey } from '../../texts/text.ts';
import { inLanguage, m, t, type Visit } from '../../visit.ts';

/** A figure's value with its unit, a text or day a line. */
export function figureText(visit: Visit, kind: string, value: Parameters<typeof writtenSetting>[1]): string {
  const { value: said, work } = writtenSetting({ kind }, value);
  const unit = `law.unit.${kind}`;
  if (isTextKey(unit)) return t(visit, unit, { value: said });
  return work === '' ? said : [said, t(visit, 'law.madeUp'), work].join('\n');
}

const formNames = (visit: Visit, codes: readonly string[]): string =>
  codes.map((code) => inLanguage(visit, law.form(code)?.name ?? { vi: code, en: code })).join(', ');

/** What a row says, in lines. */
export function saidBy(visit: Visit, one: Provision): string {
  switch (one.part) {
    case 'regime':
    case 'era':
      return one.code;
    case 'form':
      return [
        t(visit, 'law.decidedBy', { authority: inLanguage(visit, one.value.authority) }),
        t(visit, 'law.forWhom', {
          kinds: one.value.subjectKinds.map((kind) => m(visit, 'subjectKind', kind)).join(', '),
        }),
      ].join('\n');
    case 'way':
      return [
        t(visit, 'law.forForms', { forms: formNames(visit, one.value.forms) }),
        ...(one.value.lane ? [t(visit, `lane.${one.value.lane}`)] : []),
        ...one.value.steps.map(({ title }, place) => `${String(place + 1)}. ${inLanguage(visit, title)}`),
      ].join('\n');
    case 'paper':
      return t(visit, 'law.forForms', { forms: formNames(visit, one.value.forms) });
    case 'figure':
      return figureText(visit, one.kind, one.value);
    case 'ground':
      return t(visit, `law.severity.${one.value.severity}`);
  }
}

export const titleOf = (visit: Visit, one: Provision): string =>
  one.part === 'ground' ? `${one.code} – ${inLanguage(visit, one.title)}` : inLanguage(visit, one.title);

export function spanText(
  visit: Visit,
  { validFrom, validTo }: Pick<Provision, 'validFrom' | 'validTo'>,
): string {
  const from = formatted(validFrom);
  return validTo === undefined
    ? t(visit, 'law.span', { from })
    : t(visit, 'law.spanTo', { from, to: formatted(validTo) });
}

export function ProvisionTable({
  visit,
  caption,
  rows,
}: {
  visit: Visit;
  caption: string;
  rows: readonly Provision[];
}) {
  return (
    <Table<Provision>
      caption={caption}
      rows={rows}
      columns={[
        { head: t(visit, 'law.what'), cell: (one) => titleOf(visit, one) },
        { head: t(visit, 'law.says'), cell: (one) => <span class="vd-lines">{saidBy(visit, one)}</span> },
        { head: t(visit, 'law.from'), cell: (one) => spanText(visit, one) },
        { head: t(visit, 'law.source'), cell: ({ citation }) => citation },
        {
          head: t(visit, 'law.sureness'),
          cell: ({ confidence, own }) => (
            <>
              <Tag colour={confidence === 'confirmed' ? 'green' : 'yellow'}>
                {t(visit, `law.confidence.${confidence}`)}
              </Tag>
              {own && <Tag colour="blue">{t(visit, 'law.own')}</Tag>}
            </>
          ),
        },
      ]}
    />
  );
}
