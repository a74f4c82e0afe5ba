import { join } from 'node:path';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { parseNotice, type Notice } from '#shared/records/notice-record.ts';
import type { PostOffice } from './post-office.ts';
import { itemsIn } from './store-snapshot.ts';

/** What a home told in its notices against what the post office took from it, across all of its lives. */
export interface MailLedger {
  /** To be called after each death, before the next life: what was handed over, but not noted, may come once more. */
  died(folder: string): Promise<void>;
  /** @returns mails that came too often or never, or of which nobody was told; the home at rest, and late enough for its sweep to have sent the rest */
  faults(folder: string): Promise<string[]>;
  /** Mails that came once more, lawfully. */
  doubled(): number;
}

/** How often each notice's mail was taken, by the event in its header (a long one on a line of its own). */
function takenBy(office: PostOffice): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const mail of office.taken) {
    const event = /^X-Vinh-Danh-Event:\s*(\S+)$/m.exec(mail)?.[1] ?? '';
    taken.set(event, (taken.get(event) ?? 0) + 1);
  }
  return taken;
}

/** As the header names it: `notice-mail.ts`. */
const eventOf = ({ person, on, event }: Notice): string => `${person}/${on}/${event}`;

async function noticesIn(folder: string): Promise<Notice[]> {
  const database = openDatabase(join(folder, dataFileName));
  try {
    return itemsIn(database)
      .filter(({ pk }) => pk.startsWith('NOTICES#'))
      .map(parseNotice);
  } finally {
    await database.close();
  }
}

export function createMailLedger(office: PostOffice): MailLedger {
  /** Mails that may come more than once, and how many more times. */
  const excused = new Map<string, number>();
  let bornWith = takenBy(office);
  return {
    async died(folder) {
      await office.quiet();
      const taken = takenBy(office);
      const unmarked = (await noticesIn(folder)).filter(({ mail }) => mail === 'pending').map(eventOf);
      for (const event of unmarked)
        if ((taken.get(event) ?? 0) > (bornWith.get(event) ?? 0))
          excused.set(event, (excused.get(event) ?? 0) + 1);
      bornWith = taken;
    },
    async faults(folder) {
      const taken = takenBy(office);
      const told = await noticesIn(folder);
      const known = new Set(told.map(eventOf));
      return [
        ...told.filter(({ mail }) => mail !== 'sent').map((one) => `mail ${one.mail}: ${eventOf(one)}`),
        ...[...known].filter((event) => !taken.has(event)).map((event) => `mail never came: ${event}`),
        ...[...taken.keys()].filter((event) => !known.has(event)).map((event) => `mail of nothing: ${event}`),
        ...[...taken]
          .filter(([event, times]) => times > 1 + (excused.get(event) ?? 0))
          .map(([event, times]) => `mail came ${String(times)} times: ${event}`),
      ];
    },
    doubled: () => [...takenBy(office).values()].filter((times) => times > 1).length,
  };
}
