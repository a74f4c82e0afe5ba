import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enrolPath, enrol, readEnrolment } from '#local/identity/enrolment.ts';
import { createAccounts } from '#local/identity/invitations.ts';
import { createSmtpMailer } from '#local/mail/smtp-mailer.ts';
import { personIdSchema } from '#shared/domain/id.ts';
import { totpCode, totpStep } from '#local/identity/totp.ts';
import type { Mailer } from '#shared/ports.ts';
import { ha, minh, openVault, startIdentityHome, type IdentityHome } from '#tests/support/identity-home.ts';
import { openPostOffice } from '#tests/support/post-office.ts';

const newcomer = {
  id: personIdSchema.parse('01JM0100000000000000000005'),
  username: 'moi.vao',
  name: 'Đỗ Thị Mới',
  email: 'moi@sodau.example',
  language: 'vi',
} as const;
const dayMs = 86_400_000;

let home: IdentityHome;
beforeEach(async () => {
  home = await startIdentityHome();
});
afterEach(async () => {
  await home.close();
});

const reports: unknown[] = [];
const keeper = () => ({ database: home.database, vault: openVault, now: () => home.clock.machine() });
const accounts = (mailer?: Mailer) =>
  createAccounts({
    ...keeper(),
    publicUrl: 'https://office.example',
    mailer,
    report: (error) => reports.push(error),
  });

describe('an account that an administrator gives out', () => {
  it('stands as it does: none, invited, lapsed, active', async () => {
    const standing = async () => (await accounts().standings([newcomer.id])).get(newcomer.id);
    expect(await standing()).toBeUndefined();
    const { link, mailed } = await accounts().invite(newcomer);
    expect([await standing(), mailed]).toEqual(['invited', false]);
    home.clock.pass(8 * dayMs);
    expect(await standing()).toBe('lapsed');
    const token = (await accounts().invite(newcomer)).link.split('/').at(-1) ?? '';
    expect(link).toMatch(new RegExp(`^https://office\\.example${enrolPath}/`));
    const enrolment = await readEnrolment(keeper(), token);
    if (enrolment === undefined) throw new Error('no enrolment');
    const code = totpCode(enrolment.secret, totpStep(home.clock.machine()));
    await enrol(keeper(), token, {
      enrolment,
      chosen: { password: 'một câu ngắn dễ nhớ', again: 'một câu ngắn dễ nhớ', code },
    });
    expect(await standing()).toBe('active');
    const all = await accounts().standings([ha.personId, minh.personId, newcomer.id]);
    expect([...all.values()]).toEqual(['active', 'active', 'active']);
  });

  it('is told of by mail where mail is sent, in the person’s language, to that person alone', async () => {
    const office = await openPostOffice();
    const mailer = await createSmtpMailer({ url: office.url, from: 'Vinh Danh <vd@sodau.example>' });
    const { link, mailed } = await accounts(mailer).invite(newcomer);
    await accounts(mailer).invite({ ...newcomer, language: 'en', email: 'other@sodau.example' });
    expect(await accounts(mailer).invite({ ...newcomer, email: '' })).toMatchObject({ mailed: false });
    mailer.close();
    office.close();
    expect(mailed).toBe(true);
    const [vi = '', en = '', ...more] = office.taken;
    expect(more).toEqual([]);
    expect(vi).toMatch(/^To: .*moi@sodau\.example/m);
    expect(wordsOf(vi)).toContain(link);
    expect(wordsOf(vi)).toContain('Quản trị hệ thống của cơ quan');
    expect(wordsOf(en)).toContain('An administrator of your office');
  });

  it('is given out all the same when the mail server refuses, and the page says that nothing was mailed', async () => {
    const office = await openPostOffice('refusing');
    const mailer = await createSmtpMailer({ url: office.url, from: 'Vinh Danh <vd@sodau.example>' });
    const { link, mailed } = await accounts(mailer).invite(newcomer);
    mailer.close();
    office.close();
    expect([mailed, reports.length]).toEqual([false, 1]);
    expect(await readEnrolment(keeper(), link.split('/').at(-1) ?? '')).toMatchObject({
      username: 'moi.vao',
    });
  });
});

/** The text of a mail, whichever way it was encoded. */
function wordsOf(mail: string): string {
  const [head = '', ...body] = mail.split('\n\n');
  const text = body.join('\n\n');
  if (/^Content-Transfer-Encoding: base64/m.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  const bytes = text
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
