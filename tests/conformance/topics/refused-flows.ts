import { flowText, invoke, type States } from '#tests/support/flow-lab.ts';
import type { Refusal } from '../behaviour.ts';

type Fields = Readonly<Record<string, unknown>>;

const done = { Type: 'Succeed' } as const;
const ask = (rest: Fields, payload = {}) =>
  flowText({ Ask: invoke('Ask', { Next: 'Done', ...rest }, payload), Done: done });
const call = (fields: Fields) =>
  ask({ Arguments: { FunctionName: '${AskFunctionArn}', Payload: {}, ...fields } });
const one = (state: Fields) => flowText({ One: state });
const pass = (rest: Fields) => one({ Type: 'Pass', End: true, ...rest });
const choosing = (...rules: readonly Fields[]) =>
  flowText({ Which: { Type: 'Choice', Choices: rules, Default: 'Done' }, Done: done });
const wait = (rest: Fields) => one({ Type: 'Wait', End: true, ...rest });
const retry = (...rules: readonly Fields[]) => ask({ Retry: rules });
const named = (name: string, state: Fields): States => ({ [name]: state });

const notImplemented = (where: string) => `${where} isn't implemented`;

/** States, fields and transitions. */
export const refusedFlows: readonly Refusal[] = [
  {
    refuses: 'JSONPath, of the flow or of a state, and every field that only JSONPath has',
    page: 'structure',
    flows: [
      ['the flow: QueryLanguage', flowText({ Done: done }, { QueryLanguage: 'JSONPath' })],
      ['the flow: QueryLanguage', flowText({ Done: done }).replace('"QueryLanguage":"JSONata",', '')],
      ['state One: QueryLanguage', pass({ QueryLanguage: 'JSONPath' })],
      [notImplemented('state One: InputPath'), pass({ InputPath: '$' })],
      [notImplemented('state One: OutputPath'), pass({ OutputPath: '$' })],
      [notImplemented('state One: Parameters'), pass({ Parameters: {} })],
      [notImplemented('state One: Result'), pass({ Result: {} })],
      [notImplemented('state One: ResultPath'), pass({ ResultPath: '$' })],
      [notImplemented('state Ask: ResultSelector'), ask({ ResultSelector: {} })],
      [notImplemented('state Ask: TimeoutSecondsPath'), ask({ TimeoutSecondsPath: '$.x' })],
      [
        notImplemented('state Ask: Catch.0.ResultPath'),
        ask({
          Catch: [{ ErrorEquals: ['A'], Next: 'Done', ResultPath: '$' }],
        }),
      ],
      [notImplemented('state One: SecondsPath'), wait({ SecondsPath: '$.x' })],
      [notImplemented('state One: TimestampPath'), wait({ TimestampPath: '$.x' })],
      [notImplemented('state One: ErrorPath'), one({ Type: 'Fail', ErrorPath: '$.x' })],
      [notImplemented('state One: CausePath'), one({ Type: 'Fail', CausePath: '$.x' })],
      [
        notImplemented('state Which: Choices.0.Variable'),
        choosing({
          Condition: '{% true %}',
          Variable: '$.a',
          Next: 'Done',
        }),
      ],
    ],
  },
  {
    refuses: 'Parallel and Map',
    page: 'language: fields',
    flows: [
      [notImplemented('state One: Type Parallel'), one({ Type: 'Parallel', Branches: [], End: true })],
      [notImplemented('state One: Type Map'), one({ Type: 'Map', End: true })],
      [notImplemented('state One: Type Sleep'), one({ Type: 'Sleep', End: true })],
    ],
  },
  {
    refuses: 'Every resource but `lambda:invoke` and `lambda:invoke.waitForTaskToken`',
    page: 'Task',
    flows: [
      'arn:aws:states:::sqs:sendMessage',
      'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      'arn:aws:states:::states:startExecution.sync',
      'arn:aws:states:::aws-sdk:lambda:invoke',
      'arn:aws:states:::http:invoke',
      'arn:aws:states:ap-southeast-1:111122223333:activity:Ask',
      'arn:aws:lambda:ap-southeast-1:111122223333:function:Ask',
    ].map((Resource) => ['state Ask: Resource', ask({ Resource })] as const),
  },
  {
    refuses: 'Arguments other than FunctionName, which is plain text, and Payload',
    page: 'Task',
    flows: [
      [notImplemented('state Ask: Arguments.Qualifier'), call({ Qualifier: '1' })],
      [notImplemented('state Ask: Arguments.InvocationType'), call({ InvocationType: 'Event' })],
      [notImplemented('state Ask: Arguments.LogType'), call({ LogType: 'Tail' })],
      ['state Ask: Arguments.FunctionName', call({ FunctionName: '{% $states.input.fn %}' })],
      ['state Ask: Arguments.Payload', ask({ Arguments: { FunctionName: '${AskFunctionArn}' } })],
      ['state Ask: Arguments', ask({ Arguments: '{% $states.input %}' })],
    ],
  },
  {
    refuses: 'HeartbeatSeconds and Credentials',
    page: 'Task',
    flows: [
      [notImplemented('state Ask: HeartbeatSeconds'), ask({ HeartbeatSeconds: 10, TimeoutSeconds: 60 })],
      [notImplemented('state Ask: Credentials'), ask({ Credentials: { RoleArn: 'arn:aws:iam::1:role/r' } })],
    ],
  },
  {
    refuses: 'States.ALL beside other names, or before the last rule',
    page: 'Retry',
    flows: [
      ['state Ask: Retry: States.ALL must stand alone and last', retry({ ErrorEquals: ['A', 'States.ALL'] })],
      [
        'Retry: States.ALL must stand alone and last',
        retry({ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }),
      ],
      [
        'state Ask: Catch: States.ALL must stand alone and last',
        ask({
          Catch: [
            { ErrorEquals: ['States.ALL'], Next: 'Done' },
            { ErrorEquals: ['A'], Next: 'Done' },
          ],
        }),
      ],
    ],
  },
  {
    refuses: 'Retry and Catch outside a task, rules without names, and numbers out of their range',
    page: 'Retry',
    flows: [
      [notImplemented('state One: Retry'), pass({ Retry: [{ ErrorEquals: ['A'] }] })],
      [notImplemented('state One: Catch'), wait({ Seconds: 1, Catch: [] })],
      ['state Ask: Retry.0.ErrorEquals', retry({ ErrorEquals: [] })],
      ['state Ask: Retry.0.IntervalSeconds', retry({ ErrorEquals: ['A'], IntervalSeconds: 0 })],
      ['state Ask: Retry.0.IntervalSeconds', retry({ ErrorEquals: ['A'], IntervalSeconds: 100_000_000 })],
      ['state Ask: Retry.0.MaxAttempts', retry({ ErrorEquals: ['A'], MaxAttempts: -1 })],
      ['state Ask: Retry.0.MaxAttempts', retry({ ErrorEquals: ['A'], MaxAttempts: 100_000_000 })],
      ['state Ask: Retry.0.BackoffRate', retry({ ErrorEquals: ['A'], BackoffRate: 0.99 })],
      ['state Ask: Retry.0.MaxDelaySeconds', retry({ ErrorEquals: ['A'], MaxDelaySeconds: 0 })],
      ['state Ask: Retry.0.MaxDelaySeconds', retry({ ErrorEquals: ['A'], MaxDelaySeconds: 31_622_401 })],
      ['state Ask: Retry.0.JitterStrategy', retry({ ErrorEquals: ['A'], JitterStrategy: 'HALF' })],
      [notImplemented('state Ask: Retry.0.Backoff'), retry({ ErrorEquals: ['A'], Backoff: 2 })],
    ],
  },
  {
    refuses: 'A timeout or a wait out of its range; a timeout of the whole flow as an expression',
    page: 'Task',
    flows: [
      ['state Ask: TimeoutSeconds', ask({ TimeoutSeconds: 0 })],
      ['state Ask: TimeoutSeconds', ask({ TimeoutSeconds: 100_000_000 })],
      ['state One: Seconds', wait({ Seconds: -1 })],
      ['state One: Seconds', wait({ Seconds: 1.5 })],
      ['state One: Timestamp', wait({ Timestamp: '2026-01-01T00:00:00' })],
      ['state One: it: needs either Seconds or Timestamp', wait({})],
      ['One: it: needs either Seconds or Timestamp', wait({ Seconds: 1, Timestamp: '2026-01-01T00:00:00Z' })],
      ['the flow: TimeoutSeconds', flowText({ Done: done }, { TimeoutSeconds: '{% 60 %}' })],
    ],
  },
  {
    refuses:
      'A Choice without rules, with Next or End, or whose Condition is no expression (a plain boolean too)',
    page: 'Choice',
    flows: [
      ['state Which: Choices', choosing()],
      ['state Which: Choices.0.Condition', choosing({ Condition: 'true', Next: 'Done' })],
      ['state Which: Choices.0.Condition', choosing({ Condition: true, Next: 'Done' })],
      [
        notImplemented('state Which: End'),
        flowText({
          Which: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Done' }], End: true },
          Done: done,
        }),
      ],
    ],
  },
  {
    refuses: 'Assign in Succeed and Fail, Output in Fail, and any field that the state does not have',
    page: 'language: fields',
    flows: [
      [notImplemented('state One: Assign'), one({ Type: 'Succeed', Assign: { a: 1 } })],
      [notImplemented('state One: Output'), one({ Type: 'Fail', Output: 1 })],
      [notImplemented('state One: Arguments'), pass({ Arguments: {} })],
      [notImplemented('state One: Foo'), pass({ Foo: 1 })],
      [notImplemented('the flow: Foo'), flowText({ Done: done }, { Foo: 1 })],
      ['the flow: Version', flowText({ Done: done }, { Version: '2.0' })],
    ],
  },
  {
    refuses:
      'A state that is missing, can not be reached, goes nowhere or two ways, or has a name above 80 characters',
    page: 'structure',
    flows: [
      ['the flow: StartAt names the missing state Nowhere', flowText({ Done: done }, { StartAt: 'Nowhere' })],
      ['state One: goes on to the missing state Nowhere', one({ Type: 'Pass', Next: 'Nowhere' })],
      ["state Done: can't be reached", flowText({ First: { Type: 'Pass', End: true }, Done: done })],
      ['state One: it: needs either Next or End', one({ Type: 'Pass' })],
      ['One: it: needs either Next or End', pass({ Next: 'One' })],
      ['state One: End', pass({ End: false })],
      ['the flow: States', flowText(named('x'.repeat(81), { Type: 'Pass', End: true }))],
    ],
  },
  {
    refuses: 'A task that no function serves',
    page: 'Task',
    flows: [['state Ask: no task is called other', call({ FunctionName: 'other' })]],
  },
];
