import { openStep } from '#shared/domain/case.ts';
import type { Person } from '#shared/domain/directory.ts';
import { listIdSchema, type CaseId, type ListId } from '#shared/domain/id.ts';
import { listCommands } from '#shared/domain/list-command.ts';
import { hasOutcome, itemOutcomes, listKindFor, type List } from '#shared/domain/list.ts';
import { listRolesFor } from '#shared/domain/permission.ts';
import { membersOn } from '#shared/domain/directory.ts';
import { listKeeper } from '#shared/records/list-record.ts';
import { actOnList, type SingleListAct } from '#shared/use-cases/lists/act-on-list.ts';
import { gather } from '#shared/use-cases/lists/gather.ts';
import { answerMoves, isAsked, startRequest } from './opinion-moves.ts';
import { startDecision, startLetter, startSession } from '#shared/use-cases/lists/new-list.ts';
import { keepMinutes, keepScan } from '#tests/support/minutes.ts';
import { councils } from '#tests/support/small-directory.ts';
import { asks } from '#tests/support/small-world.ts';
import { handAt, handsAt, isHeld, postAt } from './hands.ts';
import { actBy, type Move } from './move.ts';
import type { CaseSituation, ListSituation, Situation } from './situation.ts';
import type { Way } from './ways.ts';
import type { World } from './world.ts';

const reason = 'Có lý do';
let numbers = 0;

/** Every act on a list, and every list that somebody may begin; whoever keeps it does it. */
export function listMoves(world: World, way: Way, situation: Situation): Move[] {
  return [
    ...situation.cases.flatMap((one) => startMoves(world, way, situation, one)),
    ...situation.lists.flatMap((one) => actsOn(world, situation, one)),
  ];
}

/** A list is begun with its first case: an empty one is nobody's business but its author's. */
function startMoves(world: World, way: Way, { cases, lists }: Situation, one: CaseSituation): Move[] {
  const { subject, record } = one;
  const step = openStep(subject);
  const asking = way.asks === true && step?.kind === 'appraise' && !isAsked(subject);
  const kind = asking ? 'opinionRequest' : step && listKindFor(step.kind, subject.kind);
  if (step === undefined || kind === undefined || !isFree(one)) return [];
  const office = step.organisation;
  const alike = lists.filter(({ list }) => list.kind === kind && list.organisation === office);
  const open = alike.filter(({ list }) => !hasOutcome(list));
  if (open.some(({ list }) => list.state === 'GATHERING') || open.length >= cases.length) return [];
  const role = kind === 'session' ? 'secretary' : step.kind === 'outside' ? 'clerk' : 'officer';
  const by = handAt(world, office, role);
  const act = { name: 'gather', record, ...(asking ? { detour: true as const } : {}) };
  return actBy(act, by === undefined ? [] : [by], async (hand) => {
    const id = await startList(world, one, hand);
    await gatherOne(world, hand, id, subject.id);
  });
}

const isFree = ({ subject }: CaseSituation): boolean =>
  subject.list === undefined && subject.hold === undefined && subject.supplement === undefined;

async function startList(world: World, { subject }: CaseSituation, by: Person): Promise<ListId> {
  const step = openStep(subject)!;
  const common = { organisation: step.organisation, title: 'Danh sách', sealed: false };
  const { ports, clock } = world;
  const council = Object.values(councils).find((one) => one.organisation === step.organisation);
  if (step.kind === 'opinion' || step.kind === 'appraise')
    return startRequest(world, by, { ...common, caseKind: subject.kind, stepKind: step.kind });
  const { id } =
    step.kind === 'letter'
      ? await startLetter(ports, asks(by), { ...common, caseKind: subject.kind })
      : step.kind === 'council'
        ? await startSession(ports, asks(by), { ...common, council: council!.id, heldOn: clock.today() })
        : await startDecision(ports, asks(by), {
            ...common,
            caseKind: subject.kind,
            origin: step.kind === 'outside' ? 'outside' : 'here',
          });
  return listIdSchema.parse(id);
}

async function gatherOne({ ports }: World, by: Person, list: ListId, one: CaseId): Promise<void> {
  await gather(ports, asks(by), list, listCommands.gather.parse({ cases: [{ case: one }] }));
}

/** A finding on one item, and what it says of the votes. */
const findings = (voting: number) =>
  itemOutcomes.map((outcome) => ({
    outcome,
    agreed: outcome === 'agreed' ? voting : 0,
    ...(outcome === 'otherForm' ? { otherForm: 'BK_TINH' } : {}),
  }));

function actsOn(world: World, situation: Situation, { record, list, rows }: ListSituation): Move[] {
  const { ports, clock } = world;
  const today = clock.today();
  const handsFor = (act: SingleListAct | 'gather'): Person[] =>
    handsAt(world, list.organisation, listRolesFor(act, list), listKeeper(list));
  const on = rows.filter((row) => row.state === 'on').map((row) => row.case);
  const act = (
    name: SingleListAct,
    body: object,
    more: Pick<Move, 'detour'> = {},
    { hands = handsFor(name), before }: { hands?: readonly Person[]; before?: typeof keepMinutes } = {},
  ): Move[] =>
    actBy({ name, record, ...more }, hands, async (by) => {
      await before?.(ports, by, list.id);
      await actOnList(ports, asks(by), list.id, name, listCommands[name].parse(body) as never);
    });
  const detour = { detour: true } as const;
  /** Closed for a signer who is there no more: then it must be opened again. */
  const isOrphaned = ({ signer }: List): boolean => signer !== undefined && !isHeld(world, signer.post);

  switch (list.state) {
    case 'GATHERING':
      return [
        ...situation.cases
          .filter((one) => isFree(one) && fits(one, list))
          .flatMap(({ subject }) =>
            actBy({ name: 'gather', record }, handsFor('gather'), (by) =>
              gatherOne(world, by, list.id, subject.id),
            ),
          ),
        ...on.flatMap((one) => act('ungather', { case: one }, detour)),
        ...(on.length > 0 ? act('close', signerOf(world, list)) : []),
      ];
    case 'CLOSED':
      return [
        // Its keeper may open it again, and so may whoever gathers the cases that it needs.
        ...handsFor('reopen').flatMap((by) =>
          act('reopen', { reason }, on.length > 0 && !isOrphaned(list) ? detour : {}, { hands: [by] }),
        ),
        ...on.flatMap((one) => act('strike', { case: one, reason }, detour)),
        ...(on.length === 0 ? [] : list.kind === 'session' ? session() : signing()),
      ];
    case 'SIGNED':
      return list.kind === 'session' || on.length === 0 ? [] : act('issue', dated());
    case 'ISSUED':
      return list.kind === 'opinionRequest' ? answerMoves(world, { record, list, rows }) : [];
  }

  function session(): Move[] {
    const { presence } = list;
    if (presence === undefined) return act('presence', { chair: chairOf(list) });
    const found = rows.filter((row) => row.result?.presence === presence.turn);
    return [
      ...on.flatMap((one) =>
        findings(presence.present).flatMap((finding) =>
          act('result', { case: one, ...finding }, finding.outcome === 'agreed' ? {} : detour),
        ),
      ),
      ...(found.length === on.length ? act('conclude', {}, {}, { before: keepMinutes }) : []),
    ];
  }
  function signing(): Move[] {
    const { signer, hash } = list;
    const outside = { ...dated(), signer: { name: 'Người ký', capacity: 'head' }, signedOn: today, hash };
    const named = signer === undefined ? {} : { signer: { ...outside.signer, post: signer.post } };
    return [
      ...(signer === undefined ? [] : act('sign', { hash })),
      ...act('issueSignedOutside', { ...outside, ...named }, list.origin === 'here' ? detour : {}, {
        before: keepScan,
      }),
    ];
  }
  function dated(): { number: string; date: string } {
    numbers = (numbers % 99_999) + 1;
    return { number: `${String(numbers)}/${numbersEnd[list.kind] ?? 'QĐ-UBND'}`, date: today };
  }
}

const numbersEnd: Readonly<Record<string, string>> = { letter: 'TTr-UBND', opinionRequest: 'UBND-NC' };

const fits = ({ subject }: CaseSituation, list: List): boolean => {
  const step = openStep(subject);
  return (
    step?.organisation === list.organisation && step.kind === list.stepKind && subject.kind === list.caseKind
  );
};

const signerOf = (world: World, list: List): object =>
  list.kind === 'session' || list.origin === 'outside'
    ? {}
    : { signer: postAt(world, list.organisation, 'leader')?.id };

const chairOf = (list: List): string =>
  membersOn(
    Object.values(councils).find((one) => one.id === list.council)!,
    list.heldOn ?? list.createdOn,
  ).find((member) => member.seat === 'chair')!.person;
