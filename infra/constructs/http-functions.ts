import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Env as ApiEnv } from '#functions/api/env.ts';
import type { Env as WebEnv } from '#functions/web/env.ts';
import type { IdentitySettings } from '../identity-settings.ts';
import { acknowledge } from './acknowledge.ts';
import { createServiceFunction, type House } from './service-function.ts';

// An HTTP API waits 29 seconds at most, and CloudFront 30.
const timeout = Duration.seconds(28);
// A share of CPU comes with memory: a cold start is over sooner, and costs no more.
const memoryMb = 1024;

export function createHttpFunctions(scope: Construct, house: House, identity: IdentitySettings) {
  const { data } = house;
  const common = {
    FILES_BUCKET: data.files.bucket.bucketName,
    VAULT_SECRET_ARN: data.vault.secret.secretArn,
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: identity.clientId,
    OIDC_AUDIENCE: identity.audience,
    SIGNING_ACR: identity.signingAcr,
    SIGNING_AMR: identity.signingAmr,
  };
  const may = [...data.files.mayKeepFiles(), ...data.vault.mayReadSeed()];
  const { clientSecretArn } = identity;
  const api = createServiceFunction<ApiEnv>(scope, 'api', house, {
    description: 'Answers /api',
    environment: { ...common, OIDC_BEARER_PERSON_CLAIM: identity.bearerPersonClaim },
    may,
    timeout,
    memoryMb,
  });
  const web = createServiceFunction<WebEnv>(scope, 'web', house, {
    description: 'Answers with pages, and signs people in',
    environment: {
      ...common,
      OIDC_PERSON_CLAIM: identity.personClaim,
      OIDC_CLIENT_SECRET_ARN: clientSecretArn,
    },
    may: clientSecretArn === undefined ? may : [...may, mayReadSecret(clientSecretArn)],
    timeout,
    memoryMb,
    // Strangers ask for pages, too: they may not take the place of what programs ask and of what follows acts.
    atOnce: house.stage.pagesAtOnce,
  });
  for (const { role } of [api, web]) {
    for (const objects of Object.values(data.files.objects)) {
      acknowledge(
        role ?? scope,
        `AwsSolutions-IAM5[Resource::${objects}]`,
        'Files are named when they come.',
      );
    }
  }
  return { api, web };
}

function mayReadSecret(arn: string): PolicyStatement {
  return new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [arn] });
}
