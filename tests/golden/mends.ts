import type { CaseFacts, PastAward } from '#shared/domain/rules/facts.ts';
import { personIdSchema } from '#shared/domain/id.ts';
import { day } from './golden-case.ts';

type Part<Name extends keyof CaseFacts> = Partial<NonNullable<CaseFacts[Name]>>;

const changed =
  <Name extends 'nomination' | 'council' | 'service' | 'history' | 'standard' | 'force'>(
    name: Name,
    part: Part<Name>,
  ) =>
  (facts: CaseFacts): CaseFacts => ({ ...facts, [name]: { ...facts[name], ...part } });
const printed =
  (part: Part<'printed'>) =>
  (facts: CaseFacts): CaseFacts =>
    facts.printed === undefined ? facts : { ...facts, printed: { ...facts.printed, ...part } };
const laterAct =
  (part: { readonly number?: string; readonly recovering?: boolean }) =>
  (facts: CaseFacts): CaseFacts => {
    const { decision } = facts;
    if (decision?.after === undefined) return facts;
    return { ...facts, decision: { ...decision, after: { ...decision.after, ...part } } };
  };
const units =
  (part: object) =>
  (facts: CaseFacts): CaseFacts => {
    const { standard } = facts;
    if (standard?.units === undefined) return facts;
    return { ...facts, standard: { ...standard, units: { ...standard.units, ...part } } };
  };
const others =
  (part: object) =>
  (facts: CaseFacts): CaseFacts => ({
    ...facts,
    others: (facts.others ?? []).map((other) => ({ ...other, ...part })),
  });
const pastAwards =
  (part: Partial<PastAward>) =>
  (facts: CaseFacts): CaseFacts =>
    facts.history === undefined
      ? facts
      : {
          ...facts,
          history: { ...facts.history, awards: facts.history.awards.map((award) => ({ ...award, ...part })) },
        };
const deputy = personIdSchema.parse('01J00000000000000000000009');
const byAnother = (facts: CaseFacts): CaseFacts =>
  facts.hands === undefined
    ? facts
    : { ...facts, hands: { ...facts.hands, actor: { ...facts.hands.actor, id: deputy } } };
const forSecurity: PastAward = {
  form: 'GK_XA',
  type: 'thematic',
  number: '31/QĐ-UBND',
  on: day('2024-08-19'),
  authority: 'Chủ tịch UBND phường',
  forSecurity: true,
};

/**
 * What each message of a blocking rule asks for, done to a golden case that shows the message: then the rule passes.
 * Messages that stand here not at all are mended beside their golden case.
 */
export const mendsByMessage: readonly (readonly [
  rule: string,
  because: string,
  mend: (facts: CaseFacts) => CaseFacts,
])[] = [
  ['R01', 'sameForm', others({ status: 'WITHDRAWN' })],
  ['R01', 'sameForm', others({ judged: 'other' })],
  ['R01', 'sameAchievement', others({ judged: 'other' })],
  ['R01', 'awardedBefore', pastAwards({ judged: 'other' })],
  ['R01', 'judgedSame', others({ status: 'WITHDRAWN' })],
  ['R01', 'judgedSame', others({ judged: 'other' })],
  ['R01', 'judgedSamePast', pastAwards({ judged: 'other' })],
  ['R08', 'subjectKind', changed('nomination', { subjectKind: 'collective' })],
  ['R10', 'noWrittenVotes', changed('council', { writtenVotes: 2 })],
  ['R10', 'otherNumbers', changed('council', { minutes: { present: 10, total: 11 } })],
  ['R10', 'tooMany', changed('council', { writtenVotes: 1 })],
  ['R11', 'noBallot', changed('council', { byBallot: true })],
  ['R15', 'barred', changed('service', { barred: false })],
  ['R15', 'holdsIt', changed('history', { awards: [] })],
  ['R16', 'hotSpot', changed('service', { quietArea: true })],
  ['R16', 'noAward', changed('history', { awards: [forSecurity] })],
  ['R17', 'endedShort', changed('service', { stretches: [{ from: day('2006-03-10'), hardship: false }] })],
  ['R19', 'excluded', changed('standard', { excluded: false })],
  ['R19', 'lateRegistration', changed('standard', { registeredOn: day('2026-03-31') })],
  ['R19', 'missed', changed('standard', { recognisedOn: day('2026-11-19') })],
  ['R19', 'notRegistered', changed('standard', { registeredOn: day('2026-03-31') })],
  ['R19', 'tooEarly', changed('standard', { recognisedOn: day('2026-11-01') })],
  ['R20', 'models', changed('standard', { effectiveModels: 1 })],
  ['R20', 'registered', units({ registered: 16 })],
  ['R21', 'aboveTeam', changed('force', { rating: 'good' })],
  ['R21', 'newMember', changed('force', { months: 9 })],
  ['R21', 'newTeam', changed('force', { teamMonths: 9 })],
  [
    'R27',
    'search',
    (facts) =>
      facts.publication === undefined
        ? facts
        : { ...facts, publication: { ...facts.publication, shownOn: [] } },
  ],
  ['R29', 'noNumber', printed({ goldenBookNumber: 3 })],
  ['R29', 'noUnit', printed({ unit: 'Phường Đức Nhuận' })],
  ['R29', 'shortName', printed({ name: 'Lê Quang Đức' })],
  ['R30', 'noNumber', laterAct({ number: '125/QĐ-UBND' })],
  ['R30', 'notRecovered', laterAct({ recovering: true })],
  ['R33', 'appraisedIt', byAnother],
  ['R33', 'ownCase', byAnother],
  ['R33', 'ownList', byAnother],
];

/** Nothing makes these pass: the message asks to end the case. */
export const endsTheCase: readonly (readonly [rule: string, because: string])[] = [['R01', 'linkedAwarded']];
