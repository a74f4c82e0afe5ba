import { describe, expect, it } from 'vitest';
import { allowedIn, type Allowed } from './policies.ts';
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
      ['start executions', 'states:StartExecution', ['Effects', 'ExecutionEnded', 'Sweep']],
      ['wake executions', 'states:SendTaskSuccess', ['AwaitTurn', 'Effects', 'ExecutionEnded', 'Sweep']],
      ['send mail', 'ses:SendEmail', ['Effects', 'ExecutionEnded', 'Sweep']],
      ['read secrets', 'secretsmanager:GetSecretValue', ['Api', 'Web']],
      ['read files', 's3:GetObject', ['Api', 'Web']],
      ['follow the stream', 'dynamodb:GetRecords', ['Effects']],
      ['find the stream', 'dynamodb:ListStreams', ['Effects']],
    ])('to %s are given to few', (_, action, roles) => {
      const having = allowed.filter((one) => one.action === action).map(({ resource }) => resource);
      expect([...new Set(having.map((name) => name.replace(/RoleDefaultPolicy.*$/, '')))].sort()).toEqual(
        roles,
      );
    });
  });
}

function actionsOf(allowed: readonly Allowed[], prefix: string): string[] {
  return allowed.filter(({ action }) => action.startsWith(prefix)).map(({ action }) => action);
}
