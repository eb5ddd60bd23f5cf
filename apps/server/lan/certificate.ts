import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';
import {
  bits,
  boolean,
  context,
  contextPlain,
  identifier,
  integer,
  octets,
  sequence,
  setOf,
  time,
  utf8,
} from './der.ts';

/** A certificate and its private key, both PEM. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

const day = 86_400_000;
/** Apple declines certificates of servers that are valid for longer than 398 days. */
export const serverDays = 397;
const authorityDays = 3_650;

/**
 * The authority that telephones are told to trust, once. It may vouch only for addresses of local networks and for names
 * in `.local`, so that nobody who steals its key can pretend to be a site of the internet.
 */
export function makeAuthority(host: string, now: Date): Certified {
  const name = subject(`Yilu LAN ${host}`);
  const keys = newKeys();
  return {
    key: keys.pem,
    certificate: signed({
      subject: name,
      issuer: name,
      publicKey: keys.publicKey,
      signer: keys.pem,
      from: now,
      days: authorityDays,
      extensions: [
        extension('2.5.29.19', sequence(boolean(true), integer(Buffer.from([0]))), true),
        // Signs certificates.
        extension('2.5.29.15', bits(Buffer.from([0x04]), 2), true),
        extension('2.5.29.30', sequence(context(0, ...permitted())), true),
        extension('2.5.29.14', octets(fingerprintOf(keys.publicKey))),
      ],
    }),
  };
}

/** A certificate of the server for these addresses and names, signed by the authority. */
export function issueServer(
  authority: Certified,
  host: string,
  names: { readonly addresses: readonly string[]; readonly hosts: readonly string[] },
  now: Date,
): Certified {
  const keys = newKeys();
  const alternatives = [
    ...names.hosts.map((name) => contextPlain(2, Buffer.from(name))),
    ...names.addresses.map((address) => contextPlain(7, bytesOf(address))),
  ];
  return {
    key: keys.pem,
    certificate: signed({
      subject: subject('Yilu'),
      issuer: subject(`Yilu LAN ${host}`),
      publicKey: keys.publicKey,
      signer: authority.key,
      // A telephone's clock may be a little behind.
      from: new Date(now.getTime() - day),
      days: serverDays,
      extensions: [
        extension('2.5.29.19', sequence(), true),
        // Signs handshakes.
        extension('2.5.29.15', bits(Buffer.from([0x80]), 7), true),
        extension('2.5.29.37', sequence(identifier('1.3.6.1.5.5.7.3.1'))),
        extension('2.5.29.17', sequence(...alternatives)),
        extension('2.5.29.35', sequence(contextPlain(0, fingerprintOf(publicDer(authority.key))))),
      ],
    }),
  };
}

/** The only networks that the authority may vouch for: private ones, shared ones (RFC 6598) and this machine. */
export const localNetworks = [
  { network: '10.0.0.0', mask: '255.0.0.0' },
  { network: '172.16.0.0', mask: '255.240.0.0' },
  { network: '192.168.0.0', mask: '255.255.0.0' },
  { network: '100.64.0.0', mask: '255.192.0.0' },
  { network: '127.0.0.0', mask: '255.0.0.0' },
] as const;

export function isLocal(address: string): boolean {
  if (!isIPv4(address)) return false;
  const bytes = bytesOf(address);
  return localNetworks.some(({ network, mask }) => {
    const wanted = bytesOf(network);
    return bytesOf(mask).every((part, at) => ((bytes[at] ?? 0) & part) === wanted[at]);
  });
}

function permitted(): Buffer[] {
  const subtree = (name: Buffer) => sequence(name);
  return [
    subtree(contextPlain(2, Buffer.from('local'))),
    ...localNetworks.map(({ network, mask }) =>
      subtree(contextPlain(7, Buffer.concat([bytesOf(network), bytesOf(mask)]))),
    ),
  ];
}

interface ToSign {
  readonly subject: Buffer;
  readonly issuer: Buffer;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Buffer;
  /** PEM of the key that signs. */
  readonly signer: string;
  readonly from: Date;
  readonly days: number;
  readonly extensions: readonly Buffer[];
}

function signed({ subject: whom, issuer, publicKey, signer, from, days, extensions }: ToSign): string {
  const ecdsaWithSha256 = sequence(identifier('1.2.840.10045.4.3.2'));
  const serial = randomBytes(16);
  const contents = sequence(
    context(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), serial])),
    ecdsaWithSha256,
    issuer,
    sequence(time(from), time(new Date(from.getTime() + days * day))),
    whom,
    publicKey,
    context(3, sequence(...extensions)),
  );
  const whole = sequence(contents, ecdsaWithSha256, bits(sign('sha256', contents, createPrivateKey(signer))));
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function subject(commonName: string): Buffer {
  const part = (type: string, value: string) => setOf(sequence(identifier(type), utf8(value)));
  return sequence(part('2.5.4.10', 'Yilu'), part('2.5.4.3', commonName));
}

function extension(type: string, value: Buffer, isCritical = false): Buffer {
  return sequence(identifier(type), ...(isCritical ? [boolean(true)] : []), octets(value));
}

function newKeys(): { readonly pem: string; readonly publicKey: Buffer } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
  };
}

function publicDer(key: string): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

function fingerprintOf(publicKey: Buffer): Buffer {
  return createHash('sha256').update(publicKey).digest().subarray(0, 20);
}

function bytesOf(address: string): Buffer {
  return Buffer.from(address.split('.').map(Number));
}
