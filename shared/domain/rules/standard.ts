import { civilDateSchema, type CivilDate } from '../time.ts';
import type { CaseFacts, ForceFacts, StandardFacts } from './facts.ts';
import type { Outcome, Rule, Setting } from './rule.ts';

/** Registered in the first quarter; recognised after the standard's year has ended and before the deadline. */
function inItsWindow(standard: StandardFacts, today: CivilDate, { law, day }: Setting): Outcome {
  const area = standard.of === 'area' ? 'Area' : 'Other';
  const bound = (key: string): Bound => {
    const { value, row } = law.text(key, day);
    return { day: civilDateSchema.parse(`${String(standard.year)}-${value}`), sources: row.sources };
  };
  const register = bound('deadline.anttRegister');
  const window = bound(`window.antt${area}`);
  const deadline = bound(`deadline.antt${area}`);
  const { registeredOn, recognisedOn, excluded } = standard;
  const facts = [
    { key: 'year', value: String(standard.year) },
    { key: 'registerBy', value: register.day },
    { key: 'windowEnd', value: window.day },
    { key: 'deadline', value: deadline.day },
  ];
  const cites = [register, window, deadline].flatMap(({ sources }) => sources);
  const fails = (because: string): Outcome => ({ verdict: 'fails', because, facts, cites });
  if (excluded) return fails('excluded');
  if (registeredOn === undefined) return fails('notRegistered');
  if (registeredOn > register.day || registeredOn < `${String(standard.year)}-01-01`)
    return fails('lateRegistration');
  if (recognisedOn === undefined)
    return today < deadline.day ? { verdict: 'passes', facts, cites } : fails('missed');
  if (recognisedOn <= window.day) return fails('tooEarly');
  return recognisedOn < deadline.day ? { verdict: 'passes', facts, cites } : fails('lateRecognition');
}

interface Bound {
  readonly day: CivilDate;
  readonly sources: NonNullable<Outcome['cites']>;
}

function wardStandard({ units, effectiveModels }: StandardFacts, { law, day }: Setting): Outcome {
  if (units === undefined) return { verdict: 'unknown', because: 'noUnits', facts: [] };
  if (effectiveModels === undefined) return { verdict: 'unknown', because: 'noModels', facts: [] };
  const [registered, recognised, models] = [
    law.number('antt.registered', day),
    law.number('antt.recognised', day),
    law.number('antt.models', day),
  ];
  const share = (count: number): number => Math.round((count * 10_000) / units.all) / 100;
  const shared = (key: string, count: number) => ({
    key,
    expression: `${String(count)} / ${String(units.all)} × 100`,
    value: share(count),
  });
  const told = {
    facts: [
      { key: 'all', value: units.all },
      { key: 'registered', value: units.registered },
      { key: 'recognised', value: units.recognised },
      { key: 'registeredShare', value: share(units.registered) },
      { key: 'recognisedShare', value: share(units.recognised) },
      { key: 'registeredNeeded', value: registered.value },
      { key: 'recognisedNeeded', value: recognised.value },
      { key: 'models', value: effectiveModels },
      { key: 'modelsNeeded', value: models.value },
    ],
    computation: [shared('registered', units.registered), shared('recognised', units.recognised)],
    cites: registered.row.sources,
  };
  if (units.registered * 100 < registered.value * units.all)
    return { ...told, verdict: 'fails', because: 'registered' };
  if (units.recognised * 100 < recognised.value * units.all)
    return { ...told, verdict: 'fails', because: 'recognised' };
  if (effectiveModels < models.value) return { ...told, verdict: 'fails', because: 'models' };
  return { ...told, verdict: 'passes' };
}

const ratings = ['failed', 'done', 'good', 'excellent'] as const;

function rating(force: ForceFacts, { law, day }: Setting): Outcome {
  const months = law.number('force.rated', day);
  const most = law.number('force.excellent', day);
  const allowed = Math.floor((force.rated.good * most.value) / 100);
  const told = {
    facts: [
      { key: 'months', value: Math.min(force.months, force.teamMonths) },
      { key: 'monthsNeeded', value: months.value },
      { key: 'good', value: force.rated.good },
      { key: 'excellent', value: force.rated.excellent },
      { key: 'percent', value: most.value },
      { key: 'allowed', value: allowed },
    ],
    computation: [
      {
        key: 'allowed',
        expression: `${String(force.rated.good)} × ${String(most.value)} / 100`,
        value: allowed,
      },
    ],
    cites: months.row.sources,
  };
  const fails = (because: string): Outcome => ({ ...told, verdict: 'fails', because });
  if (force.teamMonths < months.value) return fails('newTeam');
  if (force.months < months.value) return fails('newMember');
  if (force.leader && ratings.indexOf(force.rating) > ratings.indexOf(force.teamRating))
    return fails('aboveTeam');
  if (force.rating === 'excellent' && force.rated.excellent > allowed) return fails('tooMany');
  return { ...told, verdict: 'passes' };
}

const stages = ['typing', 'submit', 'appraise', 'decide'] as const;

export const standardRules: readonly Rule[] = [
  {
    id: 'R19',
    stages,
    judge: ({ standard, today }: CaseFacts, setting) => standard && inItsWindow(standard, today, setting),
  },
  {
    id: 'R20',
    stages,
    judge: ({ standard }, setting) => (standard?.of === 'ward' ? wardStandard(standard, setting) : undefined),
  },
  { id: 'R21', stages, judge: ({ force }, setting) => force && rating(force, setting) },
];
