import type { Role } from './directory.ts';
import type { Judgement } from './four-eyes.ts';
import type { List } from './list.ts';
import type { StepKind } from './route-template.ts';

/** A role that a step can't do without; four eyes judge its holder by `judgement`. */
export interface StepNeed {
  readonly role: Role;
  readonly judgement?: Judgement;
}

const listNeeds = (judgement: Judgement): readonly StepNeed[] => [
  { role: 'officer' },
  { role: 'leader', judgement },
  { role: 'clerk' },
];

/** What whoever entered a case must be able to do: mend it. */
export const enteringNeeds: readonly StepNeed[] = [{ role: 'officer' }];

/**
 * Who must be there at a step. Ordinary work waits for a role until somebody holds it; a sealed case is kept from
 * whoever is not named, so sealed-hands.ts sees to it that each of these is somebody's.
 */
export const stepNeeds: Readonly<Record<StepKind, readonly StepNeed[]>> = {
  receive: [{ role: 'officer', judgement: 'appraise' }],
  appraise: [{ role: 'officer', judgement: 'appraise' }],
  opinion: listNeeds('sign'),
  council: [{ role: 'secretary' }],
  letter: listNeeds('sign'),
  decide: listNeeds('decide'),
  outside: [{ role: 'clerk' }],
};

/** Who must be there for a list: an appraiser's opinion request is signed and numbered like one that is a step. */
export const listNeedsOf = ({ kind, stepKind }: Pick<List, 'kind' | 'stepKind'>): readonly StepNeed[] =>
  stepNeeds[kind === 'opinionRequest' ? 'opinion' : stepKind];

/** Who must be there at an organisation that is asked for its opinion. */
export const askedNeeds: readonly StepNeed[] = [{ role: 'officer' }];
