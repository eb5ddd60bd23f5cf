// First, because the library's parts look for it while they load.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  NameConstraints,
} from '@peculiar/asn1-x509';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { localNetworks } from './local-networks.ts';

/** A certificate and its private key, both PEM. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

const day = 86_400_000;
/** Apple declines certificates of servers that are valid for longer than 398 days. */
const serverDays = 397;
const authorityDays = 3_650;
const curve = { name: 'ECDSA', namedCurve: 'P-256' };
const signingAlgorithm = { name: 'ECDSA', hash: 'SHA-256' };

/**
 * The authority that telephones are told to trust, once. It may vouch only for addresses of local networks and for names
 * in `.local`, so that nobody who steals its key can pretend to be a site of the internet.
 */
export async function makeAuthority(host: string, now: Date): Promise<Certified> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: nameOf(`Yilu LAN ${host}`),
    notBefore: now,
    notAfter: new Date(now.getTime() + authorityDays * day),
    keys,
    signingAlgorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      new Extension(id_ce_nameConstraints, true, AsnConvert.serialize(onlyLocal())),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return certified(certificate, keys);
}

/** A certificate of the server for these addresses and names, signed by the authority. */
export async function issueServer(
  authority: Certified,
  names: { readonly addresses: readonly string[]; readonly hosts: readonly string[] },
  now: Date,
): Promise<Certified> {
  const issuer = new X509Certificate(authority.certificate);
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    subject: nameOf('Yilu'),
    issuer: issuer.subjectName,
    // A telephone's clock may be a little behind.
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + (serverDays - 1) * day),
    publicKey: keys.publicKey,
    signingKey: await signingKeyOf(authority),
    signingAlgorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        ...names.hosts.map((value) => ({ type: 'dns' as const, value })),
        ...names.addresses.map((value) => ({ type: 'ip' as const, value })),
      ]),
      ...whoseKey(issuer),
    ],
  });
  return certified(certificate, keys);
}

/** As the authority itself names its key: one of an earlier version named it in another way. */
function whoseKey(issuer: X509Certificate): readonly Extension[] {
  const named = issuer.getExtension(SubjectKeyIdentifierExtension);
  return named ? [new AuthorityKeyIdentifierExtension(named.keyId)] : [];
}

function onlyLocal(): NameConstraints {
  const names = [
    new GeneralName({ dNSName: 'local' }),
    ...localNetworks.map(({ network, prefix }) => new GeneralName({ iPAddress: `${network}/${prefix}` })),
  ];
  return new NameConstraints({
    permittedSubtrees: new GeneralSubtrees(names.map((base) => new GeneralSubtree({ base }))),
  });
}

function nameOf(commonName: string): JsonName {
  return [{ O: ['Yilu'] }, { CN: [commonName] }];
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(curve, true, ['sign', 'verify']);
}

function signingKeyOf({ key }: Certified): Promise<webcrypto.CryptoKey> {
  return webcrypto.subtle.importKey('pkcs8', PemConverter.decodeFirst(key), curve, false, ['sign']);
}

async function certified(certificate: X509Certificate, { privateKey }: webcrypto.CryptoKeyPair): Promise<Certified> {
  const key = await webcrypto.subtle.exportKey('pkcs8', privateKey);
  return {
    certificate: `${certificate.toString('pem')}\n`,
    key: `${PemConverter.encode(key, PemConverter.PrivateKeyTag)}\n`,
  };
}
