import { actingPost } from '../../domain/actor.ts';
import type { OrganisationId, PastDecisionId, PersonId } from '../../domain/id.ts';
import type { ImportPast } from '../../domain/past-command.ts';
import { pastDecisionSchema, type PastDecision, type PastRow } from '../../domain/past-decision.ts';
import { officeRules } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../../ports.ts';
import { readHistory } from '../../records/history-record.ts';
import { decode } from '../../records/item.ts';
import { indexes, keys, recordId } from '../../records/keys.ts';
import { loadHistoryKnown, loadPast, readPastRows, type HistoryKnown } from '../../records/past-record.ts';
import { queryAll } from '../../records/query.ts';
import { readNames, readReader, type OrganisationName } from '../views/reader.ts';
import { timelineEntry, type TimelineEntry } from '../views/timeline-entry.ts';
import { questionsOf, type PastQuestion } from './alike-rows.ts';

export interface PastList {
  readonly organisation: OrganisationName;
  readonly known: HistoryKnown['levels'];
  /** Newest date first. */
  readonly decisions: readonly PastDecision[];
}

/** What an organisation has brought in. @throws Refusal ActNotYours */
export async function readPastList(
  ports: Ports,
  person: PersonId,
  organisation: OrganisationId,
): Promise<PastList> {
  const { actor } = await readReader(ports, person);
  actingPost(actor, ports.clock.today(), { organisation, roles: officeRules.readPast.roles });
  const [items, [known], names] = await Promise.all([
    queryAll(ports.store, { index: 'g1', pk: indexes.pastOfOrganisation(organisation).pk }),
    ports.store.get([keys.historyKnown(organisation)]),
    readNames(ports, [organisation], []),
  ]);
  return {
    organisation: names.organisation(organisation),
    known: loadHistoryKnown(known)?.value.levels ?? [],
    decisions: items.map((item) => decode(pastDecisionSchema, item)).reverse(),
  };
}

export interface PastView {
  readonly decision: PastDecision;
  readonly version: number;
  readonly organisation: OrganisationName;
  /** None of a decision whose last rows have yet to come. */
  readonly rows: readonly PastRow[];
  readonly timeline: readonly TimelineEntry[];
}

/** @throws Refusal PastDecisionNotFound also to whoever may not read it */
export async function readPastView(ports: Ports, person: PersonId, id: PastDecisionId): Promise<PastView> {
  const { actor } = await readReader(ports, person);
  const [item] = await ports.store.get([keys.pastMeta(id)]);
  const known = loadPast(item);
  const ever = actor.posts.some(({ organisation }) => organisation === known?.value.organisation);
  if (known === undefined || !ever) throw new Refusal('PastDecisionNotFound', { decision: id });
  const decision = known.value;
  const { organisation } = decision;
  actingPost(actor, ports.clock.today(), { organisation, roles: officeRules.readPast.roles });
  const [rows, history] = await Promise.all([
    decision.state === 'ENTERING' ? [] : readPastRows(ports.store, id),
    readHistory(ports.store, recordId('PAST', id)),
  ]);
  const authors = history.flatMap(({ entry }) => entry.by ?? []);
  const names = await readNames(
    ports,
    [decision.organisation, ...authors.flatMap((author) => author.organisation ?? [])],
    authors.map((author) => author.person),
  );
  return {
    decision,
    version: known.version,
    organisation: names.organisation(decision.organisation),
    rows,
    timeline: history.map((one) => timelineEntry(one, names, false)),
  };
}

/** Who of these rows may be known already; nothing is saved. @throws Refusal ActNotYours */
export async function readPastQuestions(
  ports: Ports,
  person: PersonId,
  { organisation, rows }: Pick<ImportPast, 'organisation' | 'rows'>,
): Promise<PastQuestion[]> {
  const { actor } = await readReader(ports, person);
  actingPost(actor, ports.clock.today(), { organisation, roles: officeRules.keepPast.roles });
  return questionsOf(ports, rows);
}
