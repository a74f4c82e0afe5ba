import { addWorkingDays, workingDaysBetween } from '../calendar.ts';
import type { CivilDate } from '../time.ts';
import type { CaseFacts, PublicationFacts } from './facts.ts';
import type { Fact } from '../law/computation.ts';
import type { Outcome, Rule, Setting } from './rule.ts';

/** Confirmed by whoever chooses how it may be published: secrets have no place here at all. */
function noSecrets({ nomination, publication }: CaseFacts): Outcome | undefined {
  const said = nomination?.noSecrets;
  if (nomination === undefined || (said === undefined && publication === undefined)) return undefined;
  const fields = ['noSecrets'];
  if (said === true) return { verdict: 'passes', facts: [{ key: 'confirmed', value: true }] };
  return { verdict: 'fails', because: said === undefined ? 'notConfirmed' : 'secret', facts: [], fields };
}

const toldPlaces = ['publicList', 'search', 'stage'];

/** Who isn't published stands in no place that the public sees. */
function keptBack({ publication }: CaseFacts): Outcome | undefined {
  if (publication === undefined || publication.chosen === 'public') return undefined;
  const { chosen, shownOn } = publication;
  const [place] = shownOn;
  const facts: Fact[] = [{ key: 'chosen', value: chosen }];
  if (place === undefined) return { verdict: 'passes', facts };
  const because = toldPlaces.includes(place) ? place : 'elsewhere';
  const read: Fact[] = [
    ...facts,
    { key: 'place', value: place },
    { key: 'places', value: shownOn.join(', ') },
  ];
  return { verdict: 'fails', because, facts: read, fields: ['content.publication'] };
}

/** Only what may be said of a subject, and as long as the office has set. */
function nothingBeyond({ publication }: CaseFacts, setting: Setting): Outcome | undefined {
  if (publication?.chosen !== 'public') return undefined;
  const allowed = setting.law.texts('publication.fields', setting.day);
  const beyond = publication.fields.filter((field) => !allowed.value.includes(field));
  const cites = allowed.row.sources;
  if (beyond.length === 0) return posted(publication, setting, cites);
  return {
    verdict: 'fails',
    because: 'beyond',
    facts: [{ key: 'beyond', value: beyond.join(', ') }],
    fields: beyond.map((field) => `content.${field}`),
    cites,
  };
}

function posted(
  { postedFrom, postedTo }: PublicationFacts,
  { law, day }: Setting,
  allowed: NonNullable<Outcome['cites']>,
): Outcome {
  const needed = law.number('limit.posting', day);
  const cites = [...allowed, ...needed.row.sources];
  if (postedFrom === undefined) return { verdict: 'passes', facts: [], cites: allowed };
  const until = addWorkingDays(law.calendar, postedFrom, needed.value);
  const read: Fact[] = [
    { key: 'needed', value: needed.value },
    { key: 'postedFrom', value: postedFrom },
    { key: 'until', value: until },
  ];
  if (postedTo === undefined) return { verdict: 'unknown', because: 'openEnd', facts: read, cites };
  const days = workingDaysBetween(law.calendar, postedFrom, postedTo);
  const facts: Fact[] = [...read, { key: 'days', value: days }, { key: 'postedTo', value: postedTo }];
  return days >= needed.value
    ? { verdict: 'passes', facts, cites }
    : { verdict: 'fails', because: 'tooShort', facts, cites };
}

const onTheDay = ({ today }: CaseFacts): CivilDate => today;

/** What may be in the system, and what of it may be seen by all. Of publishing counts the law of the day it is done. */
export const publicationRules: readonly Rule[] = [
  { id: 'R26', stages: ['typing', 'submit', 'receive', 'appraise'], judge: noSecrets },
  { id: 'R27', stages: ['decide', 'print', 'publish'], on: onTheDay, judge: keptBack },
  { id: 'R28', stages: ['publish'], on: onTheDay, judge: nothingBeyond },
];
