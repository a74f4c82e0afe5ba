import { fileURLToPath } from 'node:url';
import { createDynamoStore } from '#shared/dynamodb/dynamo-store.ts';
import { at, civilDateSchema } from '#shared/domain/time.ts';
import { createRandom } from '#shared/machine/random.ts';
import type { Item, Ports, Store } from '#shared/ports.ts';
import { loadFlow } from '#shared/records/flow-record.ts';
import { parseNotice } from '#shared/records/notice-record.ts';
import type { MemoryFiles } from '#tests/support/fake-ports.ts';
import { brokenInvariants } from '#tests/support/invariants.ts';
import { createSeededRandom } from '#tests/support/seeded-random.ts';
import { createTestPorts, writeSmallDirectory } from '#tests/support/small-world.ts';
import { openRehearsedHome, type RehearsalOptions, type RehearsedHome } from '../rehearsed-home.ts';
import type { Answer } from '../json-service.ts';
import type { StreamRecord } from '../stream-pump.ts';
import type { Meddle } from '../wire.ts';
import { createMailWindow, eventOf, type MailWindow } from './mail-window.ts';
import { scan, type Scanned } from './scanned-store.ts';

/** Of all that is drawn; `SEED=…` plays a run again. */
export const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));

/** A number below `count`, the same in every run of this seed. */
export type Pick = (count: number) => number;

export function createPick(salt: number): Pick {
  const random = createSeededRandom(seed + salt);
  return (count) => (((random.bytes(1)[0] ?? 0) << 8) + (random.bytes(1)[0] ?? 0)) % count;
}

export interface Alarm {
  readonly alarm: string;
  readonly record?: string;
}

/** What is done to the stream, to EventBridge, and to the calls of functions; it may change at any time. */
export interface Faults {
  meddle: Meddle;
  disturb: (records: readonly StreamRecord[]) => readonly StreamRecord[];
  tellsEnds: boolean;
}

export interface FaultyOffice {
  readonly home: RehearsedHome;
  /** Use cases straight on the table, as one more process of the API. */
  readonly ports: Omit<Ports, 'files'> & { readonly files: MemoryFiles };
  readonly faults: Faults;
  /** From now on everything works. */
  heal(): void;
  readonly alarms: readonly Alarm[];
  /** Records of the stream, and events, that were given up. */
  readonly givenUp: readonly string[];
  /** Calls and records of the stream with which something was done. */
  readonly troubled: () => number;
  /** Ends the function in the middle of what it does. */
  kill(caller: string): Promise<void>;
  readonly window: MailWindow;
  /** Events whose mails went out before the office came here. */
  readonly mailedBefore: Set<string>;
  scan(): Promise<Scanned>;
  /**
   * Time passes, five minutes a round and later an hour, with the sweep behind each, until nothing is left to do.
   * @returns the rounds that it took
   */
  recover(): Promise<number>;
  /** What doesn't hold of the whole table at rest. */
  broken(scanned?: Scanned): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const synthesised = fileURLToPath(new URL('../../../.build/cdk.out', import.meta.url));
const everythingPasses: Meddle = (_call, pass) => pass();
const fiveMinutes = 5 * 60_000;
const anHour = 12 * fiveMinutes;
/** A lost execution is found an hour after its wait; only a mail that was tried in vain several times waits for longer. */
const patientRounds = 20;
/** Five days and more: by then a mail would be parked. */
const mostRounds = 150;

/**
 * The rehearsed deployment, and faults between its parts.
 * @param fill the small directory, unless an office moves in that brings its own
 */
export async function openFaultyOffice(
  options: Partial<RehearsalOptions> = {},
  fill: (ports: { readonly store: Store }) => Promise<void> = writeSmallDirectory,
): Promise<FaultyOffice> {
  const alarms: Alarm[] = [];
  const givenUp: string[] = [];
  const window = createMailWindow();
  let troubled = 0;
  const faults: Faults = { meddle: everythingPasses, disturb: (records) => records, tellsEnds: true };
  const home = await openRehearsedHome({
    folder: synthesised,
    startAt: at(civilDateSchema.parse('2020-10-05'), 9),
    jitter: () => 0,
    meddle: window.watch(async (call, pass) => {
      let passed: Answer | 'cut' | undefined;
      const answer = await faults.meddle(call, async () => (passed = await pass()));
      if (answer !== passed) troubled += 1;
      return answer;
    }),
    disturb: (records) => {
      const told = faults.disturb(records);
      if (told.length !== records.length || told.some((one, index) => one !== records[index])) troubled += 1;
      return told;
    },
    tellsEnds: () => faults.tellsEnds,
    log: (source, line) => {
      if (line.startsWith('given up')) givenUp.push(line);
      else if (line.includes('"alarm":')) alarms.push(JSON.parse(line) as Alarm);
      else if (/"level":"ERROR"|^\s+at |Error:/.test(line)) console.log(`${source}: ${line}`);
    },
    ...options,
  });
  const store = createDynamoStore({ client: home.dynamo, table: home.table });
  const test = await createTestPorts({ store, settled: true });
  const { clock } = home;
  const ports = { ...test, nudge: () => undefined, clock, random: createRandom(clock) };
  await fill(ports);

  const office: FaultyOffice = {
    home,
    ports,
    faults,
    alarms,
    givenUp,
    window,
    mailedBefore: new Set(),
    troubled: () => troubled,
    heal() {
      Object.assign(faults, { meddle: everythingPasses, tellsEnds: true } satisfies Partial<Faults>);
      faults.disturb = (records) => records;
    },
    async kill(caller) {
      window.died(caller);
      await home.functions.called(caller).killOne();
    },
    scan: () => scan(home),
    async recover() {
      for (let rounds = 0; rounds <= mostRounds; rounds += 1) {
        await home.settle();
        if ((await office.broken()).length === 0) return rounds;
        home.pass(rounds < patientRounds ? fiveMinutes : anHour);
        await home.settle();
        await home.sweep();
      }
      throw new Error(`seed ${String(seed)}: never at rest: ${(await office.broken()).join('; ')}`);
    },
    async broken(scanned) {
      const { items, store: at } = scanned ?? (await scan(home));
      return [
        ...(await brokenInvariants(at, async () => items)),
        ...items.flatMap((item) => strandedIn(item, home)),
        ...mailsAstray(items, office),
      ];
    },
    close: () => home.close(),
  };
  return office;
}

/** Of every flow that runs an execution waits on the very token that is stored. */
function strandedIn(item: Item, { workflow }: RehearsedHome): string[] {
  if (item.sk !== 'FLOW') return [];
  const flow = loadFlow(item)?.value;
  if (flow?.state !== 'running' || workflow.waits(flow.token ?? '')) return [];
  return [`nobody waits for the token of ${item.pk}`];
}

export const keyOfNotice = ({ person, on, event }: ReturnType<typeof parseNotice>): string =>
  `${person}/${on}/${event}`;

/** Each notice has one mail, and one more for each time that it stood in the window; none where it was sent elsewhere. */
function mailsAstray(items: readonly Item[], { home, window, mailedBefore }: FaultyOffice): string[] {
  const sent = Map.groupBy(home.mail.sent, eventOf);
  return items
    .filter((item) => item.pk.startsWith('NOTICES#'))
    .flatMap((item) => {
      const notice = parseNotice(item);
      const event = keyOfNotice(notice);
      const [count, most] = [sent.get(event)?.length ?? 0, 1 + window.times(event)];
      if (notice.mail === 'none' || (mailedBefore.has(event) && count === 0)) return [];
      if (notice.mail !== 'sent') return [`the mail of ${event} is ${notice.mail}`];
      return count >= 1 && count <= most && !mailedBefore.has(event)
        ? []
        : [`${String(count)} mails of ${event}, not ${String(most)}`];
    });
}
