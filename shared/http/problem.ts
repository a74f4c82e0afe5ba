import { explanationsIn, type Explanation } from '#shared/domain/law/explanation.ts';
import { isRefusal, Refusal, refusals, type RefusalCode } from '#shared/domain/refusal.ts';
import { sayExplanation, type SaidExplanation } from '#shared/messages/rules/explanation.ts';
import { isMessageKey, say, type Language } from '#shared/messages/say.ts';
import { StorageFailing, StoreUnavailable } from '#shared/ports.ts';

interface Texts {
  readonly vi: string;
  readonly en: string;
}

export interface ProblemFault extends Texts {
  /** As `FieldFault` names it. */
  readonly field: string;
  readonly code: string;
  readonly limit?: number | string;
}

/** RFC 9457. `code` is stable; `detail` speaks the asker's language, `texts` both. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: RefusalCode;
  readonly detail: string;
  readonly texts: Texts;
  /** Whether the very same request may succeed later. */
  readonly retry: boolean;
  readonly faults: readonly ProblemFault[];
  readonly details: Readonly<Record<string, unknown>>;
  /** Of what rules refuse: each of them, as pages and letters tell it. */
  readonly explanations?: readonly (Explanation & { readonly texts: SaidTexts })[];
  readonly requestId?: string;
}

/** What a refusal says to a reader, on a page as over the API. */
export function problemOf(refusal: Refusal, language: Language, requestId?: string): Problem {
  const { code, details: all } = refusal;
  const { explanations, ...details } = all;
  const { status, retry } = refusals[code];
  const texts = bothTexts(`refusal.${code}`, details);
  return {
    type: `urn:vinh-danh:refusal:${code}`,
    title: titleOf(code),
    status,
    code,
    detail: texts[language],
    texts,
    retry,
    faults: refusal.faults.map((fault) => ({ ...fault, ...bothTexts(`fault.${fault.code}`, { ...fault }) })),
    details,
    ...(explanations === undefined ? {} : { explanations: explanationsIn(refusal).map(told) }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

interface SaidTexts {
  readonly vi: SaidExplanation;
  readonly en: SaidExplanation;
}

const told = (explanation: Explanation) => ({
  ...explanation,
  texts: { vi: sayExplanation(explanation, 'vi'), en: sayExplanation(explanation, 'en') },
});

/**
 * What was thrown, as the one thing that a stranger may be told about it.
 * @returns undefined for what nobody foresaw: it is InternalError, and somebody must be told
 */
export function refusalOf(error: unknown): Refusal | undefined {
  if (isRefusal(error)) return error;
  if (error instanceof StorageFailing) return new Refusal('StorageFailing');
  return error instanceof StoreUnavailable ? new Refusal('StoreBusy') : undefined;
}

function bothTexts(key: string, values: Readonly<Record<string, unknown>>): Texts {
  const known = isMessageKey(key) ? key : 'fault.wrongType';
  return { vi: say('vi', known, values), en: say('en', known, values) };
}

/** `CaseMovedOn`: "Case moved on". */
function titleOf(code: RefusalCode): string {
  return code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Vietnamese unless English is wanted more. */
export function languageOf(acceptLanguage: string | null | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'vi', weight: 0 };
  for (const range of (acceptLanguage ?? '').split(',')) {
    const [tag = '', ...parameters] = range
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    const language = tag.split('-')[0];
    if ((language === 'vi' || language === 'en') && weight > best.weight) best = { language, weight };
  }
  return best.language;
}
