import { z } from 'zod';
import { expressionIn } from '../evaluate.ts';

/** A JSON value whose strings `{% … %}` are JSONata. */
const template = z.json();
const comment = z.string().exactOptional();
const expression = z.string().refine((text) => expressionIn(text) !== undefined, 'expected {% JSONata %}');
const plainString = z
  .string()
  .min(1)
  .refine((text) => expressionIn(text) === undefined, 'expected a plain string');
const longest = 99_999_999;
const variables = z.record(z.string().regex(/^(?!states$)\p{ID_Start}\p{ID_Continue}{0,79}$/u), template);

const basics = { Comment: comment, QueryLanguage: z.literal('JSONata').exactOptional() };
const leaving = { Assign: variables.exactOptional(), Output: template.exactOptional() };
const transition = { ...leaving, Next: z.string().exactOptional(), End: z.literal(true).exactOptional() };
const oneWayOut = (state: { Next?: string; End?: true }) =>
  (state.Next === undefined) !== (state.End === undefined);

const errorEquals = z.array(z.string()).min(1);
const retrier = z.strictObject({
  Comment: comment,
  ErrorEquals: errorEquals,
  IntervalSeconds: z.int().min(1).max(longest).default(1),
  MaxAttempts: z.int().min(0).max(longest).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).exactOptional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
});
const catcher = z.strictObject({ Comment: comment, ErrorEquals: errorEquals, Next: z.string(), ...leaving });

const task = z
  .strictObject({
    Type: z.literal('Task'),
    ...basics,
    Resource: z.enum(['arn:aws:states:::lambda:invoke', 'arn:aws:states:::lambda:invoke.waitForTaskToken']),
    Arguments: z.strictObject({ FunctionName: plainString, Payload: template }),
    TimeoutSeconds: z.union([z.int().min(1).max(longest), expression]).exactOptional(),
    Retry: z.array(retrier).default([]),
    Catch: z.array(catcher).default([]),
    ...transition,
  })
  .refine(oneWayOut, 'needs either Next or End');

const choice = z.strictObject({
  Type: z.literal('Choice'),
  ...basics,
  Choices: z
    .array(z.strictObject({ Comment: comment, Condition: expression, Next: z.string(), ...leaving }))
    .min(1),
  Default: z.string().exactOptional(),
  ...leaving,
});

const wait = z
  .strictObject({
    Type: z.literal('Wait'),
    ...basics,
    Seconds: z.union([z.int().min(0).max(longest), expression]).exactOptional(),
    Timestamp: z.union([z.iso.datetime({ offset: true }), expression]).exactOptional(),
    ...transition,
  })
  .refine(
    (state) => (state.Seconds === undefined) !== (state.Timestamp === undefined),
    'needs either Seconds or Timestamp',
  )
  .refine(oneWayOut, 'needs either Next or End');

const pass = z
  .strictObject({ Type: z.literal('Pass'), ...basics, ...transition })
  .refine(oneWayOut, 'needs either Next or End');

const succeed = z.strictObject({ Type: z.literal('Succeed'), ...basics, Output: template.exactOptional() });

const fail = z.strictObject({
  Type: z.literal('Fail'),
  ...basics,
  Error: z.string().exactOptional(),
  Cause: z.string().exactOptional(),
});

export const stateSchemas = {
  Task: task,
  Choice: choice,
  Wait: wait,
  Pass: pass,
  Succeed: succeed,
  Fail: fail,
};

export const machineSchema = z.strictObject({
  Comment: comment,
  QueryLanguage: z.literal('JSONata'),
  Version: z.literal('1.0').exactOptional(),
  StartAt: z.string(),
  // Only the top level takes no JSONata: https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html
  TimeoutSeconds: z.int().min(1).max(longest).exactOptional(),
  States: z.record(z.string().min(1).max(80), z.looseObject({ Type: z.string() })),
});

export type TaskState = z.output<typeof task>;
export type ChoiceState = z.output<typeof choice>;
export type WaitState = z.output<typeof wait>;
export type PassState = z.output<typeof pass>;
export type SucceedState = z.output<typeof succeed>;
export type FailState = z.output<typeof fail>;
export type Retrier = z.output<typeof retrier>;
export type State = TaskState | ChoiceState | WaitState | PassState | SucceedState | FailState;

export interface Definition {
  readonly startAt: string;
  readonly timeoutSeconds: number | undefined;
  readonly states: ReadonlyMap<string, State>;
}
