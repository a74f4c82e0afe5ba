import type { HttpsOptions } from './home.ts';
import { lanAddress } from './tls/machine-names.ts';
import { authorityFile, openAuthority } from './tls/office-authority.ts';
import type { Instant } from '#shared/domain/time.ts';

interface Asked {
  readonly folder: string;
  /** To listen on. */
  readonly host: string;
  readonly publicUrl: URL | undefined;
  readonly now: Instant;
}

const loopback = ['127.0.0.1', '::1', 'localhost'];
const everywhere = ['0.0.0.0', '::'];

/**
 * On loopback http is enough. On a network everything goes over https, under a name for which the office's own authority
 * may sign; it is made here at the first need.
 * @throws Error in both languages
 */
export function networkOf({ folder, host, publicUrl, now }: Asked): HttpsOptions | undefined {
  if (loopback.includes(host)) {
    if (publicUrl !== undefined)
      throw new Error(`PUBLIC_URL chỉ dùng khi phục vụ trên mạng: thêm --host 0.0.0.0.
PUBLIC_URL is for a network: add --host 0.0.0.0.`);
    return undefined;
  }
  const publicHost = publicUrl?.hostname ?? (everywhere.includes(host) ? lanAddress() : host);
  if (publicHost === undefined)
    throw new Error(`Máy này chưa nối mạng nội bộ nào; hãy nối mạng hoặc đặt PUBLIC_URL.
This machine is in no network; connect it, or set PUBLIC_URL.`);
  const authority = openAuthority(folder, publicHost, now);
  if (!authority.admits(publicHost))
    throw new Error(`Chứng thư của cơ quan không dùng được cho tên ${publicHost}. Dùng lại tên cũ; hoặc chuyển tệp ${authorityFile(folder)} đi nơi khác, chạy lại, và cài chứng thư mới trên mọi máy.
The office's certificate authority can't sign for ${publicHost}. Take the old name; or move ${authorityFile(folder)} away, start again, and install the new certificate on every machine.`);
  const publicPort = publicUrl === undefined ? undefined : Number(publicUrl.port || '443');
  return { authority, publicHost, publicPort };
}
