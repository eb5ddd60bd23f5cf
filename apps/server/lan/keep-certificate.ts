import { X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Certified, issueServer, makeAuthority } from './certificate.ts';

/** What a server on the local network shows and proves itself with. */
export interface LanCertificate {
  /** PEM: the server's own, then the authority's. */
  readonly chain: string;
  readonly key: string;
  /** PEM, for telephones to trust. */
  readonly authority: string;
  /** SHA-256 of the authority's certificate, as telephones show it. */
  readonly fingerprint: string;
}

const day = 86_400_000;
const renewBeforeDays = 30;

/**
 * The certificate for these addresses, from the data folder, or made anew when it is missing, about to end, or for other
 * addresses. The authority stays as long as the machine keeps its name, so that telephones need to trust it only once.
 */
export async function keepCertificate(
  folder: string,
  { host, addresses }: { readonly host: string; readonly addresses: readonly string[] },
  now: Date,
): Promise<LanCertificate> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority =
    stillGood(read(folder, 'authority'), now, ({ subject }) => subject.includes(`CN=Yilu LAN ${host}`)) ??
    write(folder, 'authority', await makeAuthority(host, now));
  const issuer = new X509Certificate(authority.certificate);
  const names = { addresses, hosts: [`${host}.local`] };
  const covers = (certificate: X509Certificate) =>
    certificate.checkIssued(issuer) &&
    addresses.every((address) => certificate.checkIP(address) !== undefined) &&
    names.hosts.every((name) => certificate.checkHost(name) !== undefined);
  const server =
    stillGood(read(folder, 'server'), now, covers) ?? write(folder, 'server', await issueServer(authority, names, now));
  return {
    chain: server.certificate + authority.certificate,
    key: server.key,
    authority: authority.certificate,
    fingerprint: issuer.fingerprint256,
  };
}

function stillGood(
  found: Certified | undefined,
  now: Date,
  fits: (certificate: X509Certificate) => boolean,
): Certified | undefined {
  if (!found) return undefined;
  try {
    const certificate = new X509Certificate(found.certificate);
    const ends = new Date(certificate.validTo).getTime() - renewBeforeDays * day;
    return now.getTime() < ends && fits(certificate) ? found : undefined;
  } catch {
    // Damaged: made anew.
    return undefined;
  }
}

function read(folder: string, name: string): Certified | undefined {
  const [certificate, key] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  if (!existsSync(certificate) || !existsSync(key)) return undefined;
  return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') };
}

function write(folder: string, name: string, made: Certified): Certified {
  for (const [ending, content] of [
    ['key', made.key],
    ['crt', made.certificate],
  ] as const) {
    const file = join(folder, `${name}.${ending}`);
    // Whole or not at all, and never readable by others, not even for an instant.
    writeFileSync(`${file}.new`, content, { mode: 0o600 });
    chmodSync(`${file}.new`, 0o600);
    renameSync(`${file}.new`, file);
  }
  return made;
}
