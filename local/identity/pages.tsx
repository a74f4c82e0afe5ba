import type { Child } from 'hono/jsx';
import { say } from '#shared/messages/say.ts';
import { StorageFailing } from '#shared/ports.ts';
import { mountPath } from './names.ts';
import { English, Faults, Field } from './page-parts.tsx';

/** The home's layout around a page's body; house style is kept in web/. */
export type RenderPage = (title: string, body: Child) => string | Promise<string>;

/** An account that anybody may choose in the demo. */
export interface DemoAccount {
  readonly username: string;
  readonly name: string;
  /** Title, as shown beside the name. */
  readonly role: string;
  /** Organisation where this person works; accounts are shown by organisation. */
  readonly office: string;
}

export type SignInTrouble =
  { readonly kind: 'wrong' } | { readonly kind: 'too-many'; readonly retryAfterSeconds: number } | undefined;

export const signInTitle = 'Đăng nhập · Sign in';
export const troubleTitle = 'Chưa đăng nhập được · Sign-in did not work';

interface SignInPageProps {
  readonly uid: string;
  readonly username: string;
  readonly trouble: SignInTrouble;
  readonly demoAccounts: readonly DemoAccount[];
  /** Asked for together with the password: so nobody learns which of the two was right. */
  readonly secondFactor: boolean;
}

export function SignInPage({ uid, username, trouble, demoAccounts, secondFactor }: SignInPageProps) {
  const action = `${mountPath}/interaction/${uid}`;
  return (
    <>
      <h1 class="govuk-heading-l">
        Đăng nhập <English>Sign in</English>
      </h1>
      <Trouble trouble={trouble} secondFactor={secondFactor} />
      {demoAccounts.length > 0 && <DemoChoice action={action} accounts={demoAccounts} />}
      <form method="post" action={action} novalidate>
        <Field id="username" autocomplete="username" value={username}>
          Tên đăng nhập <English>Username</English>
        </Field>
        <Field id="password" type="password" autocomplete="current-password">
          Mật khẩu <English>Password</English>
        </Field>
        {secondFactor && (
          <Field id="code" autocomplete="one-time-code">
            Mã 6 chữ số trong ứng dụng xác thực, hoặc một mã dự phòng{' '}
            <English>The six digits of your authenticator app, or a recovery code</English>
          </Field>
        )}
        <button class="govuk-button" type="submit">
          Đăng nhập · <span lang="en">Sign in</span>
        </button>
      </form>
    </>
  );
}

export function TroublePage() {
  return (
    <>
      <h1 class="govuk-heading-l">Chưa đăng nhập được</h1>
      <p class="govuk-body">Trang đăng nhập này đã hết hạn hoặc đã được dùng rồi. Mời bắt đầu lại.</p>
      <p class="govuk-body" lang="en">
        This sign-in page has expired or was used before. Please begin again.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in">
          Đăng nhập lại <English>Sign in again</English>
        </a>
      </p>
    </>
  );
}

/** Nothing of signing in can be answered now. */
export function UnavailablePage({ error }: { error: unknown }) {
  const key = error instanceof StorageFailing ? 'refusal.StorageFailing' : 'refusal.ServerOverloaded';
  return (
    <>
      <h1 class="govuk-heading-l">Chưa đăng nhập được</h1>
      <p class="govuk-body">{say('vi', key)}</p>
      <p class="govuk-body" lang="en">
        {say('en', key)}
      </p>
    </>
  );
}

function DemoChoice({ action, accounts }: { action: string; accounts: readonly DemoAccount[] }) {
  return (
    <section aria-labelledby="demo-accounts">
      <h2 class="govuk-heading-m" id="demo-accounts">
        Chọn một vai để dùng thử <English>Choose a role to try</English>
      </h2>
      <form method="post" action={action}>
        {byOffice(accounts).map(([office, own], index) => (
          <details class="govuk-details" open={index === 0}>
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">
                {office} ({own.length})
              </span>
            </summary>
            <ul class="govuk-list govuk-details__text">
              {own.map(({ username, name, role }) => (
                <li>
                  <button
                    class="govuk-button govuk-button--secondary"
                    type="submit"
                    name="account"
                    value={username}
                  >
                    {name} – {role} ({username})
                  </button>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </form>
    </section>
  );
}

const elsewhere = 'Khác · Other';

/** Organisations by name; whoever works in none comes last. */
function byOffice(accounts: readonly DemoAccount[]): [string, DemoAccount[]][] {
  const groups = Map.groupBy(accounts, ({ office }) => office);
  const named = [...groups].filter(([office]) => office !== '');
  const others = groups.get('') ?? [];
  return [
    ...named.sort(([one], [other]) => one.localeCompare(other, 'vi', { numeric: true })),
    ...(others.length === 0 ? [] : ([[elsewhere, others]] satisfies [string, DemoAccount[]][])),
  ];
}

function Trouble({ trouble, secondFactor }: { trouble: SignInTrouble; secondFactor: boolean }) {
  if (trouble === undefined) return null;
  if (trouble.kind === 'too-many') {
    const wait = waitText(trouble.retryAfterSeconds);
    return (
      <Faults
        lines={[
          [
            `Đã nhập sai quá nhiều lần. Xin thử lại sau ${wait.vi}.`,
            `Too many wrong attempts. Please try again in ${wait.en}.`,
          ],
        ]}
      />
    );
  }
  const wrong = secondFactor
    ? ([
        'Tên đăng nhập, mật khẩu hoặc mã xác thực chưa đúng. Mỗi mã chỉ dùng được một lần: chờ mã mới rồi nhập lại.',
        'The username, the password or the code is not right. A code works once: wait for the next one.',
      ] as const)
    : (['Tên đăng nhập hoặc mật khẩu chưa đúng.', 'The username or the password is not right.'] as const);
  return <Faults lines={[wrong]} />;
}

function waitText(seconds: number): { vi: string; en: string } {
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 90) return { vi: `${minutes} phút`, en: `${minutes} min` };
  const hours = Math.ceil(minutes / 60);
  return { vi: `${hours} giờ`, en: `${hours} h` };
}
