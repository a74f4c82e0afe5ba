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
        <QrCode text={otpauthUri(secret, username, place)} label="Mã QR cho ứng dụng xác thực" />
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
      <p class="govuk-body">
        Đường dẫn kích hoạt này đã được dùng, đã quá bảy ngày, hoặc đã được thay bằng đường dẫn mới. Đề nghị
        quản trị hệ thống gửi đường dẫn mới.
      </p>
      <p class="govuk-body" lang="en">
        This link was used, is older than seven days, or was replaced by a newer one. Ask your administrator
        for another.
      </p>
    </>
  );
}
