import { actingPost } from '../../domain/actor.ts';
import { validOn, type Organisation, type Post } from '../../domain/directory.ts';
import { pastDecisionIdSchema, type PastDecisionId } from '../../domain/id.ts';
import { hashOfImport, type ImportPast } from '../../domain/past-command.ts';
import type { PastDecision, PastRow } from '../../domain/past-decision.ts';
import { officeRules } from '../../domain/permission.ts';
import { Refusal, type FieldFault } from '../../domain/refusal.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Item, Ports, Write } from '../../ports.ts';
import { loadOrganisation } from '../../records/directory-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys, recordId } from '../../records/keys.ts';
import {
  decisionOfNumber,
  loadHistoryKnown,
  loadPast,
  pastNumberKey,
  pastNumberWrite,
  pastRowWrite,
  pastWrite,
  readPastRows,
  subjectPastWrite,
} from '../../records/past-record.ts';
import { law } from '../../regimes/shipped.ts';
import {
  openRequest,
  readRequest,
  requestWrites,
  withRetries,
  type ActAnswer,
  type ActRequest,
  type RequestContext,
} from '../acting/request.ts';
import { freshTip, Work } from '../acting/work.ts';
import { questionsOf, requireAnswers, type PastQuestion } from './alike-rows.ts';
import { knownWrites } from './history-known.ts';
import { subjectsOf } from './past-subjects.ts';

/** Three writes each, beside ten of the act: a transaction takes a hundred. */
const rowsACommit = 30;

/**
 * Brings in a decision of before with its rows. Few rows are one commit; of many, the parts follow each other, and nothing is
 * shown before the last: cut off in between, the very same sent again goes on where it stood.
 * @throws Refusal PastDecisionDoubled naming the first, PastIdentityOpen, InputInvalid, NumberMalformed, ActNotYours
 */
export async function importPast(ports: Ports, request: ActRequest, command: ImportPast): Promise<ActAnswer> {
  for (;;) {
    const answer = await withRetries(() => importPart(ports, request, command));
    if (answer !== undefined) return answer;
  }
}

interface Importing {
  readonly context: RequestContext;
  readonly organisation: Organisation;
  readonly post: Post;
  readonly known: Item | undefined;
}

/** @returns undefined while parts are left */
async function importPart(
  ports: Ports,
  request: ActRequest,
  command: ImportPast,
): Promise<ActAnswer | undefined> {
  const [personItem, answerItem, organisationItem, numberItem, known] = await readRequest(ports, request, [
    keys.organisation(command.organisation),
    pastNumberKey(command),
    keys.historyKnown(command.organisation),
  ]);
  const opened = openRequest(request, personItem, answerItem);
  if ('answer' in opened) return opened.answer;
  const { context } = opened;
  const today = ports.clock.today();
  const organisation = loadOrganisation(organisationItem);
  if (organisation === undefined || !validOn(organisation, today))
    throw new Refusal('OrganisationUnknown', { organisation: command.organisation });
  const post = actingPost(context.actor, today, {
    organisation: organisation.id,
    roles: officeRules.keepPast.roles,
  });
  requireSound(command, today);
  const hash = hashOfImport(command);
  const begun = numberItem && (await begunBy(ports, decisionOfNumber(numberItem), hash));
  const questions = await questionsOf(ports, command.rows);
  // Whoever stands in for its rows by now is no new question of an import that goes on.
  if (begun === undefined) requireAnswers(command.rows, questions);
  const importing: Importing = { context, organisation, post, known };
  return commitPart(ports, importing, { command, hash, begun, questions });
}

/** @throws Refusal PastDecisionDoubled unless it is the very same import, cut off */
async function begunBy(ports: Ports, id: PastDecisionId, hash: string): Promise<Loaded<PastDecision>> {
  const [item] = await ports.store.get([keys.pastMeta(id)]);
  const first = loadPast(item);
  if (first?.value.state === 'ENTERING' && first.value.hash === hash) return first;
  throw new Refusal('PastDecisionDoubled', {
    first: id,
    number: first?.value.number,
    day: first?.value.date,
    organisation: first?.value.organisation,
  });
}

/** @throws Refusal InputInvalid naming days that can't be, and forms that are no award */
export function requireSound({ date, completeSince, rows }: ImportPast, today: CivilDate): void {
  const faults: FieldFault[] = [];
  if (date > today) faults.push({ field: 'date', code: 'inFuture' });
  if (completeSince !== undefined && completeSince > today)
    faults.push({ field: 'completeSince', code: 'inFuture' });
  for (const [index, row] of rows.entries()) {
    const field = (name: string): string => `rows.${String(index)}.${name}`;
    if (!isAward(row.form)) faults.push({ field: field('form'), code: 'unknownForm' });
    if (row.achievementTo !== undefined && row.achievementTo > date)
      faults.push({ field: field('achievementTo'), code: 'afterDecision' });
  }
  if (faults.length > 0) throw new Refusal('InputInvalid', {}, faults);
}

/** Gifts are no awards. */
export function isAward(code: string): boolean {
  const form = law.form(code);
  return form !== undefined && form.group !== 'gift';
}

interface Part {
  readonly command: ImportPast;
  readonly hash: string;
  readonly begun: Loaded<PastDecision> | undefined;
  readonly questions: readonly PastQuestion[];
}

async function commitPart(
  ports: Ports,
  { context, organisation, post, known }: Importing,
  { command, hash, begun, questions }: Part,
): Promise<ActAnswer | undefined> {
  const decision = begun?.value ?? freshDecision(ports, command, hash);
  const rows = await nextRows(ports, { command, decision, questions, organisation, by: post.person });
  const entered = decision.entered + rows.length;
  const whole = entered === decision.rows;
  const after: PastDecision = { ...decision, entered, state: whole ? 'STANDS' : 'ENTERING' };
  const work = new Work(ports, post);
  work.change<PastDecision>({
    record: recordId('PAST', decision.id),
    before: begun,
    after,
    entry: {
      act: begun === undefined ? 'PastImported' : 'PastRowsAdded',
      facts: { number: decision.number, date: decision.date, rows: decision.rows, entered },
    },
    writes: (next) => [pastWrite(begun, next)],
  });
  if (begun === undefined) work.add(pastNumberWrite(decision));
  for (const { row, writes } of rows)
    work.add(pastRowWrite(decision.id, row, undefined), subjectPastWrite(decision.id, row), ...writes);
  const answer: ActAnswer = { id: decision.id, version: (begun?.version ?? 0) + 1, act: 'importPast' };
  const [kept, ...checks] = requestWrites(ports, context, answer);
  // The answer stands under its key once all does.
  if (whole) {
    const said = loadHistoryKnown(known);
    work.add(...(kept === undefined ? [] : [kept]), ...knownWrites(organisation.id, said, decision));
  }
  work.add(...checks);
  await work.commit();
  return whole ? answer : undefined;
}

function freshDecision(ports: Ports, command: ImportPast, hash: string): PastDecision {
  const { organisation, authority, level, number, date, type, completeSince, rows } = command;
  return {
    id: pastDecisionIdSchema.parse(ports.random.ulid()),
    ...{ organisation, authority, level, number, date, type },
    state: 'ENTERING',
    rows: rows.length,
    entered: 0,
    hash,
    importedOn: ports.clock.today(),
    ...(completeSince === undefined ? {} : { completeSince }),
    ...freshTip(ports),
  };
}

interface Next extends Pick<Part, 'command' | 'questions'>, Pick<Importing, 'organisation'> {
  readonly decision: PastDecision;
  readonly by: Post['person'];
}

async function nextRows(ports: Ports, { command, decision, questions, organisation, by }: Next) {
  const stand = decision.entered === 0 ? [] : await readPastRows(ports.store, decision.id);
  const standing = new Map(stand.map(({ line, subject }) => [line, subject]));
  const subjects = await subjectsOf(ports, { organisation, by, rows: command.rows, questions, standing });
  return command.rows
    .map(({ answer: _said, ...row }, index) => ({ ...row, line: index + 1 }))
    .slice(decision.entered, decision.entered + rowsACommit)
    .flatMap((row): { row: PastRow; writes: readonly Write[] }[] => {
      const found = subjects.get(row.line);
      return found === undefined ? [] : [{ row: { ...row, subject: found.subject }, writes: found.writes }];
    });
}
