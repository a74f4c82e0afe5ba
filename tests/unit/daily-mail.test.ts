import { beforeEach, describe, expect, it } from 'vitest';
import { entrySchema } from '#shared/domain/history.ts';
import { usualMailChoices, type MailChoices } from '#shared/domain/mail-choices.ts';
import { addDays, at, dayOf } from '#shared/domain/time.ts';
import { htmlOf } from '#shared/mail/html-of.ts';
import type { Mail, Ports } from '#shared/ports.ts';
import { noticeKey } from '#shared/records/notice-record.ts';
import { gatherDigests } from '#shared/use-cases/effects/gather-digests.ts';
import { letGoParked } from '#shared/use-cases/effects/let-go.ts';
import { notify, type NoticeDraft } from '#shared/use-cases/effects/notify.ts';
import { resendMails } from '#shared/use-cases/effects/send-mails.ts';
import { setMailChoices } from '#shared/use-cases/people/mail-choices.ts';
import { markNoticesRead, readNotices } from '#shared/use-cases/views/notices.ts';
import { people } from '../support/small-directory.ts';
import { createTestPorts, type TestPorts } from '../support/small-world.ts';
import { itemsIn } from '../support/store-snapshot.ts';

const { wardOfficer, wardClerk } = people;
const officer = wardOfficer.id;
const hourMs = 3_600_000;
const digest: MailChoices = { ...usualMailChoices, groups: { ...usualMailChoices.groups, waits: 'digest' } };

let ports: TestPorts;
beforeEach(async () => {
  ports = await createTestPorts();
  await setMailChoices(ports, officer, digest);
});

const opened = (n: number, change: Partial<NoticeDraft> = {}): NoticeDraft => ({
  kind: 'StepOpened',
  record: `CASE#01Z0000000000000000000${String(n).padStart(4, '0')}`,
  event: `CASE#${String(n)}/2`,
  facts: { dueOn: '2020-12-31' },
  ...change,
});
/** Told at the moment the office's clock shows. */
async function tell(draft: NoticeDraft, on: Ports = ports, whom = [officer]): Promise<void> {
  const given = { act: 'StepOpened', facts: {}, record: 'CASE#01Z00000000000000000000001', seq: 2 };
  const now = ports.clock.office();
  await notify(on, whom, entrySchema.parse({ ...given, at: now, machineAt: now, previous: '' }), draft);
}
async function tellMany(count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) await tell(opened(n));
}
/** On to the next time that the office's clock shows that hour. */
function passTo(hour: number): void {
  const now = Date.parse(ports.clock.office());
  const today = Date.parse(at(dayOf(ports.clock.office()), hour));
  ports.clock.advance((today > now ? today : today + 24 * hourMs) - now);
}
const withMailer = (send: (mail: Mail) => Promise<void>): Ports => ({ ...ports, mailer: { send } });
const down = (): Ports => withMailer(() => Promise.reject(new Error('no mail server')));
/** Dies before the write of that number. */
function dying(before: number): Ports {
  let writes = 0;
  const { store } = ports;
  return {
    ...ports,
    store: {
      ...store,
      async commit(given) {
        writes += 1;
        if (writes >= before) throw new Error('died');
        await store.commit(given);
      },
    },
  };
}
async function sweep(on: Ports = ports): Promise<void> {
  await resendMails(on);
  await gatherDigests(on);
}
const sent = (): readonly Mail[] => ports.mailer.sent;
const ways = async (): Promise<string[]> =>
  (await readNotices(ports, officer)).notices.map(({ mail }) => mail).sort();

describe('what a person wants to have in one mail a day', () => {
  it('is told in the app at once, and mailed at their hour as one mail with all of it', async () => {
    await tellMany(3);
    await sweep();
    expect([sent().length, await ways()]).toEqual([0, ['held', 'held', 'held']]);
    passTo(7);
    await sweep();
    await sweep();
    expect(sent().map(({ subject, to }) => [to, subject])).toEqual([
      [wardOfficer.email, expect.stringMatching(/^Thư tổng hợp ngày \d\d\/\d\d\/\d{4}: 3 thông báo$/)],
    ]);
    expect(sent()[0]?.text.match(/\/cases\/01Z/g)).toHaveLength(3);
    expect(await ways()).toEqual(['gathered', 'gathered', 'sent']);
  });

  it('lists the first twenty and says how many more there are', async () => {
    await tellMany(120);
    passTo(7);
    await sweep();
    const [mail] = sent();
    expect(mail?.text.match(/\/cases\/01Z/g)).toHaveLength(20);
    expect(mail?.text).toContain('Và 100 thông báo nữa.');
    expect(mail?.text).toContain('/notices/choices');
    expect([sent().length, new Set(await ways())]).toEqual([1, new Set(['gathered'])]);
  });

  it('comes on the next day where it was told after the hour of this one', async () => {
    passTo(8);
    await tellMany(1);
    ports.clock.advance(22 * hourMs);
    await sweep();
    expect(sent()).toEqual([]);
    ports.clock.advance(hourMs);
    await sweep();
    expect(sent()).toHaveLength(1);
  });

  it('never comes twice on one day, even where another hour is chosen after it', async () => {
    await tellMany(1);
    passTo(7);
    await sweep();
    await setMailChoices(ports, officer, { ...digest, hour: 15 });
    await tell(opened(2));
    passTo(15);
    await sweep();
    expect(sent()).toHaveLength(1);
    passTo(15);
    await sweep();
    const today = ports.clock.today();
    expect(sent().map(({ eventId }) => eventId.split('/')[1])).toEqual([addDays(today, -1), today]);
  });

  it('comes as one mail of all when nobody swept for three days', async () => {
    for (let day = 1; day <= 3; day += 1) {
      await tell(opened(day));
      ports.clock.advance(24 * hourMs);
    }
    await sweep();
    expect(sent().map(({ subject }) => subject)).toEqual([expect.stringContaining(': 3 thông báo')]);
  });

  it('comes at the next sweep where it was held under a clock that was put right since', async () => {
    ports.clock.advance(40 * 24 * hourMs);
    await tellMany(1);
    ports.clock.advance(-40 * 24 * hourMs);
    await sweep();
    expect(sent()).toHaveLength(1);
  });

  it('shows hostile words as words', async () => {
    const council = '<script>alert(1)</script>';
    await tell(opened(1, { kind: 'AgendaClosed', facts: { council, dueOn: '2020-12-31' } }));
    passTo(7);
    await sweep();
    const [mail] = sent();
    expect(mail?.text).toContain(council);
    expect(htmlOf(mail!)).not.toContain('<script>');
    expect(htmlOf(mail!)).toContain('&lt;script&gt;');
  });
});

describe('the mail of a day, when something goes wrong', () => {
  it.each([1, 2, 3])('is one mail of each notice when its sweep dies before its write %i', async (before) => {
    await tellMany(60);
    passTo(7);
    await sweep(dying(before));
    for (let n = 0; n < 3; n += 1) {
      ports.clock.advance(hourMs);
      await sweep();
    }
    expect(sent().map(({ subject }) => subject)).toEqual([expect.stringContaining(': 60 thông báo')]);
    expect((await ways()).filter((way) => way !== 'gathered' && way !== 'sent')).toEqual([]);
  });

  it('is made by one of two sweeps', async () => {
    await tellMany(3);
    passTo(7);
    await Promise.all([sweep(), sweep()]);
    await sweep();
    expect(sent()).toHaveLength(1);
  });

  it('is sent later where the mail server was down', async () => {
    await tellMany(3);
    passTo(7);
    await sweep(down());
    ports.clock.advance(hourMs);
    await sweep();
    await sweep();
    expect(sent().map(({ subject }) => subject)).toEqual([expect.stringContaining(': 3 thông báo')]);
  });

  it('waits where there is no mail server for now', async () => {
    await tellMany(1);
    passTo(7);
    await sweep({ ...ports, mailer: undefined });
    expect(await ways()).toEqual(['held']);
    await sweep();
    expect(sent()).toHaveLength(1);
  });

  it('is parked after days in vain, and is still the mail of all once it was let go', async () => {
    await tellMany(2);
    passTo(7);
    for (let past = 0; past < 6 * 24; past += 1) {
      await sweep(down());
      ports.clock.advance(hourMs);
    }
    expect(await ways()).toEqual(['gathered', 'parked']);
    await letGoParked(ports.store, everything());
    await sweep();
    expect(sent().map(({ subject }) => subject)).toEqual([expect.stringContaining(': 2 thông báo')]);
  });

  it('tells of the others where one can not be read, which is parked with one alarm', async () => {
    await tellMany(2);
    const { notices } = await readNotices(ports, officer);
    const [item] = await ports.store.get([noticeKey(notices[0]!)]);
    await ports.store.commit([{ put: { ...item!, body: { what: 'is this?' } } }]);
    passTo(7);
    await sweep();
    await sweep();
    expect(sent().map(({ subject }) => subject)).toEqual([expect.stringContaining(': 1 thông báo')]);
    expect(ports.alarms.map(({ code }) => code)).toEqual(['MailParked']);
  });

  it('comes although its notices were read meanwhile, and marks none of them as unread', async () => {
    await tellMany(2);
    await markNoticesRead(ports, officer);
    passTo(7);
    await sweep();
    expect(sent()).toHaveLength(1);
    expect((await readNotices(ports, officer)).notices.every(({ read }) => read)).toBe(true);
  });
});

async function* everything() {
  yield itemsIn(ports.database);
}

describe('who chooses how mails come', () => {
  it('gets those of other groups as before, and others get theirs', async () => {
    await tell(opened(1, { kind: 'ResultsIssued' }));
    await tell(opened(2), ports, [officer, wardClerk.id]);
    expect(sent().map(({ to }) => to)).toEqual([wardOfficer.email, wardClerk.email]);
  });

  it('gets no mail at all of what they want none of, and still the notice', async () => {
    await setMailChoices(ports, officer, { ...digest, groups: { ...digest.groups, waits: 'none' } });
    await tellMany(2);
    passTo(7);
    await sweep();
    expect([sent().length, await ways()]).toEqual([0, ['none', 'none']]);
  });

  it.each(['AccessReset', 'PostGiven', 'PostEnded', 'DaysClosed'] as const)(
    'gets the mail of %s at once, whatever they chose',
    async (kind) => {
      const none = {
        waits: 'none',
        moved: 'none',
        reminders: 'none',
        results: 'none',
        news: 'none',
      } as const;
      await setMailChoices(ports, officer, { ...digest, groups: none });
      await tell(opened(1, { kind }));
      expect(sent()).toHaveLength(1);
    },
  );
});
