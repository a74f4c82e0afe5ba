import { parseArgs } from 'node:util';
import { refuseUnfinished } from '#shared/transfer/refuse-unfinished.ts';
import { required, runCommand } from '#shared/transfer/command.ts';
import { machineNow } from '#shared/machine/system-clock.ts';
import { knownAdministrator, newAdministrator } from './identity/first-administrator.ts';
import { chooseCredentials } from './identity/choose-credentials.ts';
import { enrolHere } from './identity/enrolment.ts';
import { prepareIdentity } from './identity/tables.ts';
import { createSqliteStore } from './sqlite/sqlite-store.ts';
import { openDialogue } from './terminal/dialogue.ts';
import { ownDatabase } from './transfer/data-folder.ts';
import { createVault } from './vault.ts';

const usage = `Cách dùng: npm run init -- --data THƯ_MỤC_DỮ_LIỆU [--name "HỌ TÊN"] [--username TÊN_ĐĂNG_NHẬP] [--email THƯ]
           npm run init -- --data THƯ_MỤC_DỮ_LIỆU --person TÊN_ĐĂNG_NHẬP   (đặt lại tài khoản của một quản trị)
Usage: npm run init -- --data DIR [--name NAME] [--username USERNAME] [--email EMAIL]
       npm run init -- --data DIR --person USERNAME   (gives an administrator's account new credentials)
       npm run init -- --table NAME --name NAME --username USERNAME --email EMAIL`;

const options = {
  data: { type: 'string' },
  name: { type: 'string' },
  username: { type: 'string' },
  email: { type: 'string' },
  person: { type: 'string' },
} as const;

/** The first administrator of an office, with password and second factor, while the office doesn't run. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options });
  const folder = required(values.data);
  const { database } = ownDatabase(folder);
  const dialogue = openDialogue(process.stdin, process.stdout);
  try {
    const store = createSqliteStore(database);
    await refuseUnfinished(store);
    await prepareIdentity(database, 'office');
    const { person, admit } =
      values.person === undefined
        ? await newAdministrator({ store, database }, dialogue, values)
        : await knownAdministrator(store, values.person);
    const { enrolment, chosen } = await chooseCredentials(dialogue, person, machineNow);
    await admit();
    const keeper = { database, vault: createVault(folder), now: machineNow };
    const codes = await enrolHere(keeper, enrolment, chosen);
    for (const line of farewell(person.username, codes, folder)) dialogue.say(line);
    return true;
  } finally {
    dialogue.close();
    await database.close();
  }
}

const farewell = (username: string, codes: readonly string[], folder: string): string[] => [
  '',
  'Mã dự phòng, mỗi mã thay cho mã 6 chữ số một lần khi không có điện thoại. In hoặc chép lại, cất nơi an toàn:',
  'Recovery codes, each once instead of the six digits. Keep them safe; they are not shown again:',
  ...codes.map((code) => `  ${code}`),
  '',
  `Xong. Bây giờ chạy: npm run serve -- --data ${folder}, rồi đăng nhập bằng ${username}.`,
  `Done. Now run: npm run serve -- --data ${folder}, and sign in as ${username}.`,
];

process.exitCode = await runCommand(main, usage, console);
