import { Duration } from 'aws-cdk-lib';
import { OriginProtocolPolicy, OriginSslPolicy, type CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { originDomainOf } from '../../names.ts';
import type { Stage } from '../../stages.ts';

/** The API under its own name. CloudFront shows it a client certificate, where the stage has one. */
export class TrustedOrigin extends HttpOrigin {
  readonly #clientCertificate: string | undefined;

  constructor(stage: Stage) {
    super(originDomainOf(stage), {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      readTimeout: Duration.seconds(30),
    });
    this.#clientCertificate = stage.originTrust?.clientCertificate;
  }

  protected override renderCustomOriginConfig(): CfnDistribution.CustomOriginConfigProperty | undefined {
    const usual = super.renderCustomOriginConfig();
    const clientCertificateArn = this.#clientCertificate;
    if (usual === undefined || clientCertificateArn === undefined) return usual;
    return { ...usual, originMtlsConfig: { clientCertificateArn } };
  }
}
