import type { Language } from '#shared/messages/say.ts';
import { en } from './en.ts';
import { vi, type TextKey } from './vi.ts';

export type { TextKey };

const texts = { vi, en } as const;

/** A page's label with its `{placeholders}` filled. */
export function pageText(
  language: Language,
  key: TextKey,
  values: Readonly<Record<string, unknown>> = {},
): string {
  return texts[language][key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
}

export function isTextKey(key: string): key is TextKey {
  return key in vi;
}
