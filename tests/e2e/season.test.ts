import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDemo } from '#local/demo/open-demo.ts';
import { playSeason } from '#local/demo/player.ts';
import { countsOf, fedBy, readBack, type ListRead, type ReadBack } from '#local/demo/read-back.ts';
import type { Season } from '#local/demo/season-event.ts';
import { ducNhuanSeason } from '#local/demo/seasons/duc-nhuan-2026/season.ts';
import { hongBangSeason } from '#local/demo/seasons/hong-bang-2020/season.ts';
import { instantAt, type Home } from '#local/home.ts';
import type { Case } from '#shared/domain/case.ts';
import { entrySchema, type Entry } from '#shared/domain/history.ts';
import type { Item, Key } from '#shared/ports.ts';
import { loadCase, loadContent } from '#shared/records/case-record.ts';
import { noticeKey, parseNotice, type Notice } from '#shared/records/notice-record.ts';
import { brokenInvariants } from '../support/invariants.ts';

/** Whole seasons over real HTTP, counted again through the API by a program that doesn't know their events. */

const patience = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-season-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Played {
  readonly home: Home;
  readonly read: ReadBack;
  /** Codes of the log. */
  readonly logged: readonly string[];
}

async function playWhole(season: Season): Promise<Played> {
  const logged: string[] = [];
  const home = await openDemo(
    {
      folder: join(folder, season.key),
      host: '127.0.0.1',
      port: 0,
      log: (code) => {
        logged.push(code);
      },
    },
    season,
  );
  const { url: baseUrl, tokenOf, dependencies } = home;
  await playSeason({
    baseUrl,
    season,
    tokenOf,
    advanceTo: (day, time) => home.advanceTo(instantAt(day, time)),
    settle: dependencies.settle,
    progress: () => undefined,
  });
  return { home, read: await readBack({ baseUrl, tokenOf, world: season.world }), logged };
}

/** Plays before the tests of a block, and closes after them. */
function playedBefore(season: Season): () => Played {
  let whole: Played | undefined;
  beforeAll(async () => {
    whole = await playWhole(season);
  }, patience);
  afterAll(async () => {
    await whole?.home.close();
  });
  return () => {
    if (whole === undefined) throw new Error('nothing was played');
    return whole;
  };
}

async function stored(home: Home, pk: string, sk: string): Promise<Item[]> {
  const found = home.database.read((db) =>
    db.prepare('SELECT pk, sk FROM items WHERE pk GLOB ? AND sk GLOB ?').all(pk, sk),
  ) as unknown as Key[];
  const items: Item[] = [];
  for (let start = 0; start < found.length; start += 100) {
    const read = await home.dependencies.store.get(found.slice(start, start + 100));
    items.push(...read.filter((item) => item !== undefined));
  }
  return items;
}

const nominationsOf = async (home: Home): Promise<Case[]> =>
  (await stored(home, 'CASE#*', 'META'))
    .flatMap((item) => loadCase(item)?.value ?? [])
    .filter((one) => one.kind === 'nomination' && one.submittedOn !== undefined);

const entriesOf = async (home: Home): Promise<Entry[]> =>
  (await stored(home, '*', 'ENTRY#*')).map((item) =>
    entrySchema.parse(JSON.parse((item.body as { text: string }).text)),
  );

const noticesOf = async (home: Home): Promise<{ key: Key; notice: Notice }[]> =>
  (await stored(home, 'NOTICES#*', '*')).map((item) => ({
    key: { pk: item.pk, sk: item.sk },
    notice: parseNotice(item),
  }));

function annexesOf({ rows }: ListRead): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { annex = 'none' } of rows) counts[annex] = (counts[annex] ?? 0) + 1;
  return counts;
}

const doubledIn = (keys: readonly string[]): string[] =>
  keys.filter((key, index) => keys.indexOf(key) !== index);

/** What holds of every season that was played to its end. */
function staysWhole(played: () => Played): void {
  test('the store breaks no rule', async () => {
    const { store } = played().home.dependencies;
    expect(await brokenInvariants(store, played().home.database)).toEqual([]);
  });

  test('no entry of any history names anybody', async () => {
    const contents = await stored(played().home, 'CASE#*', 'CONTENT');
    const named = contents
      .map((item) => loadContent(item)?.value.printedName ?? '')
      .filter((name) => name !== '');
    const entries = await stored(played().home, '*', 'ENTRY#*');
    const texts = entries.map(({ body }) => (body as { text: string }).text);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => texts.some((text) => text.includes(name)))).toEqual([]);
  });

  test('nothing was logged as failed', () => {
    expect(played().logged).toEqual([]);
  });

  test('each person was told of each event once, and no mail came twice', async () => {
    const { home } = played();
    const notices = await noticesOf(home);
    expect(notices.length).toBeGreaterThan(0);
    expect(notices.filter(({ key, notice }) => noticeKey(notice).sk !== key.sk)).toEqual([]);
    expect(doubledIn(notices.map(({ notice }) => `${notice.person} ${notice.on} ${notice.event}`))).toEqual(
      [],
    );
    expect(notices.filter(({ notice }) => notice.mail === 'pending')).toEqual([]);
    const mails = home.dependencies.mailbox.listMails(100_000);
    expect(mails).toHaveLength(notices.filter(({ notice }) => notice.mail === 'sent').length);
    expect(doubledIn(mails.map(({ headers }) => headers['X-Vinh-Danh-Event'] ?? ''))).toEqual([]);
  });
}

describe('Hồng Bàng 2020', () => {
  const played = playedBefore(hongBangSeason);

  const decidedByDistrict = (): ListRead[] =>
    played().read.decisions.filter(
      ({ list, rows }) => list.origin === 'here' && rows.some((row) => row.form === 'GK_HUYEN'),
    );

  test('14 medals of the minister are recorded from outside', () => {
    const counts = countsOf(played().read);
    expect(counts.awards.get('KNC_ANTQ individual outside')).toBe(14);
    expect([...counts.awards.keys()].filter((key) => key.startsWith('KNC_ANTQ'))).toHaveLength(1);
  });

  test('one decision of the district chairman awards 14 collectives and 16 individuals of nine wards', () => {
    const open = decidedByDistrict().filter(({ list }) => list.sealed === undefined);
    expect(open).toHaveLength(1);
    const [decision] = open;
    expect(annexesOf(decision!)).toEqual({ collective: 14, individual: 16 });
    expect(decision!.list.signature?.capacity).toBe('head');
    const fed = fedBy(played().read, decision!);
    expect(fed.wards).toBeGreaterThanOrEqual(9);
    expect(fed.letters).toBeGreaterThanOrEqual(fed.wards);
  });

  test('sealed cases have a decision apart, without names', () => {
    const sealed = played().read.decisions.filter(({ list }) => list.sealed !== undefined);
    expect(sealed).toHaveLength(1);
    expect(sealed[0]!.rows.length).toBe(countsOf(played().read).sealed);
    expect(sealed[0]!.rows.every((row) => row.annex === 'sealed' && row.sealedNumber !== undefined)).toBe(
      true,
    );
  });

  test('five models are approved, two of them submitted by the district', () => {
    const counts = countsOf(played().read);
    expect(counts.models).toBe(5);
    const district = hongBangSeason.world.organisations
      .filter((organisation) => organisation.level === 'district')
      .map((organisation) => organisation.shortName);
    const submitted = [...counts.modelsBySubmitter].filter(([name]) => district.includes(name));
    expect(submitted.reduce((sum, [, count]) => sum + count, 0)).toBe(2);
  });

  test('at least 55 nominations were submitted, and a leader heard of an overdue one', async () => {
    expect((await nominationsOf(played().home)).length).toBeGreaterThanOrEqual(55);
    expect((await entriesOf(played().home)).filter((entry) => entry.act === 'Escalated')).not.toEqual([]);
  });

  staysWhole(played);
});

describe('Đức Nhuận 2026', () => {
  const played = playedBefore(ducNhuanSeason);

  test('one decision of the ward chairman awards 4 collectives, a household and 5 individuals', () => {
    expect(played().read.decisions).toHaveLength(1);
    expect(annexesOf(played().read.decisions[0]!)).toEqual({ collective: 4, household: 1, individual: 5 });
  });

  staysWhole(played);
});
