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
      expect(openKeys.sort()).toEqual([...open, '$default'].sort());
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

    it('slows down what is too much, and logs neither paths nor addresses', () => {
      expect(prod.only('api', 'AWS::ApiGatewayV2::Stage')).toMatchObject({
        DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
      });
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
