import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { toldIn } from './acts-told.ts';
import { freePort } from './free-port.ts';
import { startHomeProcess, type KillableHome } from './killable-home.ts';
import { brokenOnceAtRest, lostOrBroken, unsettledRows } from './lost-or-broken.ts';
import { createMailLedger } from './mail-ledger.ts';
import { OfficeClient, type Acknowledged, type Worker } from './office-client.ts';
import { detour, leaveLying, takeBack, withdrawOne } from './office-detours.ts';
import { doNext, nominateOne, officials } from './office-workers.ts';
import type { PostOffice } from './post-office.ts';
import { refusedWrongly } from './refused-wrongly.ts';
import { createSeededRandom } from './seeded-random.ts';
import { people } from './small-directory.ts';

/**
 * When the home dies: after some acts; right after the answer to an issue or conclusion; before or after the commit of this
 * number, counted since it was started, behind an issue since that was answered, at midnight since a new day has begun.
 */
export type Death =
  | { readonly kind: 'anywhere' }
  | { readonly kind: 'issued' }
  | {
      readonly kind: 'commit' | 'commitBehindIssue' | 'midnight';
      readonly at: number;
      readonly when: 'before' | 'after';
    };

export interface KilledSeasonOptions {
  readonly folder: string;
  readonly seed: number;
  readonly deaths: readonly Death[];
  /** Who work at once; beyond the eleven officials some sit at two machines. */
  readonly clients: number;
  /** After each death a copy of the home is to come to rest, and be whole then, too. */
  readonly eachAtRest?: boolean;
  /** An office's home, whose mail goes there; else one of the demo's kind. */
  readonly mailsTo?: PostOffice | undefined;
}

export interface PlayedSeason {
  /** What was lost, broken or answered otherwise. */
  readonly faults: readonly string[];
  readonly kills: number;
  readonly acts: number;
  readonly cases: number;
  /** Made by homes that died at a commit of theirs. */
  readonly commits: number;
  /** Deaths between the issue of a list and its cases catching up. */
  readonly betweenIssueAndSettled: number;
  /** Of those that lead off the straight way, and of the flow's own in the days that passed: how often each was done. */
  readonly detours: Readonly<Record<string, number>>;
  /** Mails taken, and how many of them twice since a home died before it had noted them. */
  readonly mails?: { readonly taken: number; readonly again: number };
}

export interface KilledSeason {
  play(): Promise<PlayedSeason>;
  /** Leaves neither a process nor officials at work behind, wherever `play` ended. */
  end(): Promise<void>;
}

const mostCases = 60;
/** A retry of an upload gets a fresh link for the same file. */
const comparable = (answer: unknown): unknown => ({ ...(answer as object), upload: undefined });
const mostWithdrawn = 8;
/** After one thing done in so many one leads off the straight way. */
const detourEvery = 2;
/** By then the sweep sends each mail that was taken by somebody who died, however often. */
const lateMs = 3 * 3_600_000;
const shownActs = [
  ...['SupplementAsked', 'SupplementAnswered', 'Held', 'Released', 'Struck', 'Withdrawn', 'OpinionGiven'],
  ...['Reminded', 'Escalated', 'DaysClosed'],
];
const settles = (act: Acknowledged): boolean => /\/(issue|conclude)$/.test(act.path);

export function createKilledSeason(options: KilledSeasonOptions): KilledSeason {
  const { folder, seed, deaths, eachAtRest = false, mailsTo } = options;
  const env: Readonly<Record<string, string>> = mailsTo === undefined ? {} : { HOME_KIND: 'office' };
  const mailing = mailsTo === undefined ? env : { ...env, SMTP_URL: mailsTo.url };
  const ledger = mailsTo && createMailLedger(mailsTo);
  const random = createSeededRandom(seed);
  const pick = (count: number): number => (count === 0 ? 0 : (random.bytes(1)[0] ?? 0) % count);
  let home: KillableHome | undefined;
  let killing = true;
  let finished = false;
  let entered = 0;
  let withdrawn = 0;
  let commits = 0;
  const client = new OfficeClient(
    () => home?.url ?? '',
    () => finished,
  );
  const workerOf = (username: string): Worker => ({ username, token: home?.tokens[username] ?? '' });

  /** New nominations come in as long as there is something to kill, so that there is always work under way. */
  async function enter(): Promise<readonly string[]> {
    const lying = await leaveLying(client, workerOf('sib-officer'), workerOf('sib-secretary'));
    for (; entered < mostCases && killing; entered += 1)
      await nominateOne(
        client,
        workerOf('ward-officer'),
        `Nguyễn Văn Thử ${String(entered)}`,
        1900 + entered,
      );
    return lying;
  }

  async function work(username: string): Promise<void> {
    while (!finished) {
      const busy = await doNext(client, workerOf(username), pick);
      if (killing && pick(detourEvery) === 0) await detour(client, workerOf(username), pick);
      if (killing && username === 'ward-officer' && withdrawn < mostWithdrawn && pick(12) === 0) {
        withdrawn += 1;
        await withdrawOne(client, workerOf(username), pick);
      }
      // An official with an empty inbox looks again a moment later, and not as fast as the machine can.
      if (!busy) await pause(15);
    }
  }

  async function dieBy(death: Death): Promise<void> {
    if (death.kind === 'anywhere') await client.untilMore(1 + pick(8));
    if (death.kind === 'issued' || death.kind === 'commitBehindIssue') await client.untilMore(1, settles);
    if (death.kind === 'anywhere' || death.kind === 'issued') return home?.kill();
    const doomed = home;
    commits += ((await doomed?.dieAt(death.at, death.when)) ?? 0) + death.at;
    if (death.kind === 'midnight') void doomed?.passDay();
    await doomed?.gone;
  }

  async function killAgain(port: number) {
    const faults: string[] = [];
    let kills = 0;
    let betweenIssueAndSettled = 0;
    for (const death of deaths) {
      await dieBy(death);
      kills += 1;
      await ledger?.died(folder);
      faults.push(...(await lostOrBroken(folder, [...client.acknowledged])));
      if ((await unsettledRows(folder)) > 0) betweenIssueAndSettled += 1;
      if (eachAtRest) faults.push(...(await brokenOnceAtRest(folder, [...client.acknowledged], env)));
      if (faults.length > 0)
        return { faults: [...faults, JSON.stringify(death)], kills, betweenIssueAndSettled };
      home = await startHomeProcess(folder, port, mailing);
    }
    return { faults, kills, betweenIssueAndSettled };
  }

  /** Looked up over the API, as people would; bounded by the test's own limit. */
  async function untilEnded(): Promise<void> {
    const path = `/api/cases?organisation=${people.wardOfficer.posts[0]?.organisation ?? ''}&status=`;
    for (let ended = 0; ended < entered;) {
      await pause(50);
      ended = 0;
      for (const status of ['AWARDED', 'WITHDRAWN']) {
        const { body } = await client.get(workerOf('ward-officer'), path + status);
        ended += (body as { cases: unknown[] }).cases.length;
      }
    }
  }

  async function answeredOtherwise(): Promise<string[]> {
    const otherwise: string[] = [];
    for (const act of [...client.acknowledged]) {
      const again = await client.act(workerOf(act.who), act.path, act.body, { key: act.key });
      if (again.status !== act.status || !isDeepStrictEqual(comparable(again.body), comparable(act.answer)))
        otherwise.push(`another answer to a retry of ${act.path}`);
    }
    return otherwise;
  }

  /** A last life, hours later: what its sweep finds unsent is sent. */
  async function brokenInMails(): Promise<string[]> {
    if (ledger === undefined) return [];
    const late = await startHomeProcess(folder, 0, { ...mailing, AHEAD_MS: String(lateMs) });
    await late.rest();
    return [...(await lostOrBroken(folder, client.acknowledged, true)), ...(await ledger.faults(folder))];
  }

  return {
    async play() {
      const port = await freePort();
      home = await startHomeProcess(folder, port, mailing);
      const entering = enter();
      const working = Array.from({ length: options.clients }, (_, n) =>
        work(officials[n % officials.length] ?? ''),
      );
      const { faults, ...seen } = await killAgain(port);
      killing = false;
      if (faults.length === 0) {
        faults.push(...(await takeBack(client, workerOf('sib-officer'), await entering)));
        await untilEnded();
      }
      finished = true;
      await Promise.allSettled([entering, ...working]);
      if (faults.length === 0) faults.push(...(await answeredOtherwise()));
      faults.push(...refusedWrongly(client));
      await home.rest();
      faults.push(...(await lostOrBroken(folder, client.acknowledged, true)));
      if (faults.length === 0) faults.push(...(await brokenInMails()));
      const { acts } = await toldIn(folder);
      const detours = Object.fromEntries(shownActs.map((act) => [act, acts[act] ?? 0]));
      const mails = mailsTo && { taken: mailsTo.taken.length, again: ledger?.doubled() ?? 0 };
      return {
        faults,
        ...seen,
        ...{ commits, acts: client.acknowledged.length, cases: entered, detours },
        ...(mails === undefined ? {} : { mails }),
      };
    },
    async end() {
      finished = true;
      await home?.kill();
    },
  };
}
