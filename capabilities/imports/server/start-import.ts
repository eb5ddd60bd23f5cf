import { insist } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import { noFileGiven } from '../contract/index.ts';
import { insertRun } from '../store/runs.ts';
import type { Tables } from '../store/tables.ts';
import { insistProjectInReach } from './missing-project.ts';
import { type GivenFile, storeFile } from './stored-file.ts';

/** Keep the files of a new import; nothing has been read yet. */
export async function startImport(
  work: Work<Tables>,
  { files, projectId }: { files: readonly GivenFile[]; projectId?: string | undefined },
): Promise<string> {
  insist(files.length === 0 ? noFileGiven : undefined, 422, { field: 'files' });
  if (projectId) insistProjectInReach(work, projectId);
  const id = newId();
  await insertRun(work.db, {
    id,
    startedBy: work.actor.accountId,
    startedByName: work.actor.name,
    startedAt: work.now,
    projectId,
  });
  for (const [position, file] of files.entries()) await storeFile(work, id, position, file);
  await work.audit({
    action: 'imports.started',
    subject: { kind: 'import', id },
    projectId,
    after: { files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length })) },
  });
  return id;
}
