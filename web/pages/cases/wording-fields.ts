import { limits } from '#shared/domain/case-command.ts';
import type { CaseView } from '#shared/use-cases/views/case-view.ts';
import type { Field } from '../../forms/field.ts';
import { t, type Visit } from '../../visit.ts';

/** What will stand on the certificate, as it stands now. Of a sealed case nobody reads it without a reason that is kept. */
export function wordingFields(visit: Visit, { kind, content }: CaseView): Field[] {
  const name: Field = {
    kind: 'line',
    name: 'printedName',
    label: t(visit, 'content.printedName'),
    hint: t(visit, 'content.printedNameHint'),
    value: content?.printedName ?? '',
  };
  if (kind === 'modelProposal') return [name];
  return [
    name,
    {
      kind: 'text',
      name: 'citation',
      label: t(visit, 'content.citation'),
      hint: t(visit, 'content.citationHint'),
      max: limits.citation,
      value: content?.citation ?? '',
    },
  ];
}
