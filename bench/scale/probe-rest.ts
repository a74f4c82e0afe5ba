import type { CaseId, ListId, PersonId } from '#shared/domain/id.ts';
import type { Ports } from '#shared/ports.ts';
import { loadCase } from '#shared/records/case-record.ts';
import { loadFlow } from '#shared/records/flow-record.ts';
import { keys, recordId } from '#shared/records/keys.ts';
import { catchUp } from '#shared/use-cases/effects/catch-up.ts';
import { sweep } from '#shared/use-cases/effects/sweep.ts';
import { awaitTurn } from '#shared/use-cases/flow/carry.ts';
import { checkDatesOf, openStepOf } from '#shared/use-cases/flow/case-steps.ts';
import { readAgendas } from '#shared/use-cases/views/agendas.ts';
import { follow, readCases } from '#shared/use-cases/views/browse.ts';
import { readCaseView } from '#shared/use-cases/views/case-view.ts';
import { casesToGather, readLists, readListView } from '#shared/use-cases/views/list-view.ts';
import { countUnread, readNotices } from '#shared/use-cases/views/notices.ts';
import { readMe } from '#shared/use-cases/views/reader.ts';
import { readRoundView } from '#shared/use-cases/views/round-view.ts';
import { readInbox } from '#shared/use-cases/views/waiting.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import type { Probe } from './probe.ts';
import type { Places } from './season.ts';

/** What follows from the acts of probe-acts.ts: run them first, then these. */

type Choose = (at: Places) => CaseId | ListId | undefined;

function effects(name: string, kind: 'CASE' | 'LIST', which: Choose): Probe {
  return {
    name,
    prepare: async (ports, at) => () => catchUp(ports, recordId(kind, which(at) ?? '')),
  };
}

export const effectProbes: readonly Probe[] = [
  effects('of submit', 'CASE', (at) => at.drafts[1]),
  effects('of receive', 'CASE', (at) => at.atReceive[0]),
  effects('of askSupplement', 'CASE', (at) => at.atAppraise[2]),
  effects('of withdraw', 'CASE', (at) => at.atWardCouncil[0]),
  effects('of gather, on the list', 'LIST', (at) => at.letters.open.list),
  effects('of sign', 'LIST', (at) => at.letters.closed.list),
  effects('of issue, letter of 2', 'LIST', (at) => at.letters.signed.list),
  effects('of issue, decision of 2', 'LIST', (at) => at.decisions.signed.list),
  effects('of conclude, session of 2', 'LIST', (at) => at.sessions.ready.list),
  effects('of being settled', 'CASE', (at) => at.letters.signed.cases[0]),
];

interface Carried {
  readonly record: string;
  readonly generation: number;
}

function task(name: string, which: Choose, run: (ports: Ports, carried: Carried) => Promise<unknown>): Probe {
  return {
    name,
    prepare: async (ports, at) => {
      const record = recordId('CASE', which(at) ?? '');
      const [item] = await ports.store.get([keys.flow(record)]);
      return () => run(ports, { record, generation: loadFlow(item)?.value.generation ?? 1 });
    },
  };
}

/** What the flow's tasks do; the first opening computes the route anew, a frozen route isn't computed again. */
export const taskProbes: readonly Probe[] = [
  task('open-step, first', (at) => at.drafts[1], openStepOf),
  task('open-step, after a letter', (at) => at.letters.signed.cases[0], openStepOf),
  task('open-step, route frozen', (at) => at.atReceive[0], openStepOf),
  task('open-step, ended', (at) => at.decisions.signed.cases[0], openStepOf),
  {
    name: 'await-turn',
    prepare: async (ports, at) => {
      const id = at.atReceive[0];
      const [item] = await ports.store.get([keys.caseMeta(id ?? at.held)]);
      const turn = loadCase(item)?.value.turn ?? 0;
      const wait = { record: recordId('CASE', id ?? at.held), generation: 1, turn, wakeInSeconds: 86_400 };
      return () => awaitTurn(ports, { ...wait, token: 'token' });
    },
  },
  task('check-dates, nothing due', (at) => at.atReceive[0], checkDatesOf),
];

const page = (name: string, run: (ports: Ports, at: Places) => Promise<unknown>): Probe => ({
  name,
  prepare: async (ports, at) => () => run(ports, at),
});

/** The busiest reader of the district's inbox, its police officer, and the ward's officer. */
const police = people.policeOfficer.id;
const ward = people.wardOfficer.id;

async function frame(ports: Ports, person: PersonId): Promise<void> {
  await Promise.all([readMe(ports, person), countUnread(ports, person)]);
}

async function home(ports: Ports, person: PersonId): Promise<void> {
  await Promise.all([
    readInbox(ports, person),
    readAgendas(ports, person),
    readCases(ports, person, { size: 20 }),
  ]);
}

/** Pages, without the sign-in item and the frame that each signed-in page reads beside its own. */
export const pageProbes: readonly Probe[] = [
  page('frame of each page, ward', (ports) => frame(ports, ward)),
  page('frame of each page, district', (ports) => frame(ports, police)),
  page('home, ward', (ports) => home(ports, ward)),
  page('home, district', (ports) => home(ports, police)),
  page('inbox, ward', (ports) => readInbox(ports, ward)),
  page('inbox, district', (ports) => readInbox(ports, police)),
  page('case', (ports, at) => readCaseView(ports, ward, at.held)),
  page('case, awarded', (ports, at) => readCaseView(ports, ward, at.awarded[0] ?? at.held)),
  page('list of 2', (ports, at) => readListView(ports, ward, at.letters.toStrike.list)),
  page('cases to gather', (ports, at) => casesToGather(ports, ward, at.letters.open.list)),
  page('cases, of the ward', (ports) =>
    readCases(ports, ward, { organisation: organisations.wardCommittee.id }),
  ),
  page('cases, typed', (ports) => readCases(ports, ward, {})),
  page('lists, of the ward', (ports) =>
    readLists(ports, ward, { organisation: organisations.wardCommittee.id }),
  ),
  page('lists, came to the district', (ports) =>
    readLists(ports, police, { organisation: organisations.districtPolice.id, direction: 'came' }),
  ),
  page('notices, ward', (ports) => readNotices(ports, ward)),
  page('notices, district', (ports) => readNotices(ports, police)),
  page('round', (ports) => readRoundView(ports, december.id)),
  following('follow by code', (at) => at.held),
  following('follow by code, awarded', (at) => at.awarded[0]),
  page('sweep, nothing lost', (ports) => sweep(ports)),
];

function following(name: string, which: (at: Places) => CaseId | undefined): Probe {
  return {
    name,
    prepare: async (ports, at) => {
      const [item] = await ports.store.get([keys.caseMeta(which(at) ?? at.held)]);
      const code = loadCase(item)?.value.publicCode ?? '';
      return () => follow(ports, code);
    },
  };
}
