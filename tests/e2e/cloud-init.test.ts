import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '#shared/records/directory-record.ts';
import {
  createDynamoTable,
  engineMissing,
  startEngine,
  type DynamoTable,
} from '#tests/support/dynamo-table.ts';
import type { Engine } from '#tests/support/dynoxide.ts';
import { runProgram } from '#tests/support/program.ts';

/** `npm run init -- --table`: the first administrator, whose account is another issuer's. */

const who = ['--name', 'Phạm Quản Trị', '--username', 'Quan.Tri', '--email', 'tri@haiphong.example'];

describe.skipIf(engineMissing !== undefined)(
  'the first administrator of an empty table',
  { timeout: 60_000 },
  () => {
    let engine: Engine;
    let table: DynamoTable;
    beforeAll(async () => {
      engine = await startEngine();
      table = await createDynamoTable(engine);
    });
    afterAll(async () => {
      table.close();
      await engine.stop();
    });
    const init = (...args: readonly string[]) =>
      runProgram('init', ['--table', table.name, ...args], {
        AWS_REGION: 'local',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      }).ended;

    it('is put on record once, and the command for the issuer names the id', async () => {
      expect((await init('--name', 'A B')).err).toMatch(/Cách dùng[^]*Usage/);
      expect((await init(...who.slice(0, 4), '--email', 'x@')).err).toContain('--email');
      const first = await init(...who);
      const [, id] = /admin-create-user .* --username (\S+) /.exec(first.out) ?? [];
      const person = await findPerson(table.createStore(), 'quan.tri');
      expect([first.code, person?.id, person?.posts]).toEqual([0, id, []]);
      const again = await init(...who);
      expect([again.code, again.out]).toEqual([0, first.out]);
      const other = await init('--name', 'Ai Khác', '--username', 'khac', '--email', 'khac@haiphong.example');
      expect([other.code, other.err]).toEqual([1, expect.stringMatching(/đã có quản trị đầu tiên/)]);
    });
  },
);
