import { Duration, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import { AccessLog } from '../constructs/edge/access-log.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { createAlarms, createAlarmTopic } from '../constructs/observability/alarm.ts';
import { publishAddress } from '../constructs/domain-record.ts';
import { edgeWatches } from '../constructs/edge/edge-watches.ts';
import { Firewall } from '../constructs/edge/firewall.ts';
import { TrustedOrigin } from '../constructs/edge/trusted-origin.ts';
import type { Stage } from '../stages.ts';
import { stackProps } from './stack-props.ts';

/** What browsers meet first, in us-east-1, where CloudFront reads its firewall. It knows the API by name only. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, stackProps(stage, 'us-east-1'));
    const firewall = new Firewall(this, 'Firewall', stage);
    const distribution = this.#createDistribution(stage, firewall);
    new AccessLog(this, 'AccessLog', { stage, distribution });
    publishAddress(this, 'Address', stage, {
      name: stage.domain,
      target: distribution.distributionDomainName,
      targetZoneId: CloudFrontTarget.CLOUDFRONT_ZONE_ID,
    });
    createAlarms(this, stage, createAlarmTopic(this, stage), edgeWatches(stage, distribution, firewall));
  }

  #createDistribution(stage: Stage, firewall: Firewall): Distribution {
    const common = {
      origin: new TrustedOrigin(stage),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: this.#headers(),
      compress: true,
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Vinh Danh ${stage.name}`,
      domainNames: [stage.domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', stage.certificates.site),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_200,
      webAclId: firewall.arn,
      defaultBehavior: {
        ...common,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // All but Host: the origin is asked by its own name.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      additionalBehaviors: {
        // Names change with contents; nothing that tells people apart goes to the origin.
        '/assets/*': { ...common, cachePolicy: this.#keptAsSaid() },
      },
    });
    acknowledge(
      distribution,
      'AwsSolutions-CFR1',
      'Whoever is honoured may follow the case from any country.',
    );
    acknowledge(
      distribution,
      'AwsSolutions-CFR3',
      'Logged by standard logging version 2, which this rule does not know.',
    );
    return distribution;
  }

  /** As long as the answer says, and not at all where it says nothing: AWS's own policy keeps for a second what says `no-store`. */
  #keptAsSaid(): CachePolicy {
    return new CachePolicy(this, 'KeptAsSaid', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      cookieBehavior: CacheCookieBehavior.none(),
      headerBehavior: CacheHeaderBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }

  /** What the pages and the API say themselves stays; this is for what they can't know or a service answers for them. */
  #headers(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: false },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: false },
        contentSecurityPolicy: {
          contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
          override: false,
        },
      },
    });
  }
}
