import { z } from 'zod';
import { openStep, standingOf, type Case } from '../../domain/case.ts';
import { organisationIdSchema, type CaseId, type OrganisationId, type PersonId } from '../../domain/id.ts';
import { caseRules } from '../../domain/permission.ts';
import { subjectKinds, type Round } from '../../domain/round.ts';
import { compareNames } from '../../domain/text.ts';
import type { Ports } from '../../ports.ts';
import { keeperOf, loadCase } from '../../records/case-record.ts';
import { readFigureLines, readRecounts, readRoundFigures } from '../../records/figure-record.ts';
import { parseInboxRow } from '../../records/inbox-record.ts';
import { inboxOfRole, keys } from '../../records/keys.ts';
import { getAll, queryAll } from '../../records/query.ts';
import { readAsked } from '../figures/figures-view.ts';
import { readRoundView, type RoundView } from '../views/round-view.ts';
import { readFunds, type FundView } from '../money/funds.ts';
import { readNames, readReader, type Names, type OrganisationName } from '../views/reader.ts';
import { readPlaces, type Place } from './places-in-letters.ts';
import { tableRows, type TableRow } from './table-rows.ts';

export const tableSorts = ['order', 'name', 'unit', 'birthYear', 'dueOn'] as const;
export type TableSort = (typeof tableSorts)[number];

export const tableQuerySchema = z.object({
  /** One at which the reader works; the first if left out. */
  office: organisationIdSchema.optional(),
  form: z.string().max(40).optional(),
  kind: z.enum(subjectKinds).optional(),
  /** That entered it. */
  unit: organisationIdSchema.optional(),
  /** Free at a step of the office. */
  here: z.literal('yes').optional(),
  sort: z.enum(tableSorts).default('order'),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
});
export type TableQuery = z.infer<typeof tableQuerySchema>;

export interface RoundTable {
  readonly view: RoundView;
  readonly office: OrganisationName;
  readonly offices: readonly OrganisationName[];
  /** Of the round's year, where the office has said what it is. */
  readonly fund?: FundView;
  /** That entered anything of what the office may read in the round. */
  readonly units: readonly OrganisationName[];
  readonly rows: readonly TableRow[];
  /** Numbers of the sealed cases among all rows: they stand apart, and nothing is told of them. */
  readonly sealed: readonly number[];
  /** Rows on all pages, without the sealed ones. */
  readonly total: number;
  /** Not all were looked at: a narrower question shows the rest. */
  readonly more: boolean;
  readonly page: number;
  readonly pages: number;
}

export interface TableScope {
  /** Rows a page. */
  readonly size?: number;
  /** False: what the rules find, and earlier awards, are left out. */
  readonly judged?: boolean;
}

export const rowsAPage = 100;
/** So many cases of one round are put in order; a booklet holds as many. */
export const mostRows = 1_000;

/**
 * Bảng tổng hợp: every nomination of a round that the office may read, drafts aside, as it stands now.
 * @throws Refusal RoundNotFound, OrganisationForeign for an office at which the reader doesn't work, ActNotYours without one
 */
export async function readRoundTable(
  ports: Ports,
  person: PersonId,
  round: Round['id'],
  query: TableQuery,
  { size = rowsAPage, judged = true }: TableScope = {},
): Promise<RoundTable> {
  const [view, { office, offices }, reader] = await Promise.all([
    readRoundView(ports, round),
    readAsked(ports, person, { office: query.office }),
    readReader(ports, person),
  ]);
  const all = await readRound(ports, round, office);
  const wanted = all.filter((subject) => isAskedFor(subject, office, query));
  const looked = wanted.slice(0, mostRows);
  const open = looked.filter(({ sealed }) => sealed === undefined);
  const [places, names, funds] = await Promise.all([
    readPlaces(ports.store, open),
    readNames(ports, [...offices, ...all.flatMap(officesOf)], []),
    readFunds(ports, person, view.round.year),
  ]);
  const inOrder = sorted(open, query.sort, { round: view.round, places, names });
  const pages = Math.max(1, Math.ceil(inOrder.length / size));
  const page = Math.min(query.page, pages);
  const shown = inOrder.slice((page - 1) * size, page * size);
  const fund = funds.find(({ organisation, total }) => organisation.id === office && total !== undefined);
  return {
    view,
    office: names.organisation(office),
    offices: offices.map((id) => names.organisation(id)),
    ...(fund === undefined ? {} : { fund }),
    units: unitsOf(all, names),
    rows: await tableRows(ports, { reader, places, names, judged }, shown),
    sealed: looked.flatMap(({ sealed }) => sealed?.number ?? []).toSorted((one, other) => one - other),
    total: inOrder.length,
    more: wanted.length > looked.length,
    page,
    pages,
  };
}

/**
 * Cases of the round that the office may read: of whoever is counted there, has yet to be counted, or is the office itself. Where each
 * stands is told with a little delay; what waits at the office is read as it is, so nobody looks in vain for what has just come in.
 */
async function readRound({ store }: Ports, round: Round['id'], office: OrganisationId): Promise<Case[]> {
  const keepers = [...new Set(caseRules.mendWording.stepKinds.map(keeperOf))];
  const [counted, changed, waiting] = await Promise.all([
    readRoundFigures(store, round),
    readRecounts(store),
    Promise.all(
      keepers.map((role) => queryAll(store, { pk: keys.inbox(inboxOfRole(office, role), '', '').pk })),
    ),
  ]);
  const fresh = changed.filter((mark) => mark.round === round);
  const units = new Set([office, ...[...counted, ...fresh].map(({ organisation }) => organisation)]);
  const lines = await Promise.all([...units].map((unit) => readFigureLines(store, round, unit)));
  const told = lines.flat().filter(({ readers }) => readers.includes(office));
  const here = waiting
    .flat()
    .map(parseInboxRow)
    .filter((row) => row.of === 'case' && row.round === round);
  const ids = [...new Set([...told.map((line) => line.case), ...here.map(({ id }) => id)])].sort();
  const items = await getAll(
    store,
    ids.map((id) => keys.caseMeta(id)),
  );
  const cases = items.flatMap((item) => loadCase(item)?.value ?? []);
  return cases.filter(({ status, submittedOn, readers }) => {
    return status !== 'DRAFT' && submittedOn !== undefined && readers.includes(office);
  });
}

function isAskedFor(subject: Case, office: OrganisationId, { form, kind, unit, here }: TableQuery): boolean {
  return (
    (form === undefined || subject.form === form) &&
    (kind === undefined || subject.subjectKind === kind) &&
    (unit === undefined || subject.enteredBy === unit) &&
    (here === undefined || (standingOf(subject) === 'free' && openStep(subject)?.organisation === office))
  );
}

/** That entered it, and that has it. */
const officesOf = (subject: Case): OrganisationId[] => {
  const step = openStep(subject);
  return step === undefined ? [subject.enteredBy] : [subject.enteredBy, step.organisation];
};

interface Beside {
  readonly round: Round;
  readonly places: ReadonlyMap<CaseId, Place>;
  readonly names: Names;
}

/** By form and kind, as the round names them; then as asked; at last by the order that its unit gave. */
function sorted(cases: readonly Case[], sort: TableSort, { round, places, names }: Beside): Case[] {
  const forms = round.forms.map(({ form }) => form);
  const kinds: readonly (string | undefined)[] = subjectKinds;
  const unit = (one: Case): string => names.organisation(one.enteredBy).shortName;
  const byUnit = (one: Case, other: Case): number => unit(one).localeCompare(unit(other), 'vi');
  const byPlace = (one: Case, other: Case): number =>
    (places.get(one.id)?.ordinal ?? mostRows) - (places.get(other.id)?.ordinal ?? mostRows);
  const asAsked: Record<TableSort, (one: Case, other: Case) => number> = {
    order: () => 0,
    name: (one, other) => compareNames(one.label.name, other.label.name),
    unit: byUnit,
    birthYear: (one, other) => (one.label.birthYear ?? 9_999) - (other.label.birthYear ?? 9_999),
    dueOn: (one, other) => dueOn(one).localeCompare(dueOn(other)),
  };
  return cases.toSorted(
    (one, other) =>
      forms.indexOf(one.form ?? '') - forms.indexOf(other.form ?? '') ||
      kinds.indexOf(one.subjectKind) - kinds.indexOf(other.subjectKind) ||
      asAsked[sort](one, other) ||
      byUnit(one, other) ||
      byPlace(one, other) ||
      one.id.localeCompare(other.id),
  );
}

function unitsOf(cases: readonly Case[], names: Names): OrganisationName[] {
  const ids = [...new Set(cases.map(({ enteredBy }) => enteredBy))];
  return ids
    .map((id) => names.organisation(id))
    .sort((one, other) => one.shortName.localeCompare(other.shortName, 'vi'));
}

/** What waits for nobody comes last. */
const dueOn = (subject: Case): string => openStep(subject)?.dueOn ?? '9999';
