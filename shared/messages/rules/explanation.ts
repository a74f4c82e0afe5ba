import { isProvisional, type Explanation } from '../../domain/law/explanation.ts';
import type { Confidence } from '../../domain/law/dated.ts';
import { sayComputation, writtenValue } from './computation.ts';
import { kindWords } from './explained-kinds.ts';
import { ruleTitle, sayRule } from './rules.ts';
import type { Saying, Text } from './words.ts';

/** Codes that stand as facts, in words. */
const codeWords: Readonly<Record<string, Text>> = {
  councilDay: { vi: 'phiên họp Hội đồng', en: 'the council’s session' },
  closingDay: { vi: 'hạn nhận hồ sơ của cấp trên', en: 'the closing day above' },
  monthDay: { vi: 'hạn hằng năm', en: 'the deadline of the year' },
};

const wayWords: Readonly<Record<string, Text>> = {
  writtenConsultation: {
    vi: 'Lấy ý kiến các thành viên Hội đồng bằng văn bản',
    en: 'Consult the members of the council in writing',
  },
  simplifiedProcedure: {
    vi: 'Đề nghị xét khen thưởng theo thủ tục đơn giản',
    en: 'Propose it by the simplified procedure',
  },
  nextRound: {
    vi: 'Chuyển hồ sơ sang đợt xét khen thưởng tiếp theo',
    en: 'Move the case to the next round',
  },
};

const provisional: Text = {
  vi: 'Ngày này là tạm tính: chưa có thông báo ngày nghỉ, ngày làm bù năm {openYears}.',
  en: 'This day is provisional: the notice of rest days and days made up for in {openYears} is not in yet.',
};

const confidenceWords: Readonly<Record<Confidence, Text>> = {
  confirmed: { vi: 'đã đối chiếu văn bản', en: 'read in the text itself' },
  secondary: {
    vi: 'chưa xác nhận: theo nguồn dẫn lại văn bản',
    en: 'unconfirmed: read in a text about it',
  },
  inferred: {
    vi: 'chưa xác nhận: suy ra từ văn bản khác',
    en: 'unconfirmed: inferred from other texts',
  },
  memory: { vi: 'chưa xác nhận: chưa tìm được văn bản', en: 'unconfirmed: no text was found' },
};

/** How sure a row of the law is. */
export const sayConfidence = (confidence: Confidence, language: keyof Text): string =>
  confidenceWords[confidence][language];

export interface SaidExplanation {
  readonly title: string;
  readonly says: string;
  readonly mend: string | undefined;
  /** `0,3 × 2.530.000 = 759.000 → 760.000`; empty where nothing was computed. */
  readonly formula: string;
  readonly citation: string;
  readonly confidence: string;
  /** What is lawful instead, each with where it stands. */
  readonly instead: readonly {
    readonly says: string;
    readonly citation: string;
    readonly confidence: string;
  }[];
}

/** The explanation in words, alike wherever it is told. */
export function sayExplanation(explanation: Explanation, language: keyof Text): SaidExplanation {
  const { citation, confidence, computation, instead = [] } = explanation;
  return {
    ...core(explanation, language),
    formula: sayComputation(computation, language),
    citation,
    confidence: confidenceWords[confidence][language],
    instead: instead.map((one) => ({
      says: wayWords[one.way]?.[language] ?? one.way,
      citation: one.citation,
      confidence: confidenceWords[one.confidence][language],
    })),
  };
}

function core(
  explanation: Explanation,
  language: keyof Text,
): Pick<SaidExplanation, 'title' | 'says' | 'mend'> {
  const { of, follows, because, facts, fields, eligibleOn, computation } = explanation;
  if (of === 'rule') {
    const { verdict = 'unknown', severity = 'inform', citation, confidence } = explanation;
    const optional = {
      ...(because !== undefined && { because }),
      ...(fields && { fields }),
      ...(eligibleOn && { eligibleOn }),
    };
    return sayRule(
      { rule: follows, verdict, severity, facts, computation, citation, confidence, ...optional },
      language,
    );
  }
  const words = kindWords[of];
  const saying = words.sayings[because ?? 'said'] ?? (of === 'refusal' ? ofRule(follows) : undefined);
  const fill = (text: string): string => filled(text, explanation, language);
  return {
    title: words.title[language],
    says: [saying?.says[language] ?? '', ...(isProvisional(explanation) ? [provisional[language]] : [])]
      .map(fill)
      .join(' '),
    mend: saying?.mend && fill(saying.mend[language]),
  };
}

const ofRule = (rule: string): Saying => {
  const { vi, en } = ruleTitle(rule);
  return { says: { vi: `Theo quy định: ${vi}.`, en: `By the rule: ${en}.` } };
};

function filled(text: string, { facts, computation }: Explanation, language: keyof Text): string {
  const values = new Map(
    facts.map(({ key, value }) => [
      key,
      codeWords[String(value)]?.[language] ?? writtenValue(value, language),
    ]),
  );
  values.set('computation', sayComputation(computation, language));
  const said = text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values.get(key) ?? whole);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
