import { Refused } from '@yilu/platform/contract';
import { answer, answerRaw, type RawExchange, type Route } from '@yilu/platform/server';
import * as ask from '../contract/index.ts';
import type { Tables } from '../store/tables.ts';
import { applyImport, undoImport } from './apply-import.ts';
import { chooseProject, discardImport, mapSheet, matchStaff, repairRow } from './change-import.ts';
import { errorFile } from './error-file.ts';
import { goOn } from './jobs.ts';
import { startImport } from './start-import.ts';
import { inOwnWork } from './steps.ts';
import type { GivenFile } from './stored-file.ts';
import { importTemplate } from './templates.ts';
import { listImportRows, listImports, readImport } from './view.ts';

export const routes: Route[] = [
  answerRaw(ask.startImport, receiveFiles),
  answer<Tables, typeof ask.listImports>(ask.listImports, listImports),
  answer<Tables, typeof ask.readImport>(ask.readImport, readImport),
  answer<Tables, typeof ask.mapSheet>(ask.mapSheet, mapSheet),
  answer<Tables, typeof ask.chooseProject>(ask.chooseProject, chooseProject),
  answer<Tables, typeof ask.matchStaff>(ask.matchStaff, matchStaff),
  answer<Tables, typeof ask.listImportRows>(ask.listImportRows, listImportRows),
  answer<Tables, typeof ask.repairRow>(ask.repairRow, repairRow),
  answer<Tables, typeof ask.applyImport>(ask.applyImport, applyImport),
  answer<Tables, typeof ask.undoImport>(ask.undoImport, undoImport),
  answer<Tables, typeof ask.discardImport>(ask.discardImport, discardImport),
  answerRaw(ask.errorFile, errorFile),
  answerRaw(ask.importTemplate, importTemplate),
];

/** Files arrive whole before the transaction opens: a slow upload holds no connection of the database. */
async function receiveFiles(
  { request, reply, begin }: RawExchange,
  { projectId }: { projectId?: string | undefined },
): Promise<unknown> {
  const files: GivenFile[] = [];
  if (!request.isMultipart()) throw new Refused(ask.noFileGiven, 422, { field: 'files' });
  for await (const part of request.files())
    files.push({ name: part.filename || '未命名', bytes: await part.toBuffer() });
  const run = await inOwnWork(begin, async (work) => {
    const importId = await startImport(work, { files, projectId });
    await work.later(goOn, { importId }, { as: work.actor.accountId, once: `prepare ${importId}` });
    return readImport(work, { importId });
  });
  return reply.status(201).send(ask.ImportRun.parse(run));
}
