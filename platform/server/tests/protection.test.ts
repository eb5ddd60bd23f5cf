import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { protectionOfPage } from '../http/protection.ts';

test('a page that was built anew under a running server may run what it starts with and look as it says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yilu-pages-'));
  const page = join(folder, 'index.html');
  const build = (code: string, second: number) => {
    writeFileSync(page, `<style>${code}</style><script>${code}</script><script type="module" src="/a.js"></script>`);
    utimesSync(page, second, second);
  };
  try {
    build('start()', 1);
    const protection = protectionOfPage(folder);
    const allowed = async (what: string) =>
      new RegExp(`${what}-src ([^;]*)`).exec((await protection())['content-security-policy'] ?? '')?.[1];
    expect(await allowed('script')).toBe(`'self' ${hashOf('start()')}`);
    expect(await allowed('style')).toBe(`'self' ${hashOf('start()')}`);
    build('startOtherwise()', 2);
    expect(await allowed('script')).toBe(`'self' ${hashOf('startOtherwise()')}`);
    expect(await allowed('style')).toBe(`'self' ${hashOf('startOtherwise()')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function hashOf(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}
