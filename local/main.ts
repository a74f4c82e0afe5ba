import { parseArgs } from 'node:util';
import { demoAccounts } from './demo/accounts.ts';
import { notePlayed, playedThrough } from './demo/played.ts';
import { openDemo } from './demo/open-demo.ts';
import { playSeason } from './demo/player.ts';
import { hongBangSeason } from './demo/seasons/hong-bang-2020/season.ts';
import type { Home } from './home.ts';
import { instantAt } from './home.ts';
import { logLines } from './log.ts';
import { closeOnSignals, runProgram } from './program.ts';
import { demoFolder, requireBuilt } from './settings.ts';
import { civilDateSchema, dayOf, formatDay } from '#shared/domain/time.ts';

/** `npm start`: the demo, its season played to the middle of December at the first start. */
const playedUntil = civilDateSchema.parse('2020-12-14');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string', default: demoFolder }, port: { type: 'string', default: '8080' } },
  });
  requireBuilt();
  const home = await openDemo(
    { folder: values.data, host: '127.0.0.1', port: Number(values.port), log: logLines },
    hongBangSeason,
  );
  closeOnSignals(home.close);
  try {
    if (playedThrough(home.database, hongBangSeason.key) === undefined) await playFirst(home);
    await welcome(home);
  } catch (error) {
    await home.close();
    throw error;
  }
}

async function playFirst(home: Home): Promise<void> {
  console.log(
    'Lần chạy đầu: đang dựng mùa khen thưởng quận Hồng Bàng năm 2020 … / First start: playing the season …',
  );
  await playSeason({
    baseUrl: home.url,
    season: hongBangSeason,
    until: playedUntil,
    tokenOf: home.tokenOf,
    advanceTo: (day, time) => home.advanceTo(instantAt(day, time)),
    settle: home.dependencies.settle,
    progress: (line) => {
      console.log(`  ${line}`);
    },
  });
  await home.advanceTo(instantAt(playedUntil, '08:00'));
  await notePlayed(home.database, hongBangSeason.key, playedUntil);
}

async function welcome(home: Home): Promise<void> {
  const accounts = await demoAccounts(home.dependencies.ports);
  const width = Math.max(...accounts.map((account) => account.username.length));
  const today = dayOf(home.dependencies.ports.clock.office());
  console.log(`
Vinh Danh (bản thử / demo) – ${home.url}
Ngày làm việc giả lập / simulated office day: ${formatDay(today)}
Kho dữ liệu / data file: ${home.dataFile}

Tài khoản (chọn bằng một nút ở trang đăng nhập) / accounts (one button each on the sign-in page):`);
  for (const { username, name, role } of accounts)
    console.log(`  ${username.padEnd(width)}  ${name} – ${role}`);
  console.log('\nDừng bằng Ctrl+C. / Ctrl+C stops it.');
}

await runProgram(main, 'npm start -- --port 8090');
