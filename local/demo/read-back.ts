import { z } from 'zod';
import { createSeasonApi, type ApiOptions, type SeasonApi } from './play/season-api.ts';
import type { World } from './world.ts';

/**
 * A second program that knows nothing of a season's events: it asks the API which decisions were issued, and counts.
 */
export interface ReadBackOptions extends ApiOptions {
  /** Whose decisions are read, and which accounts may read them. */
  readonly world: World;
}

const listSchema = z.looseObject({
  id: z.string(),
  kind: z.enum(['letter', 'session', 'decision', 'approval']),
  state: z.string(),
  origin: z.enum(['here', 'outside']),
  title: z.string(),
  organisation: z.string(),
  number: z.string().optional(),
  date: z.string().optional(),
  sealed: z.literal(true).optional(),
  signature: z.looseObject({ name: z.string(), capacity: z.enum(['head', 'deputy']) }).optional(),
});
const rowSchema = z.looseObject({
  case: z.string(),
  name: z.string(),
  unit: z.string(),
  birthYear: z.int().optional(),
  residentialGroup: z.string().optional(),
  namesake: z.boolean(),
  sealedNumber: z.int().optional(),
  form: z.string().optional(),
  enteredBy: z.string(),
  annex: z.enum(['collective', 'household', 'individual', 'sealed', 'model']).optional(),
  annexOrdinal: z.int().optional(),
  goldenBookNumber: z.int().optional(),
});
const listsSchema = z.looseObject({ lists: z.array(listSchema) });
const listViewSchema = z.looseObject({ list: listSchema, rows: z.array(rowSchema) });
const organisationsSchema = z.looseObject({
  organisations: z.array(z.looseObject({ id: z.string(), shortName: z.string(), level: z.string() })),
});

type Row = z.infer<typeof rowSchema>;
type ListRead = z.infer<typeof listViewSchema>;

export interface ReadBack {
  readonly decisions: readonly ListRead[];
  readonly approvals: readonly ListRead[];
  /** Letters issued by wards, whose rows say what they fed. */
  readonly wardLetters: readonly ListRead[];
  readonly names: ReadonlyMap<string, string>;
}

export async function readBack({ world, ...options }: ReadBackOptions): Promise<ReadBack> {
  const api = createSeasonApi(options);
  const anyone = world.people[0]?.username ?? '';
  const { organisations } = organisationsSchema.parse(await api.read(anyone, '/api/organisations'));
  const known = world.organisations.map((organisation) => organisation.id.toString());
  const own = organisations.filter((organisation) => known.includes(organisation.id));
  const wards = own.filter((organisation) => organisation.level === 'commune');
  const [decisions, approvals, wardLetters] = await Promise.all([
    issued(api, world, own, 'decision'),
    issued(api, world, own, 'approval'),
    issued(api, world, wards, 'letter'),
  ]);
  return {
    decisions,
    approvals,
    wardLetters,
    names: new Map(organisations.map((organisation) => [organisation.id, organisation.shortName])),
  };
}

async function issued(
  api: SeasonApi,
  world: World,
  organisations: readonly { readonly id: string }[],
  kind: 'decision' | 'approval' | 'letter',
): Promise<ListRead[]> {
  const found: ListRead[] = [];
  for (const { id } of organisations) {
    const reader = readerAt(world, id);
    if (reader === undefined) continue;
    const { lists } = listsSchema.parse(
      await api.read(reader, `/api/lists?organisation=${id}&kind=${kind}&state=ISSUED`),
    );
    const noun = kind === 'letter' ? 'letters' : 'decisions';
    for (const list of lists)
      found.push(listViewSchema.parse(await api.read(reader, `/api/${noun}/${list.id}`)));
  }
  return found.sort((one, other) => (dateOf(one) < dateOf(other) ? -1 : 1));
}

const dateOf = ({ list }: ListRead): string => `${list.date ?? ''} ${list.number ?? ''}`;

/** The records clerk, who numbers what is issued and is named where something is sealed. */
function readerAt(world: World, organisation: string): string | undefined {
  const holds = (role: string) => (person: World['people'][number]) =>
    person.posts.some((post) => post.organisation === organisation && post.role === role);
  return (world.people.find(holds('clerk')) ?? world.people.find(holds('officer')))?.username;
}

export interface Counts {
  /** `KNC_ANTQ individual outside` → rows. */
  readonly awards: ReadonlyMap<string, number>;
  readonly sealed: number;
  readonly models: number;
  readonly modelsBySubmitter: ReadonlyMap<string, number>;
}

export function countsOf({ decisions, approvals, names }: ReadBack): Counts {
  const open = decisions.filter(({ list }) => list.sealed === undefined);
  const rows = open.flatMap(({ list, rows: own }) => own.map((row) => ({ ...row, origin: list.origin })));
  const models = approvals.flatMap((approval) => approval.rows);
  return {
    awards: tally(rows.map((row) => `${row.form ?? ''} ${row.annex ?? ''} ${row.origin}`)),
    sealed: decisions.filter(({ list }) => list.sealed !== undefined).flatMap((decision) => decision.rows)
      .length,
    models: models.length,
    modelsBySubmitter: tally(models.map((row) => names.get(row.enteredBy) ?? row.enteredBy)),
  };
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Letters of wards with at least one row of the decision, and the wards that wrote them. */
export function fedBy({ wardLetters }: ReadBack, decision: ListRead): { letters: number; wards: number } {
  const awarded = new Set(decision.rows.map((row) => row.case));
  const feeding = wardLetters.filter((letter) => letter.rows.some((row) => awarded.has(row.case)));
  return { letters: feeding.length, wards: new Set(feeding.map((letter) => letter.list.organisation)).size };
}

export type { ListRead, Row };
