import type { ComputationStep } from '../../domain/law/computation.ts';
import { civilDateSchema, formatDay } from '../../domain/time.ts';
import type { Text } from './words.ts';

/** What stands for a step in the formula, by its key; a step without words of its own is `expression = value`. */
const stepWords: Readonly<Record<string, Text>> = {
  rounded: { vi: '→ {value}', en: '→ {value}' },
  sum: { vi: '{expression} = {value}', en: '{expression} = {value}' },
  forAwards: { vi: '{expression} = {value} để khen thưởng', en: '{expression} = {value} for awards' },
  remaining: { vi: '{expression} = còn {value}', en: '{expression} = {value} remain' },
  afterDecision: {
    vi: '{expression} = {value} sau quyết định này',
    en: '{expression} = {value} after this decision',
  },
  afterWorkingDays: {
    vi: '{expression} ngày làm việc = {value}',
    en: '{expression} working days = {value}',
  },
  beforeWorkingDays: {
    vi: '{expression} ngày làm việc = {value}',
    en: '{expression} working days = {value}',
  },
  ran: {
    vi: 'đã tính {expression} = {value} ngày làm việc',
    en: 'counted {expression} = {value} working days',
  },
  stopped: {
    vi: 'tạm dừng {expression} = {value} ngày làm việc',
    en: 'stopped {expression} = {value} working days',
  },
};

const most = { maximumFractionDigits: 6 } as const;
const numbers = {
  vi: new Intl.NumberFormat('vi-VN', most),
  en: new Intl.NumberFormat('en-GB', most),
} as const;

/** Days as officials write them, numbers as the language writes them. */
export function writtenValue(value: string | number | boolean, language: keyof Text): string {
  if (typeof value === 'number') return numbers[language].format(value);
  const day = civilDateSchema.safeParse(value);
  return day.success ? formatDay(day.data) : String(value);
}

/** `0,3 × 2.530.000 = 759.000 → 760.000`: each step in its words, one that goes on with the last result joined to it. */
export function sayComputation(steps: readonly ComputationStep[], language: keyof Text): string {
  return steps.reduce((said, { key, expression, value }) => {
    const whole = stepWords[key]?.[language] ?? '{expression} = {value}';
    // One stretch alone is its own sum.
    const words = (expression === String(value) ? whole.replace('{expression} = ', '') : whole)
      .replace('{expression}', () => writtenIn(expression, language))
      .replace('{value}', () => writtenValue(value, language));
    if (said === '') return words;
    return words.startsWith('→') ? `${said} ${words}` : `${said}; ${words}`;
  }, '');
}

const writtenIn = (expression: string, language: keyof Text): string =>
  expression.replaceAll(/\d{4}-\d{2}-\d{2}|\d+(?:\.\d+)?/g, (text) =>
    writtenValue(text.includes('-') ? text : Number(text), language),
  );
