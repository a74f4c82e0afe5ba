import { openStep, standingOf, type Case } from '#shared/domain/case.ts';
import { caseCommands, type CaseCommandName } from '#shared/domain/case-command.ts';
import type { Council, Person } from '#shared/domain/directory.ts';
import {
  listIdSchema,
  type CaseId,
  type ListId,
  type OrganisationId,
  type RoundId,
} from '#shared/domain/id.ts';
import { listCommands } from '#shared/domain/list-command.ts';
import type { List, ListRow } from '#shared/domain/list.ts';
import { isRefusal, type Refusal } from '#shared/domain/refusal.ts';
import type { Ports } from '#shared/ports.ts';
import { loadCase } from '#shared/records/case-record.ts';
import { keys } from '#shared/records/keys.ts';
import { loadList, loadRow } from '#shared/records/list-record.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { actOnList, type SingleListAct } from '#shared/use-cases/lists/act-on-list.ts';
import { gather } from '#shared/use-cases/lists/gather.ts';
import { startDecision, startLetter, startSession } from '#shared/use-cases/lists/new-list.ts';
import { readNotices } from '#shared/use-cases/views/notices.ts';
import type { MemoryFiles } from './fake-ports.ts';
import { keepMinutes } from './minutes.ts';
import { councils, december, organisations, people } from './small-directory.ts';
import { asks } from './small-world.ts';
import type { TestHome } from './test-home.ts';

/** One office's hands. */
export interface Desk {
  readonly organisation: OrganisationId;
  readonly officer: Person;
  readonly leader: Person;
  readonly clerk: Person;
}

export const desks = {
  ward: {
    organisation: organisations.wardCommittee.id,
    officer: people.wardOfficer,
    leader: people.wardLeader,
    clerk: people.wardClerk,
  },
  sibling: {
    organisation: organisations.siblingCommittee.id,
    officer: people.siblingOfficer,
    leader: people.siblingLeader,
    clerk: people.siblingClerk,
  },
  police: {
    organisation: organisations.districtPolice.id,
    officer: people.policeOfficer,
    leader: people.policeLeader,
    clerk: people.policeClerk,
  },
  district: {
    organisation: organisations.districtCommittee.id,
    officer: people.districtOfficer,
    leader: people.districtLeader,
    clerk: people.districtClerk,
  },
} satisfies Record<string, Desk>;

/** The same offices with the posts that they named for sealed cases. */
export const sealedDesks = {
  ward: { ...desks.ward, officer: people.wardSealedOfficer },
  police: { ...desks.police, officer: people.policeSealedOfficer },
  district: { ...desks.district, officer: people.districtSealedOfficer },
} satisfies Record<string, Desk>;

/** A council, and whose hands its sessions are in. */
export interface Sitting {
  readonly council: Council;
  readonly secretary: Person;
  readonly chair: Person;
}

const sittings = {
  ward: { council: councils.ward, secretary: people.wardSecretary, chair: people.wardLeader },
  district: {
    council: councils.district,
    secretary: people.districtSecretary,
    chair: people.districtLeader,
  },
} satisfies Record<string, Sitting>;

export const postOf = (person: Person) => person.posts[0]!.id;

type Files = Omit<Ports, 'files'> & { files: MemoryFiles };
type ListOptions = {
  readonly sealed?: boolean;
  readonly model?: boolean;
  readonly outcome?: string;
  /** Default: December's. */
  readonly round?: RoundId;
  /** Who keeps the session instead of the council's secretary. */
  readonly secretary?: Person;
};

/** Acts in a home, each followed by what comes of it; shorter words for what every journey does. */
export function walkIn(home: TestHome, ports: Files = home.ports, numbersUsed = 0) {
  let numbers = numbersUsed;

  async function act(who: Person, id: CaseId, name: CaseCommandName, body: unknown = {}): Promise<void> {
    // Whoever sends it attests it; what a test says goes before.
    const said = name === 'submit' ? { noSecrets: true, ...(body as object) } : body;
    await actOnCase(ports, asks(who), id, name, caseCommands[name].parse(said) as never);
    await home.settle();
  }
  async function onList(who: Person, id: ListId, name: SingleListAct, body: unknown = {}): Promise<void> {
    await actOnList(ports, asks(who), id, name, listCommands[name].parse(body) as never);
    await home.settle();
  }
  async function caseOf(id: CaseId): Promise<Case> {
    const [item] = await ports.store.get([keys.caseMeta(id)]);
    return loadCase(item)!.value;
  }
  async function listOf(id: ListId): Promise<List> {
    const [item] = await ports.store.get([keys.listMeta(id)]);
    return loadList(item)!.value;
  }
  async function rowOf(id: ListId, one: CaseId): Promise<ListRow | undefined> {
    const [item] = await ports.store.get([keys.listRow(id, one)]);
    return loadRow(item)?.value;
  }
  const stepOf = async (id: CaseId) => openStep(await caseOf(id))?.code;
  const standing = async (id: CaseId) => standingOf(await caseOf(id));
  const number = (list: List): string => {
    numbers += 1;
    if (list.kind === 'opinionRequest') return `${String(numbers)}/UBND-NC`;
    return `${String(numbers)}/${list.kind === 'letter' ? 'TTr' : 'QĐ'}-UBND`;
  };

  async function gatherAll(who: Person, list: ListId, cases: readonly CaseId[]): Promise<void> {
    await gather(
      ports,
      asks(who),
      list,
      listCommands.gather.parse({ cases: cases.map((one) => ({ case: one })) }),
    );
    await home.settle();
  }
  async function letterOf(desk: Desk, cases: readonly CaseId[], options: ListOptions = {}): Promise<ListId> {
    const { id } = await startLetter(ports, asks(desk.officer), {
      organisation: desk.organisation,
      title: 'Tờ trình',
      caseKind: options.model === true ? 'modelProposal' : 'nomination',
      sealed: options.sealed ?? false,
      ...(options.model === true ? {} : { round: options.round ?? december.id }),
    });
    const list = listIdSchema.parse(id);
    await gatherAll(desk.officer, list, cases);
    return list;
  }
  async function decisionOf(
    desk: Desk,
    cases: readonly CaseId[],
    options: ListOptions = {},
  ): Promise<ListId> {
    const { id } = await startDecision(ports, asks(desk.officer), {
      organisation: desk.organisation,
      title: 'Quyết định',
      caseKind: options.model === true ? 'modelProposal' : 'nomination',
      sealed: options.sealed ?? false,
      origin: 'here',
    });
    const list = listIdSchema.parse(id);
    await gatherAll(desk.officer, list, cases);
    return list;
  }
  const close = (desk: Desk, list: ListId, signer = desk.leader) =>
    onList(desk.officer, list, 'close', { signer: postOf(signer) });
  const sign = async (signer: Person, list: ListId) =>
    onList(signer, list, 'sign', { hash: (await listOf(list)).hash });
  const issue = async (desk: Desk, list: ListId) =>
    onList(desk.clerk, list, 'issue', { number: number(await listOf(list)), date: ports.clock.today() });

  async function finish(desk: Desk, list: ListId): Promise<ListId> {
    await close(desk, list);
    await sign(desk.leader, list);
    await issue(desk, list);
    return list;
  }
  const letter = async (desk: Desk, cases: readonly CaseId[], options?: ListOptions) =>
    finish(desk, await letterOf(desk, cases, options));
  const decision = async (desk: Desk, cases: readonly CaseId[], options?: ListOptions) =>
    finish(desk, await decisionOf(desk, cases, options));

  async function session(
    at: 'ward' | 'district' | Sitting,
    cases: readonly CaseId[],
    options: ListOptions = {},
  ): Promise<ListId> {
    const { council, chair, ...its } = typeof at === 'string' ? sittings[at] : at;
    const secretary = options.secretary ?? its.secretary;
    const { id } = await startSession(ports, asks(secretary), {
      organisation: council.organisation,
      title: 'Họp xét',
      council: council.id,
      heldOn: ports.clock.today(),
      sealed: options.sealed ?? false,
    });
    const list = listIdSchema.parse(id);
    await gatherAll(secretary, list, cases);
    await onList(secretary, list, 'close');
    await onList(secretary, list, 'presence', { chair: chair.id });
    const outcome = options.outcome ?? 'agreed';
    for (const one of cases) {
      const { subjectAccounts } = await caseOf(one);
      const recused = council.members.filter((member) => subjectAccounts.includes(member.person)).length;
      const agreed = outcome === 'agreed' ? council.members.length - recused : 0;
      await onList(secretary, list, 'result', { case: one, outcome, agreed });
    }
    await keepMinutes(ports, secretary, list);
    await onList(secretary, list, 'conclude');
    return list;
  }

  /** From wherever all of them stand now to the step of that code, by every step between. */
  async function to(code: string, cases: readonly CaseId[], options: ListOptions = {}): Promise<void> {
    const cast = options.sealed === true ? sealedDesks : desks;
    for (let at = await stepOf(cases[0]!); at !== code; at = await stepOf(cases[0]!)) {
      if (at === 'ward-council') await session('ward', cases, options);
      else if (at === 'ward-letter') await letter(cast.ward, cases, options);
      else if (at === 'district-receive')
        for (const one of cases) await act(cast.police.officer, one, 'receive');
      else if (at === 'district-appraise')
        for (const one of cases) await act(cast.police.officer, one, 'recommend');
      else if (at === 'district-police-letter') await letter(cast.police, cases, options);
      else if (at === 'district-council') await session('district', cases, options);
      else throw new Error(`no way from ${String(at)} to ${code}`);
    }
  }
  const kindsTold = async (who: Person) =>
    (await readNotices(ports, who.id)).notices.map((notice) => notice.kind);

  return {
    ...{
      act,
      onList,
      caseOf,
      listOf,
      rowOf,
      stepOf,
      standing,
      gatherAll,
      letterOf,
      decisionOf,
      close,
      sign,
      issue,
    },
    ...{ finish, letter, decision, session, to, kindsTold },
  };
}

export type Walk = ReturnType<typeof walkIn>;

/** The code of the refusal in which it ends, or `done`. */
export async function codeOf(run: Promise<unknown>): Promise<string> {
  return (await refusalOf(run))?.code ?? 'done';
}

/** Why it was refused; undefined when it was done. */
export async function refusalOf(run: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await run;
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}
