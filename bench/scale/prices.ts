/**
 * List prices in US dollars, ap-southeast-1 (Singapore), without tax, contracts or free tiers. Put together on 22 November
 * 2026 without a look at AWS's pages of that day: each is to be checked there before anybody relies on it.
 */
export interface Price {
  readonly usd: number;
  readonly unit: string;
  readonly page: string;
  /** Read on a stored copy of the page, of unknown age; told by others; else remembered. */
  readonly from?: 'copy' | 'others';
}

const aws = (service: string): string => `https://aws.amazon.com/${service}/pricing/`;
const million = 1_000_000;

export const prices = {
  writeUnit: { usd: 0.7115 / million, unit: 'write request unit', page: aws('dynamodb') },
  readUnit: { usd: 0.1423 / million, unit: 'read request unit', page: aws('dynamodb') },
  tableGb: { usd: 0.285, unit: 'GB of table and indexes a month', page: aws('dynamodb') },
  recoveryGb: { usd: 0.228, unit: 'GB of table under point-in-time recovery a month', page: aws('dynamodb') },
  transition: { usd: 0.025 / 1_000, unit: 'state transition', page: aws('step-functions'), from: 'copy' },
  lambdaCall: { usd: 0.2 / million, unit: 'invocation', page: aws('lambda'), from: 'others' },
  lambdaGbSecond: { usd: 0.0000133334, unit: 'GB-second on arm64', page: aws('lambda'), from: 'others' },
  httpCall: { usd: 1.25 / million, unit: 'HTTP API request', page: aws('api-gateway') },
  edgeCall: { usd: 0.012 / 10_000, unit: 'HTTPS request at CloudFront', page: aws('cloudfront') },
  edgeGb: { usd: 0.12, unit: 'GB sent by CloudFront', page: aws('cloudfront'), from: 'copy' },
  firewall: { usd: 5, unit: 'web ACL a month', page: aws('waf'), from: 'others' },
  firewallRule: { usd: 1, unit: 'rule a month', page: aws('waf'), from: 'others' },
  firewallCall: { usd: 0.6 / million, unit: 'request looked at', page: aws('waf'), from: 'others' },
  mail: { usd: 0.1 / 1_000, unit: 'mail', page: aws('ses') },
  fileGb: { usd: 0.025, unit: 'GB in S3 a month', page: aws('s3') },
  filePut: { usd: 0.005 / 1_000, unit: 'PUT', page: aws('s3') },
  fileGet: { usd: 0.0004 / 1_000, unit: 'GET', page: aws('s3') },
  activeUser: { usd: 0.015, unit: 'person signed in that month, Essentials', page: aws('cognito') },
  logGb: { usd: 0.7, unit: 'GB of logs taken in', page: aws('cloudwatch') },
  metric: { usd: 0.3, unit: 'custom metric a month', page: aws('cloudwatch') },
  alarm: { usd: 0.1, unit: 'alarm a month', page: aws('cloudwatch') },
  dashboard: { usd: 3, unit: 'dashboard a month', page: aws('cloudwatch') },
  trace: { usd: 5 / million, unit: 'trace recorded', page: aws('xray') },
  key: { usd: 1, unit: 'key a month', page: aws('kms') },
  keyCall: { usd: 0.03 / 10_000, unit: 'use of a key', page: aws('kms') },
  secret: { usd: 0.4, unit: 'secret a month', page: aws('secrets-manager') },
  scheduled: { usd: 1.25 / million, unit: 'scheduled call', page: aws('eventbridge') },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof prices;

/** Of Cognito's Essentials so many people a month cost nothing, once an organisation of accounts. */
export const freeActiveUsers = 10_000;
