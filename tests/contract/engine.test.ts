import { expect, it } from 'vitest';
import { whyNoEngine } from '#tests/support/dynoxide.ts';

it.each(['darwin-arm64', 'win32-x64'])(
  'the contract is left out on %s, which no engine is locked for',
  (system) => {
    expect(whyNoEngine({ system, program: undefined })).toBe(`@dynoxide/${system} is not installed`);
  },
);

it('but not on the system of the checks: without the engine that is locked for it they fail', () => {
  expect(() => whyNoEngine({ system: 'linux-x64', program: undefined })).toThrow('run npm ci');
});
