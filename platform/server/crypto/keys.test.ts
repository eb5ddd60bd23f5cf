import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decryptField, encryptField } from './field.ts';
import { addKey, readOrMakeKeys } from './keys.ts';

test('a key file is for its owner only, and each rotation adds a key without replacing one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yilu-keys-'));
  const file = join(folder, 'keys', 'yilu-keys.json');
  const first = readOrMakeKeys(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  addKey(file);
  const value = encryptField(addKey(file), '张三');
  expect(value.startsWith('k3.')).toBe(true);

  // Somebody took an old one out by hand.
  const { k1: _, ...kept } = JSON.parse(readFileSync(file, 'utf8')).keys;
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), keys: kept }));
  const rotated = addKey(file);
  expect(rotated.current).toBe('k4');
  expect(decryptField(rotated, value)).toBe('张三');
  expect(rotated.lookup).toEqual(first.lookup);
  rmSync(folder, { recursive: true });
});
