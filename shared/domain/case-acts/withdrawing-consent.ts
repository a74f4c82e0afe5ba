import type { Case, CaseContent } from '../case.ts';
import type { CaseCommand } from '../case-command.ts';
import { Refusal } from '../refusal.ts';
import type { CaseChange } from './change.ts';

/**
 * Who is to be commended, or was, doesn't want to be shown to the public any more (Law 91/2025/QH15 on personal data: a consent may be
 * withdrawn at any time): the award stands, its place on the honour roll goes. On what it rested stands in the history.
 * @throws Refusal InputInvalid where nothing is public
 */
export function withdrawConsent(
  subject: Case,
  content: CaseContent,
  { reason }: CaseCommand<'withdrawConsent'>,
): CaseChange {
  if (content.publication !== 'public')
    throw new Refusal('InputInvalid', {}, [{ field: 'reason', code: 'notPublic' }]);
  const { publicationBasis: basis } = content;
  return {
    subject,
    content: { ...content, publication: 'internal', publicationBasis: '' },
    entry: { act: 'ConsentWithdrawn', facts: {}, payload: { reason, basis } },
  };
}
