import { parseArgs } from 'node:util';
import { founderSchema } from '#shared/domain/directory-command.ts';
import { personIdSchema } from '#shared/domain/id.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { faultRules } from '#shared/messages/fault-rules.ts';
import { createRandom } from '#shared/machine/random.ts';
import { createSystemClock } from '#shared/machine/system-clock.ts';
import type { Store } from '#shared/ports.ts';
import { required, runCommand } from '#shared/transfer/command.ts';
import { TransferRefused } from '#shared/transfer/refused.ts';
import { admitFounder, readFounder } from '#shared/use-cases/directory/admit-founder.ts';
import { openTable } from './cloud.ts';

const usage = `Cách dùng: npm run init -- --table TÊN --name "HỌ TÊN" --username TÊN_ĐĂNG_NHẬP --email THƯ
Usage: npm run init -- --table NAME --name NAME --username USERNAME --email EMAIL`;

const options = {
  table: { type: 'string' },
  name: { type: 'string' },
  username: { type: 'string' },
  email: { type: 'string' },
} as const;

/** The first administrator of an empty table. The issuer must know them by the id that is printed. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options });
  const { store } = openTable(required(values.table));
  const told = {
    name: required(values.name),
    username: required(values.username),
    email: required(values.email),
  };
  const { id, email } = await admitted(store, told);
  for (const line of nextLines(id, email)) console.log(line);
  return true;
}

/** Run again before the office is set up, it says once more whom it admitted. */
async function admitted(
  store: Store,
  told: Readonly<Record<'name' | 'username' | 'email', string>>,
): Promise<{ readonly id: string; readonly email: string }> {
  const parsed = founderSchema.safeParse(told);
  if (!parsed.success)
    throw new TransferRefused('FounderWrong', {
      field: parsed.error.issues.map(({ path }) => `--${path.join('.')}`).join(', '),
      ...faultRules(parsed.error.issues),
    });
  try {
    const before = await readFounder(store);
    if (before?.username === parsed.data.username) return before;
    const founder = { id: personIdSchema.parse(createRandom(createSystemClock()).ulid()), ...parsed.data };
    await admitFounder(store, founder);
    return founder;
  } catch (error) {
    throw isRefusal(error) ? new TransferRefused('AdministratorThere') : error;
  }
}

const nextLines = (id: string, email: string): readonly string[] => [
  `Mã người quản trị đầu tiên / id of the first administrator: ${id}`,
  'Với Cognito, tạo tài khoản bằng lệnh sau; nơi xác thực khác phải ghi mã này trong thuộc tính đã định.',
  'With Cognito, create the account so; any other issuer must say this id in the claim that was agreed:',
  `  aws cognito-idp admin-create-user --user-pool-id POOL --username ${id} --desired-delivery-mediums EMAIL --user-attributes Name=email,Value=${email} Name=email_verified,Value=true`,
];

process.exitCode = await runCommand(main, usage, console);
