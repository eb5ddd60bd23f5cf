import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, joinEmbeddedPostgres } from './embedded.ts';
import { runningPostmaster } from './postmaster.ts';

const prefix = 'yilu-throwaway-';

/** A PostgreSQL of our own in a temporary folder, gone with its data when we leave. For tests and for generating types. */
export async function throwawayPostgres(): Promise<EmbeddedPostgres> {
  sweep();
  return joinEmbeddedPostgres({
    folder: mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`)),
    purpose: 'throwaway',
  });
}

/** Whoever was killed before leaving left a server and a folder; their process number stands in the name. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const creator = Number(/^yilu-throwaway-(\d+)-/.exec(name)?.[1]);
    if (!creator || isAlive(creator)) continue;
    const folder = join(tmpdir(), name);
    const orphan = runningPostmaster(join(folder, 'postgres'));
    try {
      if (orphan) process.kill(orphan.pid, 'SIGQUIT');
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's leftover, or still closing its files: the next run takes it.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
