import { describe, expect, it } from 'vitest';
import { something, type Synthesised } from './synthesised.ts';

interface Rule {
  readonly Name: string;
  readonly Statement: Readonly<Record<string, unknown>>;
}

interface DistributionConfig {
  readonly DefaultCacheBehavior: Readonly<Record<string, unknown>>;
  readonly CacheBehaviors: readonly Readonly<Record<string, unknown>>[];
  readonly ViewerCertificate: Readonly<Record<string, unknown>>;
  readonly WebACLId: unknown;
  readonly Origins: readonly { readonly CustomOriginConfig: Readonly<Record<string, unknown>> }[];
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html */
const allViewerExceptHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

export function edgeSentences(prod: Synthesised, elsewhere: Synthesised): void {
  describe('the distribution', () => {
    const { DistributionConfig: config } = prod.only('edge', 'AWS::CloudFront::Distribution') as unknown as {
      DistributionConfig: DistributionConfig;
    };

    it('stands behind the firewall and speaks TLS 1.2 or later', () => {
      expect(config.WebACLId).toBeDefined();
      expect(config.ViewerCertificate).toMatchObject({ MinimumProtocolVersion: 'TLSv1.2_2021' });
    });

    it('keeps stylesheet and fonts, and nothing else, nor anything that doesn’t say it may be kept', () => {
      expect(config.DefaultCacheBehavior).toMatchObject({
        CachePolicyId: cachingDisabled,
        OriginRequestPolicyId: allViewerExceptHost,
      });
      expect(config.CacheBehaviors).toMatchObject([{ PathPattern: '/assets/*', CachePolicyId: something }]);
      expect(prod.only('edge', 'AWS::CloudFront::CachePolicy')).toMatchObject({
        CachePolicyConfig: {
          MinTTL: 0,
          DefaultTTL: 0,
          MaxTTL: 31_536_000,
          ParametersInCacheKeyAndForwardedToOrigin: {
            CookiesConfig: { CookieBehavior: 'none' },
            HeadersConfig: { HeaderBehavior: 'none' },
            QueryStringsConfig: { QueryStringBehavior: 'none' },
            EnableAcceptEncodingBrotli: true,
            EnableAcceptEncodingGzip: true,
          },
        },
      });
    });

    it('shows the origin its certificate where the stage has one', () => {
      const originOf = ({ only }: Synthesised) =>
        (
          only('edge', 'AWS::CloudFront::Distribution') as unknown as {
            DistributionConfig: DistributionConfig;
          }
        ).DistributionConfig.Origins[0]?.CustomOriginConfig;
      expect(originOf(prod)).toMatchObject({
        OriginMtlsConfig: { ClientCertificateArn: something },
      });
      expect(originOf(elsewhere)).not.toHaveProperty('OriginMtlsConfig');
    });

    it('logs neither addresses of pages, in which public codes stand, nor cookies nor queries', () => {
      const { RecordFields } = prod.only('edge', 'AWS::Logs::Delivery') as { RecordFields: string[] };
      expect(RecordFields.join()).not.toMatch(/uri|[Cc]ookie|query|[Rr]eferer|User-Agent/);
      expect(RecordFields).toContain('cache-behavior-path-pattern');
    });

    it('lets no page be framed, and no browser ask without TLS for a year', () => {
      expect(prod.only('edge', 'AWS::CloudFront::ResponseHeadersPolicy')).toMatchObject({
        ResponseHeadersPolicyConfig: {
          SecurityHeadersConfig: {
            StrictTransportSecurity: {
              AccessControlMaxAgeSec: 31_536_000,
              IncludeSubdomains: true,
              Override: true,
            },
            FrameOptions: { FrameOption: 'DENY', Override: false },
          },
        },
      });
    });
  });

  describe('the firewall', () => {
    const { Rules } = prod.only('edge', 'AWS::WAFv2::WebACL') as unknown as { Rules: readonly Rule[] };

    it('knows bad addresses, bad inputs and common attacks, but lets long reports through', () => {
      expect(Rules.slice(0, 3).map(({ Name }) => Name)).toEqual([
        'AWSManagedRulesAmazonIpReputationList',
        'AWSManagedRulesKnownBadInputsRuleSet',
        'AWSManagedRulesCommonRuleSet',
      ]);
      expect(Rules[2]?.Statement).toMatchObject({
        ManagedRuleGroupStatement: {
          RuleActionOverrides: [{ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } }],
        },
      });
    });

    it('lets an address ask less often for public codes, proposal slips and sign-ins than for all else', () => {
      const limits = Rules.slice(3).map(({ Name, Statement }) => [
        Name,
        (Statement['RateBasedStatement'] as { Limit: number }).Limit,
      ]);
      expect(Object.fromEntries(limits)).toEqual({
        EverythingPerMinute: 1200,
        FollowPerMinute: 120,
        ProposePerMinute: 120,
        SignInPerMinute: 120,
      });
    });

    it('logs what it stops, without tokens, cookies, queries, addresses of pages, and what was typed', () => {
      expect(prod.only('edge', 'AWS::WAFv2::LoggingConfiguration')).toMatchObject({
        RedactedFields: [
          { SingleHeader: { Name: 'authorization' } },
          { SingleHeader: { Name: 'cookie' } },
          { SingleHeader: { Name: 'referer' } },
          { QueryString: {} },
          { UriPath: {} },
        ],
        LoggingFilter: { DefaultBehavior: 'DROP' },
      });
      expect(prod.only('edge', 'AWS::WAFv2::WebACL')).toMatchObject({
        DataProtectionConfig: {
          DataProtections: [{ Field: { FieldType: 'BODY' }, Action: 'SUBSTITUTION' }],
        },
      });
    });
  });
}
