import { describe, expect, it } from 'vitest';
import { isStrongEnough, noRequirement, requireStrength, strengthOf } from '#shared/http/strength.ts';

const gold = { acr: ['gold', 'silver'], amr: ['otp', 'hwk'] };

describe('a sign-in is strong enough to sign', () => {
  it.each([
    ['where nothing is asked', {}, noRequirement, true],
    ['by one of the classes and one of the methods', { acr: 'silver', amr: ['pwd', 'hwk'] }, gold, true],
    ['not by its class alone where a method is asked too', { acr: 'gold', amr: ['pwd'] }, gold, false],
    ['not by its method alone where a class is asked too', { amr: ['otp'] }, gold, false],
    ['not by another class', { acr: 'bronze', amr: ['otp'] }, gold, false],
    ['by its method where only that is asked', { amr: ['mfa'] }, { acr: [], amr: ['mfa'] }, true],
    ['not where it says nothing', {}, { acr: [], amr: ['mfa'] }, false],
  ])('%s', (_name, strength, required, enough) => {
    expect(isStrongEnough(strength, required)).toBe(enough);
  });

  it('SignInTooWeak: says what to ask the issuer for', () => {
    expect(() => requireStrength({ acr: 'bronze' }, gold)).toThrow(
      expect.objectContaining({ code: 'SignInTooWeak', details: gold }),
    );
    expect(() => requireStrength({}, noRequirement)).not.toThrow();
  });
});

describe('what a token says of it', () => {
  it.each([
    [
      { acr: '1', amr: ['pwd'] },
      { acr: '1', amr: ['pwd'] },
    ],
    [{ acr: 1, amr: ['pwd'] }, { amr: ['pwd'] }],
    [{ amr: [1] }, {}],
    [{ amr: ['otp', 1] }, { amr: ['otp'] }],
    [{}, {}],
  ])('%j is read as %j', (claims, strength) => {
    expect(strengthOf(claims)).toEqual(strength);
  });
});
