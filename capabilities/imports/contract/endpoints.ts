import { endpoint, PageQuery, page } from '@yilu/platform/contract';
import { z } from 'zod';
import { Field } from './field.ts';
import { SheetKind } from './kind.ts';
import { importData } from './permissions.ts';
import { ImportedRow, ImportLine, ImportRun } from './run.ts';

const common = { permission: importData, tag: 'imports' } as const;
const params = z.object({ importId: z.uuid() });
const ProjectChoice = z.object({
  projectId: z.uuid().optional(),
  newProject: z.string().trim().min(1).max(60).optional(),
});

export const startImport = endpoint({
  ...common,
  method: 'POST',
  path: '/imports',
  query: z.object({ projectId: z.uuid().optional() }),
  answer: ImportRun,
  summary:
    'Drop in one or several .xlsx, .xls or .csv files (multipart); they are read, recognised and previewed in the background.',
  kind: 'multipart',
});

export const listImports = endpoint({
  ...common,
  method: 'GET',
  path: '/imports',
  query: PageQuery,
  answer: page(ImportLine),
  summary: 'Past imports, the latest first.',
});

export const readImport = endpoint({
  ...common,
  method: 'GET',
  path: '/imports/:importId',
  params,
  answer: ImportRun,
  summary: 'One import with its files, sheets, mapping, counts and progress.',
});

export const mapSheet = endpoint({
  ...common,
  method: 'PUT',
  path: '/imports/:importId/sheets/:sheetId',
  params: params.extend({ sheetId: z.uuid() }),
  body: z.object({
    kind: SheetKind.optional(),
    /** Columns to change, by place; null sends a column nowhere. */
    columns: z
      .array(z.object({ column: z.int().min(0).max(400), field: Field.nullable() }))
      .max(400)
      .default([]),
  }),
  answer: ImportRun,
  summary: 'Correct what a sheet is or where its columns go; remembered for these headings, and previewed again.',
});

export const chooseProject = endpoint({
  ...common,
  method: 'PUT',
  path: '/imports/:importId/project',
  params,
  body: ProjectChoice.extend({
    /** What each name in the files stands for. */
    names: z
      .array(ProjectChoice.extend({ name: z.string().min(1).max(60) }))
      .max(60)
      .default([]),
  }),
  answer: ImportRun,
  summary:
    'Say where rows go that name no project, and which project each name in the files stands for: an existing one, or a new one, which is made at once.',
});

export const matchStaff = endpoint({
  ...common,
  method: 'PUT',
  path: '/imports/:importId/staff-names',
  params,
  body: z.object({
    names: z
      .array(z.object({ name: z.string().min(1).max(60), staffId: z.uuid().nullable() }))
      .min(1)
      .max(200),
  }),
  answer: ImportRun,
  summary: 'Say whose accounts names in the files mean; remembered for later imports.',
});

export const listImportRows = endpoint({
  ...common,
  method: 'GET',
  path: '/imports/:importId/rows',
  params,
  query: PageQuery.extend({ sheetId: z.uuid().optional(), outcome: z.enum(['rejected', 'wentIn']).optional() }),
  answer: page(ImportedRow),
  summary:
    'Rows that have something to say: rejected ones, and those that went in without a field or beside what stands.',
});

export const repairRow = endpoint({
  ...common,
  method: 'PUT',
  path: '/imports/:importId/sheets/:sheetId/rows/:row',
  params: params.extend({ sheetId: z.uuid(), row: z.coerce.number().int().min(1) }),
  body: z.object({
    cells: z
      .array(z.object({ column: z.int().min(0).max(400), text: z.string().max(2_000) }))
      .min(1)
      .max(50),
  }),
  answer: ImportRun,
  summary: 'Correct cells of a row here, without touching the file; previewed again.',
});

export const applyImport = endpoint({
  ...common,
  method: 'POST',
  path: '/imports/:importId/application',
  params,
  answer: ImportRun,
  summary: 'Bring in all good rows, in one piece: all of them or, if anything breaks, none.',
});

export const undoImport = endpoint({
  ...common,
  method: 'POST',
  path: '/imports/:importId/undoing',
  params,
  answer: ImportRun,
  summary: 'Take the import back: created rows go, filled fields are emptied, unless edited since; those are listed.',
});

export const discardImport = endpoint({
  ...common,
  method: 'DELETE',
  path: '/imports/:importId',
  params,
  summary: 'Forget an import that was not applied, with its files.',
});

export const errorFile = endpoint({
  ...common,
  method: 'GET',
  path: '/imports/:importId/error-file',
  params,
  query: z.object({ sheetId: z.uuid().optional() }),
  summary:
    'The rejected rows of a sheet in their original layout with a column of reasons, as .xlsx; only for the importer.',
  kind: 'raw',
});

export const importTemplate = endpoint({
  ...common,
  method: 'GET',
  path: '/import-templates/:kind',
  params: z.object({ kind: SheetKind.exclude(['ignored']) }),
  summary: 'A blank .xlsx to fill in, with headings and an example row.',
  kind: 'raw',
});

export const endpoints = [
  startImport,
  listImports,
  readImport,
  mapSheet,
  chooseProject,
  matchStaff,
  listImportRows,
  repairRow,
  applyImport,
  undoImport,
  discardImport,
  errorFile,
  importTemplate,
];
