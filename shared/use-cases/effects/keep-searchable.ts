import type { Case } from '../../domain/case.ts';
import { isDiscarded } from '../../domain/case.ts';
import type { Entry } from '../../domain/history.ts';
import type { CaseId } from '../../domain/id.ts';
import { searchWords } from '../../domain/search-words.ts';
import type { Key, Ports, Store, Write } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { replace } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import {
  loadSearched,
  rotationItem,
  rotationKeys,
  othersHave,
  type Searched,
} from '../../records/search-record.ts';
import { withRetries } from '../acting/request.ts';

const concerned = ['Drafted', 'StepOpened', 'Withdrawn', 'Erased'];
const mending = ['Edited', 'WordingMended', 'SupplementAnswered'];

/** Whether a case may be found under another name after it, or at another office. */
export const renamesOrOpens = ({ act, facts }: Entry): boolean =>
  concerned.includes(act) ||
  (mending.includes(act) && JSON.stringify(facts['fields'] ?? []).includes('"printedName"'));

/** Of the hundred of a transaction. */
const writesACommit = 90;

/**
 * A case is found by the words of its name at every office that may read it; never a sealed one, whose name is told only for a
 * reason that is kept, nor a discarded draft. Repeatable: what stands is made what should.
 */
export async function keepSearchable({ store }: Pick<Ports, 'store'>, id: CaseId): Promise<void> {
  await withRetries(async () => {
    for (;;) if (await oneCommit(store, id)) return;
  });
}

const nowhere: Searched = { words: [], offices: [] };

/** @returns whether all is as it should be */
async function oneCommit(store: Store, id: CaseId): Promise<boolean> {
  const [meta, item] = await store.get([keys.caseMeta(id), keys.searched(id)]);
  const before = loadSearched(item);
  const [is, target] = [before?.value ?? nowhere, wantedOf(loadCase(meta)?.value)];
  if (JSON.stringify(is) === JSON.stringify(target)) return true;
  // Another name: what stood goes first, and later commits put the new one.
  const renamed = is.words.length > 0 && is.words.join(' ') !== target.words.join(' ');
  const next = renamed ? fewer(is) : someMore(is, target);
  const [stood, stands] = [rotationKeys(id, is), rotationKeys(id, next)];
  const writes = [
    ...without(stood, stands).map((key): Write => ({ delete: key })),
    ...without(stands, stood).map((key): Write => ({ put: rotationItem(key, id) })),
    ...(renamed ? await lastWords(store, id, is, next) : await newWords(store, next)),
  ];
  await store.commit([replace(keys.searched(id), next, before), ...writes]);
  return false;
}

const fitting = (words: readonly string[]): number =>
  Math.max(1, Math.floor(writesACommit / (2 * words.length + 1)));

function fewer({ words, offices }: Searched): Searched {
  const left = offices.slice(fitting(words));
  return left.length === 0 ? nowhere : { words, offices: left };
}

/** As many more offices as one commit takes; with each of them, its words. */
function someMore(is: Searched, { words, offices }: Searched): Searched {
  const more = offices.filter((office) => !is.offices.includes(office)).slice(0, fitting(words));
  const stay = offices.filter((office) => is.offices.includes(office) || more.includes(office));
  return { words, offices: stay };
}

function wantedOf(subject: Case | undefined): Searched {
  if (subject === undefined || subject.sealed !== undefined || isDiscarded(subject)) return nowhere;
  const words = searchWords(subject.label.name);
  return words.length === 0 ? nowhere : { words, offices: [...new Set(subject.readers)] };
}

function without(all: readonly Key[], others: readonly Key[]): Key[] {
  const known = new Set(others.map(({ pk, sk }) => `${pk} ${sk}`));
  return all.filter(({ pk, sk }) => !known.has(`${pk} ${sk}`));
}

/** A read costs a tenth of a put, and most words of a name stand already. */
async function newWords(store: Store, { words, offices }: Searched): Promise<Write[]> {
  const wanted = offices.flatMap((office) =>
    [...new Set(words)].map((word) => keys.searchWord(office, word)),
  );
  const items = await getAll(store, wanted);
  return wanted.flatMap((key, index) =>
    items[index] === undefined ? [{ put: { ...key, version: 1, v: 1, body: {} } }] : [],
  );
}

/** What no other name has goes with it: a word may be as rare as who bore it. */
async function lastWords(
  store: Store,
  id: CaseId,
  { words, offices }: Searched,
  next: Searched,
): Promise<Write[]> {
  const left = offices.filter((office) => !next.offices.includes(office));
  const places = left.flatMap((office) => [...new Set(words)].map((word) => ({ office, word })));
  const gone = await Promise.all(
    places.map(async ({ office, word }) => !(await othersHave(store, office, word, id))),
  );
  return places
    .filter((_, index) => gone[index])
    .map(({ office, word }) => ({ delete: keys.searchWord(office, word) }));
}
