import { folded } from '../text.ts';
import type { CaseFacts, NominationFacts } from './facts.ts';
import { formFacts, isCommendation } from './form-fact.ts';
import type { Fact } from '../law/computation.ts';
import type { Outcome, Rule, RuleResult, Setting } from './rule.ts';
import { findingAbout, findingInHistory, type Finding } from './same-achievement.ts';

const everyStage = ['typing', 'submit', 'receive', 'appraise', 'decide'] as const;
const gravest = ['block', 'hold', 'warn', 'inform'] as const;

/** Every finding, the gravest first, then the likest. */
function findings(
  facts: CaseFacts & { readonly nomination: NominationFacts },
  setting: Setting,
): readonly Finding[] {
  const likeness = ({ facts: read }: Finding): number =>
    Number(read.find(({ key }) => key === 'likeness')?.value ?? 0);
  return [
    ...(facts.others ?? []).flatMap((other) => findingAbout(facts, other, setting) ?? []),
    ...(facts.history?.awards ?? []).flatMap(
      (award) => findingInHistory(facts.nomination, award, setting) ?? [],
    ),
  ].toSorted(
    (one, other) =>
      gravest.indexOf(one.severity) - gravest.indexOf(other.severity) || likeness(other) - likeness(one),
  );
}

/** By their ids, so that both sides can be laid beside each other. */
const named = (key: string, found: readonly Finding[]): Fact[] =>
  found.length === 0 ? [] : [{ key, value: found.map(({ id }) => id).join(', ') }];

/** What bars nothing: judged to be another achievement, or ended without an award. */
function clearedFacts(all: readonly Finding[]): Fact[] {
  const other = all.filter(({ judged }) => judged === 'other');
  return [
    ...(other.length === 0 ? [] : [{ key: 'judgedOther', value: other.length }]),
    ...named('judgedIn', other),
    ...named(
      'endedIn',
      all.filter(({ ended }) => ended),
    ),
  ];
}

/** Others about which a person may say whether the two achievements are one, or say it anew: by their ids. */
export const judgeableIn = (results: readonly Pick<RuleResult, 'rule' | 'facts'>[]): string[] =>
  results
    .filter(({ rule }) => rule === 'R01')
    .flatMap(({ facts }) => facts.filter(({ key }) => key === 'judgeIn' || key === 'judgedIn'))
    .flatMap(({ value }) => String(value).split(', '));

function fails(found: readonly Finding[], first: Finding, known: readonly Fact[]): Outcome {
  const { because, severity, facts } = first;
  const open = found.filter(({ judged }) => judged !== undefined);
  const all: Fact[] = [
    { key: 'found', value: found.length },
    ...named('foundIn', found),
    ...named('judgeIn', open),
  ];
  return { verdict: 'fails', because, severity, facts: [...facts, ...all, ...known] };
}

/** The day before which no past decision is in the system, where it lies within the achievement. */
function unknownBefore({ history, nomination, today }: CaseFacts): Fact[] {
  const from = nomination?.achievementFrom;
  const since = history?.knownSince ?? today;
  if (nomination?.type === 'service' || from === undefined) return [];
  return history?.knownSince === undefined || from < since ? [{ key: 'noHistoryBefore', value: since }] : [];
}

function oneAward(facts: CaseFacts, setting: Setting): Outcome | undefined {
  const { nomination, others, history } = facts;
  if (nomination === undefined || (others === undefined && history === undefined)) return undefined;
  if (!isCommendation(setting.law, nomination.form)) return undefined;
  const all = findings({ ...facts, nomination }, setting);
  const found = all.filter(({ ended, judged }) => ended === undefined && judged !== 'other');
  const [first] = found;
  const unknown = unknownBefore(facts);
  const cleared = clearedFacts(all);
  const known = [...unknown, ...cleared];
  if (first !== undefined && first.severity !== 'warn') return fails(found, first, known);
  const { achievementFrom, achievementTo, type } = nomination;
  if (type !== 'service' && (achievementFrom === undefined || achievementTo === undefined)) {
    const fields = ['content.achievementFrom', 'content.achievementTo'];
    return { verdict: 'unknown', because: 'noPeriod', facts: cleared, fields };
  }
  if (first !== undefined) return fails(found, first, known);
  if (unknown.length > 0) {
    const from: Fact[] =
      achievementFrom === undefined ? [] : [{ key: 'achievementFrom', value: achievementFrom }];
    return { verdict: 'unknown', because: 'noHistory', facts: [...known, ...from] };
  }
  if (others === undefined) return undefined;
  return { verdict: 'passes', facts: [{ key: 'compared', value: others.length }, ...cleared] };
}

/** Nobody needs the lower award to be proposed for the higher one; whoever asks for it is told. */
function noLowerFirst({ nomination }: CaseFacts, { law }: Setting): Outcome | undefined {
  if (nomination?.lowerAwardAsked === undefined) return undefined;
  const facts = formFacts(law, 'form', nomination.form);
  return nomination.lowerAwardAsked
    ? { verdict: 'fails', because: 'asked', facts }
    : { verdict: 'passes', facts };
}

/** What was given for one movement or one deed is no ground for commending the work of years. */
function lawfulBasis({ nomination, history }: CaseFacts): Outcome | undefined {
  if (nomination?.type !== 'merit' || nomination.basis === undefined) return undefined;
  const isBarred = (type: string | undefined) => type === 'unexpected' || type === 'thematic';
  const recorded = (number: string) => history?.awards.find((award) => award.number === number)?.type;
  const barred = nomination.basis.filter(({ type, number }) => isBarred(type) || isBarred(recorded(number)));
  const facts: Fact[] = [{ key: 'basis', value: nomination.basis.length }];
  const fields = ['content.basis'];
  if (barred.length === 0) {
    const unsaid = nomination.basis.filter((one) => (one.type ?? recorded(one.number)) === undefined);
    if (unsaid.length === 0) return { verdict: 'passes', facts };
    const unknown: Fact = { key: 'unsaid', value: unsaid.map(({ number }) => number).join(', ') };
    return { verdict: 'unknown', because: 'typeUnsaid', facts: [...facts, unknown], fields };
  }
  const numbers = barred.map(({ number }) => number).join(', ');
  return {
    verdict: 'fails',
    because: 'barred',
    facts: [...facts, { key: 'barred', value: numbers }],
    fields,
  };
}

function initiativesUsedOnce({ nomination, history }: CaseFacts): Outcome | undefined {
  const named = nomination?.initiatives ?? [];
  if (named.length === 0 || history === undefined) return undefined;
  const used = history.initiatives?.filter(({ name }) =>
    named.some((initiative) => folded(initiative) === folded(name)),
  );
  const [first] = used ?? [];
  if (first !== undefined) {
    const facts: Fact[] = [
      { key: 'initiative', value: first.name },
      { key: 'usedIn', value: first.number },
    ];
    return { verdict: 'fails', because: 'used', facts, fields: ['content.report'] };
  }
  const counted: Fact[] = [{ key: 'initiatives', value: named.length }];
  if (used !== undefined && history.knownSince !== undefined) return { verdict: 'passes', facts: counted };
  return { verdict: 'unknown', because: 'noHistory', facts: counted };
}

/** One achievement, one award; and what may and may not be its ground. */
export const achievementRules: readonly Rule[] = [
  { id: 'R01', stages: [...everyStage, 'council'], judge: oneAward },
  { id: 'R02', stages: ['receive', 'appraise'], judge: noLowerFirst },
  { id: 'R03', stages: everyStage, judge: lawfulBasis },
  { id: 'R25', stages: everyStage, judge: initiativesUsedOnce },
];
