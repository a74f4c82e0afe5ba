import { CfnOutput } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { nameOf } from '../../names.ts';
import type { Stage } from '../../stages.ts';

/** The domain that mail is sent from, signed with DKIM, and the set under which bounces and complaints are counted. */
export class MailIdentity extends Construct {
  readonly configurationSet: string;
  readonly sender: string;
  readonly #stage: Stage;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.#stage = stage;
    const { name, address } = stage.mail;
    this.sender = `${name} <${address}>`;
    this.configurationSet = nameOf(stage, 'mail');
    const set = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: this.configurationSet,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    const identity = new EmailIdentity(this, 'Domain', {
      identity: Identity.domain(this.domain),
      configurationSet: set,
    });
    identity.dkimRecords.forEach((record, index) => {
      this.#publish(`Dkim${index + 1}`, record);
    });
  }

  maySend(): PolicyStatement[] {
    const { region, account, mail } = this.#stage;
    const ses = `arn:aws:ses:${region}:${account}`;
    return [
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [`${ses}:identity/${this.domain}`, `${ses}:configuration-set/${this.configurationSet}`],
        conditions: { StringEquals: { 'ses:FromAddress': mail.address } },
      }),
    ];
  }

  get domain(): string {
    return this.#stage.mail.address.replace(/^.*@/, '');
  }

  #publish(id: string, { name, value }: { name: string; value: string }): void {
    const zone = this.#stage.hostedZone;
    if (zone === undefined) {
      new CfnOutput(this, id, {
        value: `${name} CNAME ${value}`,
        description: 'to enter where the domain is kept',
      });
    } else {
      const hostedZoneId = zone.id;
      new CfnRecordSet(this, id, {
        hostedZoneId,
        name,
        type: 'CNAME',
        ttl: '1800',
        resourceRecords: [value],
      });
    }
  }
}
