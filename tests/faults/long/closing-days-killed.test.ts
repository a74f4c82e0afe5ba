import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toldIn, type Told } from '#tests/support/acts-told.ts';
import { bundleHomeProcess, startHomeProcess, type KillableHome } from '#tests/support/killable-home.ts';
import { lostOrBroken } from '#tests/support/lost-or-broken.ts';
import { createMailLedger } from '#tests/support/mail-ledger.ts';
import { OfficeClient } from '#tests/support/office-client.ts';
import { leaveLying } from '#tests/support/office-detours.ts';
import { openPostOffice } from '#tests/support/post-office.ts';

/** Every commit point; 10: each tenth. */
const every = Number(process.env['EVERY'] ?? 1);
const root = mkdtempSync(join(tmpdir(), 'vinh-danh-closing-'));
const eve = join(root, 'eve');
let undisturbed: Told;
let home: KillableHome | undefined;
const office = { HOME_KIND: 'office' };
const client = new OfficeClient(
  () => home?.url ?? '',
  () => true,
);

/** Two nights on: one is closed, what was due is told, another is closed over it. */
async function passTwoDays(): Promise<void> {
  await home?.passDay();
  await home?.passDay();
  await home?.rest();
}

beforeAll(async () => {
  await bundleHomeProcess();
  home = await startHomeProcess(eve, 0, office);
  const workerOf = (username: string) => ({ username, token: home?.tokens[username] ?? '' });
  await leaveLying(client, workerOf('sib-officer'), workerOf('sib-secretary'));
  // Due after one, two and three working days: the night after this one reminds, calls overdue and closes a day.
  await home.passDay();
  await home.rest();
  cpSync(eve, join(root, 'undisturbed'), { recursive: true });
  home = await startHomeProcess(join(root, 'undisturbed'), 0, office);
  await passTwoDays();
  undisturbed = await toldIn(join(root, 'undisturbed'));
});
afterAll(async () => {
  await home?.kill();
  rmSync(root, { recursive: true, force: true });
});

const rootsIn = ({ acts }: Told): number => acts['DaysClosed'] ?? 0;

/** The home that came to that eve sent no mail. */
function ofLaterMails(faults: readonly string[]): string[] {
  const unsent = faults.filter((fault) => fault.startsWith('mail none')).map((fault) => fault.split(': ')[1]);
  return faults.filter((fault) => !unsent.includes(fault.split(': ')[1]));
}

/** @returns whether the home died, and what is lost, broken, untold or told twice when all is done */
async function passAndDie(at: number, when: 'before' | 'after') {
  const folder = join(root, `${when}-${String(at)}`);
  const mailsTo = await openPostOffice();
  const env = { ...office, SMTP_URL: mailsTo.url };
  try {
    cpSync(eve, folder, { recursive: true });
    const ledger = createMailLedger(mailsTo);
    const doomed = (home = await startHomeProcess(folder, 0, env));
    await doomed.settle();
    await doomed.dieAt(at, when);
    const died = await Promise.race([
      doomed.gone.then(() => true),
      doomed
        .passDay()
        .then(() => doomed.passDay())
        .then(() => false),
    ]);
    await doomed.kill();
    await ledger.died(folder);
    const faults = await lostOrBroken(folder, client.acknowledged);
    const late = { ...env, AHEAD_MS: String(3 * 3_600_000) };
    home = await startHomeProcess(folder, 0, late);
    await home.rest();
    while (rootsIn(await toldIn(folder)) < rootsIn(undisturbed)) {
      home = await startHomeProcess(folder, 0, late);
      await home.passDay();
      await home.rest();
    }
    faults.push(...(await lostOrBroken(folder, client.acknowledged, true)));
    faults.push(...ofLaterMails(await ledger.faults(folder)));
    return { died, faults, told: await toldIn(folder) };
  } finally {
    mailsTo.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

it.for(['before', 'after'] as const)(
  'a night’s root, reminders and timeouts come once when the home dies right %s any one of their commits',
  { timeout: 1_200_000 },
  async (when, { task }) => {
    let kills = 0;
    for (let at = 1; ; at += every) {
      const { died, faults, told } = await passAndDie(at, when);
      expect(faults, `killed ${when} commit ${String(at)}`).toEqual([]);
      expect(told, `killed ${when} commit ${String(at)}`).toEqual(undisturbed);
      if (!died) break;
      kills += 1;
    }
    const { Reminded, Escalated, DaysClosed } = undisturbed.acts;
    task.meta.seen = {
      part: `killed ${when} the commits of two nights`,
      ...{ every, kills, Reminded, Escalated, DaysClosed, faults: 0 },
    };
    expect(Math.min(Reminded ?? 0, Escalated ?? 0, DaysClosed ?? 0)).toBeGreaterThan(0);
  },
);
