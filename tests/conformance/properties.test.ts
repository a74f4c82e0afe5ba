import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#shared/domain/time.ts';
import type { Json } from '#shared/ports.ts';
import { backoffMs } from '#local/workflow/states/retry.ts';
import { awaitToken, createLab, flowText, invoke, named, type Lab } from '#tests/support/flow-lab.ts';

// The same runs each time; a failure is told with the path that leads to it.
const seed = 20_260_105;

const retrier = fc.record({
  IntervalSeconds: fc.integer({ min: 1, max: 9 }),
  MaxAttempts: fc.integer({ min: 0, max: 4 }),
  BackoffRate: fc.constantFrom(1, 1.25, 1.5, 2, 3),
  MaxDelaySeconds: fc.integer({ min: 1, max: 40 }),
  JitterStrategy: fc.constantFrom('FULL' as const, 'NONE' as const),
});
type Retrier = typeof retrier extends fc.Arbitrary<infer T> ? T : never;

/** As the page tells it: the first wait is the interval, each next one the rate times longer, none above the limit. */
function waitsOf({ IntervalSeconds, BackoffRate, MaxDelaySeconds, JitterStrategy }: Retrier, drawn: number) {
  const waits: number[] = [];
  for (let wait = IntervalSeconds; waits.length < 12; wait *= BackoffRate) {
    const most = wait > MaxDelaySeconds ? MaxDelaySeconds : wait;
    waits.push(JitterStrategy === 'FULL' ? most * drawn : most);
  }
  return waits;
}

const drawn = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe(`the waits of a retry, seed ${String(seed)}`, () => {
  it('are what the formula of the page gives, to the millisecond', () => {
    fc.assert(
      fc.property(retrier, drawn, (rule, share) => {
        const ms = waitsOf(rule, share).map((_, used) =>
          backoffMs({ ErrorEquals: ['A'], ...rule }, used, () => share),
        );
        waitsOf(rule, share).forEach((seconds, used) => {
          expect(Math.abs(ms[used]! - seconds * 1000)).toBeLessThanOrEqual(0.5 + 1e-6);
        });
      }),
      { seed, numRuns: 500 },
    );
  });

  const names = ['A', 'B', 'C'] as const;
  const rules = fc.array(fc.tuple(fc.subarray([...names], { minLength: 1 }), retrier), {
    minLength: 1,
    maxLength: 3,
  });
  const thrown = fc.array(fc.constantFrom(...names), { maxLength: 8 });

  it('and the attempts follow from the rules alone, whatever a function throws in which order', async () => {
    await fc.assert(
      fc.asyncProperty(rules, thrown, fc.constantFrom(0.25, 0.5, 0.75), async (all, errors, share) => {
        const Retry = all.map(([ErrorEquals, rule]) => ({ ErrorEquals, ...rule }));
        const left = [...errors];
        const lab = createLab(flowText({ Ask: invoke('Ask', { Retry, End: true }) }), {
          jitter: () => share,
          tasks: {
            ask: async () => {
              const error = left.shift();
              if (error !== undefined) throw named(error);
              return null;
            },
          },
        });
        await lab.run();
        const waits = await throughAllWaits(lab);
        const wanted = foreseen(all, errors, share);

        expect({ calls: lab.calls['ask']?.length, error: lab.outcome().error }).toEqual({
          calls: wanted.waits.length + 1,
          error: wanted.error,
        });
        expect(waits).toEqual(wanted.waits.filter((ms) => ms > 0));
      }),
      { seed, numRuns: 120 },
    );
  });
});

async function throughAllWaits(lab: Lab): Promise<readonly number[]> {
  const waits: number[] = [];
  for (;;) {
    const due = lab.workflow.describe('case', 'A-1')?.backoffDue;
    if (due === null || due === undefined) return waits;
    const ms = epochMs(due) - epochMs(lab.clock.machine());
    waits.push(ms);
    await lab.passMachineSeconds(ms / 1000);
  }
}

function foreseen(all: readonly [string[], Retrier][], errors: readonly string[], share: number) {
  const used = all.map(() => 0);
  const waits: number[] = [];
  for (const error of errors) {
    const index = all.findIndex(([names]) => names.includes(error));
    const rule = all[index]?.[1];
    if (rule === undefined || used[index]! >= rule.MaxAttempts) return { waits, error };
    waits.push(Math.round(waitsOf(rule, share)[used[index]!]! * 1000));
    used[index]! += 1;
  }
  return { waits, error: null };
}

const limit = 262_144;
const bytesIn = (value: Json) => new TextEncoder().encode(JSON.stringify(value)).length;

/** Text of officials, and what JSON escapes; then letters of one byte up to so many bytes of JSON. */
const texts = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        'Nguyễn Thị Hoà ',
        'Đề nghị tặng Bằng khen',
        'ễ',
        'x',
        '"',
        '\\',
        '\n',
        '\u0007',
        '😀',
        'é',
      ),
      { minLength: 1, maxLength: 60 },
    ),
    fc.integer({ min: -3, max: 3 }),
    fc.integer({ min: 1, max: 3000 }),
  )
  .map(([parts, beyond, times]) => {
    const room = limit + beyond - '{"t":""}'.length;
    const words = parts.join('').repeat(times);
    let kept = words.slice(0, room);
    while (bytesIn(kept) - 2 > room) kept = kept.slice(0, Math.floor(kept.length / 2));
    // What was cut in the middle of a letter is no text.
    kept = kept.toWellFormed();
    return { value: { t: kept + 'x'.repeat(room - (bytesIn(kept) - 2)) }, beyond };
  });

describe(`256 KiB of any text, seed ${String(seed)}`, () => {
  const flow = flowText({
    Which: {
      Type: 'Choice',
      Choices: [{ Condition: "{% $states.input.how = 'small' %}", Next: 'Await' }],
      Default: 'Ask',
    },
    Ask: invoke('Ask', { Output: {}, Next: 'Await' }),
    Await: awaitToken('Await', { Output: {}, End: true }),
  });

  const start = (lab: Lab, name: string, input: Readonly<Record<string, Json>>) =>
    lab.workflow.start('case', name, input).catch((error: unknown) => (error as Error).name);

  it('are taken as input, as answer of a function and with a token; a byte more is not', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async ({ value, beyond }) => {
        const lab = createLab(flow, { tasks: { ask: async () => value } });
        const started = await start(lab, 'A-1', value);
        await start(lab, 'A-2', {});
        await lab.workflow.idle();
        const answered = lab.outcome('A-2').error ?? 'taken';
        await start(lab, 'A-3', { how: 'small' });
        await lab.workflow.idle();
        const sent = await lab.workflow
          .resume(lab.token('A-3'), value)
          .catch((error: unknown) => (error as Error).name);

        expect({ bytes: bytesIn(value), started, answered, sent }).toEqual({
          bytes: limit + beyond,
          ...(beyond > 0
            ? { started: 'TypeError', answered: 'States.DataLimitExceeded', sent: 'TypeError' }
            : { started: 'started', answered: 'taken', sent: 'sent' }),
        });
      }),
      { seed, numRuns: 40 },
    );
  });
});
