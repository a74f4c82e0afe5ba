import { beforeEach, describe, expect, it } from 'vitest';
import {
  createAccount,
  findByPerson,
  findByUsername,
  setDisabled,
  setPassword,
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
    await createAccount(database, { personId, username: ' Ha.Tran ', password });

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
    ['PasswordTooShort', { password: 'ngắn-quá!' }],
    ['PasswordTooLong', { password: 'x'.repeat(257) }],
    ['DemoAccountInOffice', { demo: true }],
  ])('are refused: %s', async (fault, change) => {
    await expect(
      createAccount(database, { personId, username: 'ha.tran', password, ...change }),
    ).rejects.toMatchObject({
      fault,
    });
  });

  it('need a password in an office', async () => {
    await expect(createAccount(database, { personId, username: 'ha.tran' })).rejects.toMatchObject({
      fault: 'PasswordTooShort',
    });
  });

  it('are one a name and one a person', async () => {
    await createAccount(database, { personId, username: 'ha.tran', password });

    await expect(
      createAccount(database, { personId: other, username: 'HA.tran', password }),
    ).rejects.toMatchObject({
      fault: 'UsernameTaken',
    });
    await expect(createAccount(database, { personId, username: 'ha.tran2', password })).rejects.toMatchObject(
      {
        fault: 'PersonHasAccount',
      },
    );
  });

  it('can be given a new password, be disabled and be enabled again', async () => {
    await createAccount(database, { personId, username: 'ha.tran', password });
    await setPassword(database, 'ha.tran', 'mật khẩu thứ hai');
    await setDisabled(database, 'ha.tran', true);
    const disabled = database.read((db) => findByUsername(db, 'ha.tran'));
    await setDisabled(database, 'ha.tran', false);

    expect(disabled?.disabled).toBe(true);
    expect(await isPassword('mật khẩu thứ hai', disabled?.passwordHash)).toBe(true);
    expect(await isPassword(password, disabled?.passwordHash)).toBe(false);
    expect(database.read((db) => findByUsername(db, 'ha.tran'))?.disabled).toBe(false);
  });

  it('that do not exist can not be changed', async () => {
    await expect(setPassword(database, 'khong.co', password)).rejects.toMatchObject({
      fault: 'AccountUnknown',
    });
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
