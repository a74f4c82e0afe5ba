import {
  chainStart,
  commitment,
  entryHash,
  entrySchema,
  type ChainTip,
  type Entry,
  type StoredEntry,
} from './history.ts';

export interface ChainFault {
  readonly seq: number;
  readonly fault:
    'missing' | 'altered' | 'inserted' | 'misplaced' | 'payloadAltered' | 'tailCut' | 'headWrong';
}

/** A stored entry of the record, by the number that it calls itself. */
interface OwnEntry {
  readonly key: number;
  readonly number: number;
  readonly entry: Entry;
  readonly hash: string;
  /** Its hash is that of its bytes. */
  readonly sound: boolean;
}

/**
 * Walks the stored bytes against the record's own count and head, and names what is wrong: each entry's bytes against its
 * hash, its number against the others', its hash against what the next one hangs on.
 * @returns every fault found, in order; none when the history holds
 */
export function verifyChain(tip: ChainTip, stored: readonly StoredEntry[]): ChainFault[] {
  const own: OwnEntry[] = [];
  const faults: ChainFault[] = [];
  for (const item of stored) {
    const entry = parsedEntry(item.text);
    if (entry?.record !== tip.record) {
      faults.push({ seq: item.seq, fault: entry === undefined ? 'altered' : 'misplaced' });
      continue;
    }
    const sound = entryHash(entry.previous, item.text) === item.hash;
    own.push({ key: item.seq, number: entry.seq, entry, hash: item.hash, sound });
    if (!sound) faults.push({ seq: item.seq, fault: 'altered' });
    if (isPayloadAltered(item, entry)) faults.push({ seq: item.seq, fault: 'payloadAltered' });
  }
  const strangers = new Set(faults.map(({ seq }) => seq));
  const { chain, inserted } = chosen(tip, own);
  faults.push(...inserted, ...gaps(tip, chain, strangers), ...brokenLinks(tip, chain));
  const elsewhere = faults.length === 0 ? moved(chain) : [];
  faults.push(...(elsewhere.length > 0 ? elsewhere : outOfOrder(own, faults)));
  return faults.sort((one, other) => one.seq - other.seq);
}

const isPayloadAltered = ({ payload }: StoredEntry, entry: Entry): boolean =>
  payload !== undefined && commitment(payload.salt, payload.text) !== entry.payload;

/** Of several entries of one number the one that the next hangs on is the record's own; the others were put in. */
function chosen(
  tip: ChainTip,
  own: readonly OwnEntry[],
): { readonly chain: readonly OwnEntry[]; readonly inserted: readonly ChainFault[] } {
  const followed = new Set([...own.map(({ entry }) => entry.previous), tip.head]);
  const chain: OwnEntry[] = [];
  const inserted: ChainFault[] = [];
  for (const [number, all] of [...Map.groupBy(own, (one) => one.number)].sort(([a], [b]) => a - b)) {
    const genuine = all.find(({ hash }) => followed.has(hash)) ?? all[0];
    const others = all.filter((one) => one !== genuine);
    if (genuine !== undefined && number <= tip.entries) chain.push(genuine);
    else if (genuine !== undefined)
      inserted.push({ seq: genuine.key, fault: genuine.key > tip.entries ? 'inserted' : 'misplaced' });
    inserted.push(...others.map(({ key }): ChainFault => ({ seq: key, fault: 'inserted' })));
  }
  return { chain, inserted };
}

/** Numbers that nobody bears. A place where something else lies has its own fault. */
function gaps(tip: ChainTip, chain: readonly OwnEntry[], strangers: ReadonlySet<number>): ChainFault[] {
  const faults: ChainFault[] = [];
  let expected = 1;
  for (const { number } of chain) {
    if (number > expected && !strangers.has(expected)) faults.push({ seq: expected, fault: 'missing' });
    expected = number + 1;
  }
  const cut = expected <= tip.entries && ![...strangers].some((seq) => seq >= expected);
  return cut ? [...faults, { seq: expected, fault: 'tailCut' }] : faults;
}

/** A sound entry that the next one doesn't hang on was written anew with its own hash. */
function brokenLinks(tip: ChainTip, chain: readonly OwnEntry[]): ChainFault[] {
  const faults: ChainFault[] = [];
  const [first] = chain;
  if (first?.number === 1 && first.sound && first.entry.previous !== chainStart)
    faults.push({ seq: 1, fault: 'altered' });
  for (const [index, one] of chain.entries()) {
    const next = chain[index + 1];
    if (next?.number === one.number + 1 && one.sound && next.sound && next.entry.previous !== one.hash)
      faults.push({ seq: one.number, fault: 'altered' });
  }
  const last = chain.at(-1) ?? { number: 0, hash: chainStart };
  if (last.number === tip.entries && last.hash !== tip.head)
    faults.push({ seq: last.number, fault: 'headWrong' });
  return faults;
}

/** Nothing is missing and nothing too much, but under other keys than its own. */
const moved = (chain: readonly OwnEntry[]): ChainFault[] =>
  chain.filter(({ key, number }) => key !== number).map(({ key }) => ({ seq: key, fault: 'misplaced' }));

/** What lies behind a later one, unless it was put in. */
function outOfOrder(own: readonly OwnEntry[], faults: readonly ChainFault[]): ChainFault[] {
  const inserted = new Set(faults.filter(({ fault }) => fault === 'inserted').map(({ seq }) => seq));
  let highest = 0;
  return own.flatMap(({ key, number }): ChainFault[] => {
    const behind = number < highest;
    highest = Math.max(highest, number);
    return behind && !inserted.has(key) ? [{ seq: key, fault: 'misplaced' }] : [];
  });
}

/** Whoever altered the bytes may have left something that isn't even JSON. */
function parsedEntry(text: string): Entry | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
