import { caseCommands, type CaseCommandName } from '#shared/domain/case-command.ts';
import type { Person } from '#shared/domain/directory.ts';
import { caseIdSchema, listIdSchema, type CaseId, type ListId } from '#shared/domain/id.ts';
import {
  listCommands,
  newDecisionSchema,
  newLetterSchema,
  newSessionSchema,
} from '#shared/domain/list-command.ts';
import { itemOutcomes } from '#shared/domain/list.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { keys } from '#shared/records/keys.ts';
import { loadList } from '#shared/records/list-record.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { actOnList, type SingleListAct } from '#shared/use-cases/lists/act-on-list.ts';
import { gather } from '#shared/use-cases/lists/gather.ts';
import { startDecision, startLetter, startSession } from '#shared/use-cases/lists/new-list.ts';
import { councils, people } from '#tests/support/small-directory.ts';
import { asks } from '#tests/support/small-world.ts';
import { keepMinutes, keepScan } from '#tests/support/minutes.ts';
import { organisationOf } from './officials.ts';
import type { Ask, Office, PlainList } from './plain-model.ts';
import type { World } from './world.ts';

/** What the plain model asks for, asked of the program. */

export const findings: readonly string[] = itemOutcomes;
const reason = 'Có lý do';
const heads = {
  ward: people.wardLeader,
  sibling: people.siblingLeader,
  police: people.policeLeader,
  district: people.districtLeader,
};
const councilAt = (office: Office) => (office === 'police' ? undefined : councils[office]);
let numbers = 0;

function onCase(world: World, { act, one }: Ask, who: Person): Promise<unknown> {
  const id: CaseId = caseIdSchema.parse(one!.id);
  const bodies: Readonly<Record<string, object>> = {
    answerSupplement: { content: { report: 'Đã bổ sung danh sách.' } },
    askSupplement: { fields: ['report'], note: 'Ghi rõ' },
    returnIneligible: { reason, article: 'Điều 5' },
    ...{ hold: { reason, document: 'CV 12' }, release: { reason, document: 'CV 13' } },
    reassign: { reason, post: null },
  };
  const name = act as CaseCommandName;
  const command = caseCommands[name].parse(bodies[act] ?? { reason }) as never;
  return actOnCase(world.ports, asks(who), id, name, command);
}

async function onList(world: World, ask: Ask, who: Person): Promise<unknown> {
  const { act, one, list, finding = 'agreed', stale = false } = ask;
  const { ports, clock } = world;
  const id: ListId = listIdSchema.parse(list!.id);
  if (act === 'gather')
    return gather(ports, asks(who), id, listCommands.gather.parse({ cases: [{ case: one!.id }] }));
  const [item] = await world.store.get([keys.listMeta(id)]);
  const hash = stale ? '0'.repeat(64) : (loadList(item)?.value.hash ?? '0'.repeat(64));
  const council = councilAt(list!.office);
  const head = heads[list!.office];
  const dated = { number: numberFor(list!), date: clock.today() };
  const named = { post: head.posts[0]!.id, name: head.name, capacity: 'head' };
  const bodies: Readonly<Record<string, object>> = {
    ...{ ungather: { case: one?.id }, strike: { case: one?.id, reason }, reopen: { reason } },
    close: list!.kind === 'session' ? {} : { signer: head.posts[0]!.id },
    presence: { chair: council?.members[0]?.person ?? who.id },
    result: {
      ...{ case: one?.id, outcome: finding, otherForm: 'BK_TINH' },
      agreed: finding === 'agreed' ? (council?.members.length ?? 1) : 0,
    },
    ...{ sign: { hash }, issue: dated },
    issueSignedOutside: { ...dated, hash, signedOn: clock.today(), signer: named },
  };
  const name = act as SingleListAct;
  return actOnList(ports, asks(who), id, name, listCommands[name].parse(bodies[act] ?? {}) as never);
}

function numberFor({ kind }: PlainList): string {
  numbers = (numbers % 99_999) + 1;
  return `${String(numbers)}/${kind === 'letter' ? 'TTr' : 'QĐ'}-UBND`;
}

/** @returns the code of the refusal, undefined where it was done */
export async function askOf(world: World, ask: Ask, who: Person): Promise<string | undefined> {
  try {
    await (ask.list === undefined ? onCase(world, ask, who) : onList(world, ask, who));
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
}

/** What must lie among the papers before an act that will be done; attached by whoever does it. */
export async function keepPapers({ ports }: World, { act, list }: Ask, who: Person): Promise<void> {
  if (act === 'conclude') await keepMinutes(ports, who, listIdSchema.parse(list!.id));
  if (act === 'issueSignedOutside') await keepScan(ports, who, listIdSchema.parse(list!.id));
}

/** An empty list of that kind, begun by whoever may. */
export async function beginList(
  { ports, clock }: World,
  { kind, of, office }: Pick<PlainList, 'kind' | 'of' | 'office'>,
  who: Person,
): Promise<string> {
  const common = { organisation: organisationOf(office), title: 'Danh sách', caseKind: of };
  if (kind === 'letter') return (await startLetter(ports, asks(who), newLetterSchema.parse(common))).id;
  if (kind === 'decision') return (await startDecision(ports, asks(who), newDecisionSchema.parse(common))).id;
  const session = { ...common, council: councilAt(office)?.id, heldOn: clock.today() };
  return (await startSession(ports, asks(who), newSessionSchema.parse(session))).id;
}
