import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insistOnRoom, thoseInTheWay } from '../backup/room.ts';

const GB = 2 ** 30;
const day = (on: number) => new Date(`2026-11-${on}T03:20:00+08:00`);
const three = [
  { path: 'third', takenAt: day(22), bytes: 4 * GB },
  { path: 'first', takenAt: day(20), bytes: 4 * GB },
  { path: 'second', takenAt: day(21), bytes: 4 * GB },
];

test.each<[string, number, string[]]>([
  ['there is room: nothing goes', 6, []],
  ['exactly the backup and what must stay free', 5, []],
  ['a byte too little: the oldest goes', 5 - 1 / GB, ['first']],
  ['two have to go', 0.5, ['first', 'second']],
  ['two are not enough, so none goes in vain', -4, []],
])('%s', (_, freeGB, leaving) => {
  expect(thoseInTheWay(three, { freeBytes: freeGB * GB, neededBytes: 4 * GB })).toEqual(leaving);
});

test('the latest backup stays, whatever is missing', () => {
  expect(thoseInTheWay(three.slice(0, 1), { freeBytes: 0, neededBytes: 4 * GB })).toEqual([]);
});

test('a disk without room is refused before anything is written', ({ skip }) => {
  const small = mkdtempSync(join(tmpdir(), 'yilu-small-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', small]).status === 0;
  try {
    if (!isMounted) skip('no small disk can be mounted here');
    const inside = join(small, 'backups');
    mkdirSync(inside);
    expect(() => insistOnRoom(join(inside, 'daily'), 10 * 2 ** 20)).toThrow('cli.backup_without_room');
    expect(readdirSync(inside)).toEqual([]);
  } finally {
    if (isMounted) spawnSync('umount', [small]);
    rmSync(small, { recursive: true, force: true });
  }
});
