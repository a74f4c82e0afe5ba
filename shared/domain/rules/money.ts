import { amountTogether, awardAmount, fundRemaining, type Amount } from '../law/money.ts';
import type { CivilDate } from '../time.ts';
import type { CaseFacts, NominationFacts } from './facts.ts';
import type { Law } from '../law/law.ts';
import { formFacts } from './form-fact.ts';
import type { Fact } from '../law/computation.ts';
import type { Outcome, Rule, Setting } from './rule.ts';

const decidedOn = ({ days, today }: CaseFacts): CivilDate => days?.decidedOn ?? today;

const restsOn = ({ computation, cites, confidence }: Amount) => ({ computation, cites, confidence });

/** Not with a recognition, nor with a form that there isn't for such a subject on the day: of that R08 tells. */
function bearsMoney({ form, subjectKind }: NominationFacts, { law, day }: Setting): boolean {
  if (['recognition', 'gift', undefined].includes(law.form(form)?.group)) return false;
  return law.termsOn(form, day)?.subjectKinds.includes(subjectKind) ?? false;
}

function amount({ nomination, money }: CaseFacts, setting: Setting): Outcome | undefined {
  if (nomination === undefined || !bearsMoney(nomination, setting)) return undefined;
  const { form, subjectKind } = nomination;
  const found = awardAmount(setting.law, nomination, setting.day);
  const asked: Fact[] = [
    ...formFacts(setting.law, 'form', form),
    { key: 'subjectKind', value: subjectKind },
    { key: 'decidedOn', value: setting.day },
  ];
  if (found === undefined) return { verdict: 'unknown', because: 'noCoefficient', facts: asked };
  const entered = money?.entered;
  const facts: Fact[] = [
    ...asked,
    { key: 'amount', value: found.dong },
    ...(entered === undefined ? [] : [{ key: 'entered', value: entered }]),
  ];
  const fits = entered === undefined || (found.atMost ? entered <= found.dong : entered === found.dong);
  if (fits) return { verdict: 'passes', facts, ...restsOn(found) };
  return {
    verdict: 'fails',
    because: found.atMost ? 'aboveMost' : 'differs',
    facts,
    fields: ['money'],
    ...restsOn(found),
  };
}

function formsFacts(law: Law, key: string, awards: readonly { readonly form: string }[]): Fact[] {
  const each = awards.map(({ form }) => formFacts(law, key, form));
  return (each[0] ?? []).map((fact, place) => ({
    key: fact.key,
    value: each.map((facts) => facts[place]?.value ?? '').join(', '),
  }));
}

function together({ money }: CaseFacts, { law, day }: Setting): Outcome | undefined {
  const awards = money?.together ?? [];
  if (awards.length < 2) return undefined;
  const result = amountTogether(law, awards, day);
  if ('unclear' in result) {
    return { verdict: 'unknown', because: result.unclear, facts: formsFacts(law, 'forms', result.awards) };
  }
  const entered = money?.enteredTogether;
  const facts: Fact[] = [
    { key: 'amount', value: result.sum.dong },
    ...(result.left.length === 0 ? [] : formsFacts(law, 'left', result.left)),
    ...(entered === undefined ? [] : [{ key: 'entered', value: entered }]),
  ];
  if (entered === undefined || entered === result.sum.dong)
    return { verdict: 'passes', facts, ...restsOn(result.sum) };
  return { verdict: 'fails', because: 'differs', facts, fields: ['money'], ...restsOn(result.sum) };
}

function withinFund({ money }: CaseFacts, { law, day }: Setting): Outcome | undefined {
  if (money?.ofDecision === undefined) return undefined;
  const needed: Fact = { key: 'needed', value: money.ofDecision };
  if (money.fund === undefined) return { verdict: 'unknown', because: 'noFund', facts: [needed] };
  const remaining = fundRemaining(law, money.fund, day);
  const after = remaining.dong - money.ofDecision;
  const facts = [needed, { key: 'remaining', value: remaining.dong }];
  const computation = [
    ...remaining.computation,
    { key: 'afterDecision', expression: `${remaining.dong} − ${money.ofDecision}`, value: after },
  ];
  const unknown = money.unknownRows ?? 0;
  if (after >= 0 && unknown > 0)
    return {
      verdict: 'unknown',
      because: 'sumsUnknown',
      facts: [...facts, { key: 'unknownRows', value: unknown }],
      ...restsOn(remaining),
      computation,
    };
  if (after >= 0) return { verdict: 'passes', facts, ...restsOn(remaining), computation };
  const lacking = { key: 'lacking', value: -after };
  return {
    verdict: 'fails',
    because: 'short',
    facts: [...facts, lacking],
    ...restsOn(remaining),
    computation,
  };
}

/** R22 to R24: what goes with an award, with several at once, and whether the fund has it. */
export const moneyRules: readonly Rule[] = [
  { id: 'R22', stages: ['typing', 'submit', 'appraise', 'decide'], on: decidedOn, judge: amount },
  { id: 'R23', stages: ['appraise', 'decide'], on: decidedOn, judge: together },
  { id: 'R24', stages: ['decide'], on: decidedOn, judge: withinFund },
];
