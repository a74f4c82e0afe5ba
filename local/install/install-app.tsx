import { createHash, X509Certificate } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { OfficeAuthority } from '#local/tls/office-authority.ts';
import { createAssets, pageAssets, type ReadAsset } from '#shared/http/assets.ts';
import { certificatePath, InstallPage, profilePath } from './install-page.tsx';

export interface InstallOptions {
  readonly authority: Pick<OfficeAuthority, 'certificate' | 'fingerprint'>;
  /** Of this very page: `http://192.168.1.20:8080`. */
  readonly address: string;
  /** Where everything else is: `https://192.168.1.20:8443`. */
  readonly publicUrl: string;
  readonly readAsset: ReadAsset;
}

const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** All that is ever said over plain http: how to trust the office's authority. Anything else leads to https. */
export async function createInstallApp(options: InstallOptions): Promise<Hono> {
  const { authority, address, publicUrl, readAsset } = options;
  const { stylesheet } = await pageAssets(readAsset);
  const certificate = new X509Certificate(authority.certificate).raw;
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('content-security-policy', policy);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
  });
  app.route('/', createAssets(readAsset));
  app.get('/', async (c) => {
    c.header('cache-control', 'no-store');
    const { fingerprint } = authority;
    const page = <InstallPage {...{ stylesheet, address, publicUrl, fingerprint }} />;
    return c.html(await html`<!doctype html>${page}`);
  });
  app.get(certificatePath, (c) =>
    c.body(new Uint8Array(certificate), 200, {
      'content-type': 'application/x-x509-ca-cert',
      'content-disposition': 'attachment; filename="vinh-danh-ca.crt"',
    }),
  );
  app.get(profilePath, (c) =>
    c.body(profileOf(certificate), 200, { 'content-type': 'application/x-apple-aspen-config' }),
  );
  // Not to the name that was asked for: whoever answers under another one isn't us.
  app.notFound((c) => c.redirect(publicUrl + (c.req.method === 'GET' ? pathOf(c.req.url) : '/'), 303));
  return app;
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `/${pathname.replace(/^[/\\]+/, '')}${search}`;
}

/** https://developer.apple.com/documentation/devicemanagement/certificateroot */
function profileOf(certificate: Buffer): string {
  const [outer, inner] = [uuidOf(certificate, 'profile'), uuidOf(certificate, 'certificate')];
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadVersion</key><integer>1</integer>
  <key>PayloadIdentifier</key><string>vn.vinhdanh.ca.${outer}</string>
  <key>PayloadUUID</key><string>${outer}</string>
  <key>PayloadDisplayName</key><string>Vinh Danh – chứng thư của cơ quan</string>
  <key>PayloadDescription</key><string>Để thiết bị này tin máy chủ Vinh Danh trong mạng của cơ quan.</string>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key><string>com.apple.security.root</string>
      <key>PayloadVersion</key><integer>1</integer>
      <key>PayloadIdentifier</key><string>vn.vinhdanh.ca.${outer}.root</string>
      <key>PayloadUUID</key><string>${inner}</string>
      <key>PayloadDisplayName</key><string>Vinh Danh</string>
      <key>PayloadCertificateFileName</key><string>vinh-danh-ca.crt</string>
      <key>PayloadContent</key><data>${certificate.toString('base64')}</data>
    </dict>
  </array>
</dict>
</plist>
`;
}

/** The same for the same certificate: installing twice replaces, and makes no second one. */
function uuidOf(certificate: Buffer, part: string): string {
  const hash = createHash('sha256').update(part).update(certificate).digest('hex').toUpperCase();
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
