import { describe, expect, it } from 'vitest';
import { isAllowed, type Asked, type Statement } from './rights.ts';

const table = 'arn:aws:dynamodb:ap-southeast-1:111122223333:table/Records';
const mayWrite: Statement = {
  Effect: 'Allow',
  Action: ['dynamodb:PutItem', 'dynamodb:Query'],
  Resource: [table, `${table}/index/by-g1`],
  Condition: {},
};
const notPeople: Statement = {
  Effect: 'Deny',
  Action: ['dynamodb:PutItem'],
  Resource: [table],
  Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['PERSON#*', 'USERNAME#*'] } },
};
const put = (...leadingKeys: string[]): Asked => ({ action: 'dynamodb:PutItem', on: table, leadingKeys });

describe('a call of the rehearsal', () => {
  it.each<[string, Asked, boolean]>([
    ['what is allowed', put('CASE#1'), true],
    ['what nobody speaks of', { ...put('CASE#1'), action: 'dynamodb:Scan' }, false],
    ['what is allowed elsewhere', { ...put('CASE#1'), on: `${table}/index/by-g2` }, false],
    ['a key that is denied', put('PERSON#1'), false],
    ['a key that is denied, among others', put('CASE#1', 'USERNAME#an'), false],
    ['a key that begins otherwise', put('CASE#PERSON#1'), true],
    ['another action on that key', { ...put('PERSON#1'), action: 'dynamodb:Query' }, true],
  ])('may do %s, as the role says', (_, asked, allowed) => {
    expect(isAllowed([mayWrite, notPeople], asked)).toBe(allowed);
  });

  it('is judged by no condition that nobody understands here', () => {
    const odd = { ...notPeople, Condition: { StringEquals: { 'dynamodb:LeadingKeys': ['PERSON#1'] } } };
    expect(() => isAllowed([mayWrite, odd], put('CASE#1'))).toThrow('an unknown condition');
  });
});
