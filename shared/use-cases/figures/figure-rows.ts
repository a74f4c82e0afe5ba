import type { Case } from '../../domain/case.ts';
import type { Organisation } from '../../domain/directory.ts';
import {
  countedBy,
  fits,
  sumOf,
  type AwardFacts,
  type AwardFilter,
  type FigureLine,
  type StandingFilter,
} from '../../domain/figures.ts';
import type { CaseId, OrganisationId, PersonId, RoundId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { loadRound, readOrganisations } from '../../records/directory-record.ts';
import { readAwardFigures, readFigureLines } from '../../records/figure-record.ts';
import { keys } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { readNames, type Names, type OrganisationName } from '../views/reader.ts';
import { countedIn, readAsked, type FiguresQuery } from './figures-view.ts';
import { readTakenSteps } from './pace-figures.ts';
import { readAwards } from './recount.ts';
import { stepName, type StepName } from './step-name.ts';

/** One case behind a figure; of a sealed one its number and nothing else. */
export interface FigureRow {
  readonly sealedNumber?: number;
  readonly id?: CaseId;
  readonly publicCode?: string;
  readonly label?: Case['label'];
  readonly unit?: OrganisationName;
  readonly form?: string;
  readonly submittedOn?: Case['submittedOn'];
  readonly kind?: Case['subjectKind'];
  readonly status?: Case['status'];
  readonly standing?: FigureLine['standing'];
  readonly step?: StepName;
  readonly holder?: OrganisationName;
  /** Of a step that was passed: office days. */
  readonly days?: number;
  readonly facts?: AwardFacts;
}

export interface FigureRows {
  readonly office: OrganisationName;
  readonly rows: readonly FigureRow[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

export const rowsAPage = 50;
/** An export takes so many. */
export const rowsAnExport = 2_000;

/** Which rows of all that are behind the figure. */
export interface RowsAsked {
  readonly page: number;
  readonly size: number;
}

/** Something counted as a whole, whose rows are read only where the page reaches it. */
interface Source {
  readonly count: number;
  readonly read: () => Promise<readonly Found[]>;
}
interface Found {
  readonly line: Pick<FigureLine, 'case'> & Partial<FigureLine>;
  readonly facts?: AwardFacts;
  readonly days?: number;
}

/** Nominations of a round that stand as asked. @throws Refusal OrganisationForeign, RoundNotFound */
export async function readStandingRows(
  ports: Ports,
  person: PersonId,
  query: FiguresQuery & { readonly round: RoundId; readonly level?: Organisation['level'] | undefined },
  { filter, asked }: { readonly filter: StandingFilter; readonly asked: RowsAsked },
): Promise<FigureRows> {
  const { office } = await readAsked(ports, person, query);
  const [item] = await ports.store.get([keys.round(query.round)]);
  const round = loadRound(item)?.value;
  if (round === undefined) throw new Refusal('RoundNotFound', { round: query.round });
  const counted = await countedIn(ports, office, round);
  const { enteredBy, ...cell } = filter;
  const ofLevel = await levelFilter(ports, query.level, counted.flatMap(holdersIn));
  const wanted = (one: StandingFilter): boolean => fits(one, cell) && ofLevel(one.holder);
  const sources = counted
    .filter(({ organisation }) => enteredBy === undefined || organisation === enteredBy)
    .map(({ organisation, cells }): Source => ({
      count: sumOf(cells.filter(wanted)),
      read: async () =>
        (await readFigureLines(ports.store, round.id, organisation))
          .filter((line) => line.readers.includes(office) && wanted(line))
          .map((line) => ({ line })),
    }));
  return rowsOf(ports, office, sources, asked);
}

const holdersIn = ({ cells }: Awaited<ReturnType<typeof countedIn>>[number]): OrganisationId[] =>
  cells.flatMap(({ holder }) => holder ?? []);

async function levelFilter(
  { store }: Ports,
  level: Organisation['level'] | undefined,
  holders: readonly OrganisationId[],
): Promise<(holder: OrganisationId | undefined) => boolean> {
  if (level === undefined) return () => true;
  const known = await readOrganisations(store, holders);
  return (holder) => holder !== undefined && known.get(holder)?.level === level;
}

/** Awards by decisions of one year. @throws Refusal OrganisationForeign */
export async function readAwardRows(
  ports: Ports,
  person: PersonId,
  query: FiguresQuery,
  { filter, asked }: { readonly filter: AwardFilter; readonly asked: RowsAsked },
): Promise<FigureRows> {
  const { office, year } = await readAsked(ports, person, query);
  const { enteredBy, ...cell } = filter;
  const figures = await readAwardFigures(ports.store, year);
  const sources = figures
    .filter(({ organisation }) => enteredBy === undefined || organisation === enteredBy)
    .map(({ organisation, round, groups }): Source => ({
      count: sumOf(countedBy(groups, office).filter((one) => fits(one, cell))),
      read: async () => {
        const lines = await readFigureLines(ports.store, round, organisation);
        const awards = await readAwards(
          ports.store,
          lines.filter(({ readers }) => readers.includes(office)),
        );
        return awards.filter(
          ({ line, facts, year: decided }) => decided === year && fits({ ...line, ...facts }, cell),
        );
      },
    }));
  return rowsOf(ports, office, sources, asked);
}

/** Cases that passed a step of the office in one year, the last first. @throws Refusal OrganisationForeign */
export async function readPaceRows(
  ports: Ports,
  person: PersonId,
  query: FiguresQuery & { readonly step: string },
  asked: RowsAsked,
): Promise<FigureRows> {
  const { office, year } = await readAsked(ports, person, query);
  const taken = await readTakenSteps(ports, { organisation: office, step: query.step, year });
  const read = async () => taken.map(({ case: id, days }) => ({ line: { case: id }, days }));
  return rowsOf(ports, office, [{ count: taken.length, read }], asked);
}

async function rowsOf(
  ports: Ports,
  office: OrganisationId,
  sources: readonly Source[],
  { page, size }: RowsAsked,
): Promise<FigureRows> {
  const total = sumOf(sources);
  const pages = Math.max(1, Math.ceil(total / size));
  const found = await stretchOf(sources, (Math.min(page, pages) - 1) * size, size);
  const items = await getAll(
    ports.store,
    found.map(({ line }) => keys.caseMeta(line.case)),
  );
  const cases = items.map((item) => loadCase(item)?.value);
  const names = await readNames(
    ports,
    [
      office,
      ...found.flatMap(({ line }) => line.holder ?? []),
      ...cases.flatMap((subject) => subject?.enteredBy ?? []),
    ],
    [],
  );
  return {
    office: names.organisation(office),
    page: Math.min(page, pages),
    pages,
    rows: found
      .flatMap((one, place) => {
        const subject = cases[place];
        return subject === undefined ? [] : [rowOf(subject, one, names)];
      })
      // Among the others their place would say whose they are.
      .toSorted(
        (one, other) => Number(one.sealedNumber !== undefined) - Number(other.sealedNumber !== undefined),
      ),
  };
}

/** So many found things from a place on; what the page doesn't reach isn't read. */
async function stretchOf(sources: readonly Source[], from: number, size: number): Promise<Found[]> {
  const found: Found[] = [];
  let passed = 0;
  for (const { count, read } of sources) {
    const start = Math.max(0, from - passed);
    if (count > 0 && start < count && found.length < size)
      found.push(...(await read()).slice(start, start + size - found.length));
    passed += count;
  }
  return found;
}

function rowOf(subject: Case, { line, days, facts }: Found, names: Names): FigureRow {
  if (subject.sealed !== undefined) return { sealedNumber: subject.sealed.number };
  const { id, publicCode, label, form, submittedOn, subjectKind: kind, status, enteredBy } = subject;
  const { standing, step, holder } = line;
  return {
    id,
    publicCode,
    label,
    unit: names.organisation(enteredBy),
    status,
    ...(form === undefined ? {} : { form }),
    ...(submittedOn === undefined ? {} : { submittedOn }),
    ...(kind === undefined ? {} : { kind }),
    ...(standing === undefined ? {} : { standing }),
    ...(step === undefined ? {} : { step: stepName(step) }),
    ...(holder === undefined ? {} : { holder: names.organisation(holder) }),
    ...(days === undefined ? {} : { days }),
    ...(facts === undefined ? {} : { facts }),
  };
}
