import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

/** Under which names and addresses this machine answers in its office. */
export function machineNames(): string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .map(({ address }) => address)
    // `fe80::1%eth0` leads nowhere from another machine.
    .filter((address) => !address.includes('%') && !address.startsWith('fe80:'));
  const own = plainHostname();
  return [...new Set([own, `${own}.local`, 'localhost', '127.0.0.1', '::1', ...addresses])];
}

/** `may-chu` of `may-chu.local`. */
export const plainHostname = (): string => hostname().toLowerCase().split('.')[0] ?? 'localhost';

/** The address that a telephone in the same network reaches; undefined where there is no network. */
export function lanAddress(): string | undefined {
  const reached = machineNames().filter((name) => isPrivate(name) && !['127.0.0.1', '::1'].includes(name));
  return reached.find((name) => isIP(name) === 4) ?? reached[0];
}

interface Range {
  readonly address: string;
  readonly prefix: number;
}

/** Never routed through the Internet: RFC 1918, 6598, 3927, 4193, loopback. */
export const privateRanges: readonly Range[] = [
  { address: '127.0.0.0', prefix: 8 },
  { address: '10.0.0.0', prefix: 8 },
  { address: '172.16.0.0', prefix: 12 },
  { address: '192.168.0.0', prefix: 16 },
  { address: '100.64.0.0', prefix: 10 },
  { address: '169.254.0.0', prefix: 16 },
  { address: '::1', prefix: 128 },
  { address: 'fc00::', prefix: 7 },
];

export function isPrivate(address: string): boolean {
  return privateRanges.some((range) => inRange(address, range));
}

function inRange(address: string, { address: start, prefix }: Range): boolean {
  if (isIP(address) !== isIP(start)) return false;
  const [given, wanted] = [bitsOf(address), bitsOf(start)];
  return given.slice(0, prefix) === wanted.slice(0, prefix);
}

const bitsOf = (address: string): string =>
  [...addressBytes(address)].map((byte) => byte.toString(2).padStart(8, '0')).join('');

/** Four bytes or sixteen. */
export function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return Buffer.from([...before, ...zeros, ...after].map((group) => group.padStart(4, '0')).join(''), 'hex');
}

export function maskBytes({ address, prefix }: Range): Buffer {
  const mask = '1'.repeat(prefix).padEnd(addressBytes(address).length * 8, '0');
  return Buffer.from((mask.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
