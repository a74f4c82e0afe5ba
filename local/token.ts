import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mintToken, MintRefused, type MintFault } from '#local/identity/mint-token.ts';
import { openReader } from '#local/sqlite/database.ts';
import { instantOf } from '#shared/domain/time.ts';

const usage = `Cách dùng: npm run token -- TÊN_ĐĂNG_NHẬP [--data THƯ_MỤC]
Usage: npm run token -- USERNAME [--data DIR]`;

const faults: Record<MintFault, string> = {
  AccountUnknown: `Không có tài khoản này, hoặc tài khoản đã khóa.
There is no such account, or it is disabled.`,
  IdentityNotStarted: `Kho dữ liệu này chưa từng chạy. Hãy chạy "npm start" một lần rồi thử lại.
This data file was never served. Run "npm start" once and try again.`,
};

/** Prints one bearer token for the API. Opens the file read-only, so the server may be running. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string', default: './data/demo' } },
  });
  const [username] = positionals;
  if (username === undefined) return fail(usage);
  const file = join(values.data, 'vinh-danh.sqlite');
  if (!existsSync(file)) {
    return fail(`Không thấy kho dữ liệu ${file}. Hãy chạy "npm start" trước, hoặc chỉ ra thư mục bằng --data.
There is no data file ${file}. Run "npm start" first, or name its folder with --data.`);
  }
  const database = openReader(file);
  try {
    // The one clock of a program that runs for a moment.
    const now = instantOf(performance.timeOrigin + performance.now());
    console.log(await mintToken(database, username, { now }));
    return 0;
  } catch (error) {
    if (!(error instanceof MintRefused)) throw error;
    return fail(faults[error.fault]);
  } finally {
    await database.close();
  }
}

function fail(message: string): number {
  console.error(message);
  return 1;
}

process.exitCode = await main();
