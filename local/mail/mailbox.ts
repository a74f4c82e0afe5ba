import { z } from 'zod';
import type { Database } from '#local/sqlite/database.ts';
import { prepared } from '#local/sqlite/statements.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { headersOf } from '#shared/mail/event-header.ts';
import type { Clock, Mailer } from '#shared/ports.ts';

const steps = [
  `CREATE TABLE mailbox_mail (
    id INTEGER PRIMARY KEY AUTOINCREMENT, recipient TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL,
    headers TEXT NOT NULL, at TEXT NOT NULL, machine_at TEXT NOT NULL
  ) STRICT;`,
];

const mailSchema = z.object({
  id: z.int(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  headers: z.string().transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
  /** Office time, and machine time. */
  at: instantSchema,
  machineAt: instantSchema,
});
export type KeptMail = z.output<typeof mailSchema>;

const insertMail = `INSERT INTO mailbox_mail (recipient, subject, text, headers, at, machine_at)
  VALUES (:to, :subject, :text, :headers, :at, :machineAt)`;
const newestMails = `SELECT id, recipient AS "to", subject, text, headers, at, machine_at AS machineAt
  FROM mailbox_mail ORDER BY id DESC LIMIT :limit`;

export interface Mailbox extends Mailer {
  /** Newest first. */
  listMails(limit: number): readonly KeptMail[];
}

/** Keeps what would be sent, doubles included: nobody should think that mail comes exactly once. */
export function createMailbox(database: Database, clock: Pick<Clock, 'office' | 'machine'>): Mailbox {
  database.migrate('mailbox', steps);
  return {
    async send(mail) {
      const { to, subject, text } = mail;
      const headers = JSON.stringify(headersOf(mail));
      const row = { to, subject, text, headers, at: clock.office(), machineAt: clock.machine() };
      await database.write((db) => {
        prepared(db, insertMail).run(row);
      }, 'soon');
    },
    listMails: (limit) =>
      database.read((db) =>
        prepared(db, newestMails)
          .all({ limit })
          .map((row) => mailSchema.parse(row)),
      ),
  };
}
