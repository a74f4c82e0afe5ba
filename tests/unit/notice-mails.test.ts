import { beforeEach, describe, expect, it } from 'vitest';
import { entrySchema } from '#shared/domain/history.ts';
import type { Mail, Mailer, Ports } from '#shared/ports.ts';
import { indexes } from '#shared/records/keys.ts';
import { notify, type NoticeDraft } from '#shared/use-cases/effects/notify.ts';
import { resendMails } from '#shared/use-cases/effects/send-mails.ts';
import { letGoParked } from '#shared/use-cases/effects/let-go.ts';
import { markNoticesRead, readNotices } from '#shared/use-cases/views/notices.ts';
import { people } from '../support/small-directory.ts';
import { createTestPorts, worldStart, type TestPorts } from '../support/small-world.ts';
import { itemsIn } from '../support/store-snapshot.ts';

const officer = people.wardOfficer.id;
const entry = entrySchema.parse({
  act: 'StepOpened',
  facts: {},
  record: 'CASE#01Z00000000000000000000001',
  seq: 2,
  at: worldStart,
  machineAt: worldStart,
  previous: '',
});
const draft: NoticeDraft = { kind: 'StepOpened', record: entry.record, event: `${entry.record}/2` };
const tell = (ports: Ports): Promise<void> => notify(ports, [officer], entry, draft);

let ports: TestPorts;
beforeEach(async () => {
  ports = await createTestPorts();
});

type WithMailer = Ports & { readonly mailer: Mailer };

/** The same office, whose mail server lets something else happen before it answers, or doesn't answer at all. */
const withMailer = (send: (mail: Mail) => Promise<void>): WithMailer => ({ ...ports, mailer: { send } });
const down = (): WithMailer => withMailer(() => Promise.reject(new Error('no mail server')));
function taking(meanwhile: () => Promise<void>): Ports {
  let first = true;
  return withMailer(async (mail) => {
    await ports.mailer.send(mail);
    if (first) {
      first = false;
      await meanwhile();
    }
  });
}
/** The same office, in which the answer to a commit comes so late. */
function heldUp(minutes: number, meanwhile: () => Promise<void> = async () => undefined): Ports {
  const { store } = ports;
  return {
    ...ports,
    store: {
      ...store,
      async commit(writes) {
        await store.commit(writes);
        passMinutes(minutes);
        await meanwhile();
      },
    },
  };
}
const passMinutes = (minutes: number): void => ports.clock.advance(minutes * 60_000);
const alarms = (code: string): number => ports.alarms.filter((alarm) => alarm.code === code).length;
const unsent = () => ports.store.query({ index: 'g1', pk: indexes.unsentMails().pk });
const mails = (): number => ports.mailer.sent.length;
const notices = async () =>
  (await readNotices(ports, officer)).notices.map(({ mail, read }) => ({ mail, read }));

describe('the mail of a notice', () => {
  it('is sent by the run that put the notice, and by no other that comes to it meanwhile', async () => {
    await tell(taking(() => tell(ports)));
    await tell(ports);
    expect([mails(), await notices()]).toEqual([1, [{ mail: 'sent', read: false }]]);
  });

  it('is sent by the sweep, two minutes later, when its sender died before', async () => {
    await tell(down());
    await tell(ports);
    await resendMails(ports);
    expect(mails()).toBe(0);
    passMinutes(3);
    await resendMails(ports);
    expect([mails(), await notices()]).toEqual([1, [{ mail: 'sent', read: false }]]);
    expect(ports.alarms.map(({ code }) => code)).toEqual(['MailFailed']);
  });

  it('is none where there is no mail server, nor will there be one for it later', async () => {
    await tell({ ...ports, mailer: undefined });
    passMinutes(3);
    await resendMails(ports);
    expect([mails(), await notices()]).toEqual([0, [{ mail: 'none', read: false }]]);
  });

  it('waits for the next mail server where the one it was put for was taken away', async () => {
    await tell(down());
    passMinutes(3);
    await resendMails({ ...ports, mailer: undefined });
    expect(await notices()).toEqual([{ mail: 'pending', read: false }]);
    await resendMails(ports);
    expect([mails(), await notices()]).toEqual([1, [{ mail: 'sent', read: false }]]);
  });

  it('is left to its sender by a sweep that comes by, however late the effects are', async () => {
    passMinutes(90);
    await tell(taking(() => resendMails(ports)));
    expect([mails(), await notices()]).toEqual([1, [{ mail: 'sent', read: false }]]);
  });

  it('is sent by the sweep alone when its sender is held up behind the notice until the sweep has come', async () => {
    await tell(heldUp(3, () => resendMails(ports)));
    expect([mails(), await notices()]).toEqual([1, [{ mail: 'sent', read: false }]]);
  });

  it('is left to the sweep by a sender that was held up so long that the sweep may come while it is sent', async () => {
    await tell(heldUp(1.5));
    expect(mails()).toBe(0);
    passMinutes(1);
    await resendMails(ports);
    expect(mails()).toBe(1);
  });

  it('is sent by the next sweep alone when one is held up behind taking it', async () => {
    await tell(down());
    passMinutes(3);
    await resendMails(heldUp(9, () => resendMails(ports)));
    expect([mails(), await notices()]).toEqual([1, [{ mail: 'sent', read: false }]]);
  });

  it('is tried again by one of two sweeps', async () => {
    await tell(down());
    passMinutes(3);
    await resendMails(taking(() => resendMails(ports)));
    await Promise.all([resendMails(ports), resendMails(ports)]);
    expect([mails(), await notices()]).toEqual([1, [{ mail: 'sent', read: false }]]);
  });

  it('waits four times longer after each try in vain', async () => {
    await tell(down());
    passMinutes(3);
    await resendMails(down());
    passMinutes(8);
    await resendMails(ports);
    expect(mails()).toBe(0);
    passMinutes(1);
    await resendMails(ports);
    expect(mails()).toBe(1);
  });

  it('is tried again behind one whose notice can not be read, which is parked with one alarm', async () => {
    await notify(down(), [people.wardClerk.id, officer], entry, draft);
    const { items } = await unsent();
    await ports.store.commit([{ put: { ...items[0]!, body: { what: 'is this?' } } }]);
    for (let sweep = 1; sweep <= 3; sweep += 1) {
      passMinutes(3);
      await resendMails(ports);
    }
    expect([mails(), alarms('MailParked')]).toEqual([1, 1]);
  });

  it('is not sent again when its notice was read while it was sent', async () => {
    await tell(taking(() => markNoticesRead(ports, officer)));
    passMinutes(3);
    await resendMails(ports);
    expect([mails(), await notices()]).toEqual([1, [{ mail: 'sent', read: true }]]);
  });
});

describe('a mail that always fails', () => {
  const hour = 60;
  /** The sweep comes by every hour. @returns the tries that the mail server has seen */
  async function sweepFor(days: number, on = down()): Promise<number> {
    let tries = 0;
    const counting = withMailer((mail) => {
      tries += 1;
      return on.mailer.send(mail);
    });
    for (let past = 0; past < days * 24; past += 1) {
      passMinutes(hour);
      await resendMails(counting);
    }
    return tries;
  }

  it('is tried for four days and then parked with one alarm, its notice still to be read', async () => {
    await tell(down());
    expect([await sweepFor(4), alarms('MailParked')]).toEqual([8, 0]);
    expect([await sweepFor(30), alarms('MailParked'), alarms('MailFailed')]).toEqual([0, 1, 9]);
    expect(await notices()).toEqual([{ mail: 'parked', read: false }]);
    expect((await unsent()).items).toEqual([]);
  });

  it('stays parked when its notice is read', async () => {
    await tell(down());
    await sweepFor(6);
    await markNoticesRead(ports, officer);
    expect([await sweepFor(1, ports), await notices()]).toEqual([0, [{ mail: 'parked', read: true }]]);
  });

  it('is parked, too, when it ends each program that tries it', async () => {
    await tell(down());
    for (let past = 0; past < 6 * 24; past += 1) {
      passMinutes(hour);
      const mortal = mortalPorts();
      await Promise.race([resendMails(mortal.ports), mortal.ended]);
    }
    expect(await notices()).toEqual([{ mail: 'parked', read: false }]);
  });

  it('is sent by the next sweep once an operator has let it go', async () => {
    await tell(down());
    await sweepFor(6);
    expect(await letGoParked(ports.store, everything())).toEqual({ records: [], mails: 1, failed: [] });
    expect(await letGoParked(ports.store, everything())).toEqual({ records: [], mails: 0, failed: [] });
    expect([await sweepFor(1, ports), await notices()]).toEqual([1, [{ mail: 'sent', read: false }]]);
  });
});

async function* everything() {
  yield itemsIn(ports.database);
}

/** A program that ends in the middle of a mail: nothing that it had begun goes on. */
function mortalPorts(): { readonly ports: Ports; readonly ended: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const send = (): Promise<void> => {
    resolve(undefined);
    return new Promise(() => undefined);
  };
  return { ports: withMailer(send), ended: promise };
}

it('a notice can be read in the moment in which its mail is marked as sent', async () => {
  await tell(down());
  passMinutes(3);
  let reads = 0;
  const { store } = ports;
  const crossed: Ports = {
    ...ports,
    store: {
      ...store,
      async get(keys) {
        const items = await store.get(keys);
        reads += 1;
        if (reads === 1) await resendMails(ports);
        return items;
      },
    },
  };
  await markNoticesRead(crossed, officer);
  expect([mails(), await notices()]).toEqual([1, [{ mail: 'sent', read: true }]]);
});
