import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { writeManifest } from '../backup/manifest.ts';
import { isBackupOwed } from '../daily-backup.ts';

const data = mkdtempSync(join(tmpdir(), 'yilu-daily-'));
afterEach(() => rmSync(data, { recursive: true, force: true }));

function taken(name: string, takenAt: string, isWhole = true) {
  const folder = join(data, 'backups', name);
  mkdirSync(folder, { recursive: true });
  if (!isWhole) return;
  const manifest = {
    format: 1,
    kind: 'cluster',
    yilu: '0.1.0',
    postgres: '18',
    migrations: [],
    files: [],
    folders: [],
  };
  writeManifest(folder, { ...manifest, format: 1, kind: 'cluster', takenAt: new Date(takenAt) });
}

test.each<[string, string, string, boolean]>([
  ['the night’s backup is there', '2026-11-22T03:21:00+08:00', '2026-11-22T09:00:00+08:00', false],
  ['the machine slept through the night', '2026-11-21T03:21:00+08:00', '2026-11-22T09:00:00+08:00', true],
  ['before twenty past three yesterday’s is enough', '2026-11-21T09:00:00+08:00', '2026-11-22T03:19:00+08:00', false],
  ['at twenty past three a new one is due', '2026-11-21T09:00:00+08:00', '2026-11-22T03:20:00+08:00', true],
  [
    'one caught up in the morning is enough for the day',
    '2026-11-22T09:00:00+08:00',
    '2026-11-22T18:00:00+08:00',
    false,
  ],
])('%s', (_, last, now, isOwed) => {
  taken('daily-1', last);
  expect(isBackupOwed(data, new Date(now))).toBe(isOwed);
});

test('half a backup and one before a migration are no daily one', () => {
  expect(isBackupOwed(data, new Date('2026-11-22T09:00:00+08:00'))).toBe(true);
  taken('daily-1', '', false);
  taken('before-migration-1', '2026-11-22T08:00:00+08:00');
  expect(isBackupOwed(data, new Date('2026-11-22T09:00:00+08:00'))).toBe(true);
});
