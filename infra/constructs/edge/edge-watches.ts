import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import type { Stage } from '../../stages.ts';
import type { Watch } from '../observability/alarm.ts';
import type { Firewall } from './firewall.ts';

/** What is measured in us-east-1 and can ring only there. */
export function edgeWatches(stage: Stage, { distributionId }: Distribution, firewall: Firewall): Watch[] {
  const { certificates, originTrust } = stage;
  return [
    {
      runbook: 'edge-errors',
      says: 'More than one request in twenty is answered with an error of ours.',
      metric: new Metric({
        namespace: 'AWS/CloudFront',
        metricName: '5xxErrorRate',
        dimensionsMap: { DistributionId: distributionId, Region: 'Global' },
        statistic: 'Average',
        period: Duration.minutes(5),
      }),
      atLeast: 5,
      periods: 2,
    },
    {
      runbook: 'firewall-blocks',
      says: 'The firewall stops unusually many requests: an attack, or a rule that hits our own people.',
      metric: new Metric({
        namespace: 'AWS/WAFV2',
        metricName: 'BlockedRequests',
        dimensionsMap: { WebACL: firewall.metricName, Rule: 'ALL' },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      atLeast: 1000,
    },
    daysLeft('site', certificates.site),
    ...(originTrust === undefined ? [] : [daysLeft('client', originTrust.clientCertificate)]),
  ];
}

/** Of certificates that were imported nobody else takes care. */
export function daysLeft(of: string, certificateArn: string): Watch {
  return {
    runbook: 'certificate-expiry',
    of,
    says: 'A certificate expires within thirty days.',
    metric: new Metric({
      namespace: 'AWS/CertificateManager',
      metricName: 'DaysToExpiry',
      dimensionsMap: { CertificateArn: certificateArn },
      statistic: 'Minimum',
      period: Duration.days(1),
    }),
    below: 30,
  };
}
