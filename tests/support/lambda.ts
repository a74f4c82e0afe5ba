import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

/** What every function may be told, beside where its table and its services are. */
export const settings: Readonly<Record<string, string>> = {
  AWS_REGION: 'ap-southeast-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  TABLE_NAME: 'vinh-danh',
  PUBLIC_URL: 'https://vinhdanh.example',
  LOG_LEVEL: 'INFO',
  POWERTOOLS_SERVICE_NAME: 'tested',
  POWERTOOLS_METRICS_NAMESPACE: 'vinh-danh',
  CASE_FLOW_ARN: 'arn:aws:states:ap-southeast-1:111122223333:stateMachine:case',
  CEREMONY_FLOW_ARN: 'arn:aws:states:ap-southeast-1:111122223333:stateMachine:ceremony',
  MAIL_FROM: 'Vinh Danh <khong-tra-loi@haiphong.example>',
  MAIL_CONFIGURATION_SET: 'vinh-danh',
  FILES_BUCKET: 'vinh-danh-files',
  VAULT_SECRET_ARN: 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:vault',
  OIDC_ISSUER: 'https://issuer.example/pool',
  OIDC_CLIENT_ID: 'web',
  OIDC_AUDIENCE: 'vinh-danh-api',
};

export const lambdaContext: Omit<Context, 'done' | 'fail' | 'succeed'> = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'tested',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:ap-southeast-1:111122223333:function:tested',
  memoryLimitInMB: '512',
  awsRequestId: '00000000-0000-4000-8000-000000000001',
  logGroupName: 'group',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 25_000,
};

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export function httpEvent(
  method: string,
  path: string,
  more: Partial<APIGatewayProxyEventV2> = {},
): APIGatewayProxyEventV2 {
  const [rawPath = '/', rawQueryString = ''] = path.split('?');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: { host: 'origin.vinhdanh.example' },
    isBase64Encoded: false,
    requestContext: {
      accountId: '111122223333',
      apiId: 'api',
      domainName: 'origin.vinhdanh.example',
      domainPrefix: 'origin',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'test' },
      requestId: 'request',
      routeKey: '$default',
      stage: '$default',
      time: '22/Nov/2026:05:00:00 +0000',
      timeEpoch: 1_795_323_600_000,
    },
    ...more,
  };
}

/** As the table's stream of keys tells of one change. */
export function changeOf(
  pk: string,
  sk: string,
  sequenceNumber: string,
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE' = 'INSERT',
) {
  return {
    eventID: sequenceNumber,
    eventName,
    eventSource: 'aws:dynamodb',
    dynamodb: {
      Keys: { pk: { S: pk }, sk: { S: sk } },
      SequenceNumber: sequenceNumber,
      StreamViewType: 'KEYS_ONLY',
    },
  };
}
