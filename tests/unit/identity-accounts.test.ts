import { beforeEach, describe, expect, it } from 'vitest';
import {
  createAccount,
  findByPerson,
  findByUsername,
  setDisabled,
  type NewAccount,
} from '#local/identity/accounts.ts';
import { hashPassword, isPassword } from '#local/identity/password.ts';
import { prepareIdentity } from '#local/identity/tables.ts';
import { openDatabase, type Database } from '#local/sqlite/database.ts';
import { personIdSchema } from '#shared/domain/id.ts';

const personId = personIdSchema.parse('01JHA000000000000000000001');
const other = personIdSchema.parse('01JM1NH0000000000000000002');
const password = 'mùa-thu-năm-2020';

let database: Database;

beforeEach(async () => {
  database = openDatabase(':memory:');
  await prepareIdentity(database, 'office');
});

describe('accounts', () => {
  it('are found by name in any case, and by person', async () => {
    await createAccount(database, { personId, username: ' Ha.Tran ' });

    const byName = database.read((db) => findByUsername(db, 'HA.TRAN'));

    expect(byName).toMatchObject({ username: 'ha.tran', personId, disabled: false, demo: false });
    expect(database.read((db) => findByPerson(db, personId))).toStrictEqual(byName);
    expect(database.read((db) => findByPerson(db, other))).toBeUndefined();
  });

  it.each<[string, Partial<NewAccount>]>([
    ['UsernameMalformed', { username: '' }],
    ['UsernameMalformed', { username: 'hà trần' }],
    ['UsernameMalformed', { username: '.ha' }],
    ['UsernameMalformed', { username: 'h'.repeat(65) }],
    ['DemoAccountInOffice', { demo: true }],
  ])('are refused: %s', async (fault, change) => {
    await expect(createAccount(database, { personId, username: 'ha.tran', ...change })).rejects.toMatchObject(
      {
        fault,
      },
    );
  });

  it('are one a name and one a person', async () => {
    await createAccount(database, { personId, username: 'ha.tran' });

    await expect(createAccount(database, { personId: other, username: 'HA.tran' })).rejects.toMatchObject({
      fault: 'UsernameTaken',
    });
    await expect(createAccount(database, { personId, username: 'ha.tran2' })).rejects.toMatchObject({
      fault: 'PersonHasAccount',
    });
  });

  it('can be disabled, and enabled again', async () => {
    await createAccount(database, { personId, username: 'ha.tran' });
    await setDisabled(database, 'ha.tran', true);
    expect(database.read((db) => findByUsername(db, 'ha.tran'))?.disabled).toBe(true);
    await setDisabled(database, 'ha.tran', false);
    expect(database.read((db) => findByUsername(db, 'ha.tran'))?.disabled).toBe(false);
    await expect(setDisabled(database, 'khong.co', true)).rejects.toMatchObject({ fault: 'AccountUnknown' });
  });
});

describe('password hashes', () => {
  it('are salted, carry their cost, and know no difference between composed and decomposed letters', async () => {
    const [one, two] = [await hashPassword(password.normalize('NFC')), await hashPassword(password)];

    expect(one).toMatch(/^scrypt\$14\$8\$5\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(await isPassword(password.normalize('NFD'), one)).toBe(true);
    expect(await isPassword(`${password} `, one)).toBe(false);
  });

  it.each([undefined, '', 'x', 'scrypt$1$1$1$$'])('that are none (%s) fit no password', async (stored) => {
    expect(await isPassword('', stored)).toBe(false);
  });
});
