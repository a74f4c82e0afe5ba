import { describe, expect, it } from 'vitest';
import type { Condition, Item, Write } from '#shared/ports.ts';
import { CommitConflict } from '#shared/ports.ts';
import { anItem, conflictOf, newPartition, putAll } from './store-subject.ts';
import type { UseStore } from './store-subject.ts';

const body = { status: 'OPEN', rows: 3, sealed: false, note: null };
const standing = { version: 5, body };

const holdsOnStanding: readonly (readonly [string, Condition])[] = [
  ['present', { present: true }],
  ['its version', { version: 5 }],
  ['equal text', { equals: { status: 'OPEN' } }],
  ['equal fields of every kind', { equals: { status: 'OPEN', rows: 3, sealed: false } }],
  ['equal fields, of which none is asked', { equals: {} }],
];

const failsOnStanding: readonly (readonly [string, Condition])[] = [
  ['absent', { absent: true }],
  ['another version', { version: 4 }],
  ['one unequal field of two', { equals: { status: 'OPEN', rows: 4 } }],
  ['a number where the text of it is asked', { equals: { rows: '3' } }],
  ['a field that is not there', { equals: { missing: 'OPEN' } }],
  ['a field that is null', { equals: { note: false } }],
];

const failsOnNothing: readonly (readonly [string, Condition])[] = [
  ['present', { present: true }],
  ['a version', { version: 5 }],
  ['equal text', { equals: { status: 'OPEN' } }],
  ['equal fields, of which none is asked', { equals: {} }],
];

type Kind = 'put' | 'delete' | 'check';
const kinds: readonly Kind[] = ['put', 'delete', 'check'];
const versionAfter: Readonly<Record<Kind, number | undefined>> = { put: 6, delete: undefined, check: 5 };

function writeOn(item: Item, kind: Kind, condition: Condition): Write {
  const key = { pk: item.pk, sk: item.sk };
  if (kind === 'put') return { put: { ...item, version: 6 }, if: condition };
  return kind === 'delete' ? { delete: key, if: condition } : { check: key, if: condition };
}

export function describeCommits(use: UseStore): void {
  describeConditions(use);
  describeAtomicity(use);
  describeRaces(use);
}

function describeConditions(use: UseStore): void {
  describe.each(kinds)('a condition on a %s', (kind) => {
    it.each(holdsOnStanding)('holds on a standing item: %s', async (_name, condition) => {
      const { store } = use();
      const item = anItem({ pk: newPartition(), sk: 'META' }, standing);
      await putAll(store, [item]);

      await store.commit([writeOn(item, kind, condition)]);

      expect((await store.get([item]))[0]?.version).toBe(versionAfter[kind]);
    });

    it.each(failsOnStanding)('fails on a standing item: %s', async (_name, condition) => {
      const { store } = use();
      const item = anItem({ pk: newPartition(), sk: 'META' }, standing);
      await putAll(store, [item]);

      const failed = await conflictOf(store.commit([writeOn(item, kind, condition)]));

      expect(failed).toStrictEqual([{ index: 0, found: item }]);
      expect(await store.get([item])).toStrictEqual([item]);
    });

    it('holds where nothing stands: absent', async () => {
      const { store } = use();
      const item = anItem({ pk: newPartition(), sk: 'META' }, standing);

      await store.commit([writeOn(item, kind, { absent: true })]);

      expect((await store.get([item]))[0]?.version).toBe(kind === 'put' ? 6 : undefined);
    });

    it.each(failsOnNothing)('fails where nothing stands: %s', async (_name, condition) => {
      const { store } = use();
      const item = anItem({ pk: newPartition(), sk: 'META' }, standing);

      const failed = await conflictOf(store.commit([writeOn(item, kind, condition)]));

      expect(failed).toStrictEqual([{ index: 0, found: undefined }]);
      expect(await store.get([item])).toEqual([undefined]);
    });
  });

  it('puts over what stands, and deletes what is not there, when no condition is set', async () => {
    const { store } = use();
    const pk = newPartition();
    await putAll(store, [anItem({ pk, sk: 'a' }, { body: { old: true } })]);

    await store.commit([
      { put: anItem({ pk, sk: 'a' }, { body: { new: true } }) },
      { delete: { pk, sk: 'none' } },
    ]);

    expect((await store.get([{ pk, sk: 'a' }]))[0]?.body).toStrictEqual({ new: true });
  });
}

function describeAtomicity(use: UseStore): void {
  it('stores nothing of a commit in which one write is refused', async () => {
    const { store } = use();
    const pk = newPartition();
    await putAll(store, [anItem({ pk, sk: 'meta' }), anItem({ pk, sk: 'inbox' })]);

    await conflictOf(
      store.commit([
        { put: anItem({ pk, sk: 'meta' }, { version: 2 }), if: { version: 1 } },
        { put: anItem({ pk, sk: 'entry' }), if: { absent: true } },
        { delete: { pk, sk: 'inbox' } },
        { check: { pk, sk: 'role' }, if: { present: true } },
      ]),
    );

    const found = await store.get(['meta', 'entry', 'inbox'].map((sk) => ({ pk, sk })));
    expect(found.map((item) => item?.version)).toEqual([1, undefined, 1]);
  });

  it('names every refused write by its place, with the item that stood there', async () => {
    const { store } = use();
    const pk = newPartition();
    const meta = anItem({ pk, sk: 'meta' }, { version: 9, body: { status: 'HELD' } });
    const guard = anItem({ pk, sk: 'guard' });
    await putAll(store, [meta, guard]);

    const failed = await conflictOf(
      store.commit([
        { put: anItem({ pk, sk: 'entry' }), if: { absent: true } },
        { put: anItem({ pk, sk: 'meta' }, { version: 9 }), if: { version: 8 } },
        { check: { pk, sk: 'role' }, if: { equals: { holds: true } } },
        { put: anItem({ pk, sk: 'guard' }), if: { absent: true } },
      ]),
    );

    expect(failed).toStrictEqual([
      { index: 1, found: meta },
      { index: 2, found: undefined },
      { index: 3, found: guard },
    ]);
  });

  it('shows what a commit stored to every read after it', async () => {
    const { store } = use();
    const pk = newPartition();
    await putAll(store, [anItem({ pk, sk: 'a' }), anItem({ pk, sk: 'b' })]);
    await store.commit([{ delete: { pk, sk: 'a' } }, { put: anItem({ pk, sk: 'c' }) }]);

    expect((await store.get([{ pk, sk: 'a' }]))[0]).toBeUndefined();
    expect((await store.query({ pk })).items.map((item) => item.sk)).toEqual(['b', 'c']);
  });
}

function describeRaces(use: UseStore): void {
  it('lets exactly one of fifty commits win that were asked for at once on one version', async () => {
    const { store } = use();
    const key = { pk: newPartition(), sk: 'META' };
    await putAll(store, [anItem(key)]);

    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        store.commit([
          { put: anItem(key, { version: 2, body: { by: n } }), if: { version: 1 } },
          { put: anItem({ pk: key.pk, sk: `ENTRY#${String(n)}` }), if: { absent: true } },
        ]),
      ),
    );

    const won = outcomes.flatMap((outcome, n) => (outcome.status === 'fulfilled' ? [n] : []));
    const lost = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    );
    expect(won).toHaveLength(1);
    expect(lost.every((reason) => reason instanceof CommitConflict)).toBe(true);
    expect((await store.get([key]))[0]?.body).toEqual({ by: won[0] });
    expect((await store.query({ pk: key.pk, prefix: 'ENTRY#' })).items).toHaveLength(1);
  });

  it('keeps the neighbours of a refused commit that were asked for in the same moment', async () => {
    const { store } = use();
    const pk = newPartition();
    await putAll(store, [anItem({ pk, sk: 'taken' })]);

    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => {
        const mine = { put: anItem({ pk, sk: `row#${String(n).padStart(2, '0')}` }) };
        return store.commit(
          n % 4 === 3 ? [mine, { check: { pk, sk: 'taken' }, if: { absent: true } }] : [mine],
        );
      }),
    );

    const stored = outcomes.flatMap((outcome, n) =>
      outcome.status === 'fulfilled' ? [`row#${String(n).padStart(2, '0')}`] : [],
    );
    expect(stored).toHaveLength(15);
    expect((await store.query({ pk, prefix: 'row#' })).items.map((item) => item.sk)).toEqual(stored);
  });
}
