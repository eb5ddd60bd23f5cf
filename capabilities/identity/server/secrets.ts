import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/** 256 random bits for cookies, tickets and keys; only their hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

// About a fifth of a second and 32 MB a guess on a small server (OWASP: N 2^15, r 8, p 3).
const cost = { N: 32_768, r: 8, p: 3 };
const keyLength = 32;

/** scrypt with its cost, so that it can be raised later: `scrypt$N$r$p$salt$key`. */
export async function hashOfPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Takes as long without an account as with one, so that names cannot be told apart by time. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (hash ?? hashOfNobody).split('$');
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  const wanted = Buffer.from(key, 'base64url');
  return derived.length === wanted.length && timingSafeEqual(derived, wanted) && hash !== undefined;
}
const hashOfNobody = [
  'scrypt',
  cost.N,
  cost.r,
  cost.p,
  randomBytes(16).toString('base64url'),
  randomBytes(32).toString('base64url'),
].join('$');

// Two at a time: a storm of sign-ins must not take the memory and the threads of everybody else.
const mostAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await new Promise((resolve, reject) => {
      scrypt(password.normalize('NFKC'), salt, keyLength, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

// Without letters and digits that are mixed up when read aloud or copied by hand.
const plainLetters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Three groups of four for a temporary password: 59 bits, gone at its first use. */
export function newTemporaryPassword(): string {
  return [4, 4, 4].map(lettersOf).join('-');
}

/** Ten codes of two groups of five: 49 bits each, behind a lock of five tries. */
export function newBackupCodes(): string[] {
  return Array.from({ length: 10 }, () => [5, 5].map(lettersOf).join('-'));
}

function lettersOf(length: number): string {
  return Array.from({ length }, () => plainLetters[randomInt(plainLetters.length)]).join('');
}
