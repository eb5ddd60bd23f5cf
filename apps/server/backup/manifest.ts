import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a backup says about itself; it is written last, so that a folder with a manifest is a whole backup. */
export const Manifest = z.object({
  format: z.literal(1),
  /** `cluster`: the files of the embedded PostgreSQL; `tables`: a logical export of any PostgreSQL. */
  kind: z.enum(['cluster', 'tables']),
  yilu: z.string(),
  /** Major version of the cluster, which only the same major version can read. */
  postgres: z.string(),
  takenAt: z.coerce.date(),
  /** Applied migrations, in order. */
  migrations: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })),
  folders: z.array(z.string()).default([]),
});
export type Manifest = z.infer<typeof Manifest>;

const name = 'manifest.json';

export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(join(folder, name), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true });
}

/** Undefined when the folder is not a backup, or one that was never finished. */
export function readManifest(folder: string): Manifest | undefined {
  const file = join(folder, name);
  return existsSync(file) ? Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
