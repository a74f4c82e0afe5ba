import type { Right } from './policies.ts';

/** A `*` that an Allow of the templates may hold, with the reason why nothing narrower would do. */
interface Wildcard {
  /** The type of the resource whose policy holds it. */
  readonly in: string;
  /** `action on resource`. */
  readonly what: RegExp;
  readonly why: string;
}

const roles = 'AWS::IAM::Policy';

const wildcards: readonly Wildcard[] = [
  {
    in: 'AWS::KMS::Key',
    what: /^kms:\* on \*$/,
    why: 'For its account: without it nobody could ever change the key again. In a key’s own policy `*` is that key.',
  },
  {
    in: 'AWS::KMS::Key',
    what: /^kms:(Encrypt|Decrypt|ReEncrypt\*|GenerateDataKey\*|CreateGrant|DescribeKey) on \*$/,
    why: 'For CloudWatch Logs and Secrets Manager, as both document it; again that one key.',
  },
  {
    in: roles,
    what: /^xray:(PutTraceSegments|PutTelemetryRecords|GetSamplingRules|GetSamplingTargets) on \*$/,
    why: 'X-Ray has no resources to name.',
  },
  {
    in: roles,
    what: /^logs:(Create|Get|Update|Delete)LogDelivery on \*$|^logs:ListLogDeliveries on \*$/,
    why: 'Step Functions sets up its log by the log delivery API, which has no resources to name.',
  },
  {
    in: roles,
    what: /^logs:(PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups) on \*$/,
    why: 'The same: resource policies belong to the account, not to a log group.',
  },
  {
    in: roles,
    what: /^states:DescribeExecution on arn:aws:states:[\w-]+:\d+:execution:VinhDanh-[a-z]+-(case|ceremony):\*$/,
    why: 'Executions are named when they are started: all of one flow.',
  },
  {
    in: roles,
    what: /^s3:(GetObject|GetObjectVersion|PutObject|DeleteObject) on arn:aws:s3:::vinhdanh-[a-z]+-files-\d+\/quarantine\/\*$/,
    why: 'Files are named when they come: all that nobody checked yet.',
  },
  {
    in: roles,
    what: /^s3:(GetObject|PutObject) on arn:aws:s3:::vinhdanh-[a-z]+-files-\d+\/files\/\*$/,
    why: 'The same: all that were checked; none of them can be deleted.',
  },
  {
    in: 'AWS::S3::BucketPolicy',
    what: /^s3:PutObject on \{\}\/(files|AWSLogs\/\d+)\/\*$/,
    why: 'Services write their access logs, named as they come, under a prefix of the bucket for logs.',
  },
];

const shown = ({ action, on }: Right): string => `${action} on ${on}`;
const isArgued =
  (one: Right) =>
  ({ in: type, what }: Wildcard): boolean =>
    type === one.type && what.test(shown(one));

/** Rights with a `*` in action, resource or principal that nobody argued for. */
export function notArgued(allowed: readonly Right[]): string[] {
  return [
    ...new Set(
      allowed
        .filter((one) => shown(one).includes('*') && !wildcards.some(isArgued(one)))
        .map((one) => `${one.type}: ${shown(one)}`)
        .concat(allowed.filter(({ to }) => to.includes('*')).map((one) => `to anybody: ${shown(one)}`)),
    ),
  ];
}

/** Arguments for what nothing asks for any more. */
export function notNeeded(allowed: readonly Right[]): Wildcard[] {
  return wildcards.filter((wildcard) => !allowed.some((one) => isArgued(one)(wildcard)));
}
