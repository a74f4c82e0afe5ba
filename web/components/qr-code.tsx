import { raw } from 'hono/html';
import { encodeQR } from 'qr';

/** A picture of text that a telephone reads; what it says stands beside it for everybody else. */
export function QrCode({ text, label }: { text: string; label: string }) {
  return (
    <div class="vd-qr" role="img" aria-label={label}>
      {raw(encodeQR(text, 'svg', { ecc: 'medium', border: 4 }))}
    </div>
  );
}
