import type { Meddle, WireCall } from '../wire.ts';
import type { FaultyOffice } from './faulty-office.ts';

/** One death of one function. */
export interface Killing {
  readonly meddle: Meddle;
  readonly happened: () => boolean;
}

/** The calls of this function, and no other's. */
const isOf =
  (name: string) =>
  ({ caller }: WireCall): boolean =>
    caller.endsWith(`-${name}`);

/** The function dies when its k-th call has been done, before it hears of it; with 0 when it asks for the first time. */
export function killAfter(office: FaultyOffice, name: string, k: number): Killing {
  let calls = 0;
  const wanted = isOf(name);
  return killing(office, (call) => {
    if (!wanted(call)) return undefined;
    calls += 1;
    if (k === 0) return 'before';
    return calls === k ? 'after' : undefined;
  });
}

/** The function dies at its first call of this operation, before or after it is done. */
export function killOn(
  office: FaultyOffice,
  name: string,
  { operation, when }: { readonly operation: string; readonly when: 'before' | 'after' },
): Killing {
  const wanted = isOf(name);
  return killing(office, (call) => (wanted(call) && call.operation === operation ? when : undefined));
}

function killing(office: FaultyOffice, choose: (call: WireCall) => 'before' | 'after' | undefined): Killing {
  let happened = false;
  return {
    happened: () => happened,
    async meddle(call, pass) {
      const when = happened ? undefined : choose(call);
      if (when === undefined) return pass();
      happened = true;
      if (when === 'after') await pass();
      await office.kill(call.caller);
      return 'cut';
    },
  };
}
