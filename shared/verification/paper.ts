import { parsePrinted } from '#shared/domain/print-code.ts';
import { parsePublicCode } from '#shared/domain/public-code.ts';
import type { Item } from '#shared/ports.ts';
import { keys, recordId, recordKinds } from '#shared/records/keys.ts';
import { TransferRefused } from '#shared/transfer/refused.ts';
import type { Finding } from './finding.ts';

/** What somebody typed from paper. */
export interface Printed {
  readonly root?: string | undefined;
  /** `CASE#01J…`, or a public code. */
  readonly record?: string | undefined;
  readonly head?: string | undefined;
}

/** Looks in an office for what its papers say. */
export interface Paper {
  /** Every item: a public code leads to its record. */
  take(item: Item): void;
  roots(hashes: readonly string[]): Finding[];
  record(name: string, hashes: readonly string[]): Finding[];
  /** When all records were seen. */
  finish(): Finding[];
}

/** @throws TransferRefused CodeMistyped */
export function readPaper({ root, record, head }: Printed): Paper {
  const isRoot = codeOf(root);
  const isHead = codeOf(head);
  const publicCode = record === undefined ? undefined : parsePublicCode(record);
  const named = recordKinds.some((kind) => record?.startsWith(`${kind}#`) === true);
  if (record !== undefined && publicCode === undefined && !named)
    throw new TransferRefused('CodeMistyped', { typed: record });
  let wanted = named ? record : undefined;
  let seen = record === undefined;
  return {
    take(item) {
      if (publicCode === undefined || item.pk !== keys.publicCode(publicCode).pk) return;
      const { case: id, slip } = item.body;
      if (typeof id === 'string') wanted = recordId('CASE', id);
      if (typeof slip === 'string') wanted = recordId('SLIP', slip);
    },
    roots: (hashes) =>
      isRoot === undefined || hashes.some(isRoot)
        ? []
        : [{ code: 'RootUnknown', record: keys.closings().pk, typed: root ?? '' }],
    record(name, hashes) {
      if (name !== wanted || hashes.length === 0) return [];
      seen = true;
      if (isHead === undefined || hashes.some(isHead)) return [];
      return [{ code: 'HeadUnknown', record: name, typed: head ?? '' }];
    },
    finish: () => (seen ? [] : [{ code: 'RecordUnknown', record: record ?? '' }]),
  };
}

function codeOf(typed: string | undefined): ((hash: string) => boolean) | undefined {
  if (typed === undefined) return undefined;
  const code = parsePrinted(typed);
  if (code === undefined) throw new TransferRefused('CodeMistyped', { typed });
  return code;
}
