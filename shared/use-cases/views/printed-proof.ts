import { printCodeOf } from '../../domain/print-code.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Item } from '../../ports.ts';
import { loadClosings } from '../../records/root-record.ts';

/** What paper says of a history: `verify-history --record --head --root` checks from it whether anything was changed since. */
export interface PrintedProof {
  readonly record: string;
  /** How far the history had come, and the code of the entry that it had come to. */
  readonly entries: number;
  readonly code: string;
  /** The newest daily root; absent before the first. */
  readonly root?: { readonly through: CivilDate; readonly code: string };
}

/** @param closings their item, if there is one */
export function printedProofOf(
  record: string,
  tip: { readonly entries: number; readonly head: string },
  closings: Item | undefined,
): PrintedProof {
  const last = loadClosings(closings)?.value;
  return {
    record,
    entries: tip.entries,
    code: printCodeOf(tip.head),
    ...(last === undefined ? {} : { root: { through: last.through, code: printCodeOf(last.head) } }),
  };
}
