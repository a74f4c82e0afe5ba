import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { admitAttempt, forgiveAttempt } from '#local/identity/attempts.ts';
import { openDatabase, type Database } from '#local/sqlite/database.ts';
import { epochMs, instantOf, instantSchema, type Instant } from '#shared/domain/time.ts';
import { newIdentityFile, removeIdentityFile } from '#tests/support/identity-home.ts';

const now = instantSchema.parse('2020-12-14T02:00:00.000Z');
let file: string;
let database: Database;

beforeEach(async () => {
  file = await newIdentityFile('office');
  database = openDatabase(file);
});
afterEach(async () => {
  await database.close();
  removeIdentityFile(file);
});

const attempt = async (username: string, address: string): Promise<boolean> =>
  (await admitAttempt(database, { proof: 'password', username, address, now })).allowed;

/** How many of so many tries were let through to the password. */
async function admitted(tries: number, of: (n: number) => readonly [string, string]): Promise<number> {
  let count = 0;
  for (let n = 0; n < tries; n += 1) if (await attempt(...of(n))) count += 1;
  return count;
}

describe('wrong tries at signing in', () => {
  it.each<[string, number, (n: number) => readonly [string, string]]>([
    ['one name from one place: five', 5, () => ['ha.tran', '10.0.0.1']],
    ['one name from many places: twenty', 20, (n) => ['ha.tran', `10.0.0.${String(n)}`]],
    ['many names from one place: fifty', 50, (n) => [`nguoi.${String(n)}`, '10.0.0.1']],
  ])('%s', async (_what, limit, of) => {
    expect(await admitted(limit + 5, of)).toBe(limit);
  });

  it('of a stranger elsewhere keep nobody out of their own account', async () => {
    await admitted(9, () => ['ha.tran', '10.0.0.66']);

    expect(await attempt('ha.tran', '10.0.0.1')).toBe(true);
  });

  it('of a code, with the right password: ten a day, from wherever', async () => {
    const tries = async (count: number, at: Instant): Promise<boolean[]> => {
      const allowed: boolean[] = [];
      for (let n = 0; n < count; n += 1) {
        const address = `10.0.0.${String(n)}`;
        const attempted = { proof: 'secondFactor', username: 'ha.tran', address, now: at } as const;
        allowed.push((await admitAttempt(database, attempted)).allowed);
      }
      return allowed;
    };
    expect((await tries(12, now)).filter(Boolean)).toHaveLength(10);
    expect(await attempt('ha.tran', '10.0.0.1')).toBe(true);
    expect(await tries(1, instantOf(epochMs(now) + 23 * 3_600_000))).toEqual([false]);
    expect(await tries(1, instantOf(epochMs(now) + 24 * 3_600_000))).toEqual([true]);
  });

  it('are forgotten there once the password was right', async () => {
    await admitted(4, () => ['ha.tran', '10.0.0.1']);
    const fifth = { proof: 'password', username: 'ha.tran', address: '10.0.0.1' } as const;
    const permit = await admitAttempt(database, { ...fifth, now });
    if (!permit.allowed) throw new Error('the fifth try is let through');
    await forgiveAttempt(database, fifth, permit.ids);

    expect(await admitted(9, () => ['ha.tran', '10.0.0.1'])).toBe(5);
  });
});
