import { actingPost } from '../../domain/actor.ts';
import { isDiscarded, type Case, type CaseContent } from '../../domain/case.ts';
import type { OrganisationId, PersonId, RoundId } from '../../domain/id.ts';
import { officeRules } from '../../domain/permission.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Round } from '../../domain/round.ts';
import { compareNames } from '../../domain/text.ts';
import type { Ports } from '../../ports.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import { listRounds } from '../../records/directory-record.ts';
import { indexes, keys } from '../../records/keys.ts';
import { getAll, queryAll } from '../../records/query.ts';
import { readReader } from '../views/reader.ts';

export interface EarlierList {
  readonly round: Round;
  /** Nominations that the office put forward in it. */
  readonly count: number;
}

/** Whom an office nominated before, and what would be said again; the achievement is to be written anew. */
export interface EarlierRow extends Pick<
  CaseContent,
  'title' | 'unit' | 'birthYear' | 'gender' | 'residentialGroup' | 'representative'
> {
  readonly name: string;
  readonly kind: NonNullable<Case['subjectKind']>;
  readonly form: string;
}

interface Wanted {
  readonly organisation: OrganisationId;
  readonly round: RoundId;
}

/**
 * Rounds in which the office nominated, newest first.
 * @throws Refusal ActNotYours for whoever may not nominate there
 */
export async function readEarlierLists(
  ports: Ports,
  person: PersonId,
  organisation: OrganisationId,
): Promise<EarlierList[]> {
  const [cases, rounds] = await Promise.all([ownCases(ports, person, organisation), listRounds(ports.store)]);
  return rounds.flatMap((round) => {
    const count = cases.filter((subject) => subject.round === round.id).length;
    return count === 0 ? [] : [{ round, count }];
  });
}

/**
 * What the office put forward in a round, as rows of a new list: collectives, people, households, each by name. Nothing of
 * drafts, of what was thrown away, and of sealed cases, not even to those who handle them: a list is open.
 * @throws Refusal ActNotYours, RoundNotFound where the office nominated nobody
 */
export async function readEarlierRows(
  ports: Ports,
  person: PersonId,
  { organisation, round }: Wanted,
): Promise<EarlierRow[]> {
  const cases = (await ownCases(ports, person, organisation)).filter((subject) => subject.round === round);
  if (cases.length === 0) throw new Refusal('RoundNotFound', { round });
  const contents = await getAll(
    ports.store,
    cases.map(({ id }) => keys.caseContent(id)),
  );
  const rows = cases.flatMap((subject, index) => rowOf(subject, loadContent(contents[index])?.value) ?? []);
  return rows.sort(
    (one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || compareNames(one.name, other.name),
  );
}

const order: readonly EarlierRow['kind'][] = ['collective', 'individual', 'household'];

function rowOf({ subjectKind, form }: Case, content: CaseContent | undefined): EarlierRow | undefined {
  if (subjectKind === undefined || form === undefined || content === undefined || content.printedName === '')
    return undefined;
  const { printedName, title, unit, birthYear, gender, residentialGroup, representative } = content;
  return {
    name: printedName,
    kind: subjectKind,
    form,
    unit,
    ...{ title, birthYear, gender, residentialGroup, representative },
  };
}

async function ownCases(ports: Ports, person: PersonId, organisation: OrganisationId): Promise<Case[]> {
  const { actor } = await readReader(ports, person);
  actingPost(actor, ports.clock.today(), { organisation, roles: officeRules.nominate.roles });
  const items = await queryAll(ports.store, {
    index: 'g1',
    pk: indexes.casesOfOrganisation(organisation).pk,
  });
  return items
    .flatMap((item) => loadCase(item)?.value ?? [])
    .filter(
      (subject) =>
        subject.kind === 'nomination' &&
        subject.status !== 'DRAFT' &&
        subject.sealed === undefined &&
        !isDiscarded(subject),
    );
}
