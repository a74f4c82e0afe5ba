import type { HistoryEntry } from '../../records/history-record.ts';
import type { Names } from './reader.ts';

/** What a case's page tells of one entry of its history. */
export interface TimelineEntry {
  readonly seq: number;
  readonly act: string;
  readonly at: string;
  readonly by?: { readonly name: string; readonly post: string; readonly organisation: string };
  readonly facts: Readonly<Record<string, unknown>>;
  /** What was said; never of a sealed case. */
  readonly words?: Readonly<Record<string, unknown>>;
  /** What was said has been erased, as the law on personal data allows. */
  readonly erased?: true;
}

export function timelineEntry(said: HistoryEntry, names: Names, sealed: boolean): TimelineEntry {
  const { entry, payload, erased } = said;
  const { by } = entry;
  return {
    seq: entry.seq,
    act: entry.act,
    at: entry.at,
    facts: entry.facts,
    ...(by === undefined
      ? {}
      : {
          by: {
            name: names.person(by.person),
            post: names.post(by.person, by.post),
            organisation: by.organisation === undefined ? '' : names.organisation(by.organisation).shortName,
          },
        }),
    ...(sealed || payload === undefined ? {} : { words: payload }),
    ...(erased ? { erased } : {}),
  };
}
