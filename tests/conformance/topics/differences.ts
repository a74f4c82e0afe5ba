import { awaitToken, flowText, invoke } from '#tests/support/flow-lab.ts';
import type { Difference } from '../behaviour.ts';
import { is, isCalledAgainAfter, machinePasses, officePasses, starts } from '../acts.ts';

const day = 86_400;

/** What is otherwise on purpose, and can't be told from a flow's text. */
export const differences: readonly Difference[] = [
  {
    differs: 'Waits and timeouts follow office time, which may be simulated; a backoff follows machine time',
    page: 'Wait',
    cases: {
      'machine time ends no wait': {
        flow: flowText({ Await: awaitToken('Ask', { TimeoutSeconds: 60, End: true }) }),
        then: [machinePasses(9 * day), is({ status: 'RUNNING' }), officePasses(60)],
        ends: { status: 'FAILED' },
      },
      'office time ends no backoff': {
        flow: flowText({
          Ask: invoke('Ask', { Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 10 }], End: true }),
        }),
        functions: { ask: [{ throws: 'Busy' }] },
        then: [officePasses(9 * day), isCalledAgainAfter('ask', 10)],
        ends: { status: 'SUCCEEDED' },
      },
    },
  },
  {
    differs: 'The result of a function is Payload alone, without the status and metadata of the call',
    page: 'Task',
    cases: {
      'given on as output': {
        flow: flowText({ Ask: invoke('Ask', { End: true }) }),
        functions: { ask: [{ gives: { place: 'ward' } }] },
        ends: { output: { Payload: { place: 'ward' } } },
      },
    },
  },
  {
    differs: 'The cause of a function that threw has no stack trace',
    page: 'Catch',
    cases: {
      'an empty list': {
        flow: flowText({ Ask: invoke('Ask', { End: true }) }),
        functions: { ask: [{ throws: 'Refused', says: 'no' }] },
        ends: { cause: '{"errorType":"Refused","errorMessage":"no","trace":[]}' },
      },
    },
  },
  {
    differs: 'A name is taken for ever, on AWS for 90 days after the execution has ended',
    page: 'StartExecution',
    cases: {
      'after two years': {
        flow: flowText({ Done: { Type: 'Succeed' } }),
        then: [officePasses(730 * day), starts('A-1', {}, 'ExecutionAlreadyExists')],
        ends: { status: 'SUCCEEDED' },
      },
    },
  },
];
