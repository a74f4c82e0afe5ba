import { describe, expect, it } from 'vitest';
import { allApiRoutes } from '#shared/http/api-routes.ts';
import type { Synthesised } from './synthesised.ts';

export function apiSentences(prod: Synthesised, elsewhere: Synthesised): void {
  describe('the HTTP API', () => {
    const routes = prod
      .all('api', 'AWS::ApiGatewayV2::Route')
      .map(({ RouteKey, AuthorizationType }) => [String(RouteKey), AuthorizationType] as const);
    const openKeys = routes.filter(([, type]) => type === 'NONE').map(([key]) => key);

    it('asks for a token wherever the API does not say that a route is public', () => {
      const open = allApiRoutes
        .filter(({ access }) => access.kind === 'public')
        .flatMap(({ path }) =>
          ['GET', 'HEAD'].map((method) => `${method} ${path.replace(/:(\w+)/, '{$1}')}`),
        );
      expect(Object.fromEntries(routes)).toMatchObject({ 'ANY /api/{proxy+}': 'JWT', $default: 'NONE' });
      const pages = ['$default', 'ANY /follow/{code}', 'ANY /propose/{secret}'];
      expect(openKeys.sort()).toEqual([...open, ...pages].sort());
    });

    it('takes tokens of the pool’s client, or of another issuer’s audience', () => {
      expect(prod.only('api', 'AWS::ApiGatewayV2::Authorizer')).toMatchObject({
        AuthorizerType: 'JWT',
        IdentitySource: ['$request.header.Authorization'],
      });
      expect(elsewhere.only('api', 'AWS::ApiGatewayV2::Authorizer')).toMatchObject({
        JwtConfiguration: {
          Issuer: 'https://id.example/realms/office',
          Audience: ['vinh-danh-api', 'vinh-danh'],
        },
      });
    });

    it('answers by the name of the origin alone, and only to whoever shows CloudFront’s certificate', () => {
      expect(prod.only('api', 'AWS::ApiGatewayV2::Api')).toMatchObject({ DisableExecuteApiEndpoint: true });
      expect(prod.only('api', 'AWS::ApiGatewayV2::DomainName')).toMatchObject({
        DomainName: 'origin.vinhdanh.example',
        DomainNameConfigurations: [{ SecurityPolicy: 'TLS_1_2' }],
        MutualTlsAuthentication: { TruststoreUri: 's3://vinhdanh-prod-trust/origin-authority.pem' },
      });
    });

    it('slows down strangers long before officials, and pages apart from programs', () => {
      const { RouteSettings } = prod.only('api', 'AWS::ApiGatewayV2::Stage');
      const limits = Object.entries(RouteSettings as Record<string, Record<string, unknown>>).map(
        ([key, { ThrottlingRateLimit, ThrottlingBurstLimit, DetailedMetricsEnabled }]) => [
          key,
          [ThrottlingRateLimit, ThrottlingBurstLimit, DetailedMetricsEnabled],
        ],
      );
      expect(Object.fromEntries(limits)).toEqual({
        'ANY /api/{proxy+}': [500, 1000, true],
        $default: [500, 1000, true],
        'ANY /follow/{code}': [50, 100, true],
        'ANY /propose/{secret}': [50, 100, true],
        'GET /api/follow/{code}': [50, 100, true],
        'HEAD /api/follow/{code}': [50, 100, true],
        'GET /api/openapi.json': [50, 100, true],
        'HEAD /api/openapi.json': [50, 100, true],
      });
    });

    it('has its routes before the stage that limits them', () => {
      const [stage] = Object.values(prod.resources('api')).filter(
        ({ Type }) => Type === 'AWS::ApiGatewayV2::Stage',
      );
      const ids = Object.entries(prod.resources('api')).flatMap(([id, { Type }]) =>
        Type === 'AWS::ApiGatewayV2::Route' ? [id] : [],
      );
      expect(stage?.DependsOn).toEqual(expect.arrayContaining(ids));
    });

    it('lets pages run no more often at once than the stage says, so that they leave room for all else', () => {
      const web = prod
        .all('api', 'AWS::Lambda::Function')
        .map(({ FunctionName, ReservedConcurrentExecutions: atOnce }) => [FunctionName, atOnce]);
      expect(Object.fromEntries(web)).toEqual({
        'VinhDanh-prod-api': undefined,
        'VinhDanh-prod-web': 300,
      });
    });

    it('logs neither paths nor addresses', () => {
      const { Format } = prod.only('api', 'AWS::ApiGatewayV2::Stage')['AccessLogSettings'] as {
        Format: string;
      };
      expect(Format).not.toMatch(/context\.(path|identity)/);
    });
  });

  it('enters its address in the zone of a stage that has one, and tells it otherwise', () => {
    expect(elsewhere.all('api', 'AWS::Route53::RecordSet').map(({ Type }) => Type)).toEqual(['A', 'AAAA']);
    expect(prod.outputs('api').join()).toContain('origin.vinhdanh.example CNAME');
  });
}
