import { QrCode } from '#web/components/qr-code.tsx';
import { English, Field, Faults } from './page-parts.tsx';
import { enrolPath, type Enrolment, type EnrolmentFault } from './enrolment.ts';
import { enrolmentFaultTexts } from './enrolment-texts.ts';
import { base32, otpauthUri } from './totp.ts';

export const enrolTitle = 'Kích hoạt tài khoản · Activate the account';
export const enrolledTitle = 'Đã kích hoạt tài khoản · The account is active';

interface EnrolPageProps {
  readonly token: string;
  readonly enrolment: Enrolment;
  /** Where this office is, as the app will name it. */
  readonly place: string;
  readonly faults: readonly EnrolmentFault[];
}

export function EnrolPage({ token, enrolment: { username, secret }, place, faults }: EnrolPageProps) {
  const uri = otpauthUri(secret, username, place);
  return (
    <>
      <h1 class="govuk-heading-l">
        Kích hoạt tài khoản <English>Activate the account</English>
      </h1>
      <Faults lines={faults.map((fault) => enrolmentFaultTexts[fault])} />
      <p class="govuk-body">
        Tên đăng nhập: <strong>{username}</strong> <English>Username</English>
      </p>
      <form method="post" action={`${enrolPath}/${token}`} novalidate>
        <h2 class="govuk-heading-m">
          1. Quét mã bằng ứng dụng xác thực <English>Scan the code with an authenticator app</English>
        </h2>
        <p class="govuk-body">
          Dùng một ứng dụng xác thực trên điện thoại, như Google Authenticator, Microsoft Authenticator hoặc
          Aegis.
        </p>
        <QrCode text={uri} label="Mã QR cho ứng dụng xác thực" />
        <p class="govuk-body">
          Đang mở trang này trên chính điện thoại đó thì bấm{' '}
          <a class="govuk-link" href={uri}>
            Mở trong ứng dụng xác thực
          </a>{' '}
          <English>On that very telephone: open it in the authenticator app</English>
        </p>
        <p class="govuk-body">
          Không quét được thì nhập khóa này vào ứng dụng (kiểu: theo thời gian):{' '}
          <code class="vd-secret">{grouped(base32(secret))}</code>{' '}
          <English>Or type this key into the app (kind: time based)</English>
        </p>
        <Field id="code" autocomplete="one-time-code" numeric>
          Mã 6 chữ số mà ứng dụng hiện <English>The six digits that the app shows</English>
        </Field>
        <h2 class="govuk-heading-m">
          2. Đặt mật khẩu <English>Choose a password</English>
        </h2>
        <Field id="password" type="password" autocomplete="new-password">
          Mật khẩu, ít nhất 12 ký tự; một câu ngắn càng tốt{' '}
          <English>Password, at least 12 characters; a short sentence is best</English>
        </Field>
        <Field id="again" type="password" autocomplete="new-password">
          Nhập lại mật khẩu <English>The password again</English>
        </Field>
        <button class="govuk-button" type="submit">
          Kích hoạt · <span lang="en">Activate</span>
        </button>
      </form>
    </>
  );
}

const grouped = (key: string): string => (key.match(/.{4}/g) ?? []).join(' ');

/** Shown once, and never again. */
export function EnrolledPage({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <h1 class="govuk-heading-l">
        Đã kích hoạt tài khoản <English>The account is active</English>
      </h1>
      <h2 class="govuk-heading-m">
        Mã dự phòng <English>Recovery codes</English>
      </h2>
      <p class="govuk-body">
        In hoặc chép lại các mã này và cất nơi an toàn: trang này chỉ hiện một lần. Khi không có điện thoại,
        nhập một mã thay cho mã 6 chữ số; mỗi mã dùng một lần.
      </p>
      <p class="govuk-body" lang="en">
        Print or copy these codes and keep them safe: they are shown once. Without your telephone, enter one
        instead of the six digits; each works once.
      </p>
      <ul class="govuk-list vd-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-button" href="/sign-in">
          Đăng nhập · <span lang="en">Sign in</span>
        </a>
      </p>
    </>
  );
}

export function LinkVoidPage() {
  return (
    <>
      <h1 class="govuk-heading-l">Đường dẫn không còn hiệu lực</h1>
      <h2 class="govuk-heading-m">Nếu ông/bà vừa kích hoạt xong</h2>
      <p class="govuk-body">
        Tài khoản đã dùng được: mỗi đường dẫn chỉ dùng một lần, nên trang này hiện khi tải lại. Đề nghị đăng
        nhập bằng mật khẩu đã đặt và mã của ứng dụng xác thực. Mã dự phòng không hiện lại; chưa kịp chép thì
        đề nghị quản trị hệ thống cấp đường dẫn mới để kích hoạt lại và nhận mã dự phòng khác.
      </p>
      <p class="govuk-body" lang="en">
        If you have just activated your account: it works. A link works once, so this page shows when it is
        loaded again. Sign in with your password and the app’s code. Recovery codes are not shown again; if
        you have not copied them, ask your administrator for a new link, activate again and get others.
      </p>
      <p class="govuk-body">
        <a class="govuk-button" href="/sign-in">
          Đăng nhập · <span lang="en">Sign in</span>
        </a>
      </p>
      <h2 class="govuk-heading-m">Nếu chưa kích hoạt lần nào</h2>
      <p class="govuk-body">
        Đường dẫn đã quá bảy ngày, đã được thay bằng đường dẫn mới, chép thiếu, hoặc đã bị người khác dùng. Đề
        nghị báo ngay cho quản trị hệ thống để được cấp đường dẫn mới; đường dẫn mới làm mất hiệu lực mọi
        đường dẫn và mật khẩu cũ.
      </p>
      <p class="govuk-body" lang="en">
        If you never did: the link is older than seven days, was replaced by a newer one, was not copied
        whole, or somebody else has used it. Tell your administrator at once and get a new one; it ends all
        earlier links and passwords.
      </p>
    </>
  );
}
