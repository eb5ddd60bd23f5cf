import { Day, endpoint, PageQuery, page } from '@yilu/platform/contract';
import { z } from 'zod';
import {
  BookQuery,
  BookRow,
  BookSelectionQuery,
  BookSettings,
  BookWaiting,
  SavedView,
  ViewDefinition,
} from './book.ts';
import { LabelKind } from './labels.ts';
import { actInBulk, approveExports, exportBook, giveUpCustomers, recomputeLabels, seeBook } from './permissions.ts';
import { CustomerLabels, Distribution, LabelChange, Reckoning } from './reckoning.ts';
import { BulkAct, BulkDeed, Chosen, CustomerExport, ExportWish } from './work.ts';

const tag = 'segments';
const viewName = z.string().trim().min(1).max(24);

export const readBook = endpoint({
  method: 'GET',
  path: '/customer-book',
  query: BookQuery,
  answer: page(BookRow),
  permission: seeBook,
  summary: 'Customers with their labels: searched, filtered, sorted by any column, paged by cursor.',
  tag,
});

export const countBook = endpoint({
  method: 'GET',
  path: '/customer-book/count',
  query: BookSelectionQuery,
  answer: z.object({ customers: z.int() }),
  permission: seeBook,
  summary: 'How many customers a search and filter find.',
  tag,
});

export const countWaiting = endpoint({
  method: 'GET',
  path: '/customer-book/waiting',
  query: z.object({ projectId: z.uuid().optional() }),
  answer: BookWaiting,
  permission: seeBook,
  summary:
    'How many customers in reach wait for their labels to be reckoned, as after an import; soon they stand in the book.',
  tag,
});

export const listViews = endpoint({
  method: 'GET',
  path: '/customer-book/views',
  answer: z.array(SavedView),
  permission: seeBook,
  summary: 'Shipped, own and shared views, the pinned ones first in their order.',
  tag,
});

export const countViews = endpoint({
  method: 'GET',
  path: '/customer-book/view-counts',
  query: z.object({ projectId: z.uuid().optional() }),
  answer: z.record(z.string(), z.int()),
  permission: seeBook,
  summary: 'How many customers each pinned view holds.',
  tag,
});

export const saveView = endpoint({
  method: 'POST',
  path: '/customer-book/views',
  body: z.object({ name: viewName, definition: ViewDefinition, shared: z.boolean().default(false) }),
  answer: SavedView,
  permission: seeBook,
  summary: 'Keep search, filter, order and columns as a view, private or shared.',
  tag,
});

export const changeView = endpoint({
  method: 'PATCH',
  path: '/customer-book/views/:viewId',
  params: z.object({ viewId: z.uuid() }),
  body: z.object({
    name: viewName.optional(),
    definition: ViewDefinition.optional(),
    shared: z.boolean().optional(),
    version: z.int(),
  }),
  answer: SavedView,
  permission: seeBook,
  summary: 'Change a view of one’s own.',
  tag,
});

export const removeView = endpoint({
  method: 'DELETE',
  path: '/customer-book/views/:viewId',
  params: z.object({ viewId: z.uuid() }),
  permission: seeBook,
  summary: 'Remove a view of one’s own.',
  tag,
});

export const pinView = endpoint({
  method: 'PUT',
  path: '/customer-book/pinned-views',
  body: z.object({ views: z.array(z.string().max(64)).max(30) }),
  answer: z.array(SavedView),
  permission: seeBook,
  summary: 'Which views stand as tabs, in order.',
  tag,
});

export const readBookSettings = endpoint({
  method: 'GET',
  path: '/customer-book/settings',
  answer: BookSettings,
  permission: seeBook,
  summary: 'How the asker likes the book: columns with widths, the view that opens first.',
  tag,
});

export const changeBookSettings = endpoint({
  method: 'PUT',
  path: '/customer-book/settings',
  body: BookSettings,
  answer: BookSettings,
  permission: seeBook,
  summary: 'Arrange the columns and choose the first view.',
  tag,
});

export const readLabels = endpoint({
  method: 'GET',
  path: '/people/:personId/labels',
  params: z.object({ personId: z.uuid() }),
  answer: CustomerLabels,
  permission: seeBook,
  summary: 'All labels of a person, per project and overall, each with its reckoning.',
  tag,
});

export const explainLabel = endpoint({
  method: 'GET',
  path: '/people/:personId/labels/:projectId/:label',
  params: z.object({ personId: z.uuid(), projectId: z.uuid(), label: LabelKind }),
  answer: Reckoning,
  permission: seeBook,
  summary: 'Why a label has its value: cells, date, next change.',
  tag,
});

export const labelHistory = endpoint({
  method: 'GET',
  path: '/people/:personId/label-changes',
  params: z.object({ personId: z.uuid() }),
  query: PageQuery.extend({ label: LabelKind.optional(), projectId: z.uuid().optional() }),
  answer: page(LabelChange),
  permission: seeBook,
  summary: 'Every change of a person’s labels with its reasons, newest first.',
  tag,
});

export const labelDistribution = endpoint({
  method: 'GET',
  path: '/label-distributions',
  query: z.object({ label: LabelKind, on: Day.optional(), projectId: z.uuid().optional() }),
  answer: Distribution,
  permission: seeBook,
  summary: 'How many customers had each value on a day, rebuilt from the history.',
  tag,
});

export const recordGivingUp = endpoint({
  method: 'PUT',
  path: '/people/:personId/giving-up/:projectId',
  params: z.object({ personId: z.uuid(), projectId: z.uuid() }),
  body: z.object({ on: Day, reason: z.string().trim().min(1).max(200) }),
  permission: giveUpCustomers,
  summary: 'Record that somebody will not buy here, with the reason.',
  tag,
});

export const takeBackGivingUp = endpoint({
  method: 'DELETE',
  path: '/people/:personId/giving-up/:projectId',
  params: z.object({ personId: z.uuid(), projectId: z.uuid() }),
  permission: giveUpCustomers,
  summary: 'Take a giving up back.',
  tag,
});

export const startBulkAct = endpoint({
  method: 'POST',
  path: '/bulk-acts',
  body: z.object({ deed: BulkDeed, chosen: Chosen }),
  answer: BulkAct,
  permission: actInBulk,
  summary: 'Do something to many customers in the background.',
  tag,
});

export const readBulkAct = endpoint({
  method: 'GET',
  path: '/bulk-acts/:bulkId',
  params: z.object({ bulkId: z.uuid() }),
  answer: BulkAct,
  permission: actInBulk,
  summary: 'How far a bulk act has come.',
  tag,
});

export const undoBulkAct = endpoint({
  method: 'POST',
  path: '/bulk-acts/:bulkId/undoing',
  params: z.object({ bulkId: z.uuid() }),
  answer: BulkAct,
  permission: actInBulk,
  summary: 'Take a finished bulk act back, for those it changed.',
  tag,
});

export const askExport = endpoint({
  method: 'POST',
  path: '/customer-exports',
  body: ExportWish,
  answer: CustomerExport,
  permission: exportBook,
  summary: 'Ask for the customers that are shown as a file; large ones wait for a manager (SEC-09).',
  tag,
});

export const listExports = endpoint({
  method: 'GET',
  path: '/customer-exports',
  query: PageQuery,
  answer: page(CustomerExport),
  permission: exportBook,
  summary: 'Own exports, and those of one’s projects for who releases them.',
  tag,
});

export const releaseExport = endpoint({
  method: 'POST',
  path: '/customer-exports/:exportId/release',
  params: z.object({ exportId: z.uuid() }),
  answer: CustomerExport,
  permission: approveExports,
  summary: 'Release a large export.',
  tag,
});

export const withdrawExport = endpoint({
  method: 'POST',
  path: '/customer-exports/:exportId/withdrawal',
  params: z.object({ exportId: z.uuid() }),
  answer: CustomerExport,
  permission: exportBook,
  summary: 'Take back an export of one’s own; who releases refuses one that waits, or takes its release back.',
  tag,
});

export const fetchExport = endpoint({
  method: 'GET',
  path: '/customer-exports/:exportId/file',
  params: z.object({ exportId: z.uuid() }),
  permission: exportBook,
  summary: 'The file of a released export: CSV or XLSX, phones masked, watermarked, logged.',
  tag,
  kind: 'raw',
});

export const startRecompute = endpoint({
  method: 'POST',
  path: '/label-recomputes',
  answer: z.object({ customers: z.int() }),
  permission: recomputeLabels,
  summary: 'Mark every customer for a full recompute; it runs in the background.',
  tag,
});
