import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { Keys } from './keys.ts';

/**
 * AES-256-GCM. The value names its key: `k1.<iv>.<tag>.<text>`, base64url, so that keys can be rotated.
 * `bound` ties it to its place (such as the person's id): moved elsewhere it does not open.
 */
export function encryptField(keys: Keys, text: string, bound = ''): string {
  return encryptWith(keyNamed(keys, keys.current), keys.current, text, bound);
}

/** Throws when the value was altered, moved, or its key is missing. */
export function decryptField(keys: Keys, value: string, bound = ''): string {
  const [id = ''] = value.split('.', 1);
  return decryptWith(keyNamed(keys, id), value, bound);
}

// Bytes. Said when opening too, or a tag of four bytes would do, which can be guessed.
const authTagLength = 16;

/** The key as an object: with bare bytes Node 24 takes five times as long over each value. */
export function encryptWith(key: KeyObject, id: string, text: string, bound: string): string {
  const iv = freshVector();
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength }).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [id, iv.toString('base64url'), cipher.getAuthTag().toString('base64url'), sealed.toString('base64url')].join(
    '.',
  );
}

export function decryptWith(key: KeyObject, value: string, bound: string): string {
  const [, iv, tag, sealed] = value.split('.');
  if (iv === undefined || tag === undefined || sealed === undefined) throw new Error('not an encrypted value');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength }).setAAD(
    Buffer.from(bound),
  );
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString('utf8');
}

/** A keyed hash by which an encrypted value can be found but not guessed: base64url, 43 characters. */
export function hashForLookup(keys: Keys, purpose: string, text: string): string {
  return createHmac('sha256', keys.lookup).update(`${purpose}\0${text}`).digest('base64url');
}

const bytesPerVector = 12;
let vectors = Buffer.alloc(0);

/** Random bytes are fetched for many values at once, and each is used once. */
function freshVector(): Buffer {
  if (vectors.length < bytesPerVector) vectors = randomBytes(bytesPerVector * 512);
  const vector = vectors.subarray(0, bytesPerVector);
  vectors = vectors.subarray(bytesPerVector);
  return vector;
}

const prepared = new WeakMap<Buffer, KeyObject>();

function keyNamed(keys: Keys, id: string): KeyObject {
  const bytes = keys.keys.get(id);
  if (!bytes) throw new Error(`the key file has no key ${id}`);
  const key = prepared.get(bytes) ?? createSecretKey(bytes);
  prepared.set(bytes, key);
  return key;
}
