import { Stack } from 'aws-cdk-lib';
import {
  DomainName,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { publishAddress } from '../constructs/domain-record.ts';
import { createHttpFunctions } from '../constructs/http-functions.ts';
import { removalOf } from '../constructs/removal.ts';
import { limitRoutes, type Asked } from '../constructs/route-limits.ts';
import type { House } from '../constructs/service-function.ts';
import type { IdentitySettings } from '../identity-settings.ts';
import { nameOf, originDomainOf } from '../names.ts';
import type { Stage } from '../stages.ts';
import { stackProps } from './stack-props.ts';

/** What the API answers to strangers; shared/http says so of its routes, and a test compares. */
const openPaths = ['/api/openapi.json', '/api/follow/{code}'];
/** The pages that strangers come for, and that cost most: routes, so that they have a limit of their own. */
const strangersPages = ['/follow/{code}', '/propose/{secret}'];

/** What answers people and programs: one HTTP API, its two functions, and the name that only CloudFront calls. */
export class ApiStack extends Stack {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, house: House, identity: IdentitySettings) {
    super(scope, id, stackProps(house.stage));
    const { api, web } = createHttpFunctions(this, house, identity);
    const domain = this.#createDomain(house.stage);
    this.api = new HttpApi(this, 'HttpApi', {
      apiName: nameOf(house.stage, 'api'),
      // Only by the name of the origin, so that nobody gets around CloudFront and its firewall.
      disableExecuteApiEndpoint: true,
      createDefaultStage: false,
    });
    const asked = this.#addRoutes(api, web, identity);
    limitRoutes(this.#createStage(house, domain), house.stage.throttling, asked);
  }

  #addRoutes(api: IFunction, web: IFunction, identity: IdentitySettings): Asked {
    const httpApi = this.api;
    const authorizer = new HttpJwtAuthorizer('Bearer', identity.issuer, {
      // Cognito's access tokens have no audience: there the client is compared.
      jwtAudience: [...new Set([identity.audience, identity.clientId])],
    });
    const toApi = new HttpLambdaIntegration('ToApi', api, { scopePermissionToRoute: false });
    const toWeb = new HttpLambdaIntegration('ToWeb', web, { scopePermissionToRoute: false });
    const methods = [HttpMethod.ANY];
    const guarded = httpApi.addRoutes({ path: '/api/{proxy+}', methods, integration: toApi, authorizer });
    const open = openPaths.flatMap((path) =>
      httpApi.addRoutes({ path, methods: [HttpMethod.GET, HttpMethod.HEAD], integration: toApi }),
    );
    for (const route of open)
      acknowledge(route, 'AwsSolutions-APIG4', 'Open to strangers, as the API says of it.');
    const followed = strangersPages.flatMap((path) =>
      httpApi.addRoutes({ path, methods, integration: toWeb }),
    );
    const pages = [
      new HttpRoute(this, 'Pages', { httpApi, routeKey: HttpRouteKey.DEFAULT, integration: toWeb }),
    ];
    for (const route of [...pages, ...followed]) {
      acknowledge(
        route,
        'AwsSolutions-APIG4',
        'Pages know people by a cookie, which no authorizer of an HTTP API reads: the function does.',
      );
    }
    return [
      ...pages.map((route) => [route, 'pages'] as const),
      ...guarded.map((route) => [route, 'programs'] as const),
      ...[...open, ...followed].map((route) => [route, 'strangers'] as const),
    ];
  }

  #createDomain(stage: Stage): DomainName {
    const { certificates, originTrust } = stage;
    const domain = new DomainName(this, 'Origin', {
      domainName: originDomainOf(stage),
      certificate: Certificate.fromCertificateArn(this, 'OriginCertificate', certificates.origin),
      securityPolicy: SecurityPolicy.TLS_1_2,
      ...(originTrust === undefined
        ? {}
        : {
            mtls: { bucket: Bucket.fromBucketName(this, 'Trust', originTrust.bucket), key: originTrust.key },
          }),
    });
    publishAddress(this, 'OriginAddress', stage, {
      name: originDomainOf(stage),
      target: domain.regionalDomainName,
      targetZoneId: domain.regionalHostedZoneId,
    });
    return domain;
  }

  #createStage({ stage, data }: House, domainName: DomainName): HttpStage {
    const logs = new LogGroup(this, 'AccessLogs', {
      logGroupName: `/aws/vendedlogs/http/${nameOf(stage, 'api')}`,
      retention: stage.logRetention,
      encryptionKey: data.keys.logs,
      removalPolicy: removalOf(stage),
    });
    return new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      domainMapping: { domainName },
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(accessLine),
      },
    });
  }
}

/** The route, never the path: ids and public codes stay out of logs, and so do addresses. */
const accessLine = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  method: '$context.httpMethod',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  integrationStatus: '$context.integration.status',
  integrationLatencyMs: '$context.integrationLatency',
  integrationError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
});
