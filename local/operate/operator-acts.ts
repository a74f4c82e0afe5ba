import type { Dependencies } from '#local/dependencies.ts';
import { createSqliteRecords } from '#local/transfer/sqlite-records.ts';
import { letGoLines, rebuiltLines } from '#shared/transfer/command.ts';
import { erasedLines, recordNamed } from '#shared/transfer/erase-command.ts';
import { letGoParked } from '#shared/use-cases/effects/let-go.ts';
import { rebuild } from '#shared/use-cases/flow/rebuild.ts';
import { eraseWords } from '#shared/use-cases/history/erase-words.ts';
import type { OperatorAnswer, OperatorRequest } from './requests.ts';

/** What operators' commands do that write; in the process that owns the file. */
export async function operatorAct(
  { ports }: Pick<Dependencies, 'ports'>,
  dataFile: string,
  request: OperatorRequest,
): Promise<OperatorAnswer> {
  switch (request.command) {
    case 'rebuild': {
      const rebuilt = await rebuild(ports, createSqliteRecords(dataFile).items(), request);
      const letGo = await letGoParked(ports.store, createSqliteRecords(dataFile).items());
      const done = rebuilt.failed.length + letGo.failed.length === 0;
      return { done, lines: [...rebuiltLines(rebuilt), ...letGoLines(letGo)] };
    }
    case 'erase': {
      const record = await recordNamed(ports.store, request.record);
      const erased = await eraseWords(ports, { ...request, record });
      return { done: erased.outcome === 'erased', lines: [...erasedLines(record, erased)] };
    }
  }
}
