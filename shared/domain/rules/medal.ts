import type { Citation } from '../law/dated.ts';
import { addMonths, monthsBetween } from '../months.ts';
import { addDays, civilDateSchema, yearOf, type CivilDate } from '../time.ts';
import { folded } from '../text.ts';
import type { CaseFacts, HistoryFacts, ServiceFacts } from './facts.ts';
import type { Fact } from '../law/computation.ts';
import type { Outcome, Rule, Setting } from './rule.ts';

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
  let day = addMonths(on, Math.max(0, Math.floor(lacking / (current.hardship ? need.factor : 1)) - 1));
  while (monthsServed(service, day, need.factor) < need.months) day = addDays(day, 1);
  return day;
}

/** Times in hardship areas are multiplied for the force only. */
function served(
  service: ServiceFacts,
  today: CivilDate,
  { law, day }: Setting,
  key: string,
): Outcome & { readonly cites: readonly Citation[] } {
  const need = law.number(key, day);
  const fields = ['content.serviceStretches'];
  if (service.stretches.length === 0)
    return { verdict: 'unknown', because: 'noStretches', facts: [], fields, cites: need.row.sources };
  const factor = service.track === 'force' ? law.number('factor.knc.hardship', day).value : 1;
  const months = monthsServed(service, today, factor);
  const read: Fact[] = [
    { key: 'monthsServed', value: months },
    { key: 'monthsNeeded', value: need.value },
  ];
  const cites = need.row.sources;
  if (months >= need.value) return { verdict: 'passes', facts: read, cites };
  const eligibleOn = fullOn(service, today, { months: need.value, factor });
  return eligibleOn === undefined
    ? { verdict: 'fails', because: 'endedShort', facts: read, cites, fields }
    : { verdict: 'fails', because: 'tooShort', facts: read, cites, fields, eligibleOn };
}

/** Without quotes and accents, as people enter names of medals. */
const plain = (name: string): string => folded(name).replaceAll(/[^\p{L}\p{N}]+/gu, ' ');

/** Why the history can't answer for all the years of service; undefined where it can. */
function unknownYears({ knownSince }: HistoryFacts, service: ServiceFacts | undefined): Outcome | undefined {
  if (knownSince === undefined) return { verdict: 'unknown', because: 'noHistory', facts: [] };
  const first = service?.stretches.map(({ from }) => from).toSorted()[0];
  if (first !== undefined && knownSince <= first) return undefined;
  return { verdict: 'unknown', because: 'historyFrom', facts: [{ key: 'knownSince', value: knownSince }] };
}

function onceEver({ history, service }: CaseFacts, { law, day }: Setting): Outcome | undefined {
  if (service?.barred === true)
    return { verdict: 'fails', because: 'barred', facts: [], fields: ['content.medalBarred'] };
  if (history === undefined) return undefined;
  const earlier = history.awards.find(({ form }) => form === 'KNC_ANTQ');
  if (earlier !== undefined) {
    const facts = [
      { key: 'number', value: earlier.number },
      { key: 'on', value: earlier.on },
    ];
    const told = earlier.toldByOthers === true ? { severity: 'warn' as const } : {};
    return { verdict: 'fails', because: 'holdsIt', facts, ...told };
  }
  const excluding = law.texts('knc.excluding', day);
  const cites = excluding.row.sources;
  const medal = history.stateMedals.find((held) =>
    excluding.value.some((name) => plain(held).includes(plain(name))),
  );
  if (medal !== undefined) {
    const facts = [{ key: 'medal', value: medal }];
    return { verdict: 'fails', because: 'excluded', facts, cites, fields: ['content.stateMedals'] };
  }
  const unsaid = (service?.unsaid ?? []).map((field) => `content.${field}`);
  if (unsaid.length > 0) return { verdict: 'unknown', because: 'unsaid', facts: [], cites, fields: unsaid };
  return unknownYears(history, service) ?? { verdict: 'passes', facts: [], cites };
}

function leads(service: ServiceFacts, facts: CaseFacts, setting: Setting): Outcome {
  const time = served(service, facts.today, setting, 'knc.leader');
  if (time.verdict !== 'passes') return time;
  const { quietArea } = service;
  const fields = ['content.quietArea'];
  if (quietArea === false) return { verdict: 'fails', because: 'hotSpot', facts: [], fields };
  if (quietArea === undefined) return { verdict: 'unknown', because: 'quietArea', facts: [], fields };
  const need = setting.law.number('knc.awards', setting.day);
  const awards = facts.history?.awards ?? [];
  const earlier = awards.filter(({ on }) => on <= facts.today);
  const count = earlier.filter(({ forSecurity }) => forSecurity === true).length;
  const cites = [...time.cites, ...need.row.sources];
  const read = [...time.facts, { key: 'awards', value: count }, { key: 'awardsNeeded', value: need.value }];
  if (count >= need.value) return { verdict: 'passes', facts: read, cites };
  const unsaid = earlier.filter(({ forSecurity }) => forSecurity === undefined).length;
  if (count + unsaid >= need.value)
    return {
      verdict: 'unknown',
      because: 'forWhat',
      facts: [...read, { key: 'unsaid', value: unsaid }],
      cites,
    };
  return (
    unknownYears(facts.history ?? { awards: [], stateMedals: [] }, service) ?? {
      verdict: 'fails',
      because: 'noAward',
      facts: read,
      cites,
    }
  );
}

/** Files arrive before the day: the last good one is the day before it. */
function reachesV05({ days, today }: CaseFacts, { law, day }: Setting): Outcome | undefined {
  if (days === undefined) return undefined;
  const deadline = law.text('deadline.knc', day);
  const sent = days.submittedOn ?? today;
  const closing = (year: number) => civilDateSchema.parse(`${String(year)}-${deadline.value}`);
  const lastDay = addDays(closing(yearOf(sent)), -1);
  const nextDay = addDays(closing(yearOf(sent) + 1), -1);
  const facts: Fact[] = [
    { key: 'sent', value: sent },
    { key: 'lastDay', value: lastDay },
    { key: 'nextDay', value: nextDay },
  ];
  const cites = deadline.row.sources;
  return sent <= lastDay
    ? { verdict: 'passes', facts, cites }
    : { verdict: 'fails', because: 'late', facts, cites };
}

export const medalRules: readonly Rule[] = [
  {
    id: 'R15',
    stages: ['typing', 'submit', 'receive', 'appraise', 'decide'],
    judge: (facts, setting) => (forMedal(facts) ? onceEver(facts, setting) : undefined),
  },
  {
    id: 'R16',
    stages: ['typing', 'submit', 'receive', 'appraise', 'decide'],
    judge: (facts, setting) =>
      forMedal(facts) && facts.service?.track === 'leader' ? leads(facts.service, facts, setting) : undefined,
  },
  {
    id: 'R17',
    stages: ['typing', 'submit', 'receive', 'appraise', 'decide'],
    judge: (facts, setting) => {
      const { service, nomination } = facts;
      if (!forMedal(facts) || service?.track !== 'force') return undefined;
      if (nomination?.gender === undefined)
        return { verdict: 'unknown', because: 'gender', facts: [], fields: ['content.gender'] };
      return served(
        service,
        facts.today,
        setting,
        nomination.gender === 'female' ? 'knc.force.women' : 'knc.force.men',
      );
    },
  },
  {
    id: 'R18',
    stages: ['typing', 'submit', 'receive', 'appraise'],
    judge: (facts, setting) => (forMedal(facts) ? reachesV05(facts, setting) : undefined),
  },
];
