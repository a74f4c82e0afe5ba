import { CfnOutput } from 'aws-cdk-lib';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

export interface Address {
  readonly name: string;
  readonly target: string;
  /** The zone of AWS that the target lies in. */
  readonly targetZoneId: string;
}

/** Leads a name to a service: in our zone, or as an output that says what to enter where the domain is kept. */
export function publishAddress(scope: Construct, id: string, { hostedZone }: Stage, address: Address): void {
  const { name, target, targetZoneId } = address;
  if (hostedZone === undefined) {
    new CfnOutput(scope, id, {
      value: `${name} CNAME ${target}`,
      description: 'to enter where the domain is kept',
    });
    return;
  }
  for (const type of ['A', 'AAAA']) {
    new CfnRecordSet(scope, `${id}${type}`, {
      hostedZoneId: hostedZone.id,
      name,
      type,
      aliasTarget: { dnsName: target, hostedZoneId: targetZoneId },
    });
  }
}
