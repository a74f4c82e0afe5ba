import { diskFaultText } from '#shared/transfer/disk-fault.ts';
import { hasCode } from './private-file.ts';
import { asUnavailable } from './sqlite/storage-errors.ts';

/** What the programs that stay have in common: how they end, and what they say when they can't begin. */

export function closeOnSignals(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void close().then(() => process.exit(0));
    });
  }
}

/** @param again the command with another port, for whoever finds this one taken */
export async function runProgram(main: () => Promise<void>, again: string): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(explained(error, again));
    process.exitCode = 1;
  }
}

function explained(error: unknown, again: string): unknown {
  if (hasCode(error, 'EADDRINUSE'))
    return `Cổng này đang được chương trình khác dùng; hãy chọn cổng khác: ${again}
This port is in use by another program; choose another one: ${again}`;
  return diskFaultText(asUnavailable(error)) ?? (error instanceof Error ? error.message : error);
}
