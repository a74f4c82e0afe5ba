import type { Dependencies } from '#local/dependencies.ts';
import type { Database } from '#local/sqlite/database.ts';
import { createSqliteRecords } from '#local/transfer/sqlite-records.ts';
import { letGoLines, rebuiltLines, searchableLine } from '#shared/transfer/command.ts';
import { erasedLines, recordNamed } from '#shared/transfer/erase-command.ts';
import { letGoParked } from '#shared/use-cases/effects/let-go.ts';
import { rebuildSearch } from '#shared/use-cases/effects/rebuild-search.ts';
import { rebuild } from '#shared/use-cases/flow/rebuild.ts';
import { eraseWords } from '#shared/use-cases/history/erase-words.ts';
import type { OperatorAnswer, OperatorRequest } from './requests.ts';

interface OwnedOffice extends Pick<Dependencies, 'ports'> {
  readonly database: Database;
  readonly dataFile: string;
}

/** What operators' commands do that write; in the process that owns the file. */
export async function operatorAct(
  { ports, database, dataFile }: OwnedOffice,
  request: OperatorRequest,
): Promise<OperatorAnswer> {
  switch (request.command) {
    case 'rebuild': {
      const rebuilt = await rebuild(ports, createSqliteRecords(dataFile).items(), request);
      const letGo = await letGoParked(ports.store, createSqliteRecords(dataFile).items());
      const searchable = await rebuildSearch(ports, createSqliteRecords(dataFile).items());
      const done = rebuilt.failed.length + letGo.failed.length === 0;
      return { done, lines: [...rebuiltLines(rebuilt), ...letGoLines(letGo), searchableLine(searchable)] };
    }
    case 'erase': {
      const record = await recordNamed(ports.store, request.record);
      const erased = await eraseWords(ports, { ...request, record });
      const done = erased.outcome === 'erased';
      const left = done && !database.emptyLog() ? [leftInLog] : [];
      return { done, lines: [...erasedLines(record, erased), ...left] };
    }
  }
}

const leftInLog =
  'Tệp -wal cạnh kho dữ liệu tạm thời vẫn còn những lời ấy, vì đang có chương trình đọc kho; khi dừng rồi chạy lại sẽ hết. / The -wal file beside the data file still holds them, since a program reads it now; after the next start it doesn’t.';
