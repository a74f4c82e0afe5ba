import { asPasted } from '#shared/domain/pasted-table.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { readDocx } from '#shared/tables/read-docx.ts';
import { readXlsx, type TextRows } from '#shared/tables/read-xlsx.ts';
import type { Typed } from '../../forms/typed.ts';

/** What was chosen as a file stands among the rows from here on, as if it had been pasted. @throws Refusal InputInvalid `file` */
export async function withUpload(typed: Typed): Promise<Typed> {
  const file = typed.file('file');
  if (file === undefined) return typed;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = file.name.toLowerCase().endsWith('.docx') ? readDocx : readXlsx;
  const fullest = (await read(bytes)).reduce<TextRows>(
    (best, table) => (table.length > best.length ? table : best),
    [],
  );
  if (fullest.length === 0) throw new Refusal('InputInvalid', {}, [{ field: 'file', code: 'noTableInFile' }]);
  return typed.with('rows', asPasted(fullest));
}
