import { totpCode, totpStep } from '#local/identity/totp.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { runProgram } from './program.ts';
import { secretOfKey } from './totp-key.ts';

export interface SignInData {
  readonly username: string;
  readonly password: string;
  /** Of the one-time passwords; hexadecimal. */
  readonly secret: string;
}

/** What a telephone shows now. */
export const codeNow = (secret: string, stepsAhead = 0): string =>
  totpCode(secret, totpStep(machineNow()) + stepsAhead);

/** `npm run init` as its user answers it. */
export async function initOffice(
  folder: string,
  who: {
    readonly name: string;
    readonly username: string;
    readonly password: string;
    readonly email?: string;
  },
): Promise<SignInData & { readonly recoveryCodes: readonly string[] }> {
  const init = runProgram('init', ['--data', folder]);
  await init.said(/Họ tên/);
  init.type(who.name, who.username, who.email ?? '', who.password, who.password);
  const [, key = ''] = await init.said(/type this key: ([A-Z2-7]+)/);
  const secret = secretOfKey(key);
  init.type(codeNow(secret));
  const { out, code } = await init.ended;
  if (code !== 0) throw new Error(out);
  const recoveryCodes = Array.from(
    out.matchAll(/^ {2}((?:[A-Z2-7]{4}-){3}[A-Z2-7]{4})$/gm),
    ([, one = '']) => one,
  );
  return { username: who.username, password: who.password, secret, recoveryCodes };
}
