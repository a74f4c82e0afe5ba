import type { Database } from '#local/sqlite/database.ts';
import type { Dialogue } from '#local/terminal/dialogue.ts';
import { founderSchema } from '#shared/domain/directory-command.ts';
import { holdsOn, type Person } from '#shared/domain/directory.ts';
import { personIdSchema } from '#shared/domain/id.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { faultRules } from '#shared/messages/fault-rules.ts';
import { createRandom } from '#shared/machine/random.ts';
import { createSystemClock } from '#shared/machine/system-clock.ts';
import type { Store } from '#shared/ports.ts';
import { findPerson } from '#shared/records/directory-record.ts';
import { TransferRefused } from '#shared/transfer/refused.ts';
import { admitFounder, readFounder } from '#shared/use-cases/directory/admit-founder.ts';
import { findByPerson } from './accounts.ts';

type Founder = Pick<Person, 'id' | 'username' | 'name' | 'email'>;
type Told = Partial<Record<'name' | 'username' | 'email', string | undefined>>;

export interface Administrator {
  readonly person: Pick<Person, 'id' | 'username'>;
  /** Puts the person on record, once there is something to sign in with. */
  readonly admit: () => Promise<void>;
}

/** @throws TransferRefused AdministratorThere; an init that was cut off before its end goes on with whom it had admitted */
export async function newAdministrator(
  { store, database }: { readonly store: Store; readonly database: Database },
  dialogue: Dialogue,
  told: Told,
): Promise<Administrator> {
  const admitted = await readFounder(store).catch((error: unknown) => {
    throw isRefusal(error) ? new TransferRefused('AdministratorThere') : error;
  });
  if (admitted === undefined) {
    const person = await askWho(dialogue, told);
    return { person, admit: () => admitFounder(store, person) };
  }
  const account = database.read((db) => findByPerson(db, admitted.id));
  if (account?.passwordHash !== undefined) throw new TransferRefused('AdministratorThere');
  dialogue.say(`${admitted.name} (${admitted.username})`);
  return { person: admitted, admit: () => Promise.resolve() };
}

const questions: readonly (readonly [keyof Told, string])[] = [
  ['name', 'Họ tên người quản trị đầu tiên / name of the first administrator: '],
  ['username', 'Tên đăng nhập, ví dụ ha.tran / username: '],
  ['email', 'Thư điện tử, để trống cũng được / e-mail, may be empty: '],
];

async function askWho(dialogue: Dialogue, told: Told): Promise<Founder> {
  const typed: Record<string, string> = {};
  for (const [field, question] of questions) {
    const given = told[field];
    const rules = given === undefined ? undefined : brokenRules(field, given);
    if (rules !== undefined) throw new TransferRefused('FounderWrong', { field: `--${field}`, ...rules });
    typed[field] = given ?? (await askUntilRight(dialogue, field, question));
  }
  const id = personIdSchema.parse(createRandom(createSystemClock()).ulid());
  return { id, ...founderSchema.parse(typed) };
}

async function askUntilRight(dialogue: Dialogue, field: keyof Told, question: string): Promise<string> {
  for (;;) {
    const answer = await dialogue.ask(question);
    const rules = brokenRules(field, answer);
    if (rules === undefined) return answer;
    dialogue.say(`Chưa đúng, đề nghị nhập lại. ${rules.vi}`);
    dialogue.say(`Not right, please type it again. ${rules.en}`);
  }
}

function brokenRules(field: keyof Told, text: string): ReturnType<typeof faultRules> | undefined {
  const parsed = founderSchema.shape[field].safeParse(text);
  return parsed.success ? undefined : faultRules(parsed.error.issues);
}

/**
 * An administrator whose telephone and recovery codes are lost, or who came with an import.
 * @throws TransferRefused AdministratorUnknown
 */
export async function knownAdministrator(store: Store, name: string): Promise<Administrator> {
  const person = await findPerson(store, name);
  const today = createSystemClock().today();
  const keeps = person?.posts.some((post) => post.role === 'administrator' && holdsOn(post, today)) === true;
  if (person === undefined || !keeps) throw new TransferRefused('AdministratorUnknown', { name });
  return { person, admit: () => Promise.resolve() };
}
