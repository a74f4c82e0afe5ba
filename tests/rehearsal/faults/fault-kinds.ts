import { z } from 'zod';
import { answersPeople } from '../functions.ts';
import type { Answer } from '../json-service.ts';
import type { StreamRecord } from '../stream-pump.ts';
import type { Meddle, Passing } from '../wire.ts';
import type { FaultyOffice, Faults, Pick } from './faulty-office.ts';
import { lostAnswer, refusal, type Wrong } from './refusals.ts';

/** Troubles that go on through a whole season, each drawn from the seed. */

export type Trouble = (office: FaultyOffice, pick: Pick) => Partial<Faults>;

/** So many of a hundred calls of these operations go wrong in one of these ways. */
function share(percent: number, operations: readonly string[], wrongs: readonly Wrong[], pick: Pick): Meddle {
  return async (call, pass) => {
    if (!operations.includes(call.operation) || pick(100) >= percent) return pass();
    const wrong = wrongs[pick(wrongs.length)];
    return wrong === undefined ? pass() : wrong(pass, call);
  };
}

const writesSchema = z.object({ TransactItems: z.array(z.unknown()) });

/** Another transaction, or the load, stood in the way of one of the writes. */
const cancelled =
  (Code: string): Wrong =>
  async (_pass, { input }) => {
    const others = writesSchema
      .parse(input)
      .TransactItems.slice(1)
      .map(() => ({ Code: 'None' }));
    return refusal('TransactionCanceledException', { CancellationReasons: [{ Code }, ...others] });
  };

const reads = ['BatchGetItem', 'Query'];
const throttling: readonly Wrong[] = [
  async () => refusal('ProvisionedThroughputExceededException'),
  async () => refusal('ThrottlingException'),
  async () => refusal('InternalServerError', { status: 500 }),
];

const throttledTable: Trouble = (_office, pick) => ({
  meddle: chain(
    share(20, [...reads, 'TransactWriteItems'], throttling, pick),
    share(
      10,
      ['TransactWriteItems'],
      ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'].map(cancelled),
      pick,
    ),
    share(20, ['BatchGetItem'], [leaveOneOut], pick),
  ),
});

const readSchema = z.object({
  Responses: z.record(z.string(), z.array(z.looseObject({ pk: z.unknown(), sk: z.unknown() }))),
});

/** One item comes only when it is asked for again. */
async function leaveOneOut(pass: Passing): Promise<Answer | 'cut'> {
  const answer = await pass();
  if (answer === 'cut') return answer;
  const read = readSchema.safeParse(JSON.parse(String(answer.body)));
  if (!read.success) return answer;
  const [[table, items] = ['', []]] = Object.entries(read.data.Responses);
  const left = items.at(-1);
  if (left === undefined) return answer;
  const { pk, sk } = left;
  const Responses = { [table]: items.slice(0, -1) };
  const UnprocessedKeys = { [table]: { Keys: [{ pk, sk }], ConsistentRead: true } };
  return { ...answer, body: JSON.stringify({ Responses, UnprocessedKeys }) };
}

const lostCommits: Trouble = (_office, pick) => ({
  meddle: share(10, ['TransactWriteItems'], [lostAnswer, async () => 'cut'], pick),
});

/** Of a case's first execution only: a case that lost its third in a day is parked. */
const existsAlready: Wrong = async (pass, { input }) =>
  String(input['name']).endsWith('-1') ? refusal('ExecutionAlreadyExists') : pass();

const troubledFlows: Trouble = ({ home }, pick) => ({
  meddle: chain(
    share(
      60,
      ['SendTaskSuccess'],
      [
        async () => refusal('InternalFailure', { status: 500 }),
        async () => refusal('ThrottlingException'),
        lostAnswer,
        async (_pass, { input }) => {
          await home.workflow.fail(String(input['taskToken']), { error: 'States.Timeout' });
          return refusal('TaskTimedOut');
        },
      ],
      pick,
    ),
    share(
      50,
      ['StartExecution'],
      [existsAlready, async () => refusal('ThrottlingException'), lostAnswer],
      pick,
    ),
  ),
});

const troubledMail: Trouble = (_office, pick) => ({
  meddle: share(
    40,
    ['SendEmail'],
    [
      lostAnswer,
      async () => refusal('MessageRejected'),
      async () => refusal('TooManyRequestsException', { status: 429 }),
    ],
    pick,
  ),
});

/** Who follows is killed after any of its calls; the API answers people, who ask again by themselves. */
const deaths: Trouble = (office, pick) => {
  let left = 15;
  return {
    async meddle({ caller }, pass) {
      const answer = await pass();
      if (answersPeople.test(caller) || left === 0 || pick(25) > 0) return answer;
      left -= 1;
      await office.kill(caller);
      return 'cut';
    },
  };
};

/** First executions of cases end badly, of which EventBridge tells every other one. */
const lostExecutions: Trouble = (office, pick) => ({
  async meddle({ operation }, pass) {
    const answer = await pass();
    if (operation !== 'TransactWriteItems' || pick(20) > 0) return answer;
    const first = office.home.workflow.running().filter(({ name }) => name.endsWith('-1'));
    const name = first[pick(Math.max(first.length, 1))]?.name;
    if (name === undefined) return answer;
    office.faults.tellsEnds = pick(2) === 0;
    await office.home.workflow.stop('case', name);
    return answer;
  },
});

const recordOf = ({ dynamodb }: StreamRecord): string => JSON.stringify(dynamodb['Keys']);

/** Records change places, those of one and the same stay in their order. */
function shuffled(records: readonly StreamRecord[], pick: Pick): readonly StreamRecord[] {
  const queues = [...Map.groupBy(records, recordOf).values()];
  return records.map(() => {
    const [queue] = queues.splice(pick(queues.length), 1);
    const [next, ...rest] = queue ?? [];
    if (next === undefined) throw new Error('as many are taken as there are');
    if (rest.length > 0) queues.push(rest);
    return next;
  });
}

const twice: Trouble = () => {
  let before: readonly StreamRecord[] = [];
  return {
    disturb(records) {
      if (records.length === 0 && before.length === 0) return [];
      const again = before;
      before = records;
      return [...again, ...records, ...records];
    },
  };
};

/** Each batch waits until some more rounds of reading have passed; what is read meanwhile comes after it. */
const late: Trouble = (_office, pick) => {
  let held: readonly StreamRecord[] = [];
  let rounds = 0;
  return {
    disturb(records) {
      if (held.length === 0) rounds = 1 + pick(20);
      held = [...held, ...records];
      rounds -= 1;
      if (rounds > 0) return [];
      const due = held;
      held = [];
      return due;
    },
  };
};

const lost: Trouble = (_office, pick) => ({ disturb: (records) => records.filter(() => pick(2) === 0) });
const mixed: Trouble = (_office, pick) => ({ disturb: (records) => shuffled(records, pick) });

/** Each call goes through all of them, the first one outermost. */
function chain(...meddles: readonly Meddle[]): Meddle {
  return meddles.reduceRight<Meddle>(
    (inner, outer) => (call, pass) => outer(call, () => inner(call, pass)),
    (_call, pass) => pass(),
  );
}

/** Some of them at once. */
const together =
  (...some: readonly Trouble[]): Trouble =>
  (office, pick) => {
    const all = some.map((trouble) => trouble(office, pick));
    return {
      meddle: chain(...all.flatMap(({ meddle }) => meddle ?? [])),
      disturb: (records) => all.reduce((told, { disturb }) => disturb?.(told) ?? told, records),
    };
  };

/** What becomes of marks on their way through the stream, each alone. */
export const streamTroubles = {
  'told twice': twice,
  'told in another order': mixed,
  'told late': late,
  'lost, every other one': lost,
} satisfies Record<string, Trouble>;

const stream = together(...Object.values(streamTroubles));
const table = together(throttledTable, lostCommits);
const services = together(troubledFlows, troubledMail);
const ends = together(deaths, lostExecutions);

/** What goes wrong through a whole season. */
export const seasonTroubles: Readonly<Record<string, Trouble>> = {
  'the stream doubles, mixes, delays and loses its records': stream,
  'the table is throttled and loses answers': table,
  'Step Functions and SES refuse, time out and lose answers': services,
  'functions die and executions are lost': ends,
  'everything goes wrong': together(stream, table, services, ends),
};
