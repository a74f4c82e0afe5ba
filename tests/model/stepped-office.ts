import { standingOf as standingIn, type Case } from '#shared/domain/case.ts';
import type { List } from '#shared/domain/list.ts';
import { addDays, at } from '#shared/domain/time.ts';
import type { InboxRow } from '#shared/records/inbox-record.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { people } from '#tests/support/small-directory.ts';
import { asks, draftModelProposal, draftNomination } from '#tests/support/small-world.ts';
import { askOf, beginList, keepPapers } from './asking.ts';
import type { Move } from './move.ts';
import { handOf, officeOf, personOf } from './officials.ts';
import {
  doIt,
  holderOf,
  keeperOf,
  refusalOnCase,
  refusalOnList,
  rest,
  standingOf,
  steps,
  type Ask,
  type PlainCase,
  type PlainList,
} from './plain-model.ts';
import { rested } from './walk.ts';
import { movesOnTheWay } from './way-moves.ts';
import type { World } from './world.ts';

export const refusalOf = (ask: Ask): string | undefined =>
  ask.list === undefined ? refusalOnCase(ask, ask.one!) : refusalOnList(ask, ask.list);
export const isOpen = ({ status }: PlainCase): boolean => status === 'AT_STEP';

type Told = string | number | undefined;

/** Longer ago than that nobody tries anything with what is over. */
const remembered = 8;
/** Many times more than ever follow from a few acts. */
const mostMoves = 500;
const lastTold = 25;

/** The program and the plain model, which are asked for the same and looked at after each act. */
export class SteppedOffice {
  cases: readonly PlainCase[] = [];
  lists: readonly PlainList[] = [];
  readonly counts = new Map<string, number>();
  readonly #world: World;
  readonly #told: string[] = [];
  #drafted = 0;

  constructor(world: World) {
    this.#world = world;
  }

  tell(what: string): void {
    this.#told.push(what);
    if (this.#told.length > lastTold) this.#told.shift();
  }

  fail(what: string): never {
    throw new Error([what, ...this.#told].join('\n  '));
  }

  #count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  async submit(kind: PlainCase['kind']): Promise<void> {
    this.#drafted += 1;
    const { ports } = this.#world;
    const named = { name: `Người Số ${String(this.#drafted)}`, birthYear: 1930 + (this.#drafted % 70) };
    const id = await (kind === 'nomination' ? draftNomination(ports, named) : draftModelProposal(ports));
    await actOnCase(ports, asks(people.wardOfficer), id, 'submit', { noSecrets: true });
    const fresh = { id, kind, status: 'AT_STEP', passed: 0, reached: 0, list: undefined };
    this.cases = [...this.cases, { ...fresh, open: false, supplement: false, hold: false }];
    this.tell(`submit ${id.slice(-4)} (${kind})`);
  }

  /** An empty list of the kind that settles the step at which this case stands or to which it is on its way. */
  async beginListFor(one: PlainCase): Promise<void> {
    const [step = '', office] = steps[one.kind][one.passed] ?? [];
    const kinds: Readonly<Record<string, PlainList['kind']>> = {
      letter: 'letter',
      council: 'session',
      decide: 'decision',
    };
    const kind = kinds[step];
    if (kind === undefined || office === undefined) return;
    const list = { kind, of: one.kind, office };
    const id = await beginList(
      this.#world,
      list,
      handOf(office, kind === 'session' ? 'secretary' : 'officer'),
    );
    const fresh = {
      ...list,
      id,
      state: 'GATHERING' as const,
      rows: [],
      presence: false,
      findings: new Map(),
    };
    this.lists = [...this.lists, fresh];
    this.tell(`begin ${kind} ${id.slice(-4)} at ${office}`);
  }

  /** Both are asked, and must say the same. */
  async ask(ask: Ask): Promise<void> {
    const who = personOf(ask.who);
    const refused = refusalOf(ask);
    if (refused === undefined) await keepPapers(this.#world, ask, who);
    const found = await askOf(this.#world, ask, who);
    const about = [ask.one, ask.list].flatMap((it) => it?.id.slice(-4) ?? []).join(' on ');
    this.tell(`${ask.act} ${about} by ${ask.who.name}: ${found ?? 'done'}`);
    if (found !== refused) this.fail(`it is ${found ?? 'done'}, and should be ${refused ?? 'done'}`);
    if (found === undefined) doIt(ask);
    this.#count(found ?? `done: ${ask.act}`);
  }

  /** What follows by itself is done, in an order that somebody picks. */
  async comeToRest(pick: (moves: readonly Move[]) => Move): Promise<void> {
    for (let left = mostMoves; ; left -= 1) {
      const moves = movesOnTheWay(this.#world, await rested(this.#world));
      if (moves.length === 0) break;
      if (left === 0) this.fail('it never comes to rest');
      await pick(moves).run();
    }
    rest(this.cases);
    this.tell('all comes to rest');
  }

  passDay(): void {
    const { clock } = this.#world;
    clock.setOffice(at(addDays(clock.today(), 1), 9));
    clock.setMachine(clock.office());
    this.tell(`it is ${clock.today()}`);
  }

  /** Every case and every list stands as the plain model says, in the inbox in which it should. */
  compare(): void {
    const inboxes = this.#inboxes();
    for (const one of this.cases) {
      const { status, list, ...subject } = this.#read('CASE', one.id) as Case;
      const holder = standingOf(one) === 'inList' ? undefined : holderOf(one);
      const real = [status, standingIn({ status, ...subject, ...(list && { list }) }), list ?? ''];
      const model = [one.status, standingOf(one), one.list?.id ?? ''];
      this.#same('case', [...real, inboxes.get(one.id)], [...model, holder]);
    }
    for (const list of this.lists) {
      const { state, rows } = this.#read('LIST', list.id) as List;
      this.#same('list', [state, rows, inboxes.get(list.id)], [list.state, list.rows.length, keeperOf(list)]);
    }
  }

  #same(what: string, found: readonly Told[], wanted: readonly Told[]): void {
    const text = (parts: readonly Told[]): string => parts.map((part) => part ?? 'nobody').join(' · ');
    if (text(found) !== text(wanted))
      this.fail(`the ${what} is ${text(found)}, and should be ${text(wanted)}`);
  }

  #read(kind: string, id: string): unknown {
    return this.#world.store.save().get(`${kind}#${id}`)?.get('META')?.body;
  }

  /** Office and role by what stands there; two of them would be both. */
  #inboxes(): Map<string, string> {
    const inboxes = new Map<string, string>();
    for (const { pk, body } of this.#world.store.items()) {
      const [kind, office = '', role = ''] = pk.split('#');
      if (kind !== 'INBOX') continue;
      const [id, place] = [(body as unknown as InboxRow).id, `${officeOf(office)} ${role}`];
      const other = inboxes.get(id);
      inboxes.set(id, other === undefined ? place : `${other} and ${place}`);
    }
    return inboxes;
  }

  /** What has been over for long is looked at no more. */
  forget(): void {
    const late = (index: number): boolean => index < this.cases.length - remembered;
    const gone = this.cases.filter((one, index) => !isOpen(one) && late(index));
    for (const one of gone) this.#count(`ended: ${one.status}`);
    this.cases = this.cases.filter((one) => !gone.includes(one));
    const used = new Set(this.cases.map(({ list }) => list));
    this.lists = this.lists.filter(
      (list, index) => used.has(list) || index >= this.lists.length - remembered,
    );
  }

  finish(): void {
    for (const one of this.cases) this.#count(`ended: ${one.status}`);
  }
}
