import type { ComputationStep } from './computation.ts';
import { judgementOf, type Comparable } from '../judged-achievement.ts';
import type { SubjectKind } from '../round.ts';
import type { CivilDate } from '../time.ts';
import { weakest, type Citation, type Confidence } from './dated.ts';
import type { Found, Law } from './law.ts';

export interface AwardAsked {
  readonly form: string;
  readonly subjectKind: SubjectKind;
}

/** A sum of money with how it came about and where its figures stand. */
export interface Amount {
  readonly dong: number;
  readonly computation: readonly ComputationStep[];
  readonly cites: readonly Citation[];
  /** Of the least sure of its figures. */
  readonly confidence: Confidence;
}

export interface AwardAmount extends Amount {
  readonly coefficient: number;
  /** Đồng a month. */
  readonly baseSalary: number;
  /** The most that may be given with the form, not what is given. */
  readonly atMost: boolean;
}

const coefficientKey = ({ form, subjectKind }: AwardAsked): string => `coefficient.${form}.${subjectKind}`;

/**
 * Coefficient of the form and kind of subject × base salary on the day of the decision, rounded as is set.
 * Undefined where no coefficient is known for the form and kind on that day.
 */
export function awardAmount(law: Law, asked: AwardAsked, decidedOn: CivilDate): AwardAmount | undefined {
  const key = coefficientKey(asked);
  if (!law.knows(key, decidedOn) || !law.knows('money.baseSalary', decidedOn)) return undefined;
  const coefficient = law.number(key, decidedOn);
  const baseSalary = law.number('money.baseSalary', decidedOn);
  const rounding = law.text('money.rounding', decidedOn);
  const step = law.number('money.roundingStep', decidedOn);
  const capped = law.texts('money.capped', decidedOn);
  const exact = timesDecimal(baseSalary.value, coefficient.value);
  const dong = rounded(exact, rounding.value, step.value);
  const atMost = capped.value.includes(asked.form);
  return {
    dong,
    coefficient: coefficient.value,
    baseSalary: baseSalary.value,
    atMost,
    computation: [
      { key: 'product', expression: `${coefficient.value} × ${baseSalary.value}`, value: exact },
      ...(dong === exact ? [] : [{ key: 'rounded', expression: String(exact), value: dong }]),
    ],
    ...restingOn(coefficient, baseSalary, rounding, step, ...(atMost ? [capped] : [])),
  };
}

function restingOn(...figures: readonly Found<unknown>[]): Pick<Amount, 'cites' | 'confidence'> {
  return {
    cites: distinct(figures.flatMap(({ row }) => row.sources)),
    confidence: weakest(...figures.map(({ row }) => row.confidence)),
  };
}

const distinct = (citations: readonly Citation[]): Citation[] => [
  ...new Map(citations.map((citation) => [`${citation.of} ${citation.at ?? ''}`, citation])).values(),
];

const decimals = 1_000_000;

/** Exact to six decimals of the factor: 0.1 × 3 of floating point, rounded up, would give 10,000 đồng too many. */
const timesDecimal = (dong: number, factor: number): number =>
  (dong * Math.round(factor * decimals)) / decimals;

function rounded(dong: number, way: string, step: number): number {
  if (way === 'up') return Math.ceil(dong / step) * step;
  if (way === 'down') return Math.floor(dong / step) * step;
  return Math.round(dong);
}

export interface AwardTogether extends AwardAsked {
  readonly achievementFrom?: CivilDate | undefined;
  readonly achievementTo?: CivilDate | undefined;
  /** A person has said that its achievement is another one than those of the same time. */
  readonly declaredOther?: boolean | undefined;
  /** The case, with what people have concluded about it and others. */
  readonly side?: Comparable | undefined;
}

export type Together =
  /** `left`: titles of a time for which a higher sum of another title is paid. */
  | { readonly sum: Amount; readonly left: readonly AwardTogether[] }
  /** No coefficient is known, or two forms are for what may be one achievement: then no sum is said. */
  | {
      readonly unclear: 'coefficient' | 'period' | 'sameAchievement';
      readonly awards: readonly AwardTogether[];
    };

/**
 * Several awards of one subject at once: those for different achievements and times all count, of titles of the same time
 * only the highest, a title and a form both (Decree 152/2025, Art. 49.5–7).
 */
export function amountTogether(law: Law, awards: readonly AwardTogether[], decidedOn: CivilDate): Together {
  const sums = awards.map((award) => ({ award, amount: awardAmount(law, award, decidedOn) }));
  const priced = sums.flatMap(({ award, amount }) => (amount === undefined ? [] : [{ award, amount }]));
  if (priced.length < sums.length)
    return {
      unclear: 'coefficient',
      awards: sums.flatMap(({ award, amount }) => (amount === undefined ? [award] : [])),
    };
  const isTitle = ({ form }: AwardTogether) => ['title', 'flag'].includes(law.form(form)?.group ?? '');
  const titles = priced.filter(({ award }) => isTitle(award));
  const forms = priced.filter(({ award }) => !isTitle(award));
  const undated = [titles, forms].flatMap((alike) => (alike.length > 1 ? alike.filter(isUndated) : []));
  if (undated.length > 0) return { unclear: 'period', awards: undated.map(({ award }) => award) };
  const doubtful = forms.filter(({ award }) =>
    forms.some((other) => other.award !== award && mayBeOne(other.award, award)),
  );
  if (doubtful.length > 0) return { unclear: 'sameAchievement', awards: doubtful.map(({ award }) => award) };
  const paid = highestOfEachTime(titles);
  const counted = priced.filter((one) => forms.includes(one) || paid.includes(one));
  const left = titles.filter((one) => !paid.includes(one)).map(({ award }) => award);
  return { sum: summed(counted.map(({ amount }) => amount)), left };
}

interface Priced {
  readonly award: AwardTogether;
  readonly amount: Amount;
}

const isUndated = ({ award }: Priced): boolean =>
  award.achievementFrom === undefined || award.achievementTo === undefined;

const overlap = (one: AwardTogether, other: AwardTogether): boolean =>
  (one.achievementFrom ?? '') <= (other.achievementTo ?? '') &&
  (other.achievementFrom ?? '') <= (one.achievementTo ?? '');

const mayBeOne = (one: AwardTogether, other: AwardTogether): boolean =>
  overlap(one, other) &&
  one.declaredOther !== true &&
  other.declaredOther !== true &&
  judgementOf(one.side ?? {}, other.side ?? {}) !== 'other';

function highestOfEachTime(titles: readonly Priced[]): Priced[] {
  const paid: Priced[] = [];
  for (const title of titles.toSorted((one, other) => other.amount.dong - one.amount.dong))
    if (!paid.some(({ award }) => overlap(award, title.award))) paid.push(title);
  return paid;
}

function summed(amounts: readonly Amount[]): Amount {
  const dong = amounts.reduce((sum, amount) => sum + amount.dong, 0);
  const expression = amounts.map((amount) => amount.dong).join(' + ');
  return {
    dong,
    computation: [
      ...amounts.flatMap(({ computation }) => computation),
      ...(amounts.length > 1 ? [{ key: 'sum', expression, value: dong }] : []),
    ],
    cites: distinct(amounts.flatMap(({ cites }) => cites)),
    confidence: weakest(...amounts.map(({ confidence }) => confidence)),
  };
}

/** Đồng: of one level and year. */
export interface Fund {
  readonly total: number;
  /** Of decisions before: paid, or still to be paid. */
  readonly promised: number;
}

/** What remains for awards after the share for organising and what was promised; below nought where too much was. */
export function fundRemaining(law: Law, { total, promised }: Fund, day: CivilDate): Amount {
  const share = law.number('money.organisingShare', day);
  const forAwards = Math.floor(timesDecimal(total, (100 - share.value) / 100));
  return {
    dong: forAwards - promised,
    computation: [
      { key: 'forAwards', expression: `${total} × (100 − ${share.value})%`, value: forAwards },
      { key: 'remaining', expression: `${forAwards} − ${promised}`, value: forAwards - promised },
    ],
    ...restingOn(share),
  };
}
