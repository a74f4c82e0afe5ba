import { findings } from './asking.ts';
import { createDice, type Dice } from './dice.ts';
import { mishaps } from './mishaps.ts';
import { officials } from './officials.ts';
import { caseRules, listRules, type Ask, type Official } from './plain-model.ts';
import { brokenAtRest } from './properties.ts';
import { situationOf } from './situation.ts';
import { isOpen, refusalOf, SteppedOffice } from './stepped-office.ts';
import { rested } from './walk.ts';
import { timeMoves } from './way-moves.ts';
import { createWorld, type Tampering, type World } from './world.ts';

const caseActs = Object.keys(caseRules).flatMap((acts) => acts.split(' '));
const listActs = Object.keys(listRules).flatMap((acts) => acts.split(' '));
/** Acts on one row of a list. */
const onRows = ['gather', 'ungather', 'strike', 'result'];
/** Refused without a look at where it stands. */
const foreign = ['CaseNotFound', 'ListNotFound', 'ActNotYours'];
const ends = ['withdraw', 'returnIneligible', 'refuse'];
const detours = [
  ...['askSupplement', 'notRecommend', 'hold', 'reassign'],
  ...['reopen', 'ungather', 'strike', 'presence'],
];
const weightOf = (act: string): number => (ends.includes(act) ? 0.1 : detours.includes(act) ? 4 : 20);
const casesAtOnce = 4;
/** Before the closing day of the round. */
const mostDays = 25;

/**
 * Random acts of random people, mostly such as they may do, on the program and on the plain model in step.
 * @returns how often each act was done, each refusal given, and how cases ended
 * @throws Error where the two differ, with the last acts
 */
export async function randomRun(
  seed: number,
  acts: number,
  tampering: Tampering = {},
): Promise<ReadonlyMap<string, number>> {
  const [dice, world] = [createDice(seed), await createWorld(tampering)];
  const office = new SteppedOffice(world);
  let days = 0;
  for (let done = 0; done < acts;) {
    if (office.cases.filter(isOpen).length < casesAtOnce)
      await office.submit(dice.chance(0.3) ? 'modelProposal' : 'nomination');
    if (dice.chance(0.15)) await office.beginListFor(dice.pick(office.cases.filter(isOpen))!);
    const ask = chooseAsk(office, dice);
    if (ask !== undefined) await office.ask(ask);
    if (ask !== undefined) done += 1;
    // Effects that were killed are half done: the plain model knows none such.
    const lost = dice.chance(0.06);
    if (lost) await loseSomething(office, dice, world);
    if (lost || ask === undefined || dice.chance(0.6)) await office.comeToRest((moves) => dice.pick(moves)!);
    if (days < mostDays && dice.chance(0.01)) {
      days += 1;
      office.passDay();
    }
    office.compare();
    office.forget();
  }
  await close(office, dice, world);
  return office.counts;
}

/** Mostly what may be done; now and then what is theirs but can't be done now; now and then anything by anybody. */
function chooseAsk(office: SteppedOffice, dice: Dice): Ask | undefined {
  if (dice.chance(0.15)) return dice.pick(asksOf(office, dice, dice.pick(officials)![0]));
  const asks = officials.flatMap(([who]) =>
    asksOf(office, dice, who).map((ask) => ({ ask, refused: refusalOf(ask) })),
  );
  const wanted = dice.chance(0.12)
    ? asks.filter(({ refused }) => refused !== undefined && !foreign.includes(refused))
    : asks.filter(({ refused }) => refused === undefined);
  const act = dice.weigh([...new Set(wanted.map(({ ask }) => ask.act))], weightOf);
  return dice.pick(wanted.filter(({ ask }) => ask.act === act))?.ask;
}

/** Everything that somebody could ask for. */
function asksOf({ cases, lists }: SteppedOffice, dice: Dice, who: Official): Ask[] {
  const stale = dice.chance(0.1);
  const finding = dice.chance(0.7) ? 'agreed' : dice.pick(findings)!;
  const onLists = lists.flatMap((list) =>
    listActs.flatMap((act): Ask[] =>
      onRows.includes(act)
        ? cases.map((one) => ({ who, act, list, one, finding }))
        : [{ who, act, list, stale }],
    ),
  );
  return [...cases.flatMap((one) => caseActs.map((act): Ask => ({ who, act, one }))), ...onLists];
}

/** What follows by itself mends it. */
async function loseSomething(office: SteppedOffice, dice: Dice, world: World): Promise<void> {
  const situation = await rested(world);
  const some = await mishaps({ world, situation, saved: world.save() }, ['executions', 'calls', 'effects']);
  const one = dice.pick(some);
  office.tell(`mishap: ${one?.name ?? 'nothing to lose'}`);
  await one?.run();
}

/** Nothing is left lying: what was lost is found on its day, and all is as it must be at rest. */
async function close(office: SteppedOffice, dice: Dice, world: World): Promise<void> {
  for (;;) {
    await office.comeToRest((moves) => dice.pick(moves)!);
    const [day] = timeMoves(world, situationOf(world), []);
    if (day === undefined || day.detour === true) break;
    await day.run();
  }
  office.compare();
  const broken = await brokenAtRest(world);
  if (broken.length > 0) office.fail(broken.join('\n'));
  office.finish();
}
