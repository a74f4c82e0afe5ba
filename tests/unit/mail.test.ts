import { afterEach, describe, expect, it } from 'vitest';
import { createMailbox } from '#local/mail/mailbox.ts';
import { createSmtpMailer } from '#local/mail/smtp-mailer.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import type { Mail } from '#shared/ports.ts';
import { openPostOffice, type Manner, type PostOffice } from '#tests/support/post-office.ts';
import { createTestClock } from '#tests/support/test-clock.ts';

const mail: Mail = {
  to: 'ha.tran@haiphong.example',
  subject: 'Có một hồ sơ chờ bạn xử lý',
  text: 'Hồ sơ đang chờ tại UBND phường Sở Dầu.',
  eventId: 'CASE#01Z/7',
};

describe('the mailbox', () => {
  it('shows what would be sent, newest first, with both times and the event in a header', async () => {
    const clock = createTestClock('2020-10-05T02:00:00.000Z');
    const mailbox = createMailbox(openDatabase(':memory:'), clock);
    await mailbox.send(mail);
    clock.nextDay();
    await mailbox.send({ ...mail, subject: 'Hồ sơ đến hạn', eventId: 'CASE#01Z/8' });

    expect(mailbox.listMails(10)).toMatchObject([
      {
        id: 2,
        subject: 'Hồ sơ đến hạn',
        at: '2020-10-06T01:00:00.000Z',
        machineAt: '2020-10-05T02:00:00.000Z',
      },
      { id: 1, to: mail.to, text: mail.text, headers: { 'X-Vinh-Danh-Event': 'CASE#01Z/7' } },
    ]);
    expect(mailbox.listMails(1)).toHaveLength(1);
  });

  it('keeps a doubled mail twice, for everybody to see', async () => {
    const mailbox = createMailbox(openDatabase(':memory:'), createTestClock('2020-10-05T02:00:00.000Z'));
    await Promise.all([mailbox.send(mail), mailbox.send(mail)]);
    expect(mailbox.listMails(10).map((kept) => kept.headers['X-Vinh-Danh-Event'])).toEqual([
      mail.eventId,
      mail.eventId,
    ]);
  });
});

const offices: PostOffice[] = [];
afterEach(() => {
  for (const office of offices.splice(0)) office.close();
});

async function postOffice(manner?: Manner): Promise<PostOffice> {
  const office = await openPostOffice(manner);
  offices.push(office);
  return office;
}

describe('mail by SMTP', () => {
  const from = 'Vinh Danh <khong-tra-loi@haiphong.example>';

  it('is sent when the server has taken it, with the event in a header', async () => {
    const office = await postOffice();
    const mailer = await createSmtpMailer({ url: office.url, from });
    await mailer.send(mail);
    mailer.close();

    expect(office.taken).toHaveLength(1);
    expect(office.taken[0]).toMatch(/^X-Vinh-Danh-Event: CASE#01Z\/7$/m);
    expect(office.taken[0]).toMatch(/^To: .*ha\.tran@haiphong\.example/m);
  });

  it('goes to one address only, whatever stands in it', async () => {
    const office = await postOffice();
    const mailer = await createSmtpMailer({ url: office.url, from });
    await Promise.allSettled([
      mailer.send({
        ...mail,
        to: 'ha@haiphong.example\r\nBcc: other@example.com',
        subject: 'a\r\nBcc: b@example.com',
      }),
    ]);
    mailer.close();
    expect(office.taken.join('\n')).not.toMatch(/^Bcc:/m);
  });

  it('that the server refuses is an error, to be tried again', async () => {
    const office = await postOffice('refusing');
    const mailer = await createSmtpMailer({ url: office.url, from });
    await expect(mailer.send(mail)).rejects.toThrow('550');
    mailer.close();
  });

  it('of which the answer got lost is left to whoever sends: it may have been taken', async () => {
    const office = await postOffice('hangingUp');
    const mailer = await createSmtpMailer({ url: office.url, from });
    await expect(mailer.send(mail)).rejects.toThrow();
    mailer.close();
    expect(office.taken).toHaveLength(1);
  });

  it('is given up in time, also where it waits behind others', async () => {
    const office = await postOffice('silent');
    const mailer = await createSmtpMailer({ url: office.url, from }, 100);
    const sent = await Promise.allSettled(Array.from({ length: 9 }, () => mailer.send(mail)));
    mailer.close();
    expect(sent.map(({ status }) => status)).toEqual(Array.from({ length: 9 }, () => 'rejected'));
  });
});
