import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '#tests/support/memory-store.ts';
import { storeContract } from './store-contract.ts';
import { anItem, putAll, sortKeysOf } from './store-subject.ts';

describe('the store in memory', () => {
  storeContract(async () => ({
    store: createMemoryStore(),
    settle: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }));

  it('goes back to what was saved, whatever was committed since', async () => {
    const store = createMemoryStore();
    await putAll(store, [anItem({ pk: 'a', sk: '1' }), anItem({ pk: 'b', sk: '1' })]);
    const saved = store.save();
    await store.commit([{ delete: { pk: 'a', sk: '1' } }, { put: anItem({ pk: 'b', sk: '2' }) }]);
    const later = store.save();

    store.restore(saved);
    expect(await sortKeysOf(store, { pk: 'a' })).toEqual(['1']);
    expect(await sortKeysOf(store, { pk: 'b' })).toEqual(['1']);
    store.restore(later);
    expect(await sortKeysOf(store, { pk: 'a' })).toEqual([]);
    expect(await sortKeysOf(store, { pk: 'b' })).toEqual(['1', '2']);
  });
});
