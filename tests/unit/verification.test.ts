import { expect, it } from 'vitest';
import { chain, chainStart } from '#shared/domain/history.ts';
import { instantSchema } from '#shared/domain/time.ts';
import { findingLine } from '#shared/verification/finding.ts';
import type { Printed } from '#shared/verification/paper.ts';
import { walkIn } from '../support/case-walk.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { itemsIn } from '../support/store-snapshot.ts';
import { createTestHome } from '../support/test-home.ts';
import { verified as look } from '../support/verified.ts';

const foundIn = async (...asked: Parameters<typeof look>) => (await look(...asked)).findings;

it('reads a record again that a scan tore apart, and finds nothing', async () => {
  const { ports, settle } = await createTestHome();
  const id = await draftNomination(ports);
  await settle();
  const before = itemsIn(ports.database);
  await walkIn({ ports, settle } as never).act(people.wardOfficer, id, 'submit');
  const after = itemsIn(ports.database);
  // Half of the table was read before the act, half after it.
  const torn = [
    ...before.filter(({ sk }) => sk === 'META' || sk === 'CONTENT'),
    ...after.filter(({ sk }) => sk !== 'META' && sk !== 'CONTENT'),
  ];
  expect(await foundIn(torn)).not.toEqual([]);
  expect(await foundIn(torn, { store: ports.store })).toEqual([]);
});

it('walks histories of before entries told what they change, and counts what it could not compare', async () => {
  const at = instantSchema.parse('2020-10-05T02:00:00.000Z');
  const tip = { record: 'CASE#1', entries: 0, head: chainStart };
  const { text, hash } = chain(tip, { act: 'Drafted', facts: {} }, { at, machineAt: at }, '00');
  const items = [
    { pk: 'CASE#1', sk: 'ENTRY#000001', version: 1, v: 1, body: { text, hash } },
    { pk: 'CASE#1', sk: 'META', version: 1, v: 1, body: { entries: 1, head: hash } },
  ];
  const { findings, verified } = await look(items);
  expect(findings).toEqual([]);
  expect(verified).toMatchObject({ records: 1, entries: 1, untold: 1 });
});

it.each<[string, Printed]>([
  ['a root', { root: '1234-5678' }],
  ['a record', { record: 'case 12' }],
  ['a head', { record: 'CASE#1', head: 'XXXX-XXXX-XXXX-XXXX-XXXX' }],
])('says that the code of %s can’t be right', async (_what, printed) => {
  await expect(foundIn([], {}, printed)).rejects.toMatchObject({ code: 'CodeMistyped' });
});

it('says in both languages what was found, with record and entry', () => {
  expect(findingLine({ code: 'EntryAltered', record: 'CASE#1', seq: 3 })).toBe(
    'CASE#1: mục 3 đã bị sửa / entry 3 was altered',
  );
});
