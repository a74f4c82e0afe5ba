import { describe, expect, it } from 'vitest';
import { constructId, functionNames } from '#infra/names.ts';
import { allowedIn, deniedIn, type Right } from './policies.ts';
import type { Synthesised } from './synthesised.ts';
import { notArgued, notNeeded } from './wildcards.ts';

export function rightsSentences(prod: Synthesised, elsewhere: Synthesised): void {
  const allowed = [prod, elsewhere].flatMap(({ stacks, resources }) =>
    stacks.flatMap((stack) => allowedIn(resources(stack))),
  );

  describe('rights', () => {
    it('hold no wildcard but those that are argued', () => {
      expect(allowed.length).toBeGreaterThan(100);
      expect(notArgued(allowed)).toEqual([]);
    });

    it('need every wildcard that is argued', () => {
      expect(notNeeded(allowed)).toEqual([]);
    });

    it('are written out: no role takes on a policy that stands elsewhere', () => {
      const roles = [prod, elsewhere].flatMap(({ stacks, all }) =>
        stacks.flatMap((stack) => all(stack, 'AWS::IAM::Role')),
      );
      expect(roles.filter((role) => 'ManagedPolicyArns' in role)).toEqual([]);
    });

    it('let no function scan the table or change it', () => {
      const onTable = new Set(actionsOf(allowed, 'dynamodb:'));
      expect([...onTable].sort()).toEqual([
        'dynamodb:BatchGetItem',
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:DescribeStream',
        'dynamodb:GetItem',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
        'dynamodb:PutItem',
        'dynamodb:Query',
      ]);
    });

    it.each([
      ['sign-ins', 'SIGNIN#*', everythingOnItems, functionNames.filter((name) => name !== 'web')],
      ['people and their posts', 'PERSON#*', ['DeleteItem', 'PutItem'], behindActs],
      ['usernames', 'USERNAME#*', ['DeleteItem', 'PutItem'], behindActs],
      ['ends of sign-ins', 'SIGNOUT#*', ['DeleteItem', 'PutItem'], behindActs],
    ])('over %s are denied to whoever has no business there', (_, keys, denied, functions) => {
      const onKeys = [prod, elsewhere].flatMap(({ stacks, resources }) =>
        stacks.flatMap((stack) => deniedIn(resources(stack))).filter(({ under }) => speaksOf(under, keys)),
      );
      const without = new Map(Map.groupBy(onKeys, ({ resource }) => roleOf(resource)));
      expect([...without.keys()].sort()).toEqual(functions.map(constructId).sort());
      for (const rights of without.values()) {
        expect([...new Set(rights.map(({ action }) => action.replace('dynamodb:', '')))].sort()).toEqual(
          denied,
        );
      }
    });

    it.each([
      ['start executions', 'states:StartExecution', ['Effects', 'ExecutionEnded', 'Sweep']],
      ['wake executions', 'states:SendTaskSuccess', ['AwaitTurn', 'Effects', 'ExecutionEnded', 'Sweep']],
      ['send mail', 'ses:SendEmail', ['Effects', 'ExecutionEnded', 'Sweep']],
      ['read secrets', 'secretsmanager:GetSecretValue', ['Api', 'Web']],
      ['read files', 's3:GetObject', ['Api', 'Web']],
      ['follow the stream', 'dynamodb:GetRecords', ['Effects']],
      ['find the stream', 'dynamodb:ListStreams', ['Effects']],
    ])('to %s are given to few', (_, action, roles) => {
      const having = allowed.filter((one) => one.action === action).map(({ resource }) => resource);
      expect([...new Set(having.map(roleOf))].sort()).toEqual(roles);
    });
  });
}

const everythingOnItems = ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'];
const behindActs = functionNames.filter((name) => name !== 'api' && name !== 'web');

const roleOf = (policy: string): string => policy.replace(/RoleDefaultPolicy.*$/, '');

/** Whoever asks for one key of these among others is denied, too. */
function speaksOf(under: Right['under'], keys: string): boolean {
  const { 'ForAnyValue:StringLike': like } = under as Record<string, Record<string, readonly string[]>>;
  return like?.['dynamodb:LeadingKeys']?.includes(keys) ?? false;
}

function actionsOf(allowed: readonly Right[], prefix: string): string[] {
  return allowed.filter(({ action }) => action.startsWith(prefix)).map(({ action }) => action);
}
