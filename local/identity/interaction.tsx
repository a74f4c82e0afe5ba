import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { errors, type Provider } from 'oidc-provider';
import type { Database } from '#local/sqlite/database.ts';
import type { Instant } from '#shared/domain/time.ts';
import { findByUsername, foldUsername, type Account } from './accounts.ts';
import { admitAttempt, forgiveAttempt, type Proof } from './attempts.ts';
import { mountPath } from './names.ts';
import {
  signInTitle,
  SignInPage,
  TroublePage,
  troubleTitle,
  type DemoAccount,
  type RenderPage,
  type SignInTrouble,
} from './pages.tsx';
import { isPassword } from './password.ts';
import { useCode, type FactorKeeper } from './second-factor.ts';

export interface InteractionOptions {
  readonly database: Database;
  readonly now: () => Instant;
  readonly renderPage: RenderPage;
  readonly report: (error: unknown) => void;
  /** Asked of everybody in an office, of nobody in a demo. */
  readonly secondFactor: FactorKeeper | undefined;
  /** Empty in an office. */
  readonly demoAccounts: () => readonly DemoAccount[] | Promise<readonly DemoAccount[]>;
}

type Env = { Bindings: HttpBindings };
type Refused = { readonly trouble: NonNullable<SignInTrouble>; readonly username: string };
/** Who it is, and by which methods that was proved (RFC 8176). */
type Checked = { readonly account: Account; readonly amr: readonly string[] } | Refused;

/** The issuer's own page: who are you? */
export function createInteractionApp(provider: Provider, options: InteractionOptions): Hono<Env> {
  const app = new Hono<Env>();
  const path = `${mountPath}/interaction/:uid`;
  app.use(path, bodyLimit({ maxSize: 16_384, onError: (c) => c.text('413', 413) }));

  app.get(path, async (c) => {
    await ownInteraction(c, provider);
    return showForm(c, options, { username: '', trouble: undefined });
  });

  app.post(path, async (c) => {
    await ownInteraction(c, provider);
    const form = await c.req.parseBody();
    const demo = textOf(form['account']);
    const checked =
      demo === '' ? await checkProofs(c, options, form) : await chooseDemoAccount(options, demo);
    if ('trouble' in checked) return showForm(c, options, checked);
    await forgetOtherPerson(c, provider, checked.account);
    const { incoming, outgoing } = c.env;
    const login = { accountId: checked.account.personId, remember: false, amr: [...checked.amr] };
    return c.redirect(await provider.interactionResult(incoming, outgoing, { login }), 303);
  });

  app.onError(async (error, c) => {
    const expired = error instanceof errors.SessionNotFound;
    if (!expired) options.report(error);
    return c.html(await options.renderPage(troubleTitle, <TroublePage />), expired ? 400 : 500);
  });
  return app;
}

/** @throws SessionNotFound for an interaction that is over or began in another browser */
async function ownInteraction(c: Context<Env>, provider: Provider): Promise<void> {
  const interaction = await provider.interactionDetails(c.env.incoming, c.env.outgoing);
  if (interaction.uid !== c.req.param('uid') || interaction.prompt.name !== 'login') {
    throw new errors.SessionNotFound('not the interaction of this page');
  }
}

/** Password first, then the code that came with it: one answer to whatever is wrong. */
async function checkProofs(
  c: Context<Env>,
  options: InteractionOptions,
  form: Record<string, unknown>,
): Promise<Checked> {
  const username = foldUsername(textOf(form['username'])).slice(0, 64);
  const account = options.database.read((db) => findByUsername(db, username));
  const usable = account?.disabled === true ? undefined : account;
  const typed = textOf(form['password']).slice(0, 1_000);
  const { secondFactor } = options;
  return counted(c, options, { proof: 'password', username }, async () => {
    if (!(await isPassword(typed, usable?.passwordHash)) || usable === undefined) return wrong(username);
    if (secondFactor === undefined) return { account: usable, amr: ['pwd'] };
    return counted(c, options, { proof: 'secondFactor', username }, async () =>
      (await useCode(secondFactor, usable, textOf(form['code']).slice(0, 64)))
        ? { account: usable, amr: ['pwd', 'otp', 'mfa'] }
        : wrong(username),
    );
  });
}

const wrong = (username: string): Refused => ({ trouble: { kind: 'wrong' }, username });

/** A check that nobody may try too often; what was right is no wrong attempt. */
async function counted(
  c: Context<Env>,
  { database, now }: InteractionOptions,
  { proof, username }: { proof: Proof; username: string },
  check: () => Promise<Checked>,
): Promise<Checked> {
  const attempt = { proof, username, address: c.env.incoming.socket.remoteAddress ?? 'unknown' };
  const permit = await admitAttempt(database, { ...attempt, now: now() });
  if (!permit.allowed) return { trouble: { kind: 'too-many', ...permit }, username };
  const checked = await check();
  if ('account' in checked) await forgiveAttempt(database, attempt, permit.ids);
  return checked;
}

async function chooseDemoAccount(options: InteractionOptions, username: string): Promise<Checked> {
  const listed = (await options.demoAccounts()).some(
    (each) => foldUsername(each.username) === foldUsername(username),
  );
  const account = listed ? options.database.read((db) => findByUsername(db, username)) : undefined;
  if (account === undefined || !account.demo || account.disabled) return wrong(username);
  return { account, amr: [] };
}

/** Changing persons in one browser would else end on the provider's page that submits itself by JavaScript. */
async function forgetOtherPerson(c: Context<Env>, provider: Provider, account: Account): Promise<void> {
  const session = await provider.Session.get(provider.createContext(c.env.incoming, c.env.outgoing));
  if (session.accountId !== undefined && session.accountId !== account.personId) await session.destroy();
}

async function showForm(
  c: Context<Env>,
  options: InteractionOptions,
  { username, trouble }: { username: string; trouble: SignInTrouble },
): Promise<Response> {
  const uid = c.req.param('uid') ?? '';
  const demoAccounts = await options.demoAccounts();
  const page = await options.renderPage(
    signInTitle,
    <SignInPage
      uid={uid}
      username={username}
      trouble={trouble}
      demoAccounts={demoAccounts}
      secondFactor={options.secondFactor !== undefined}
    />,
  );
  if (trouble?.kind === 'too-many') {
    return c.html(page, 429, { 'retry-after': String(trouble.retryAfterSeconds) });
  }
  return c.html(page, trouble === undefined ? 200 : 422);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
