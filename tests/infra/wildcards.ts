/** Every `*` that an Allow of the templates may hold, with the reason why nothing narrower would do. */
export interface Wildcard {
  readonly what: RegExp;
  readonly why: string;
}

export const wildcardActions: readonly Wildcard[] = [
  {
    what: /^kms:\*$/,
    why: 'In the key’s own policy, for its account: without it nobody could ever change the key again.',
  },
  {
    what: /^kms:(GenerateDataKey|ReEncrypt)\*$/,
    why: 'In the key’s own policy, for CloudWatch Logs and Secrets Manager, as both document it.',
  },
];

export const wildcardResources: readonly Wildcard[] = [
  {
    what: /^kms:.+ on \*$/,
    why: 'In a key’s own policy `*` is that key.',
  },
  {
    what: /^xray:(PutTraceSegments|PutTelemetryRecords|GetSamplingRules|GetSamplingTargets) on \*$/,
    why: 'X-Ray has no resources to name.',
  },
  {
    what: /^logs:(Create|Get|Update|Delete)LogDelivery on \*$|^logs:ListLogDeliveries on \*$/,
    why: 'Step Functions sets up its log by the log delivery API, which has no resources to name.',
  },
  {
    what: /^logs:(PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups) on \*$/,
    why: 'The same: resource policies belong to the account, not to a log group.',
  },
  {
    what: /^states:DescribeExecution on arn:aws:states:[\w-]+:\d+:execution:VinhDanh-[a-z]+-(case|ceremony):\*$/,
    why: 'Executions are named when they are started: all of one flow.',
  },
  {
    what: /^s3:(GetObject|GetObjectVersion|PutObject|DeleteObject) on arn:aws:s3:::vinhdanh-[a-z]+-files-\d+\/quarantine\/\*$/,
    why: 'Files are named when they come: all that nobody checked yet.',
  },
  {
    what: /^s3:(GetObject|PutObject) on arn:aws:s3:::vinhdanh-[a-z]+-files-\d+\/files\/\*$/,
    why: 'The same: all that were checked; none of them can be deleted.',
  },
  {
    what: /^s3:PutObject on .*\/(files|AWSLogs\/\d+)\/\*$/,
    why: 'Services write their access logs, named as they come, under a prefix of the bucket for logs.',
  },
];
