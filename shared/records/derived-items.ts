import { caseSchema } from '../domain/case.ts';
import { ceremonyAwardSchema, ceremonySchema } from '../domain/ceremony.ts';
import { closingsSchema } from '../domain/daily-root.ts';
import type { Document } from '../domain/document-patch.ts';
import { fileSchema } from '../domain/file.ts';
import { listSchema } from '../domain/list.ts';
import { pastDecisionSchema, pastRowSchema } from '../domain/past-decision.ts';
import type { Item, Write } from '../ports.ts';
import { caseWrites, publicCodeWrite } from './case-record.ts';
import { ceremonyWrites, drawWrites } from './ceremony-record.ts';
import { fileWrites } from './file-record.ts';
import { prefixes } from './keys.ts';
import { slipSchema } from '../domain/slip.ts';
import { pastMirrors } from './past-record.ts';
import { listWrites, numberWrite } from './list-record.ts';
import { slipMirrors } from './slip-record.ts';
import { registerSchema, registerWrite } from './register-record.ts';
import { ownLawSchema, ownLawWrite } from './setting-record.ts';
import { closingsWrite } from './root-record.ts';

/**
 * What mirrors a record elsewhere and follows from it alone: its place in the indexes (on its META), inbox rows, its public
 * code, the number it took, the pointers to its papers and awards. Guards of achievements follow from a whole round, and
 * notices from what happened; they are not among these.
 * @param bodies of the record's items by sort key
 * @throws ZodError for what this program never wrote
 */
export function derivedItems(record: string, bodies: ReadonlyMap<string, Document>): readonly Item[] {
  const meta = bodies.get('META');
  const files = bodiesWith(bodies, prefixes.files).flatMap((body) =>
    fileWrites(undefined, fileSchema.parse(body)),
  );
  const writes = meta === undefined ? files : [...writesOf(record, meta, bodies), ...files];
  return writes
    .flatMap((write) => ('put' in write ? [write.put] : []))
    .filter(({ pk, sk }) => sk === 'META' || pk !== record);
}

function writesOf(record: string, meta: Document, bodies: ReadonlyMap<string, Document>): readonly Write[] {
  if (record.startsWith('CASE#')) {
    const subject = caseSchema.parse(meta);
    return [...caseWrites(undefined, subject), publicCodeWrite(subject)];
  }
  if (record.startsWith('LIST#')) {
    const list = listSchema.parse(meta);
    return [...listWrites(undefined, list), ...(list.state === 'ISSUED' ? [numberWrite(list)] : [])];
  }
  if (record.startsWith('ROOT#')) return [closingsWrite(undefined, closingsSchema.parse(meta))];
  if (record.startsWith('LAW#')) return [ownLawWrite(undefined, ownLawSchema.parse(meta))];
  // Of a register nothing is kept elsewhere.
  if (record.startsWith('REGISTER#')) return [registerWrite(undefined, registerSchema.parse(meta))];
  if (record.startsWith('PAST#')) return pastMirrors(pastDecisionSchema.parse(meta), rowsWith(bodies));
  if (record.startsWith('SLIP#')) return slipMirrors(slipSchema.parse(meta));
  const ceremony = ceremonySchema.parse(meta);
  // A cancelled one gives its awards back.
  if (ceremony.phase === 'CANCELLED') return ceremonyWrites(undefined, ceremony);
  const awards = bodiesWith(bodies, prefixes.awards).map((body) => ceremonyAwardSchema.parse(body));
  return [
    ...ceremonyWrites(undefined, ceremony),
    ...awards.flatMap((award) => drawWrites(ceremony.id, award)),
  ];
}

const rowsWith = (bodies: ReadonlyMap<string, Document>) =>
  bodiesWith(bodies, prefixes.rows).map((body) => pastRowSchema.parse(body));

const bodiesWith = (bodies: ReadonlyMap<string, Document>, prefix: string): Document[] =>
  [...bodies].filter(([sk]) => sk.startsWith(prefix)).map(([, body]) => body);
