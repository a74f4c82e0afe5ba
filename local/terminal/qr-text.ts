import { encodeQR } from 'qr';

/** A picture in letters, two squares a letter; light on dark whatever the terminal's own colours are. */
export function qrText(text: string, colours: boolean): string {
  const lines = encodeQR(text, 'ascii', { ecc: 'low', border: 2 }).trimEnd().split('\n');
  return (colours ? lines.map((line) => `\u001B[40;97m${line}\u001B[0m`) : lines).join('\n');
}
