import { civilDateSchema, formatDay } from '../domain/time.ts';
import { en } from './en.ts';
import { vi, type MessageKey } from './vi.ts';

export type Language = 'vi' | 'en';

const texts = { vi, en } as const;

/** The text of a key with its `{placeholders}` filled, days as dd/MM/yyyy; an unknown placeholder stays empty. */
export function say(
  language: Language,
  key: MessageKey,
  values: Readonly<Record<string, unknown>> = {},
): string {
  return texts[language][key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return '';
    const day = civilDateSchema.safeParse(value);
    return day.success ? formatDay(day.data) : value;
  });
}

export function isMessageKey(key: string): key is MessageKey {
  return key in vi;
}
