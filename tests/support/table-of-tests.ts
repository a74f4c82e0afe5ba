import { afterAll, beforeAll } from 'vitest';
import { createDynamoTable, startEngine, type DynamoTable } from './dynamo-table.ts';
import type { Engine } from './dynoxide.ts';

/**
 * For the tests of one `describe`: an empty table on an engine of their own, which ends with them.
 * @returns what answers the table; it is there once a test runs
 */
export function tableOfTests(): () => DynamoTable {
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
  return () => table;
}
