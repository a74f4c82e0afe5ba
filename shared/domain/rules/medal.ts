import { addMonths, monthsBetween } from '../months.ts';
import type { CivilDate } from '../time.ts';
import type { CaseFacts, ServiceFacts } from './facts.ts';
import type { Fact, Outcome, Rule, Setting } from './rule.ts';

const forMedal = ({ nomination }: CaseFacts) => nomination?.form === 'KNC_ANTQ';

/** Months that count on a day: of hardship they count more than once. */
function monthsServed({ stretches }: ServiceFacts, on: CivilDate, hardshipFactor: number): number {
  return stretches.reduce((sum, { from, to, hardship }) => {
    const end = to === undefined || to > on ? on : to;
    return sum + Math.max(0, monthsBetween(from, end)) * (hardship ? hardshipFactor : 1);
  }, 0);
}

/** The first day on which the months are full, if the last stretch goes on. */
function fullOn(
  service: ServiceFacts,
  on: CivilDate,
  need: { months: number; factor: number },
): CivilDate | undefined {
  const current = service.stretches.find(({ to }) => to === undefined || to > on);
  if (current === undefined) return undefined;
  const lacking = need.months - monthsServed(service, on, need.factor);
  let day = addMonths(on, Math.max(1, Math.floor(lacking / (current.hardship ? need.factor : 1)) - 1));
  while (monthsServed(service, day, need.factor) < need.months) day = addMonths(day, 1);
  return day;
}

function served(facts: CaseFacts, { law, day }: Setting, key: string): Outcome | undefined {
  const { service, today } = facts;
  if (service === undefined) return undefined;
  const need = law.number(key, day);
  const factor = law.number('factor.knc.hardship', day);
  const months = monthsServed(service, today, factor.value);
  const read: Fact[] = [
    { key: 'monthsServed', value: months },
    { key: 'monthsNeeded', value: need.value },
  ];
  const cites = need.row.sources;
  if (months >= need.value) return { verdict: 'passes', facts: read, cites };
  const eligibleOn = fullOn(service, today, { months: need.value, factor: factor.value });
  return { verdict: 'fails', because: 'tooShort', facts: read, cites, ...(eligibleOn && { eligibleOn }) };
}

export const medalRules: readonly Rule[] = [
  {
    id: 'R17',
    stages: ['typing', 'submit', 'receive', 'appraise', 'decide'],
    judge: (facts, setting) => {
      const { service, nomination } = facts;
      if (!forMedal(facts) || service?.track !== 'force') return undefined;
      if (nomination?.gender === undefined)
        return { verdict: 'unknown', because: 'gender', facts: [], fields: ['content.gender'] };
      return served(facts, setting, nomination.gender === 'female' ? 'knc.force.women' : 'knc.force.men');
    },
  },
];
