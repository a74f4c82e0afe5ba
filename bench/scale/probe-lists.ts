import type { z } from 'zod';
import type { Person } from '#shared/domain/directory.ts';
import type { CaseId, ListId } from '#shared/domain/id.ts';
import { listCommands, type ListCommand } from '#shared/domain/list-command.ts';
import type { Ports } from '#shared/ports.ts';
import { keys } from '#shared/records/keys.ts';
import { loadList } from '#shared/records/list-record.ts';
import { actOnList, type SingleListAct } from '#shared/use-cases/lists/act-on-list.ts';
import { gather } from '#shared/use-cases/lists/gather.ts';
import { startDecision, startLetter, startSession } from '#shared/use-cases/lists/new-list.ts';
import { postOf } from '#tests/support/case-walk.ts';
import { councils, december, organisations, people } from '#tests/support/small-directory.ts';
import { asks } from '#tests/support/small-world.ts';
import { only, probe, type Choose, type Probe } from './probe.ts';
import type { Places } from './season.ts';

interface ListProbe {
  readonly name?: string;
  readonly who: Person;
  readonly which: Choose<ListId>;
  readonly body?: (at: Places) => object;
}

function onList<Name extends SingleListAct>(
  act: Name,
  schema: z.ZodType<ListCommand<Name>>,
  { name = act, who, which, body }: ListProbe,
): Probe {
  return {
    name,
    prepare: async (ports, at) => {
      const id = which(at);
      const [item] = await ports.store.get([keys.listMeta(id)]);
      const { hash } = loadList(item)?.value ?? {};
      const command = schema.parse({ hash, ...body?.(at) });
      return () => actOnList(ports, asks(who), id, act, command);
    },
  };
}

const { wardOfficer, wardLeader, wardClerk, wardSecretary, districtClerk, districtOfficer } = people;
const ward = organisations.wardCommittee.id;
const started = { title: 'Danh sách', caseKind: 'nomination', sealed: false, round: december.id } as const;

/** Acts on letters and decisions. Lists have two or three rows here. */
export const listProbes: readonly Probe[] = [
  probe('startLetter', (ports) => startLetter(ports, asks(wardOfficer), { ...started, organisation: ward })),
  probe('startDecision', (ports) => {
    const organisation = organisations.districtCommittee.id;
    return startDecision(ports, asks(districtOfficer), { ...started, organisation, origin: 'here' });
  }),
  probe('gather, one case', (ports, at) =>
    gatherOn(ports, wardOfficer, at.letters.open.list, at.atWardLetter),
  ),
  onList('ungather', listCommands.ungather, {
    who: wardOfficer,
    which: (at) => at.letters.open.list,
    body: (at) => ({ case: only(at.letters.open.cases) }),
  }),
  onList('order', listCommands.order, {
    who: wardOfficer,
    which: (at) => at.letters.open.list,
    body: (at) => ({ cases: [only(at.atWardLetter), ...at.letters.open.cases.slice(1)] }),
  }),
  onList('close', listCommands.close, {
    who: wardOfficer,
    which: (at) => at.letters.open.list,
    body: () => ({ signer: postOf(wardLeader) }),
  }),
  onList('strike', listCommands.strike, {
    who: wardOfficer,
    which: (at) => at.letters.toStrike.list,
    body: (at) => ({ case: only(at.letters.toStrike.cases), reason: 'Thiếu biên bản' }),
  }),
  onList('sign', listCommands.sign, { who: wardLeader, which: (at) => at.letters.closed.list }),
  onList('reopen', listCommands.reopen, {
    who: wardOfficer,
    which: (at) => at.letters.toStrike.list,
    body: () => ({ reason: 'Sửa thứ tự' }),
  }),
  onList('issue', listCommands.issue, {
    name: 'issue, letter',
    who: wardClerk,
    which: (at) => at.letters.signed.list,
    body: () => ({ number: '901/TTr-UBND', date: '2020-10-05' }),
  }),
  onList('issue', listCommands.issue, {
    name: 'issue, decision',
    who: districtClerk,
    which: (at) => at.decisions.signed.list,
    body: () => ({ number: '902/QĐ-UBND', date: '2020-10-05' }),
  }),
  onList('issueSignedOutside', listCommands.issueSignedOutside, {
    who: districtClerk,
    which: (at) => at.decisions.closed.list,
    body: () => ({
      ...{ number: '903/QĐ-UBND', date: '2020-10-05', signedOn: '2020-10-05' },
      signer: { post: postOf(people.districtLeader), name: people.districtLeader.name, capacity: 'head' },
    }),
  }),
];

const gatherOn = (ports: Ports, who: Person, list: ListId, [one]: readonly CaseId[]) =>
  gather(ports, asks(who), list, listCommands.gather.parse({ cases: [{ case: one }] }));

/** Acts of a council's secretary. */
export const sessionProbes: readonly Probe[] = [
  probe('startSession', (ports) => {
    const { title, sealed, round } = started;
    const held = { council: councils.ward.id, heldOn: ports.clock.today() };
    return startSession(ports, asks(wardSecretary), {
      ...{ title, sealed, round },
      organisation: ward,
      ...held,
    });
  }),
  onList('presence', listCommands.presence, {
    who: wardSecretary,
    which: (at) => at.sessions.closed.list,
    body: () => ({ chair: wardLeader.id }),
  }),
  onList('result', listCommands.result, {
    who: wardSecretary,
    which: (at) => at.sessions.present.list,
    body: (at) => ({
      case: only(at.sessions.present.cases),
      outcome: 'agreed',
      agreed: councils.ward.members.length,
    }),
  }),
  onList('conclude', listCommands.conclude, { who: wardSecretary, which: (at) => at.sessions.ready.list }),
];
