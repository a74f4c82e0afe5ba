import type { Case, CaseContent } from '../case.ts';
import type { CaseCommand } from '../case-command.ts';
import { Refusal } from '../refusal.ts';
import type { CaseChange } from './change.ts';
import { labelOf, patched } from './entering.ts';

/**
 * What will stand on the certificate, put right by whoever has the case: the printed name, and of a nomination its citation. What
 * stood before is in the history; the clock runs on, and a page that showed the step still does.
 * @throws Refusal InputInvalid where nothing is changed, or a model is given a citation
 */
export function mendWording(
  subject: Case,
  content: CaseContent,
  { printedName, citation, note }: CaseCommand<'mendWording'>,
): CaseChange {
  const said = Object.entries({ printedName, citation }).filter(([, value]) => value !== undefined);
  const fields = said.filter(([name, value]) => Reflect.get(content, name) !== value).map(([name]) => name);
  if (fields.length === 0)
    throw new Refusal('InputInvalid', {}, [{ field: 'printedName', code: 'nothingChanged' }]);
  if (subject.kind === 'modelProposal' && citation !== undefined)
    throw new Refusal('InputInvalid', {}, [{ field: 'citation', code: 'notOfThisCase' }]);
  const wording = Object.fromEntries(said.filter(([name]) => fields.includes(name)));
  const next = patched(content, wording);
  return {
    subject: { ...subject, label: labelOf(next, subject.sealed !== undefined, subject.label.namesake) },
    content: next,
    entry: {
      act: 'WordingMended',
      facts: { fields },
      payload: { content: wording, ...(note === undefined ? {} : { note }) },
    },
  };
}
