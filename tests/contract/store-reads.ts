import { describe, expect, it } from 'vitest';
import type { Item } from '#shared/ports.ts';
import { anItem, newPartition, putAll } from './store-subject.ts';
import type { UseStore } from './store-subject.ts';

export function describeReads(use: UseStore): void {
  describe('get', () => {
    it('answers in the order of the keys, with a gap where nothing is', async () => {
      const { store } = use();
      const pk = newPartition();
      await putAll(store, [anItem({ pk, sk: 'a' }), anItem({ pk, sk: 'b' }), anItem({ pk, sk: 'c' })]);

      const found = await store.get(['c', 'none', 'a', 'b'].map((sk) => ({ pk, sk })));

      expect(found.map((item) => item?.sk)).toEqual(['c', undefined, 'a', 'b']);
    });

    it('reads a hundred keys at once and refuses one more', async () => {
      const { store } = use();
      const pk = newPartition();
      const keys = Array.from({ length: 101 }, (_, n) => ({ pk, sk: `row#${String(n)}` }));
      const hundred = keys.slice(0, 100);
      await putAll(
        store,
        hundred.map((key) => anItem(key)),
      );

      expect((await store.get(hundred)).map((item) => item?.sk)).toEqual(hundred.map((key) => key.sk));
      await expect(store.get(keys)).rejects.toThrow(TypeError);
    });

    it('answers a key twice that was asked twice, in its places', async () => {
      const { store } = use();
      const pk = newPartition();
      await putAll(store, [anItem({ pk, sk: 'a' }), anItem({ pk, sk: 'b' })]);

      const found = await store.get(['a', 'b', 'none', 'a', 'none'].map((sk) => ({ pk, sk })));

      expect(found.map((item) => item?.sk)).toEqual(['a', 'b', undefined, 'a', undefined]);
    });

    it('reads more at once than an engine answers at once', async () => {
      const { store } = use();
      const pk = newPartition();
      const keys = Array.from({ length: 45 }, (_, n) => ({ pk, sk: `row#${String(n)}` }));
      for (let from = 0; from < keys.length; from += 9) {
        const rows = keys.slice(from, from + 9);
        await putAll(
          store,
          rows.map((key) => anItem(key, { body: { text: 'x'.repeat(390_000) } })),
        );
      }

      expect((await store.get(keys)).map((item) => item?.sk)).toEqual(keys.map(({ sk }) => sk));
    });

    it('answers nothing to no keys', async () => {
      expect(await use().store.get([])).toEqual([]);
    });

    it('tells apart partitions that hold the same sort key', async () => {
      const { store } = use();
      const [here, there] = [newPartition(), newPartition()];
      await putAll(store, [
        anItem({ pk: here, sk: 'META' }, { body: { place: 'here' } }),
        anItem({ pk: there, sk: 'META' }, { body: { place: 'there' } }),
      ]);

      const found = await store.get([
        { pk: there, sk: 'META' },
        { pk: here, sk: 'META' },
      ]);

      expect(found.map((item) => item?.body['place'])).toEqual(['there', 'here']);
    });

    it('gives back every part of an item as it was put', async () => {
      const { store } = use();
      const pk = newPartition();
      const item: Item = {
        ...{ pk, sk: 'META', version: 7, v: 3, expiresAt: 4_102_444_800 },
        body: {
          text: 'x',
          empty: '',
          none: null,
          yes: true,
          no: false,
          sum: -1.5,
          list: [1, ['a'], {}],
          deep: { a: [] },
        },
        g1: { pk: `${pk}#1`, sk: 'one' },
        g2: { pk: `${pk}#2`, sk: 'two' },
        g3: { pk: `${pk}#3`, sk: 'three' },
      };
      await store.commit([{ put: item }]);

      expect(await store.get([item])).toStrictEqual([item]);
    });

    it('gives back Vietnamese text with exactly its bytes, composed or not', async () => {
      const { store } = use();
      const pk = newPartition();
      const composed = 'Nguyễn Thị Hường, phường Kỳ Lừa: “Tập thể lao động xuất sắc” 🏅'.normalize('NFC');
      const decomposed = composed.normalize('NFD');
      await putAll(store, [
        anItem({ pk, sk: composed }, { body: { name: composed } }),
        anItem({ pk, sk: decomposed }, { body: { name: decomposed } }),
      ]);

      const found = await store.get([
        { pk, sk: composed },
        { pk, sk: decomposed },
      ]);

      const bytes = (text: unknown): string => Buffer.from(String(text)).toString('hex');
      expect(found.map((item) => bytes(item?.body['name']))).toEqual([bytes(composed), bytes(decomposed)]);
      expect(found.map((item) => bytes(item?.sk))).toEqual([bytes(composed), bytes(decomposed)]);
    });

    it('leaves out fields of the body that are undefined', async () => {
      const { store } = use();
      const pk = newPartition();
      await store.commit([{ put: anItem({ pk, sk: 'a' }, { body: { kept: 1, dropped: undefined } }) }]);

      expect((await store.get([{ pk, sk: 'a' }]))[0]?.body).toStrictEqual({ kept: 1 });
    });

    it('keeps what was put when the caller changes its own object afterwards', async () => {
      const { store } = use();
      const pk = newPartition();
      const body = { step: 'RECEIVE' };
      const commit = store.commit([{ put: anItem({ pk, sk: 'a' }, { body }) }]);
      body.step = 'APPRAISE';
      await commit;

      expect((await store.get([{ pk, sk: 'a' }]))[0]?.body).toEqual({ step: 'RECEIVE' });
    });
  });
}
