import { en } from './en.ts';
import { vi, type MessageKey } from './vi.ts';

export type Language = 'vi' | 'en';

const texts = { vi, en } as const;

/** The text of a key with its `{placeholders}` filled; an unknown placeholder stays empty. */
export function say(
  language: Language,
  key: MessageKey,
  values: Readonly<Record<string, unknown>> = {},
): string {
  return texts[language][key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
}

export function isMessageKey(key: string): key is MessageKey {
  return key in vi;
}
