import type { Answer } from '../json-service.ts';
import type { Meddle, Passing, WireCall } from '../wire.ts';

/** What services answer when they don't do what they are asked. */

/** https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html#operation-error-serialization */
export function refusal(
  name: string,
  { status = 400, ...more }: { readonly status?: number; readonly [field: string]: unknown } = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({ __type: name, message: `${name}, said a fault run`, ...more }),
  };
}

export type Wrong = (pass: Passing, call: WireCall) => Promise<Answer | 'cut'>;

/** Of calls of this operation the first so many go wrong, in this way; all others pass. */
export function firstOf(operation: string, times: number, wrong: Wrong): Meddle {
  let left = times;
  return async (call, pass) => {
    if (call.operation !== operation || left <= 0) return pass();
    left -= 1;
    return wrong(pass, call);
  };
}

/** Done, and the answer gets lost. */
export async function lostAnswer(pass: Passing): Promise<'cut'> {
  await pass();
  return 'cut';
}
