import type { Child } from 'hono/jsx';
import { QrCode } from '#web/components/qr-code.tsx';

export const certificatePath = '/vinh-danh-ca.crt';
export const profilePath = '/vinh-danh.mobileconfig';

interface InstallPageProps {
  readonly stylesheet: string;
  /** Address of this very page, as telephones reach it. */
  readonly address: string;
  /** Where everything else is. */
  readonly publicUrl: string;
  /** SHA-256 of the certificate. */
  readonly fingerprint: string;
}

/** Shown over plain http to machines that don't know the office's authority yet. */
export function InstallPage({ stylesheet, address, publicUrl, fingerprint }: InstallPageProps) {
  return (
    <html lang="vi" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>Cài chứng thư của cơ quan – Vinh Danh</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body class="govuk-template__body">
        <header class="vd-header">
          <div class="govuk-width-container">
            <span class="vd-header__name">Vinh Danh</span>
          </div>
        </header>
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper">
            <h1 class="govuk-heading-l">Cài chứng thư của cơ quan</h1>
            <p class="govuk-body">
              Hệ thống Vinh Danh của cơ quan chạy trong mạng nội bộ. Mỗi máy tính, điện thoại cài chứng thư
              này <strong>một lần</strong>; từ đó đường truyền được mã hóa và trình duyệt không báo lỗi.
            </p>
            <English>
              This office keeps its own certificate authority. Install its certificate once on each machine,
              then open {publicUrl}.
            </English>
            <p class="govuk-body">
              <a class="govuk-button" href={certificatePath}>
                Tải chứng thư (Windows, Android)
              </a>{' '}
              <a class="govuk-button" href={profilePath}>
                Tải hồ sơ cấu hình (iPhone, iPad)
              </a>
            </p>
            <Fingerprint fingerprint={fingerprint} />
            <Steps />
            <h2 class="govuk-heading-m">Sau khi cài</h2>
            <p class="govuk-body">
              Mở{' '}
              <a class="govuk-link" href={publicUrl}>
                {publicUrl}
              </a>
              . Không thấy cảnh báo là đã xong.
            </p>
            <h2 class="govuk-heading-m">Mở trang này trên điện thoại</h2>
            <QrCode text={address} label={`Mã QR của địa chỉ ${address}`} />
            <p class="govuk-body">{address}</p>
          </main>
        </div>
      </body>
    </html>
  );
}

function Fingerprint({ fingerprint }: { fingerprint: string }) {
  return (
    <section class="vd-section">
      <h2 class="govuk-heading-m">Trước khi cài: so dấu vân tay</h2>
      <p class="govuk-body">
        Khi cài, thiết bị hiện dấu vân tay SHA-256 của chứng thư (Windows: tệp .crt → Chi tiết; Android,
        iPhone: Xem thêm chi tiết). So với dấu vân tay mà người quản trị đọc trên màn hình máy chủ.{' '}
        <strong>Khác dù một ký tự thì không cài</strong> và báo người quản trị.
      </p>
      <p class="govuk-body">
        <code class="vd-secret">{fingerprint}</code>
      </p>
      <English>
        Compare this SHA-256 fingerprint with the one on the server’s console. If they differ, do not install
        anything.
      </English>
    </section>
  );
}

const steps: readonly { device: string; lines: readonly string[] }[] = [
  {
    device: 'Windows',
    lines: [
      'Tải chứng thư rồi mở tệp vinh-danh-ca.crt, bấm Install Certificate… (Cài đặt chứng chỉ).',
      'Chọn Local Machine (Máy cục bộ); nếu không có quyền quản trị thì chọn Current User.',
      'Chọn Place all certificates in the following store → Browse → Trusted Root Certification Authorities.',
      'Bấm Next, Finish, đồng ý; đóng trình duyệt rồi mở lại. Firefox: Cài đặt → Quyền riêng tư → Chứng chỉ → Nhập.',
    ],
  },
  {
    device: 'Android',
    lines: [
      'Tải chứng thư.',
      'Mở Cài đặt → Bảo mật → Mã hóa và thông tin xác thực → Cài đặt chứng chỉ → Chứng chỉ CA (máy Samsung: Sinh trắc học và bảo mật → Cài đặt bảo mật khác).',
      'Chọn Vẫn cài đặt, nhập mã khóa màn hình, chọn tệp vinh-danh-ca.crt.',
    ],
  },
  {
    device: 'iPhone, iPad',
    lines: [
      'Bằng Safari, tải hồ sơ cấu hình, chọn Cho phép.',
      'Mở Cài đặt → Cài đặt chung → VPN và quản lý thiết bị → Vinh Danh → Cài đặt.',
      'Mở Cài đặt → Cài đặt chung → Giới thiệu → Cài đặt tin cậy chứng nhận, bật Vinh Danh.',
    ],
  },
];

function Steps() {
  return (
    <section class="vd-section">
      <h2 class="govuk-heading-m">Cách cài</h2>
      {steps.map(({ device, lines }) => (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{device}</span>
          </summary>
          <div class="govuk-details__text">
            <ol class="govuk-list govuk-list--number">
              {lines.map((line) => (
                <li>{line}</li>
              ))}
            </ol>
          </div>
        </details>
      ))}
    </section>
  );
}

function English({ children }: { children?: Child }) {
  return (
    <p class="govuk-hint" lang="en">
      {children}
    </p>
  );
}
