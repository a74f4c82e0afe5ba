import type { Ports } from '#shared/ports.ts';

/** Somebody else acts just before the first commit, or the first reading of a guard. */
export function outrun<Own extends Ports>(
  ports: Own,
  call: 'commit' | 'guard',
  meanwhile: () => Promise<unknown>,
): Own {
  const { store } = ports;
  let outrun = false;
  async function once(): Promise<void> {
    if (outrun) return;
    outrun = true;
    await meanwhile();
  }
  return {
    ...ports,
    store: {
      get: async (wanted) => {
        if (call === 'guard' && wanted.some(({ pk }) => pk.startsWith('GUARD#'))) await once();
        return store.get(wanted);
      },
      query: (query) => store.query(query),
      commit: async (writes) => {
        if (call === 'commit') await once();
        return store.commit(writes);
      },
    },
  };
}
