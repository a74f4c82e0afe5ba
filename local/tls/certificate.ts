import { createHash, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import type { Instant } from '#shared/domain/time.ts';
import {
  bits,
  integer,
  labelled,
  octets,
  oid,
  sequence,
  set,
  tagged,
  time,
  utf8,
  yes,
  type Der,
} from './der.ts';
import { addressBytes, maskBytes, privateRanges } from './machine-names.ts';

/** Certificates as RFC 5280 writes them, for keys on P-256. https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
interface Certificate {
  readonly subject: string;
  /** Of a certificate that signs itself: `subject`. */
  readonly issuer: string;
  readonly publicKey: KeyObject;
  /** Of the issuer. */
  readonly signingKey: KeyObject;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly extensions: readonly Der[];
}

const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));

function certificate(facts: Certificate): string {
  const { subject, issuer, publicKey, signingKey, notBefore, notAfter, extensions } = facts;
  const signed = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(serial()),
    ecdsaWithSha256,
    nameOf(issuer),
    sequence(time(notBefore), time(notAfter)),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(...extensions)),
  );
  const der = sequence(signed, ecdsaWithSha256, bits(sign('sha256', signed, signingKey)));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** Positive, and never twice. */
function serial(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}

const nameOf = (commonName: string): Der =>
  sequence(
    set(sequence(oid('2.5.4.10'), utf8('Vinh Danh'))),
    set(sequence(oid('2.5.4.3'), utf8(commonName))),
  );

const extension = (id: string, value: Der): Der => sequence(oid(id), octets(value));
const critical = (id: string, value: Der): Der => sequence(oid(id), yes, octets(value));

/** RFC 7093, method 1. */
const keyIdOf = (key: KeyObject): Buffer =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, 20);

/** For servers and nothing else: no mail, no programs. On an authority it limits all that comes from it. */
const forServers: Der = extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1')));

const subjectKeyId = (key: KeyObject): Der => extension('2.5.29.14', octets(keyIdOf(key)));
const authorityKeyId = (key: KeyObject): Der => extension('2.5.29.35', sequence(labelled(0, keyIdOf(key))));

const hostName = (name: string): Der =>
  isIP(name) === 0 ? labelled(2, Buffer.from(name)) : labelled(7, addressBytes(name));

/** Names of this office and private addresses; so that its key, once stolen, makes no certificate for anybody's bank. */
function nameConstraints(names: readonly string[]): Der {
  const subtrees = [
    ...names.map((name) =>
      isIP(name) === 0
        ? hostName(name)
        : labelled(7, Buffer.concat([addressBytes(name), Buffer.alloc(addressBytes(name).length, 0xff)])),
    ),
    ...privateRanges.map((range) =>
      labelled(7, Buffer.concat([addressBytes(range.address), maskBytes(range)])),
    ),
  ];
  return critical('2.5.29.30', sequence(tagged(0, ...subtrees.map((subtree) => sequence(subtree)))));
}

interface Span {
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

/** An authority for itself alone, which signs servers of `names` and of private addresses. @returns PEM */
export function authorityCertificate(
  key: KeyObject,
  { name, names, ...span }: Span & { readonly name: string; readonly names: readonly string[] },
): string {
  const publicKey = createPublicKey(key);
  return certificate({
    ...span,
    subject: name,
    issuer: name,
    publicKey,
    signingKey: key,
    extensions: [
      // No authority below it; signs certificates and lists of revoked ones.
      critical('2.5.29.19', sequence(yes, integer(Buffer.from([0])))),
      critical('2.5.29.15', bits(Buffer.from([0b0000_0110]), 1)),
      forServers,
      nameConstraints(names),
      subjectKeyId(publicKey),
    ],
  });
}

/** A server's, for all its names and addresses. @returns PEM */
export function serverCertificate(
  key: KeyObject,
  authority: { readonly key: KeyObject; readonly name: string },
  { names, ...span }: Span & { readonly names: readonly string[] },
): string {
  const publicKey = createPublicKey(key);
  return certificate({
    ...span,
    subject: 'Vinh Danh server',
    issuer: authority.name,
    publicKey,
    signingKey: authority.key,
    extensions: [
      critical('2.5.29.19', sequence()),
      critical('2.5.29.15', bits(Buffer.from([0b1000_0000]), 7)),
      forServers,
      extension('2.5.29.17', sequence(...names.map(hostName))),
      subjectKeyId(publicKey),
      authorityKeyId(createPublicKey(authority.key)),
    ],
  });
}
