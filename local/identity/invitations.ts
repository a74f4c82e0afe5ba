import { z } from 'zod';
import { epochMs, formatDay, dayOf, type Instant } from '#shared/domain/time.ts';
import type { Accounts, AccountStanding, Mailer } from '#shared/ports.ts';
import { personIdSchema } from '#shared/domain/id.ts';
import { enrolPath, invite } from './enrolment.ts';
import type { FactorKeeper } from './second-factor.ts';

export interface InvitationOptions extends FactorKeeper {
  /** Origin of the links. */
  readonly publicUrl: string;
  /** Absent where no mail is sent: links are then handed out on paper. */
  readonly mailer?: Mailer | undefined;
  readonly report: (error: unknown) => void;
}

const standingRow = z.object({
  person_id: personIdSchema,
  opens: z.int(),
  expires_at: z.int().nullable(),
});

const standingsOf = `SELECT a.person_id, a.password_hash IS NOT NULL AND a.disabled = 0 AS opens, e.expires_at
  FROM identity_account a LEFT JOIN identity_enrolment e ON e.person_id = a.person_id
  WHERE a.person_id IN (SELECT value FROM json_each(?))`;

/** Accounts of an office, which its administrators give out as links. */
export function createAccounts(options: InvitationOptions): Accounts {
  const { database, now, publicUrl } = options;
  return {
    async standings(people) {
      const rows = database.read((db) => db.prepare(standingsOf).all(JSON.stringify(people)));
      const at = epochMs(now());
      const standings = rows.map((row): [string, AccountStanding] => {
        const { person_id: person, opens, expires_at: expires } = standingRow.parse(row);
        if (opens === 1) return [person, 'active'];
        return [person, expires !== null && expires > at ? 'invited' : 'lapsed'];
      });
      return new Map(standings);
    },
    async invite(person) {
      const { token, expiresAt } = await invite(options, person);
      const link = `${publicUrl}${enrolPath}/${token}`;
      const mailed = await sendLink(options, person, { link, expiresAt });
      return { link, expiresAt, mailed };
    },
  };
}

type Invited = Parameters<Accounts['invite']>[0];

/** The link stands, mailed or not: whoever gives it out sees which. */
async function sendLink(
  { mailer, report }: InvitationOptions,
  person: Invited,
  { link, expiresAt }: { link: string; expiresAt: Instant },
): Promise<boolean> {
  if (mailer === undefined || person.email === '') return false;
  const { subject, text } = words[person.language](person, link, formatDay(dayOf(expiresAt)));
  try {
    await mailer.send({ to: person.email, subject, text, eventId: `INVITATION#${person.id}/${expiresAt}` });
    return true;
  } catch (error) {
    report(error);
    return false;
  }
}

type Words = (person: Invited, link: string, until: string) => { subject: string; text: string };

const words: Readonly<Record<Invited['language'], Words>> = {
  vi: ({ name, username }, link, until) => ({
    subject: 'Kích hoạt tài khoản Vinh Danh',
    text: `Kính gửi ${name},

Quản trị hệ thống của cơ quan đã cấp cho ông/bà tài khoản ${username}. Mở đường dẫn sau để đặt mật khẩu và xác thực hai bước:

${link}

Đường dẫn dùng một lần, có hạn đến ngày ${until}. Không chuyển tiếp thư này: bất kỳ ai có đường dẫn này đều kích hoạt được tài khoản.
`,
  }),
  en: ({ name, username }, link, until) => ({
    subject: 'Activate your Vinh Danh account',
    text: `Dear ${name},

An administrator of your office gave you the account ${username}. Open this link to choose a password and a second factor:

${link}

It works once, until ${until}. Don't forward this mail: whoever has the link can activate the account.
`,
  }),
};
