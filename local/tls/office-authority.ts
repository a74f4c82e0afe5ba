import { createPrivateKey, generateKeyPairSync, X509Certificate, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { isIP } from 'node:net';
import { readOrMakePrivateFile } from '#local/private-file.ts';
import { epochMs, instantOf, type Instant } from '#shared/domain/time.ts';
import { authorityCertificate, serverCertificate } from './certificate.ts';
import { isPrivate, machineNames, plainHostname } from './machine-names.ts';

const dayMs = 86_400_000;
const authorityDays = 3_650;
const serverDays = 90;
/** A server's certificate is renewed with so many days left. */
const renewedDays = 30;
/** Telephones whose clock is behind must trust it, too. */
const clockSkewMs = dayMs;

const fileName = 'office-ca.pem';
export const authorityFile = (folder: string): string => join(folder, fileName);

/** The office's own authority, which its people install once on each of their machines. */
export interface OfficeAuthority {
  /** PEM. */
  readonly certificate: string;
  /** SHA-256, as people compare it: `AB:CD:…`. */
  readonly fingerprint: string;
  /** Names for which it may sign a server. */
  readonly admits: (name: string) => boolean;
  /** A new key and a certificate for every admitted one of these names. */
  readonly issue: (names: readonly string[], now: Instant) => ServerCredentials;
}

export interface ServerCredentials {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
  readonly renewAt: Instant;
}

/** Made at the first need, key and certificate in one file that only its owner reads. */
export function openAuthority(folder: string, publicHost: string, now: Instant): OfficeAuthority {
  const text = readOrMakePrivateFile(authorityFile(folder), () => makeAuthority(publicHost, now));
  const certificate = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----\n/.exec(text)?.[0] ?? '';
  const parsed = new X509Certificate(certificate);
  const key = createPrivateKey(text);
  const name = /CN=(.+)/.exec(parsed.subject)?.[1] ?? '';
  const names = (/^names: (.*)$/m.exec(text)?.[1] ?? '').split(' ');
  const admits = (host: string): boolean =>
    names.includes(host) || (isIP(host) === 0 ? host.endsWith('.local') : isPrivate(host));
  return {
    certificate,
    fingerprint: parsed.fingerprint256,
    admits,
    issue: (asked, at) => issue({ key, name }, asked.filter(admits), at),
  };
}

function makeAuthority(publicHost: string, now: Instant): string {
  const key = newKey();
  const own = plainHostname();
  const names = [...new Set([own, 'localhost', 'local', publicHost])].filter(
    (name) => isIP(name) === 0 || !isPrivate(name),
  );
  const name = `Vinh Danh ${own} ${now.slice(0, 10)}`;
  const certificate = authorityCertificate(key, {
    name,
    names,
    notBefore: instantOf(epochMs(now) - clockSkewMs),
    notAfter: instantOf(epochMs(now) + authorityDays * dayMs),
  });
  return `names: ${names.join(' ')}\n${pemOf(key)}${certificate}`;
}

function issue(
  authority: { readonly key: KeyObject; readonly name: string },
  names: readonly string[],
  now: Instant,
): ServerCredentials {
  const key = newKey();
  const cert = serverCertificate(key, authority, {
    names,
    notBefore: instantOf(epochMs(now) - clockSkewMs),
    notAfter: instantOf(epochMs(now) + serverDays * dayMs),
  });
  const renewAt = instantOf(epochMs(now) + (serverDays - renewedDays) * dayMs);
  return { key: pemOf(key), cert, renewAt };
}

const newKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Every name under which somebody may come, the public one first. */
export const serverNames = (publicHost: string): string[] => [...new Set([publicHost, ...machineNames()])];
