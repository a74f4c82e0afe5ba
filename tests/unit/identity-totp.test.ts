import { describe, expect, it } from 'vitest';
import { passwordFault } from '#local/identity/password-rules.ts';
import { newRecoveryCodes } from '#local/identity/recovery-codes.ts';
import { base32, matchTotp, newTotpSecret, otpauthUri, totpCode, totpStep } from '#local/identity/totp.ts';
import { instantOf } from '#shared/domain/time.ts';

/** `12345678901234567890`, the secret of both RFCs. */
const secret = Buffer.from('12345678901234567890').toString('hex');
const at = (seconds: number) => instantOf(seconds * 1_000);

describe('one-time passwords', () => {
  // https://www.rfc-editor.org/rfc/rfc4226#appendix-D
  it.each([
    [0, '755224'],
    [1, '287082'],
    [2, '359152'],
    [3, '969429'],
    [4, '338314'],
    [5, '254676'],
    [6, '287922'],
    [7, '162583'],
    [8, '399871'],
    [9, '520489'],
  ])('are those of RFC 4226 for counter %d: %s', (counter, code) => {
    expect(totpCode(secret, counter)).toBe(code);
  });

  // https://www.rfc-editor.org/rfc/rfc6238#appendix-B, the last six of its eight digits
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('are those of RFC 6238 at second %d: %s', (seconds, code) => {
    expect(totpCode(secret, totpStep(at(seconds)))).toBe(code);
    expect(matchTotp(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, at(seconds))).toBe(
      totpStep(at(seconds)),
    );
  });

  it.each([
    ['thirty seconds late', 30, 37_037_037],
    ['thirty seconds early', -30, 37_037_037],
    ['a minute late', 60, undefined],
    ['a minute early', -60, undefined],
  ])('are taken from a telephone that is at most one step off: %s', (_how, off, right) => {
    const step = matchTotp(secret, '050471', at(1_111_111_125 + off));
    expect(step).toBe(right);
  });

  it.each(['', '28708', '2870820', '000000', 'abcdef', '２８７０８２'])('are not “%s”', (code) => {
    expect(matchTotp(secret, code, at(59))).toBeUndefined();
  });

  it('have a new secret of twenty bytes each time, told to apps as base 32', () => {
    expect(newTotpSecret()).toMatch(/^[0-9a-f]{40}$/);
    expect(newTotpSecret()).not.toBe(newTotpSecret());
    // https://www.rfc-editor.org/rfc/rfc4648#section-10
    expect(base32(Buffer.from('foobar').toString('hex'))).toBe('MZXW6YTBOI');
    const uri = new URL(otpauthUri(secret, 'ha.tran', 'may-chu'));
    expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(decodeURIComponent(uri.pathname)).toBe('/Vinh Danh may-chu:ha.tran');
  });
});

describe('recovery codes', () => {
  it('are eight, each of sixteen letters and digits', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(8);
    for (const code of codes) expect(code).toMatch(/^(?:[A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
  });
});

describe('a password', () => {
  it.each([
    ['PasswordTooShort', 'ngắn-quá-đó'],
    ['PasswordTooLong', 'x y'.repeat(100)],
    ['PasswordCommon', 'password1234'],
    ['PasswordCommon', 'Mật khẩu 2026!'],
    ['PasswordCommon', '123456789012'],
    ['PasswordCommon', '210987654321'],
    ['PasswordCommon', '0912 345 678 '],
    ['PasswordCommon', 'qwertyuiopas'],
    ['PasswordCommon', 'aaaabbbbaaaabbbb'],
    ['PasswordCommon', 'Ha.Tran-12345'],
    ['PasswordCommon', 'Vinh Danh 2026'],
    [undefined, 'mùa thu lá bay'],
    [undefined, 'ga tau 7 gio sang'],
  ])('%s: %s', (fault, password) => {
    expect(passwordFault(password, 'ha.tran')).toBe(fault);
  });
});
