import type { Field } from '../../forms/field.ts';

/** In this order a draft is written; each part is a page. */
export const draftParts = ['subject', 'achievement', 'grounds', 'publication', 'model', 'plan'] as const;
export type DraftPart = (typeof draftParts)[number];

export interface PartOfDraft {
  readonly part: DraftPart;
  readonly fields: readonly Field[];
}

type Kind = 'nomination' | 'modelProposal';

const ofSubject = [
  ...['printedName', 'birthYear', 'gender', 'title', 'representative', 'legalPerson', 'unit'],
  ...['residentialGroup', 'womenShare'],
].map((name) => `content.${name}`);
const ofAchievement = ['achievementFrom', 'achievementTo', 'citation', 'report'].map(
  (name) => `content.${name}`,
);

function partOf(kind: Kind, name: string): DraftPart {
  if (kind === 'modelProposal') return name === 'content.report' ? 'plan' : 'model';
  if (name === 'idNumber' || ofSubject.includes(name)) return 'subject';
  if (ofAchievement.includes(name)) return 'achievement';
  return name.startsWith('content.publication') ? 'publication' : 'grounds';
}

/** The questions of a draft, part by part; what asks nothing of such a case isn't there. */
export function partsOf(kind: Kind, fields: readonly Field[]): readonly PartOfDraft[] {
  const grouped = Map.groupBy(fields, ({ name }) => partOf(kind, name));
  return draftParts.flatMap((part) => {
    const own = grouped.get(part);
    return own === undefined ? [] : [{ part, fields: own }];
  });
}

/** Those of one part only. */
export const fieldsOfPart = (part: DraftPart, kind: Kind, fields: readonly Field[]): Field[] =>
  fields.filter(({ name }) => partOf(kind, name) === part);

const isSaid = (field: Field): boolean =>
  field.kind === 'checkboxes'
    ? (field.values ?? []).length > 0
    : field.kind !== 'hidden' && (field.value ?? '') !== '';

/** How far a part is; `missing`: fields without which the case can't be sent. */
export function stateOfPart(
  { fields }: PartOfDraft,
  missing: readonly string[],
): 'done' | 'partly' | 'toDo' | 'optional' {
  const said = fields.some(isSaid);
  if (fields.some(({ name }) => missing.includes(name))) return said ? 'partly' : 'toDo';
  return said ? 'done' : 'optional';
}
