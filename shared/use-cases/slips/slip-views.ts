import { z } from 'zod';
import { actingPost } from '../../domain/actor.ts';
import { isEnded, type Case } from '../../domain/case.ts';
import { slipIdSchema, type OrganisationId, type PersonId, type SlipId } from '../../domain/id.ts';
import { officeRules, type OfficeAct } from '../../domain/permission.ts';
import { parsePublicCode } from '../../domain/public-code.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  lastClosingDay,
  slipSchema,
  slipStanding,
  type Slip,
  type SlipContent,
  type SlipRefusal,
  type SlipStanding,
} from '../../domain/slip.ts';
import { likenessKey } from '../../domain/subject.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { loadOrganisation, loadRound } from '../../records/directory-record.ts';
import { readHistory } from '../../records/history-record.ts';
import { decode } from '../../records/item.ts';
import { indexes, keys, recordId } from '../../records/keys.ts';
import { getAll } from '../../records/query.ts';
import { loadSlip, loadSlipContent } from '../../records/slip-record.ts';
import { readNamings } from '../../records/subject-record.ts';
import { likenessesOf, toLikeness, type Likeness } from '../cases/likeness.ts';
import { readSearch } from '../views/search.ts';
import { readNames, readReader, type OrganisationName } from '../views/reader.ts';
import { timelineEntry, type TimelineEntry } from '../views/timeline-entry.ts';

/** What whoever bears the code of a slip may know: how it stands, no name, nothing that was written. */
export interface FollowedSlip {
  readonly publicCode: string;
  readonly organisation: string;
  readonly round: string;
  readonly receivedOn: CivilDate;
  readonly standing: SlipStanding;
  readonly refusal?: SlipRefusal;
}

const pointerSchema = z.object({ slip: slipIdSchema });

/** @returns undefined where the code is no slip's */
export async function followSlip(ports: Ports, typed: string): Promise<FollowedSlip | undefined> {
  const code = parsePublicCode(typed);
  if (code === undefined) return undefined;
  const [pointer] = await ports.store.get([keys.publicCode(code)]);
  const found = pointerSchema.safeParse(pointer?.body).data;
  const slip = found && (await readSlip(ports, found.slip));
  if (slip === undefined) return undefined;
  const last = await mergedInto(ports, slip);
  const [organisation, round] = await ports.store.get([
    keys.organisation(slip.organisation),
    keys.round(slip.round),
  ]);
  return {
    publicCode: code,
    organisation: loadOrganisation(organisation)?.shortName ?? '',
    round: loadRound(round)?.value.name ?? '',
    receivedOn: slip.receivedOn,
    standing: slipStanding(last),
    ...(last.refusal === undefined ? {} : { refusal: last.refusal }),
  };
}

async function readSlip({ store }: Ports, id: SlipId): Promise<Slip | undefined> {
  const [item] = await store.get([keys.slipMeta(id)]);
  return loadSlip(item)?.value;
}

/** What became of it is what became of the slip that stands for it; none comes round to itself. */
async function mergedInto(ports: Ports, slip: Slip): Promise<Slip> {
  const next = slip.into === undefined ? undefined : await readSlip(ports, slip.into);
  return next === undefined ? slip : mergedInto(ports, next);
}

/** A slip as its office reads it. */
export interface OwnSlip {
  readonly slip: Slip;
  readonly version: number;
  readonly content: SlipContent;
}

/** @throws Refusal SlipNotFound also to whoever never worked there, ActNotYours to other roles */
export async function readOwnSlip(
  ports: Ports,
  person: PersonId,
  id: SlipId,
  act: Extract<OfficeAct, 'keepSlips' | 'readSlips'> = 'keepSlips',
): Promise<OwnSlip> {
  const [{ actor }, items] = await Promise.all([
    readReader(ports, person),
    ports.store.get([keys.slipMeta(id), keys.slipContent(id)]),
  ]);
  const [known, content] = [loadSlip(items[0]), loadSlipContent(items[1])?.value];
  const ever = actor.posts.some(({ organisation }) => organisation === known?.value.organisation);
  if (known === undefined || content === undefined || !ever) throw new Refusal('SlipNotFound', { slip: id });
  const { organisation } = known.value;
  actingPost(actor, ports.clock.today(), { organisation, roles: officeRules[act].roles });
  return { slip: known.value, version: known.version, content };
}

/** Whom a slip may be about, as far as its office may know: never a sealed one. */
export interface SlipLikeness {
  readonly subject: Likeness;
  /** Nominations of the same that have not ended and that the office may read. */
  readonly open: readonly Case[];
}

/** Subjects of like name and birth year, and their open nominations; without a year, of like name where none is known. */
export async function slipLikenesses(
  ports: Ports,
  organisation: OrganisationId,
  { subjectKind: kind }: Pick<Slip, 'subjectKind'>,
  { name, birthYear }: Pick<SlipContent, 'name' | 'birthYear'>,
): Promise<SlipLikeness[]> {
  if (name === '') return [];
  const wanted = { kind, name, ...(birthYear === undefined ? {} : { birthYear }) };
  const subjects = await likenessesOf(ports, wanted);
  const groups = subjects.map((subject) => [subject.id, ...subject.sameAs]);
  const namings = await readNamings(ports.store, groups.flat());
  const items = await getAll(
    ports.store,
    namings.map((one) => keys.caseMeta(one.case)),
  );
  const cases = items.flatMap((item) => loadCase(item)?.value ?? []);
  const open = cases.filter(
    ({ sealed, status, readers }) =>
      sealed === undefined && !isEnded(status) && readers.includes(organisation),
  );
  return subjects.map((subject, index) => ({
    subject: toLikeness(subject),
    open: open.filter((one) => one.subject !== undefined && groups[index]?.includes(one.subject)),
  }));
}

/** Slips of one office that a page shows at once. */
const shown = 100;

const waitingOf = async (ports: Ports, organisation: OrganisationId, limit = shown) =>
  ports.store.query({
    index: 'g1',
    pk: indexes.slipsOfOrganisation(organisation).pk,
    prefix: 'RECEIVED#',
    limit,
  });

/** How many wait at each of these offices, counted to a hundred. */
export async function countWaitingSlips(
  ports: Ports,
  organisations: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, number>> {
  const pages = await Promise.all(organisations.map((one) => waitingOf(ports, one)));
  return new Map(organisations.map((one, index) => [one, pages[index]?.items.length ?? 0]));
}

/** Others that wait at the same office, of like name and birth year. */
async function likeSlips(ports: Ports, own: OwnSlip): Promise<OwnSlip[]> {
  const others = await withContents(
    ports,
    (await waitingOf(ports, own.slip.organisation)).items.map((item) => decode(slipSchema, item).id),
  );
  const keyOf = ({ slip, content }: OwnSlip): string =>
    likenessKey({ kind: slip.subjectKind, name: content.name });
  return others.filter((other) => other.slip.id !== own.slip.id && keyOf(other) === keyOf(own));
}

/** The index says only which: each is read as it is. */
export async function withContents(ports: Ports, ids: readonly SlipId[]): Promise<OwnSlip[]> {
  const items = await getAll(
    ports.store,
    ids.flatMap((id) => [keys.slipMeta(id), keys.slipContent(id)]),
  );
  return ids.flatMap((_, index) => {
    const known = loadSlip(items[2 * index]);
    const content = loadSlipContent(items[2 * index + 1])?.value;
    return known === undefined || content === undefined
      ? []
      : [{ slip: known.value, version: known.version, content }];
  });
}

export interface SlipView extends OwnSlip {
  readonly organisation: OrganisationName;
  readonly round: string;
  /** Last day on which the round takes files in. */
  readonly until?: CivilDate;
  readonly likenesses: readonly SlipLikeness[];
  readonly likeSlips: readonly OwnSlip[];
  /** Nominations that have not ended and that the reader may read, of the same subjects or found by the name. */
  readonly nominations: readonly Case[];
  /** Award forms that its round takes. */
  readonly forms: readonly string[];
  /** The nomination that it stands for. */
  readonly nomination?: Pick<Case, 'id' | 'publicCode' | 'label'>;
  readonly timeline: readonly TimelineEntry[];
}

const placeOf = ({ id, publicCode, label }: Case) => ({ id, publicCode, label });

/** One slip with whom it may be about and what happened to it. @throws Refusal SlipNotFound, ActNotYours */
export async function readSlipView(ports: Ports, person: PersonId, id: SlipId): Promise<SlipView> {
  const own = await readOwnSlip(ports, person, id, 'readSlips');
  const { slip, content } = own;
  const waits = slip.state === 'RECEIVED';
  const [likenesses, found, others, history, [roundItem, caseItem]] = await Promise.all([
    waits ? slipLikenesses(ports, slip.organisation, slip, content) : [],
    waits ? readSearch(ports, person, content.name) : { cases: [] },
    waits ? likeSlips(ports, own) : [],
    readHistory(ports.store, recordId('SLIP', id)),
    getAll(ports.store, [keys.round(slip.round), slip.case && keys.caseMeta(slip.case)]),
  ]);
  const authors = history.flatMap(({ entry }) => entry.by ?? []);
  const names = await readNames(
    ports,
    [slip.organisation, ...authors.flatMap((author) => author.organisation ?? [])],
    authors.map((author) => author.person),
  );
  const nomination = loadCase(caseItem)?.value;
  const round = loadRound(roundItem)?.value;
  const until = round && lastClosingDay(round);
  const known = [...likenesses.flatMap(({ open }) => open), ...found.cases];
  const nominations = known.filter(
    ({ kind, subjectKind, status }) =>
      kind === 'nomination' && subjectKind === slip.subjectKind && !isEnded(status),
  );
  return {
    ...own,
    organisation: names.organisation(slip.organisation),
    round: round?.name ?? '',
    ...(until === undefined ? {} : { until }),
    forms: round?.forms.map(({ form }) => form) ?? [],
    nominations: [...new Map(nominations.map((one) => [one.id, one])).values()],
    likenesses,
    likeSlips: others,
    ...(nomination === undefined ? {} : { nomination: placeOf(nomination) }),
    timeline: history.map((one) => timelineEntry(one, names, false)),
  };
}
