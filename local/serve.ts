import { parseArgs } from 'node:util';
import { machineNow } from '#shared/machine/system-clock.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { readFounder } from '#shared/use-cases/directory/admit-founder.ts';
import { readOfficeSettings } from './env.ts';
import { openHome, type Home, type HttpsOptions } from './home.ts';
import { openInstallPage, type InstallPlace } from './install/open-install-page.ts';
import { logLines } from './log.ts';
import { networkOf } from './network.ts';
import { closeOnSignals, runProgram } from './program.ts';
import { requireBuilt } from './settings.ts';
import { qrText } from './terminal/qr-text.ts';

const again = 'npm run serve -- --data THƯ_MỤC --port 8090';
const usage = `Cách dùng: npm run serve -- --data THƯ_MỤC_DỮ_LIỆU [--host 0.0.0.0] [--port CỔNG] [--install-port CỔNG]
Usage: npm run serve -- --data DIR [--host 0.0.0.0] [--port PORT] [--install-port PORT]`;

/** `npm run serve`: an office, on its own data, in the machine's time. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string' },
      'install-port': { type: 'string', default: '8080' },
    },
  });
  const { data: folder, host } = values;
  if (folder === undefined || folder === '') throw new Error(usage);
  requireBuilt();
  const settings = readOfficeSettings();
  const https = networkOf({ folder, host, publicUrl: settings.publicUrl, now: machineNow() });
  const port = Number(values.port ?? (https === undefined ? 8080 : 8443));
  const home = await openHome({
    folder,
    kind: 'office',
    host,
    port,
    https,
    smtp: settings.smtp,
    log: logLines,
  });
  let install: InstallPlace | undefined;
  try {
    if (https !== undefined)
      install = await openInstallPage({
        https,
        host,
        port: Number(values['install-port']),
        publicUrl: home.url,
      });
  } catch (error) {
    await home.close();
    throw error;
  }
  closeOnSignals(async () => {
    await install?.close();
    await home.close();
  });
  await welcome(home, { https, install, mails: settings.smtp !== undefined, folder });
}

interface Begun {
  readonly https: HttpsOptions | undefined;
  readonly install: InstallPlace | undefined;
  readonly mails: boolean;
  readonly folder: string;
}

async function welcome(home: Home, { https, install, mails, folder }: Begun): Promise<void> {
  const lines = [
    '',
    `Vinh Danh – ${home.url}`,
    `Kho dữ liệu / data file: ${home.dataFile}`,
    mails
      ? 'Thư điện tử / mail: SMTP_URL'
      : 'Thư điện tử: không gửi (đặt SMTP_URL và SMTP_FROM để gửi) / mail: none is sent',
  ];
  if (https !== undefined && install !== undefined)
    lines.push(
      '',
      `Mỗi máy cài chứng thư một lần tại / each machine installs the certificate once from: ${install.address}`,
      qrText(install.address, process.stdout.isTTY),
      `Dấu vân tay để đối chiếu / fingerprint to compare (SHA-256):\n${https.authority.fingerprint}`,
    );
  if (await hasNobody(home))
    lines.push(
      '',
      `Chưa có quản trị. Dừng bằng Ctrl+C, chạy: npm run init -- --data ${folder}, rồi chạy lại lệnh này.`,
      `No administrator yet. Stop with Ctrl+C, run: npm run init -- --data ${folder}, then this command again.`,
    );
  console.log([...lines, '', 'Dừng bằng Ctrl+C. / Ctrl+C stops it.'].join('\n'));
}

async function hasNobody({ dependencies }: Home): Promise<boolean> {
  try {
    return (await readFounder(dependencies.store)) === undefined;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

await runProgram(main, again);
