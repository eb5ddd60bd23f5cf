import type { Sentence } from '@yilu/platform/contract';
import { z } from 'zod';

/** What one sheet of a workbook is about. `ignored` holds nothing that we import. */
export const sheetKinds = [
  'rooms',
  'owners',
  'assets',
  'contacts',
  'deals',
  'residents',
  'parking',
  'ignored',
] as const;
export const SheetKind = z.enum(sheetKinds);
export type SheetKind = z.infer<typeof SheetKind>;

/** A kind that brings rows in. */
export type ImportedKind = Exclude<SheetKind, 'ignored'>;

export const sheetKindTitles: Readonly<Record<SheetKind, Sentence>> = {
  rooms: { zh: '房屋', en: 'Rooms' },
  owners: { zh: '业主', en: 'Owners' },
  assets: { zh: '资产（房屋连同业主）', en: 'Assets (rooms with their owners)' },
  contacts: { zh: '来电来访登记', en: 'Call and visit register' },
  deals: { zh: '认购签约', en: 'Subscriptions and contracts' },
  residents: { zh: '住户', en: 'Residents' },
  parking: { zh: '车位与储藏室', en: 'Parking and storage' },
  ignored: { zh: '不导入', en: 'Not imported' },
};
