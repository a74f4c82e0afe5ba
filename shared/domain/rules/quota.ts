import type { CaseFacts, QuotaFacts } from './facts.ts';
import type { Fact } from '../law/computation.ts';
import type { Outcome, Rule, Setting } from './rule.ts';

type Equal = QuotaFacts['equals'][number];

/** Whether it goes first among equals; undefined where nobody has said what that depends on. */
function goesFirst({ subjectKind, gender, womenShare }: Equal, least: number): boolean | undefined {
  if (subjectKind === 'household') return false;
  if (subjectKind === 'individual') return gender === undefined ? undefined : gender === 'female';
  return womenShare === undefined ? undefined : womenShare >= least;
}

const named = (equals: readonly Equal[]): string => equals.map(({ name }) => name).join(', ');

/** Only told: the quota itself stops nobody, and a council chooses. */
function womenFirst({ quota }: CaseFacts, { law, day }: Setting): Outcome | undefined {
  if (quota === undefined) return undefined;
  const { form, count, taken, equals } = quota;
  const places = Math.max(0, count - taken);
  const least = law.number('priority.womenShare', day);
  const read: Fact[] = [
    ...(form === undefined ? [] : [{ key: 'form', value: form }]),
    { key: 'count', value: count },
    { key: 'taken', value: taken },
    { key: 'places', value: places },
    { key: 'equals', value: equals.length },
    { key: 'womenShare', value: least.value },
  ];
  const cites = least.row.sources;
  if (equals.length <= places) return { verdict: 'passes', facts: read, cites };
  const unsaid = equals.filter((one) => goesFirst(one, least.value) === undefined);
  if (unsaid.length > 0) {
    const facts: Fact[] = [...read, { key: 'names', value: named(unsaid) }];
    return { verdict: 'unknown', because: 'unsaid', facts, cites };
  }
  const first = equals.filter((one) => goesFirst(one, least.value));
  if (places === 0) return { verdict: 'fails', because: 'full', facts: read, cites };
  if (first.length === 0 || first.length === equals.length) return { verdict: 'passes', facts: read, cites };
  const facts: Fact[] = [...read, { key: 'names', value: named(first) }];
  return { verdict: 'fails', because: 'prefer', facts, cites };
}

/** Who goes first where the round's quota doesn't reach for all who are equal. */
export const quotaRules: readonly Rule[] = [
  { id: 'R07', stages: ['receive', 'appraise', 'council', 'decide'], judge: womenFirst },
];
