import { describe, expect, it } from 'vitest';
import { stageOf } from '#infra/stages.ts';
import { apiSentences } from './api-sentences.ts';
import { dataSentences } from './data-sentences.ts';
import { edgeSentences } from './edge-sentences.ts';
import { functionSentences } from './function-sentences.ts';
import { identitySentences } from './identity-sentences.ts';
import { observabilitySentences } from './observability-sentences.ts';
import { rightsSentences } from './rights-sentences.ts';
import { synthesise, type Synthesised } from './synthesised.ts';
import { workflowSentences } from './workflow-sentences.ts';

// Synthesised once each, so all that needs templates stands in this file.
const dev = synthesise(stageOf('dev'));
const prod = synthesise(stageOf('prod'));
const { hostedZone: _none, originTrust: _trust, ...plain } = stageOf('dev');
const elsewhere = synthesise({
  ...plain,
  hostedZone: { id: 'Z0000000000000000000', name: 'vinhdanh.example' },
  identity: {
    kind: 'issuer',
    issuer: 'https://id.example/realms/office',
    clientId: 'vinh-danh',
    audience: 'vinh-danh-api',
    personClaim: 'sub',
    bearerPersonClaim: 'sub',
    clientSecretArn: 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:issuer-AbCdEf',
    signingAcr: 'urn:example:two-factors',
    signingAmr: 'otp hwk',
  },
});

describe('every stage', () => {
  it.each([
    ['dev', dev],
    ['prod', prod],
    ['one with another issuer', elsewhere],
  ])('%s pleases cdk-nag and CloudFormation’s rules, but for what is explained', (_, { findings }) => {
    expect(findings).toEqual([]);
  });

  it('differs from another by its settings only: the same resources under the same names', () => {
    expect(outlineOf(dev)).toEqual(outlineOf(prod));
  });

  it('keeps stacks and records of production from being deleted, and lets those of development go', () => {
    expect(deletionPoliciesOf(prod)).toEqual(new Set(['Retain']));
    expect(deletionPoliciesOf(dev)).toEqual(new Set(['Delete']));
  });
});

/** Some ids hold the stage's name, or a hash of a path with it. */
function outlineOf({ stage, stacks, resources }: Synthesised): unknown {
  const plain = (id: string): string => id.replaceAll(stage.name, '').replaceAll(/[0-9A-F]{8}/g, '');
  return stacks.map((stack) =>
    Object.entries(resources(stack)).map(([id, { Type }]) => `${stack} ${plain(id)} ${Type}`),
  );
}

const lasting = [
  'AWS::DynamoDB::GlobalTable',
  'AWS::S3::Bucket',
  'AWS::KMS::Key',
  'AWS::SecretsManager::Secret',
];

function deletionPoliciesOf({ resources }: Synthesised): Set<string | undefined> {
  return new Set(
    Object.values(resources('data'))
      .filter(({ Type }) => lasting.includes(Type))
      .map(({ DeletionPolicy }) => DeletionPolicy),
  );
}

dataSentences(prod);
identitySentences(prod, elsewhere);
functionSentences(dev, elsewhere);
workflowSentences(prod);
apiSentences(prod, elsewhere);
edgeSentences(prod, elsewhere);
observabilitySentences(prod);
rightsSentences(prod, elsewhere);
