import { describe, expect, it } from 'vitest';
import { allowedIn } from './policies.ts';
import { notArgued } from './wildcards.ts';

const within = (Type: string, statement: object) => ({
  Some: { Type, Properties: { PolicyDocument: { Statement: [statement] } } },
});
const ofRole = (statement: object) =>
  within('AWS::IAM::Policy', { Effect: 'Allow', Action: 'kms:Decrypt', ...statement });
const everything = { Effect: 'Allow', Action: 'kms:*', Resource: '*' };

describe('a guard over rights', () => {
  it('lets a key’s own policy speak of all that is done with it', () => {
    expect(notArgued(allowedIn(within('AWS::KMS::Key', everything)))).toEqual([]);
  });

  it.each([
    ['every action on every key', { Action: 'kms:*', Resource: '*' }, 'kms:* on *'],
    ['one action on every key', { Resource: '*' }, 'kms:Decrypt on *'],
    ['a service’s keys', { Resource: { 'Fn::Sub': 'arn:aws:kms:${AWS::Region}:*:key/*' } }, ':*:key/*'],
    ['a filled-in star', { Resource: { 'Fn::Sub': ['${All}', { All: '*' }] } }, 'kms:Decrypt on *'],
    ['a joined star', { Resource: { 'Fn::Join': ['', [{ Ref: 'Key' }, '/*']] } }, 'kms:Decrypt on {}/*'],
    ['one of several', { Action: ['kms:Decrypt', 'sqs:*'], Resource: { Ref: 'Key' } }, 'sqs:* on {}'],
  ])('sees %s in a role', (_, statement, found) => {
    expect(notArgued(allowedIn(ofRole(statement))).join()).toContain(found);
  });

  it('sees a policy that lets anybody in', () => {
    for (const Principal of ['*', { AWS: '*' }, { AWS: ['arn:aws:iam::111122223333:root', '*'] }]) {
      const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: { Ref: 'Bucket' }, Principal };
      expect(notArgued(allowedIn(within('AWS::S3::BucketPolicy', statement)))).toEqual([
        'to anybody: s3:GetObject on {}',
      ]);
    }
  });

  it.each([
    ['all actions but some', { NotAction: 'kms:Decrypt', Resource: { Ref: 'Key' } }],
    ['all resources but some', { NotResource: { Ref: 'Key' } }],
    ['everybody but some', { NotPrincipal: { AWS: 'me' }, Resource: { Ref: 'Key' } }],
    ['an unknown function', { Resource: { 'Fn::If': ['Wide', '*', { Ref: 'Key' }] } }],
  ])('does not pass over %s', (_, statement) => {
    expect(() => allowedIn(ofRole(statement))).toThrow(/NotAction|NotResource|NotPrincipal|Fn::If/);
  });

  it('does not pass over a policy that is written as text', () => {
    const Properties = { PolicyDocument: JSON.stringify({ Statement: [everything] }) };
    expect(() => allowedIn({ Some: { Type: 'AWS::Logs::ResourcePolicy', Properties } })).toThrow('as text');
  });
});
