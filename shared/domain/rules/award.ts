import type { CaseFacts, DecisionFacts, PrintedFacts } from './facts.ts';
import type { Outcome, Rule, Setting } from './rule.ts';

const pass: Outcome = { verdict: 'passes', facts: [] };
const onDecision = ({ days }: CaseFacts) => days?.decidedOn;

/** `Ng. V. Hòa`: a name is printed in full. */
const shortened = /(?:^|\s)\p{L}{1,2}\./u;

function printedWell({ name, unit, ordinal, goldenBookNumber }: PrintedFacts, person: boolean): Outcome {
  const facts = [
    { key: 'name', value: name },
    { key: 'ordinal', value: ordinal },
    ...(goldenBookNumber === undefined ? [] : [{ key: 'goldenBookNumber', value: goldenBookNumber }]),
  ];
  const fails = (because: string): Outcome => ({ verdict: 'fails', because, facts });
  if (name.trim() === '') return { ...fails('noName'), fields: ['content.printedName'] };
  if (person && shortened.test(name)) return { ...fails('shortName'), fields: ['content.printedName'] };
  if (unit.trim() === '') return { ...fails('noUnit'), fields: ['content.unit'] };
  if (goldenBookNumber === undefined) return fails('noNumber');
  return goldenBookNumber === ordinal ? { verdict: 'passes', facts } : fails('otherNumber');
}

function laterAct({ after }: DecisionFacts): Outcome | undefined {
  if (after === undefined) return undefined;
  const { kind, number, deletes, recovering } = after;
  const fails = (because: string): Outcome => ({ verdict: 'fails', because, facts: [] });
  if (deletes) return fails('deletes');
  if (number === undefined || number.trim() === '') return fails('noNumber');
  if (kind === 'corrects' || recovering === true) return pass;
  return recovering === undefined
    ? { verdict: 'unknown', because: 'recovering', facts: [] }
    : fails('notRecovered');
}

function giftApart({ nomination, decision }: CaseFacts, { law }: Setting): Outcome | undefined {
  if (decision === undefined) return undefined;
  if (nomination !== undefined && law.form(nomination.form)?.group === 'gift')
    return { verdict: 'fails', because: 'amongAwards', facts: [] };
  const { giftNumber } = decision;
  if (giftNumber === undefined) return pass;
  return { verdict: 'fails', because: 'numbered', facts: [{ key: 'giftNumber', value: giftNumber }] };
}

export const awardRules: readonly Rule[] = [
  {
    id: 'R29',
    stages: ['print'],
    on: onDecision,
    judge: ({ printed, nomination }) =>
      printed && printedWell(printed, nomination?.subjectKind === 'individual'),
  },
  {
    id: 'R30',
    stages: ['decide'],
    on: onDecision,
    judge: ({ decision }) => decision && laterAct(decision),
  },
  { id: 'R32', stages: ['decide'], on: onDecision, judge: giftApart },
];
