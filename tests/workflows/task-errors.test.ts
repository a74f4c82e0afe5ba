import { describe, expect, it } from 'vitest';
import { matches } from '#local/workflow/errors.ts';
import { createLab, flowText, invoke, named } from '#tests/support/flow-lab.ts';

const catching = flowText({
  Ask: invoke('Ask', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }], End: true }),
  Caught: { Type: 'Succeed' },
});

describe('what a function throws', () => {
  it('is named by its type when it is no error, as Lambda does', async () => {
    const lab = createLab(catching, {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- that is the case
      tasks: { ask: () => Promise.reject('just words') },
    });
    await lab.run();

    expect(lab.outcome().output).toEqual({
      Error: 'string',
      Cause: '{"errorType":"string","errorMessage":"just words","trace":[]}',
    });
  });

  it('is caught also when it throws before it returns a promise', async () => {
    const lab = createLab(catching, {
      tasks: {
        ask: () => {
          throw named('Early');
        },
      },
    });
    await lab.run();

    expect(lab.outcome().output).toMatchObject({ Error: 'Early' });
  });
});

// Some of these never come from a task, so that no flow can show them.
describe('the names of a rule', () => {
  it.each([
    ['States.ALL', 'Refused', true],
    ['States.ALL', 'States.Timeout', true],
    ['States.ALL', 'States.QueryEvaluationError', true],
    ['States.ALL', 'States.DataLimitExceeded', false],
    ['States.ALL', 'States.Runtime', false],
    ['States.ALL', null, true],
    ['States.TaskFailed', 'Refused', true],
    ['States.TaskFailed', 'States.QueryEvaluationError', true],
    ['States.TaskFailed', 'States.Timeout', false],
    ['States.TaskFailed', 'States.DataLimitExceeded', false],
    ['States.TaskFailed', null, false],
    ['States.Timeout', 'States.Timeout', true],
    ['States.DataLimitExceeded', 'States.DataLimitExceeded', true],
    ['States.Runtime', 'States.Runtime', false],
    ['refused', 'Refused', false],
  ])('%s matches %s: %s', (pattern, error, expected) => {
    expect(matches([pattern], error)).toBe(expected);
  });
});
