import { describe, expect, it } from 'vitest';
import { createLab, flowText, gate, invoke, named } from '#tests/support/flow-lab.ts';

const end = { End: true } as const;

describe('states', () => {
  it('runs a task and gives its answer as Payload', async () => {
    const lab = createLab(
      flowText({
        OpenStep: invoke('OpenStep', end, { id: '{% $states.input.id %}', fixed: [1, '{% 1 + 1 %}'] }),
      }),
      { tasks: { 'open-step': async () => ({ place: 'ward' }) } },
    );
    await lab.run({ id: 'N1' });

    expect(lab.calls['open-step']).toEqual([{ id: 'N1', fixed: [1, 2] }]);
    expect(lab.outcome()).toMatchObject({ status: 'SUCCEEDED', output: { Payload: { place: 'ward' } } });
    expect(lab.ended).toEqual(['case:A-1 SUCCEEDED']);
  });

  it('gives Payload null for a task that answers nothing', async () => {
    const lab = createLab(flowText({ Tell: invoke('Tell', end) }), {
      tasks: { tell: async () => undefined },
    });
    await lab.run();

    expect(lab.outcome().output).toEqual({ Payload: null });
  });

  it('takes the first choice that holds, with its own Assign and Output', async () => {
    const text = flowText({
      WhereIsIt: {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input.n > 10 %}', Next: 'Told', Assign: { size: 'large' } },
          {
            Condition: '{% $states.input.n > 1 %}',
            Next: 'Told',
            Assign: { size: 'some' },
            Output: { by: 'rule' },
          },
          { Condition: '{% true %}', Next: 'Told', Assign: { size: 'never' } },
        ],
        Assign: { size: 'default' },
        Default: 'Told',
      },
      Told: { Type: 'Succeed', Output: { size: '{% $size %}', input: '{% $states.input %}' } },
    });
    const lab = createLab(text);
    await lab.run({ n: 5 });
    await lab.run({ n: 50 }, 'A-2');

    expect(lab.outcome().output).toEqual({ size: 'some', input: { by: 'rule' } });
    expect(lab.outcome('A-2').output).toEqual({ size: 'large', input: { n: 50 } });
  });

  it('takes Default with the Assign and Output of the state when no rule holds', async () => {
    const lab = createLab(
      flowText({
        WhereIsIt: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $states.input.n = 1 %}', Next: 'Told', Assign: { size: 'one' } }],
          Assign: { size: 'default' },
          Output: { from: 'state' },
          Default: 'Told',
        },
        Told: { Type: 'Succeed', Output: { size: '{% $size %}', input: '{% $states.input %}' } },
      }),
    );
    await lab.run({ n: 2 });

    expect(lab.outcome().output).toEqual({ size: 'default', input: { from: 'state' } });
  });

  it('fails with States.NoChoiceMatched when no rule holds and there is no Default', async () => {
    const lab = createLab(
      flowText({
        WhereIsIt: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Told' }] },
        Told: { Type: 'Succeed' },
      }),
    );
    await lab.run();

    expect(lab.outcome()).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  it('ends as failed with the Error and Cause of a Fail state', async () => {
    const lab = createLab(
      flowText({ Lost: { Type: 'Fail', Error: 'ExecutionLost', Cause: "{% 'case ' & $states.input.id %}" } }),
    );
    await lab.run({ id: 'N1' });

    expect(lab.outcome()).toEqual({
      status: 'FAILED',
      output: null,
      error: 'ExecutionLost',
      cause: 'case N1',
    });
    expect(lab.ended).toEqual(['case:A-1 FAILED']);
  });

  it('passes the input on when a state has no Output', async () => {
    const lab = createLab(flowText({ First: { Type: 'Pass', Next: 'Last' }, Last: { Type: 'Succeed' } }));
    await lab.run({ kept: true });

    expect(lab.outcome().output).toEqual({ kept: true });
  });
});

describe('variables and $states', () => {
  // https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
  it('evaluates Assign and Output with the values from before the assignment', async () => {
    const lab = createLab(
      flowText({
        First: { Type: 'Pass', Assign: { x: 1, y: 2 }, Next: 'Swap' },
        Swap: {
          Type: 'Pass',
          Assign: { x: '{% $y %}', y: '{% $x %}' },
          Output: { seen: '{% [$x, $y] %}' },
          Next: 'Last',
        },
        Last: { Type: 'Succeed', Output: { before: '{% $states.input.seen %}', after: '{% [$x, $y] %}' } },
      }),
    );
    await lab.run();

    expect(lab.outcome().output).toEqual({ before: [1, 2], after: [2, 1] });
  });

  it('gives a task its result in Assign and Output, beside the input', async () => {
    const lab = createLab(
      flowText({
        Ask: invoke('Ask', {
          Assign: { place: '{% $states.result.Payload.place %}' },
          Output: { was: '{% $states.input.id %}', now: '{% $states.result.Payload.place %}' },
          Next: 'Last',
        }),
        Last: { Type: 'Succeed', Output: { place: '{% $place %}', input: '{% $states.input %}' } },
      }),
      { tasks: { ask: async () => ({ place: 'district' }) } },
    );
    await lab.run({ id: 'N1' });

    expect(lab.outcome().output).toEqual({ place: 'district', input: { was: 'N1', now: 'district' } });
  });

  it('tells the context of execution, state and flow', async () => {
    const context = {
      id: '{% $states.context.Execution.Id %}',
      name: '{% $states.context.Execution.Name %}',
      input: '{% $states.context.Execution.Input.id %}',
      started: '{% $states.context.Execution.StartTime %}',
      state: '{% $states.context.State.Name %}',
      entered: '{% $states.context.State.EnteredTime %}',
      retries: '{% $states.context.State.RetryCount %}',
      flow: '{% $states.context.StateMachine.Name %}',
    };
    const lab = createLab(
      flowText({
        Pause: { Type: 'Wait', Seconds: 60, Next: 'Last' },
        Last: { Type: 'Succeed', Output: context },
      }),
    );
    await lab.run({ id: 'N1' });
    await lab.passSeconds(60);

    expect(lab.outcome().output).toEqual({
      id: 'case:A-1',
      name: 'A-1',
      input: 'N1',
      started: '2026-01-05T01:00:00.000Z',
      state: 'Last',
      entered: '2026-01-05T01:01:00.000Z',
      retries: 0,
      flow: 'case',
    });
  });

  it.each([
    ['an undefined result', '{% $states.input.missing %}', 'returned nothing (undefined)'],
    ['an error in the expression', "{% 1 + 'a' %}", 'threw an error'],
    ['a function instead of a value', '{% $sum %}', 'returned nothing (undefined)'],
  ])('fails with States.QueryEvaluationError on %s', async (_, expression, cause) => {
    const lab = createLab(flowText({ First: { Type: 'Pass', Output: { a: { b: expression } }, End: true } }));
    await lab.run();

    expect(lab.outcome()).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
    expect(lab.outcome().cause).toContain(cause);
    expect(lab.outcome().cause).toContain("the field 'Output/a/b'");
  });

  it.each([
    ['a condition that is no boolean', { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'Last' }] }],
    ['seconds below zero', { Type: 'Wait', Seconds: '{% -1 %}', Next: 'Last' }],
    ['a timestamp that is none', { Type: 'Wait', Timestamp: "{% 'tomorrow' %}", Next: 'Last' }],
    [
      'an error name that is no text',
      { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Last' }], Default: 'Bad' },
    ],
    ['a timeout of nothing', invoke('Ask', { TimeoutSeconds: '{% 0 %}', Next: 'Last' })],
  ])('fails with States.QueryEvaluationError on %s', async (_, state) => {
    const bad = 'Default' in state ? { Bad: { Type: 'Fail', Error: '{% 1 %}' } } : {};
    const lab = createLab(flowText({ First: state, ...bad, Last: { Type: 'Succeed' } }));
    await lab.run();

    expect(lab.outcome()).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });
});

describe('256 KiB', () => {
  const large = 'x'.repeat(262_144);

  // https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
  it('fails with States.DataLimitExceeded when a task answers more, past a Catch of States.ALL', async () => {
    const lab = createLab(
      flowText({
        Ask: invoke('Ask', {
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
          End: true,
        }),
        Caught: { Type: 'Succeed' },
      }),
      { tasks: { ask: async () => large } },
    );
    await lab.run();

    expect(lab.outcome()).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  it('counts bytes of UTF-8, not letters', async () => {
    const lab = createLab(flowText({ Ask: invoke('Ask', end) }), {
      tasks: { ask: async () => 'ễ'.repeat(90_000) },
    });
    await lab.run();

    expect(lab.outcome().error).toBe('States.DataLimitExceeded');
  });

  it('fails when an assignment or an output grows beyond it', async () => {
    const twice = { a: '{% $states.input.text %}', b: '{% $states.input.text %}' };
    const input = { text: 'x'.repeat(140_000) };
    const assigning = createLab(flowText({ First: { Type: 'Pass', Assign: twice, End: true } }));
    await assigning.run(input);
    const putting = createLab(flowText({ First: { Type: 'Pass', Output: twice, End: true } }));
    await putting.run(input);

    expect(assigning.outcome().error).toBe('States.DataLimitExceeded');
    expect(putting.outcome().error).toBe('States.DataLimitExceeded');
  });

  it('takes exactly 256 KiB', async () => {
    const lab = createLab(flowText({ First: { Type: 'Succeed', Output: '{% $states.input.text %}' } }));
    await lab.run({ text: 'x'.repeat(262_144 - 11) });

    expect(lab.outcome().status).toBe('SUCCEEDED');
  });

  it('refuses an input that is larger', async () => {
    const lab = createLab(flowText({ First: { Type: 'Succeed' } }));

    await expect(lab.workflow.start('case', 'A-1', { large })).rejects.toThrow(TypeError);
  });
});

describe('executions', () => {
  const instant = flowText({ Done: { Type: 'Succeed' } });

  // https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
  it('starts a name once for ever, while it runs and after it has ended', async () => {
    const lab = createLab(flowText({ Pause: { Type: 'Wait', Seconds: 60, End: true } }));
    await lab.run({ first: true });

    expect(await lab.workflow.start('case', 'A-1', { second: true })).toBe('exists');
    await lab.passSeconds(60);
    expect(await lab.workflow.start('case', 'A-1', {})).toBe('exists');
    expect(lab.outcome().output).toEqual({ first: true });
  });

  it('starts a name once when two starts race', async () => {
    const lab = createLab(instant);
    const answers = await Promise.all([
      lab.workflow.start('case', 'A-1', {}),
      lab.workflow.start('case', 'A-1', {}),
    ]);

    expect(answers.toSorted()).toEqual(['exists', 'started']);
    await lab.workflow.idle();
    expect(lab.ended).toEqual(['case:A-1 SUCCEEDED']);
  });

  it.each(['', 'x'.repeat(81), 'a b', 'a:b', 'a/b', 'a*', 'a\u0007'])('refuses the name %j', async (name) => {
    const lab = createLab(instant);

    await expect(lab.workflow.start('case', name, {})).rejects.toThrow(TypeError);
  });

  it('refuses a flow that it was not given', async () => {
    const lab = createLab(instant);

    await expect(lab.workflow.start('ceremony', 'A-1', {})).rejects.toThrow('no flow called ceremony');
  });

  it('tells the status, also of what never began', async () => {
    const lab = createLab(flowText({ Pause: { Type: 'Wait', Seconds: 60, End: true } }));
    await lab.run();

    expect(await lab.workflow.status('case', 'A-1')).toBe('RUNNING');
    expect(await lab.workflow.status('case', 'A-2')).toBe('NOT_FOUND');
    expect(await lab.workflow.status('ceremony', 'A-1')).toBe('NOT_FOUND');
    expect(lab.workflow.running().map(({ name, state }) => [name, state])).toEqual([['A-1', 'Pause']]);
  });

  it('stops an execution for good, whatever it waits for', async () => {
    const lab = createLab(flowText({ Pause: { Type: 'Wait', Seconds: 60, End: true } }));
    await lab.run();

    expect(await lab.workflow.stop('case', 'A-1', { error: 'Replaced', cause: 'a newer one runs' })).toBe(
      true,
    );
    expect(await lab.workflow.stop('case', 'A-1')).toBe(false);
    expect(await lab.workflow.stop('case', 'A-9')).toBe(false);
    await lab.passDays(1);
    expect(lab.outcome()).toMatchObject({ status: 'ABORTED', error: 'Replaced', cause: 'a newer one runs' });
    expect(lab.ended).toEqual(['case:A-1 ABORTED']);
    expect(lab.workflow.running()).toEqual([]);
  });

  it('drops the answer of a task whose execution was stopped', async () => {
    const { opened, open } = gate();
    const lab = createLab(flowText({ Ask: invoke('Ask', { Next: 'Then' }), Then: invoke('Then', end) }), {
      tasks: { ask: () => opened },
    });
    await lab.workflow.start('case', 'A-1', {});
    await lab.workflow.stop('case', 'A-1');
    open();
    await lab.workflow.idle();

    expect(lab.outcome().status).toBe('ABORTED');
    expect(lab.calls['then']).toEqual([]);
  });

  it('calls no more tasks at once than it may, and starts them in the order of their coming', async () => {
    let now = 0;
    let most = 0;
    const order: string[] = [];
    const lab = createLab(
      flowText({ Ask: invoke('Ask', end, { name: '{% $states.context.Execution.Name %}' }) }),
      {
        concurrency: 3,
        tasks: {
          ask: async (payload) => {
            order.push((payload as { name: string }).name);
            most = Math.max(most, ++now);
            await new Promise((resolve) => setImmediate(resolve));
            now -= 1;
          },
        },
      },
    );
    const names = Array.from({ length: 20 }, (_, index) => `A-${String(index)}`);
    await Promise.all(names.map((name) => lab.workflow.start('case', name, {})));
    await lab.workflow.idle();

    expect(most).toBe(3);
    expect(order).toEqual(names);
    expect(lab.ended).toHaveLength(20);
  });

  it('lets a short flow end beside one that never ends', async () => {
    const text = flowText({
      Which: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input.round %}', Next: 'Turn' }],
        Default: 'Done',
      },
      Turn: { Type: 'Pass', Next: 'Which' },
      Done: { Type: 'Succeed' },
    });
    const ended = gate();
    const lab = createLab(text, { concurrency: 1, onEnd: () => ended.open() });
    await lab.workflow.start('case', 'long', { round: true });
    await lab.workflow.start('case', 'short', { round: false });
    await ended.opened;

    expect(lab.outcome('short').status).toBe('SUCCEEDED');
    expect(lab.outcome('long').status).toBe('RUNNING');
    lab.workflow.close();
  });

  it('goes on when the hook for ends throws, and reports it', async () => {
    const lab = createLab(instant, {
      onEnd: () => {
        throw named('HookBroken');
      },
    });
    await lab.run();

    expect(lab.outcome().status).toBe('SUCCEEDED');
    expect(lab.errors).toEqual([named('HookBroken')]);
  });
});
