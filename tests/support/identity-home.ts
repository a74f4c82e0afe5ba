import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { createAccount } from '#local/identity/accounts.ts';
import { createIdentity, withIdentity, type Identity } from '#local/identity/identity.tsx';
import type { DemoAccount } from '#local/identity/pages.tsx';
import { hashPassword } from '#local/identity/password.ts';
import { totpCode, totpStep } from '#local/identity/totp.ts';
import type { HomeKind } from '#local/identity/tables.ts';
import { openDatabase, type Database } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { personIdSchema } from '#shared/domain/id.ts';
import { isRefusal, refusals } from '#shared/domain/refusal.ts';
import { instantOf } from '#shared/domain/time.ts';
import { csrfToken } from '#shared/http/sign-in-item.ts';
import { signInFaults } from '#shared/http/sign-in-refused.ts';
import { signInRoutes } from '#shared/http/sign-in-routes.ts';
import { createSignInFlow, type SignInFlow } from '#shared/http/sign-in.ts';

export const ha = {
  personId: personIdSchema.parse('01JHA000000000000000000001'),
  username: 'ha.tran',
  password: 'mùa-thu-năm-2020',
  /** Of the one-time passwords. */
  secret: '3132333435363738393031323334353637383930',
};
export const minh = {
  personId: personIdSchema.parse('01JM1NH0000000000000000002'),
  username: 'minh.le',
  password: 'mùa-đông-năm-2021',
  secret: '3938373635343332313039383736353433323130',
};
export type Somebody = typeof ha;
const demo: DemoAccount & { personId: typeof ha.personId } = {
  personId: personIdSchema.parse('01JDEM00000000000000000003'),
  username: 'demo.chu-tich',
  name: 'Nguyễn Thị Lan',
  role: 'Chủ tịch UBND phường',
  office: 'UBND phường Sở Dầu',
};
export const demoAccount = demo;

/** Machine time that a test moves on without waiting. */
export interface TestClock {
  machine(): ReturnType<typeof instantOf>;
  pass(ms: number): void;
}

export interface IdentityHome {
  readonly origin: string;
  readonly port: number;
  readonly identity: Identity;
  readonly flow: SignInFlow;
  readonly database: Database;
  readonly clock: TestClock;
  readonly reports: unknown[];
  /** What the person types into the sign-in form now: a code that was not used yet. Time passes when there is none left. */
  credentials(who: Somebody): { username: string; password: string; code: string };
  close(): Promise<void>;
}

/** Opens `file`, or else a copy of its own that goes away with it. Accounts are there: Hà, Minh, in a demo one more. */
export async function startIdentityHome(
  options: { file?: string; port?: number; home?: HomeKind; publicUrl?: string } = {},
): Promise<IdentityHome> {
  const home = options.home ?? 'office';
  const file = options.file ?? (await newIdentityFile(home));
  const database = openDatabase(file);
  const server = createServer().listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const clock = testClock();
  const reports: unknown[] = [];
  const identity = await openIdentity(database, {
    home,
    publicUrl: options.publicUrl ?? origin,
    clock,
    reports,
  });
  const flow = flowOf(identity, database, clock);
  server.on('request', withIdentity(identity, getRequestListener(appOf(flow).fetch)));
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    await database.close();
    if (options.file === undefined) removeIdentityFile(file);
  };
  return { origin, port, identity, flow, database, clock, reports, credentials: typist(clock), close };
}

/** Codes of thirty seconds ago, of now and of the next thirty seconds are taken, each once. */
function typist(clock: TestClock): IdentityHome['credentials'] {
  const used = new Map<string, number>();
  return ({ username, password, secret }) => {
    const now = totpStep(clock.machine());
    const step = Math.max(now - 1, (used.get(username) ?? 0) + 1);
    if (step > now + 1) clock.pass((step - now - 1) * 30_000);
    used.set(username, step);
    return { username, password, code: totpCode(secret, step) };
  };
}

/** Needs no file: tests of the vault stand elsewhere. */
export const openVault = {
  seal: async (plain: string) => `sealed:${plain}`,
  open: async (sealed: string) => sealed.replace('sealed:', ''),
};

const templates = new Map<HomeKind, Promise<string>>();

/** A copy of a file that was prepared once: making keys and hashing passwords is slow, as it should be. */
export async function newIdentityFile(home: HomeKind): Promise<string> {
  const template = templates.get(home) ?? prepareTemplate(home);
  templates.set(home, template);
  const file = join(mkdtempSync(join(tmpdir(), 'vd-identity-')), 'vinh-danh.sqlite');
  copyFileSync(await template, file);
  return file;
}

export function removeIdentityFile(file: string): void {
  rmSync(dirname(file), { recursive: true });
}

async function prepareTemplate(home: HomeKind): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'vd-identity-')), 'vinh-danh.sqlite');
  process.on('exit', () => removeIdentityFile(file));
  const database = openDatabase(file);
  await openIdentity(database, { home, publicUrl: 'http://127.0.0.1:1', clock: testClock(), reports: [] });
  const { personId, username } = demo;
  await createAccount(database, ha);
  await createAccount(database, minh);
  if (home === 'demo') await createAccount(database, { personId, username, demo: true });
  for (const who of [ha, minh]) await giveCredentials(database, who);
  await database.close();
  return file;
}

/** A hash carries its cost, so a cheap one is checked by the same code in a hundredth of the time. */
async function giveCredentials(database: Database, { username, password, secret }: Somebody): Promise<void> {
  const hash = await hashPassword(password, { logN: 10, r: 8, p: 1 });
  const totp = await openVault.seal(secret);
  await database.write((db) =>
    db
      .prepare('UPDATE identity_account SET password_hash = ?, totp = ? WHERE username = ?')
      .run(hash, totp, username),
  );
}

function openIdentity(
  database: Database,
  {
    home,
    publicUrl,
    clock,
    reports,
  }: { home: HomeKind; publicUrl: string; clock: TestClock; reports: unknown[] },
): Promise<Identity> {
  return createIdentity({
    database,
    home,
    publicUrl,
    vault: openVault,
    now: () => clock.machine(),
    renderPage: async (title, body) => (await html`<!doctype html><title>${title}</title>${body}`).toString(),
    demoAccounts: () => [demo],
    report: (error) => reports.push(error),
  });
}

function testClock(): TestClock {
  let passed = 0;
  return {
    machine: () => instantOf(Date.now() + passed),
    pass(ms) {
      passed += ms;
    },
  };
}

function flowOf(identity: Identity, database: Database, clock: TestClock): SignInFlow {
  return createSignInFlow({
    ...identity,
    publicUrl: identity.settings.publicUrl,
    settings: async () => identity.settings,
    store: createSqliteStore(database),
    clock,
    refused: (fault) => new Response(fault, { status: signInFaults[fault] }),
  });
}

function appOf(flow: SignInFlow): Hono {
  const app = new Hono();
  app.route('/', signInRoutes(flow));
  app.get('*', async (c) => {
    const signIn = await flow.read(c.req.raw);
    return c.json(
      signIn === undefined ? {} : { person: signIn.personId, csrf: csrfToken(signIn), path: c.req.path },
    );
  });
  app.onError((error, c) => c.text(error.name, isRefusal(error) ? refusals[error.code].status : 500));
  return app;
}
