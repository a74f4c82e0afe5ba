const guide = 'https://docs.aws.amazon.com/step-functions/latest/dg';
const reference = 'https://docs.aws.amazon.com/step-functions/latest/apireference';
const language = 'https://states-language.net/spec.html';

/**
 * How the page was read when its lines were written. None was read live.
 * - copy: the page’s text in a public repository that keeps copies of it;
 * - SDK: the same text in the documentation comments of `@aws-sdk/client-sfn`.
 */
type Reading = 'copy' | 'SDK';

/**
 * Where a line took what its page leaves open:
 * - recording: from what AWS answered when the tests of LocalStack were recorded on it,
 *   https://github.com/localstack/localstack/tree/main/tests/aws/services/stepfunctions/v2
 * - earlier edition: from the page on error names, before a row of it was taken out.
 */
export type Source = 'recording' | 'earlier edition';

interface Page {
  readonly url: string;
  readonly read: Reading;
}

/** Every page that a row cites, by the name that the tick list shows. */
export const pages = {
  structure: { url: `${guide}/statemachine-structure.html`, read: 'copy' },
  variables: { url: `${guide}/workflow-variables.html`, read: 'copy' },
  'order of Assign': {
    url: `${guide}/workflow-variables.html#evaluation-order-in-an-assign-field`,
    read: 'copy',
  },
  'names of variables': { url: `${guide}/workflow-variables.html#variable-name-syntax`, read: 'copy' },
  'limits of variables': { url: `${guide}/workflow-variables.html#limits`, read: 'copy' },
  $states: { url: `${guide}/workflow-variables.html#reserved-variable-states`, read: 'copy' },
  JSONata: { url: `${guide}/transforming-data.html`, read: 'copy' },
  'context object': { url: `${guide}/input-output-contextobject.html`, read: 'copy' },
  'error names': {
    url: `${guide}/concepts-error-handling.html#error-handling-error-representation`,
    read: 'copy',
  },
  Retry: {
    url: `${guide}/concepts-error-handling.html#error-handling-retrying-after-an-error`,
    read: 'copy',
  },
  Catch: { url: `${guide}/concepts-error-handling.html#error-handling-fallback-states`, read: 'copy' },
  Task: { url: `${guide}/state-task.html`, read: 'copy' },
  Choice: { url: `${guide}/state-choice.html`, read: 'copy' },
  Wait: { url: `${guide}/state-wait.html`, read: 'copy' },
  Fail: { url: `${guide}/state-fail.html`, read: 'copy' },
  'task token': { url: `${guide}/connect-to-resource.html#connect-wait-token`, read: 'copy' },
  quotas: { url: `${guide}/service-quotas.html`, read: 'copy' },
  StartExecution: { url: `${reference}/API_StartExecution.html`, read: 'SDK' },
  StopExecution: { url: `${reference}/API_StopExecution.html`, read: 'copy' },
  DescribeExecution: { url: `${reference}/API_DescribeExecution.html`, read: 'SDK' },
  SendTaskSuccess: { url: `${reference}/API_SendTaskSuccess.html`, read: 'SDK' },
  SendTaskFailure: { url: `${reference}/API_SendTaskFailure.html`, read: 'SDK' },
  SendTaskHeartbeat: { url: `${reference}/API_SendTaskHeartbeat.html`, read: 'SDK' },
  'language: fields': { url: `${language}#state-type-table-jsonata`, read: 'copy' },
  'language: JSONata': { url: `${language}#jsonata-restrictions`, read: 'copy' },
  'language: input and output': { url: `${language}#arguments-and-output`, read: 'copy' },
  'language: Retry': { url: `${language}#complex-retry-scenarios`, read: 'copy' },
} as const satisfies Record<string, Page>;

export type PageName = keyof typeof pages;
