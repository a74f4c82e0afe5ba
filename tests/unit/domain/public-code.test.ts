import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePublicCode, publicCodeFrom } from '#shared/domain/public-code.ts';

const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const codes = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(publicCodeFrom);
const plainOf = (code: string) => code.replaceAll('-', '');

function withCharacter(plain: string, index: number, character: string): string {
  return plain.slice(0, index) + character + plain.slice(index + 1);
}

describe('a public code', () => {
  it('is read back as it was made', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(
          /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/,
        );
        expect(parsePublicCode(code)).toBe(code);
      }),
    );
  });

  it('uses 60 of the 64 bits', () => {
    const one = publicCodeFrom(Uint8Array.of(0x0f, 255, 255, 255, 255, 255, 255, 255));
    const other = publicCodeFrom(Uint8Array.of(0xff, 255, 255, 255, 255, 255, 255, 255));
    expect(one).toBe(other);
    expect(publicCodeFrom(new Uint8Array(8))).not.toBe(publicCodeFrom(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1)));
  });

  it('shows every single wrong character, at every place', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const plain = plainOf(code);
        const wrong = Array.from(plain).flatMap((right, index) =>
          alphabet.filter((other) => other !== right).map((other) => withCharacter(plain, index, other)),
        );
        expect(wrong.filter((typed) => parsePublicCode(typed) !== undefined)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('shows every swap of two neighbours', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const plain = plainOf(code);
        const swapped = Array.from(plain)
          .slice(1)
          .map(
            (_, index) =>
              plain.slice(0, index) + plain.charAt(index + 1) + plain.charAt(index) + plain.slice(index + 2),
          )
          .filter((typed) => typed !== plain);
        expect(swapped.filter((typed) => parsePublicCode(typed) !== undefined)).toEqual([]);
      }),
    );
  });

  it.each(['0', 'Z'])('shows a 0 typed for a Z and back, here in a code of %s only', (character) => {
    const bits = character === '0' ? new Uint8Array(8) : new Uint8Array(8).fill(255);
    const plain = plainOf(publicCodeFrom(bits));
    const other = character === '0' ? 'Z' : '0';
    expect(parsePublicCode(withCharacter(plain, 3, other))).toBeUndefined();
  });

  it('may be typed in small letters, without dashes, with O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(parsePublicCode(plainOf(code).toLowerCase())).toBe(code);
        expect(parsePublicCode(` ${code.replaceAll('0', 'O').replaceAll('1', 'I')} `)).toBe(code);
        expect(parsePublicCode(code.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' '))).toBe(
          code,
        );
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['too short', '7K3M-9QWD-2VX'],
    ['too long', '7K3M-9QWD-2VXA-HH'],
    ['a U', 'UUUU-UUUU-UUUU-U'],
    ['signs', '7K3M_9QWD_2VXA_H'],
  ])('is none when it is %s', (_what, typed) => {
    expect(parsePublicCode(typed)).toBeUndefined();
  });
});
