import { isDiscarded, type Case } from '../../domain/case.ts';
import { roles } from '../../domain/directory.ts';
import { listIdSchema, type OrganisationId, type PersonId, type RoundId } from '../../domain/id.ts';
import type { Round } from '../../domain/round.ts';
import { stepAhead, timeAhead, type Risk, type StepTaken, type TimeAhead } from '../../domain/time-ahead.ts';
import type { Ports } from '../../ports.ts';
import type { CommendationType } from '../../domain/rules/facts.ts';
import { typeOf } from '../../domain/rules/case-facts.ts';
import { loadCase, loadContent } from '../../records/case-record.ts';
import { loadRound } from '../../records/directory-record.ts';
import { parseInboxRow } from '../../records/inbox-record.ts';
import { inboxOfRole, indexes, keys } from '../../records/keys.ts';
import { readPace } from '../../records/pace-record.ts';
import { getAll } from '../../records/query.ts';
import { readRows } from '../cases/case-on-list.ts';
import { roundDaysOf } from '../rounds/routing.ts';
import { stepTitle } from '../views/case-view.ts';
import { readNames, readReader, type OrganisationName } from '../views/reader.ts';
import { aheadView, type AheadView } from './case-time.ts';

/** A case that may miss a fixed day, or of which nobody can say. */
export interface CaseAtRisk {
  readonly id: Case['id'];
  readonly publicCode: string;
  readonly label: Case['label'];
  readonly form?: string | undefined;
  /** Where it is now. */
  readonly holder: OrganisationName;
  readonly title: { readonly vi: string; readonly en: string };
  readonly ahead: AheadView;
}

export interface OfficeAtRisk {
  readonly organisation: OrganisationName;
  /** At a step of this organisation: here days can still be won. */
  readonly here: readonly CaseAtRisk[];
  /** Entered by it, and waiting elsewhere. */
  readonly elsewhere: readonly CaseAtRisk[];
  /** Not all cases were looked at: there are more than this page takes. */
  readonly more: boolean;
}

/** So many cases of each office are looked at. */
const lookedAt = 300;
const worstFirst: readonly Risk[] = ['late', 'atRisk', 'unknown'];

/** Cases at risk of every organisation at which the reader works, the worst first; none that is sealed. @throws Refusal SignInNeeded */
export async function readAtRisk(ports: Ports, person: PersonId): Promise<OfficeAtRisk[]> {
  const { posts } = await readReader(ports, person);
  const own = posts.filter(({ role }) => role !== 'member').map(({ organisation }) => organisation);
  return Promise.all([...new Set(own)].map((organisation) => officeAtRisk(ports, organisation)));
}

/** Of one organisation, whoever asks. */
export async function officeAtRisk(ports: Ports, organisation: OrganisationId): Promise<OfficeAtRisk> {
  const [held, entered] = await Promise.all([heldBy(ports, organisation), enteredBy(ports, organisation)]);
  const open = [...held.cases, ...entered.cases].filter(
    (one, index, all) => one.sealed === undefined && all.findIndex(({ id }) => id === one.id) === index,
  );
  const judged = await judgedCases(ports, open);
  const names = await readNames(ports, [organisation, ...judged.map(({ holder }) => holder)], []);
  const of = (here: boolean): CaseAtRisk[] =>
    judged
      .filter(({ holder }) => (holder === organisation) === here)
      .map(({ holder, ...rest }) => ({ ...rest, holder: names.organisation(holder) }));
  return {
    organisation: names.organisation(organisation),
    here: of(true),
    elsewhere: of(false),
    more: held.more || entered.more,
  };
}

interface Looked {
  readonly cases: readonly Case[];
  readonly more: boolean;
}

/** Free ones by its inboxes, the others by the lists that carry them. */
async function heldBy(ports: Ports, organisation: OrganisationId): Promise<Looked> {
  const { store } = ports;
  const pages = await Promise.all(
    roles.map((role) =>
      store.query({ pk: keys.inbox(inboxOfRole(organisation, role), '', '').pk, limit: lookedAt }),
    ),
  );
  const waiting = pages.flatMap(({ items }) => items.map(parseInboxRow));
  const lists = waiting.filter((row) => row.of === 'list').map(({ id }) => id);
  const onLists = await Promise.all(
    [...new Set(lists)].map((id) => readRows(ports, { id: listIdSchema.parse(id) })),
  );
  const ids = new Set([
    ...waiting.filter((row) => row.of === 'case').map(({ id }) => id),
    ...onLists.flat().map((row) => row.case),
  ]);
  const items = await getAll(
    store,
    [...ids].slice(0, lookedAt).map((id) => keys.caseMeta(id)),
  );
  return {
    cases: items.flatMap((item) => loadCase(item)?.value ?? []),
    more: ids.size > lookedAt || pages.some(({ cursor }) => cursor !== undefined),
  };
}

async function enteredBy({ store }: Ports, organisation: OrganisationId): Promise<Looked> {
  const { items, cursor } = await store.query({
    index: 'g1',
    pk: indexes.casesOfOrganisation(organisation).pk,
    prefix: 'AT_STEP#',
    limit: lookedAt,
  });
  const read = await getAll(
    store,
    items.map(({ pk, sk }) => ({ pk, sk })),
  );
  const cases = read.flatMap((item) => loadCase(item)?.value ?? []);
  return { cases: cases.filter((one) => !isDiscarded(one)), more: cursor !== undefined };
}

type Judged = Omit<CaseAtRisk, 'holder'> & { readonly holder: OrganisationId };

/** Each round and each pace is read once. */
async function judgedCases(ports: Ports, cases: readonly Case[]): Promise<Judged[]> {
  const [law, rounds, paces] = await Promise.all([
    ports.law.current(),
    readRounds(ports, cases),
    readPaces(ports, cases),
  ]);
  const today = ports.clock.today();
  // Cases that came with one list have the same days ahead: each is computed once.
  const aheadOf = remembered(aheadKey, (subject: Case, type?: CommendationType) =>
    timeAhead(law, subject, {
      today,
      type,
      past: paces.get(paceOf(subject)) ?? [],
      roundDays: roundDaysOf(rounds.get(subject.round ?? ''), subject.form),
    }),
  );
  const viewOf = remembered(
    (ahead: TimeAhead) => ahead,
    (ahead) => aheadView(law, ahead),
  );
  // What is lawful instead depends on what the award is for: asked only of those for which it matters.
  const missed = cases.filter((subject) => aheadOf(subject)?.plan.state === 'tooLate');
  const types = await readTypes(ports, missed);
  const all = cases.flatMap((subject): Judged[] => {
    const ahead = aheadOf(subject, types.get(subject.id));
    if (ahead === undefined || ahead.risk === 'safe') return [];
    const { id, publicCode, label, form } = subject;
    const holder = ahead.step.organisation;
    return [
      {
        id,
        publicCode,
        label,
        form,
        holder,
        title: stepTitle(subject.route, ahead.step.code),
        ahead: viewOf(ahead),
      },
    ];
  });
  return all.toSorted(
    (one, other) =>
      worstFirst.indexOf(one.ahead.risk) - worstFirst.indexOf(other.ahead.risk) ||
      (lastSafeOf(one) < lastSafeOf(other) ? -1 : 1),
  );
}

async function readTypes(
  { store }: Ports,
  cases: readonly Case[],
): Promise<ReadonlyMap<string, CommendationType>> {
  const items = await getAll(
    store,
    cases.map(({ id }) => keys.caseContent(id)),
  );
  return new Map(
    cases.map((subject, place) => [subject.id, typeOf(subject, loadContent(items[place])?.value)]),
  );
}

/** All of a case on which the days ahead depend. */
function aheadKey(
  { round, form, status, submittedOn, position, route }: Case,
  type?: CommendationType,
): string {
  const ahead = route?.steps.filter(({ state }) => state !== 'settled');
  return JSON.stringify([round, form, status, submittedOn, position === undefined, ahead, type]);
}

/** What was asked before is answered as it was then. */
function remembered<Asked extends readonly unknown[], Answer>(
  keyOf: (...asked: Asked) => unknown,
  answer: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  const known = new Map<unknown, Answer>();
  return (...asked) => {
    const key = keyOf(...asked);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = answer(...asked);
    known.set(key, found);
    return found;
  };
}

const lastSafeOf = ({ ahead }: Judged): string => ahead.lastSafe[0]?.on ?? '';

const paceOf = (subject: Case): string => {
  const step = stepAhead(subject);
  return step === undefined ? '' : `${step.organisation}#${step.code}`;
};

async function readPaces(
  ports: Ports,
  cases: readonly Case[],
): Promise<ReadonlyMap<string, readonly StepTaken[]>> {
  const steps = new Map(cases.map((subject) => [paceOf(subject), stepAhead(subject)]));
  const read = await Promise.all(
    [...steps].map(async ([key, step]): Promise<readonly [string, readonly StepTaken[]]> => [
      key,
      step === undefined ? [] : await readPace(ports.store, step.organisation, step.code),
    ]),
  );
  return new Map(read);
}

async function readRounds(ports: Ports, cases: readonly Case[]): Promise<ReadonlyMap<string, Round>> {
  const ids = new Set<RoundId>(cases.flatMap(({ round }) => round ?? []));
  const items = await getAll(
    ports.store,
    [...ids].map((id) => keys.round(id)),
  );
  return new Map(items.flatMap((item) => loadRound(item)?.value ?? []).map((round) => [round.id, round]));
}
