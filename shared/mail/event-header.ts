import type { Mail } from '#shared/ports.ts';

/** Mail is sent at least once; two of one event can be told by this. */
export function headersOf(mail: Mail): Readonly<Record<string, string>> {
  return { 'X-Vinh-Danh-Event': mail.eventId };
}
