import { isMessageKey, say } from './say.ts';

interface Issue {
  /** Code of a fault, as schemas of the domain name it. */
  readonly message: string;
  /** Of a text: letters. */
  readonly maximum?: number | bigint;
}

/** What was typed ought to be, in Vietnamese and in English: for whoever types it at a terminal. */
export function faultRules(issues: readonly Issue[]): { readonly vi: string; readonly en: string } {
  const inLanguage = (language: 'vi' | 'en'): string =>
    issues
      .map(({ message, maximum }) => {
        const key = `fault.${message}`;
        return isMessageKey(key) ? say(language, key, { limit: Number(maximum) }) : '';
      })
      .join(' ')
      .trim();
  return { vi: inLanguage('vi'), en: inLanguage('en') };
}
