import type { Fact } from '../../domain/law/computation.ts';
import type { Outcome, RuleResult } from '../../domain/rules/rule.ts';
import { sayComputation, writtenValue } from './computation.ts';
import { achievementWords } from './one-achievement.ts';
import { conductWords } from './conduct.ts';
import { medalWords } from './medal.ts';
import { moneyWords } from './money.ts';
import { paperWords } from './papers.ts';
import { publicationWords } from './publication.ts';
import { quotaWords } from './quota.ts';
import { awardWords } from './award.ts';
import { clockWords } from './clock.ts';
import { councilWords } from './council.ts';
import { handWords } from './hands.ts';
import { regimeWords } from './regime.ts';
import { standardWords } from './standard.ts';
import type { RuleWords, Text } from './words.ts';

/** Words of every rule, by its id. */
const ruleWords: Readonly<Record<string, RuleWords>> = {
  ...medalWords,
  ...achievementWords,
  ...conductWords,
  ...quotaWords,
  ...paperWords,
  ...publicationWords,
  ...awardWords,
  ...clockWords,
  ...councilWords,
  ...handWords,
  ...regimeWords,
  ...standardWords,
  ...moneyWords,
};

/** What the rule asks, in short. */
export const ruleTitle = (rule: string): Text => ruleWords[rule]?.title ?? { vi: rule, en: rule };

export interface SaidRule {
  readonly title: string;
  readonly says: string;
  readonly mend: string | undefined;
}

/** The result in words: what the rule asks, what it found, and how to mend it. A rule that passes only has its title. */
export function sayRule(result: RuleResult, language: keyof Text): SaidRule {
  const words = ruleWords[result.rule];
  const saying = words?.sayings[result.because ?? result.verdict];
  const fill = (text: string): string => filled(text, result, language);
  return {
    title: words?.title[language] ?? result.rule,
    says: fill(saying?.says[language] ?? ''),
    mend: saying?.mend && fill(saying.mend[language]),
  };
}

/** Codes that stand as facts: where somebody is shown, and what is told of them. */
const codeWords: Readonly<Record<string, Text>> = {
  publicList: { vi: 'danh sách công khai', en: 'public list' },
  search: { vi: 'tra cứu công khai', en: 'public search' },
  stage: { vi: 'màn hình buổi lễ', en: 'screen of the ceremony' },
  birthYear: { vi: 'năm sinh', en: 'year of birth' },
  gender: { vi: 'giới tính', en: 'gender' },
  residentialGroup: { vi: 'khu phố, tổ dân phố, thôn', en: 'residential group' },
  title: { vi: 'chức vụ, chức danh', en: 'title' },
  citation: { vi: 'nội dung khen', en: 'citation' },
  report: { vi: 'báo cáo thành tích', en: 'report' },
};

const coded = new Set(['places', 'beyond']);

const codesNamed = (codes: string, language: keyof Text): string =>
  codes
    .split(', ')
    .map((code) => codeWords[code]?.[language] ?? code)
    .join(', ');

/** Facts that name rules by their ids. */
const namingRules = new Set(['lighter', 'stricter']);

/** `R12` as `R12 (Đủ thành viên Hội đồng dự họp)`: an id alone says nothing to whoever must decide. */
const rulesNamed = (ids: string, language: keyof Text): string =>
  ids.replaceAll(/R\d\d/g, (id) => `${id} (${ruleTitle(id)[language]})`);

function factWritten(key: string, value: Fact['value'], language: keyof Text): string {
  if (namingRules.has(key)) return rulesNamed(String(value), language);
  return coded.has(key) ? codesNamed(String(value), language) : writtenValue(value, language);
}

/** `{computation}` stands for how the number came about. */
function filled(
  text: string,
  { facts, eligibleOn, computation = [] }: Outcome,
  language: keyof Text,
): string {
  const values = new Map(facts.map(({ key, value }) => [key, factWritten(key, value, language)]));
  if (eligibleOn !== undefined) values.set('eligibleOn', writtenValue(eligibleOn, language));
  values.set('computation', sayComputation(computation, language));
  return text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values.get(key) ?? whole);
}
