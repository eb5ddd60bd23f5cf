import type { Sentence } from '@yilu/platform/contract';
import { z } from 'zod';
import { activities, lifecycles, valueClasses } from './labels.ts';

/** In which part somebody stands in a project, the strongest first; labels hang on the first three (decision 15). */
export const standings = ['owner', 'coOwner', 'lead', 'tenant', 'resident', 'family', 'former'] as const;
export const Standing = z.enum(standings);
export type Standing = z.infer<typeof Standing>;

export const standingTexts: Readonly<Record<Standing, Sentence>> = {
  owner: { zh: '业主', en: 'Owner' },
  coOwner: { zh: '共有人', en: 'Co-owner' },
  lead: { zh: '意向客户', en: 'Lead' },
  tenant: { zh: '租户', en: 'Tenant' },
  resident: { zh: '住户', en: 'Resident' },
  family: { zh: '家人', en: 'Family' },
  former: { zh: '原住户', en: 'Formerly here' },
};

export const intentGrades = ['A', 'B', 'C', 'D', 'pending'] as const;
export const IntentGrade = z.enum(intentGrades);
export type IntentGrade = z.infer<typeof IntentGrade>;

/** What may be asked of a column; `choice` has fixed values, `keys` are entries of a dictionary, `ids` records. */
export type ColumnType =
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'money' }
  | { readonly kind: 'percent' }
  /** A day in Shanghai. */
  | { readonly kind: 'day' }
  /** Month and day that come every year. */
  | { readonly kind: 'yearly' }
  /** Several entries of a dictionary of Settings. */
  | { readonly kind: 'keys'; readonly dictionary: string }
  | { readonly kind: 'id'; readonly of: 'project' | 'staff' };

/** A column of the customer book. */
export interface BookColumn {
  readonly title: Sentence;
  readonly type: ColumnType;
  /** Pixels as shipped. */
  readonly width: number;
  /** Shown before anybody chooses. */
  readonly shipped: boolean;
}

const choice = (values: readonly string[]): ColumnType => ({ kind: 'choice', values });
const column = (zh: string, en: string, type: ColumnType, width: number, shipped = false): BookColumn => ({
  title: { zh, en },
  type,
  width,
  shipped,
});

/** All columns in their shipped order; the keys are those of filters, sorts and saved views. */
export const bookColumns = {
  name: column('姓名', 'Name', { kind: 'text' }, 96, true),
  rooms: column('房号', 'Rooms', { kind: 'text' }, 112, true),
  phone: column('电话', 'Phone', { kind: 'text' }, 124, true),
  standing: column('身份', 'Standing', choice(standings), 84),
  intentGrade: column('意向', 'Intent', choice(intentGrades), 76, true),
  lifecycle: column('生命周期', 'Lifecycle', choice(lifecycles), 112, true),
  value: column('价值', 'Value', choice(valueClasses), 84, true),
  activity: column('活跃度', 'Activity', choice(activities), 88, true),
  completeness: column('完善度', 'Completeness', { kind: 'percent' }, 76, true),
  lastContactOn: column('最近互动', 'Last contact', { kind: 'day' }, 92, true),
  nextTaskOn: column('下一步', 'Next step', { kind: 'day' }, 196, true),
  responsible: column('负责人', 'Responsible', { kind: 'id', of: 'staff' }, 84, true),
  project: column('项目', 'Project', { kind: 'id', of: 'project' }, 128),
  tags: column('标签', 'Tags', { kind: 'keys', dictionary: 'settings.tags' }, 160),
  circles: column('圈层', 'Circles', { kind: 'keys', dictionary: 'settings.circles' }, 140),
  source: column('信息来源', 'Source', { kind: 'keys', dictionary: 'settings.sources' }, 110),
  birthday: column('生日', 'Birthday', { kind: 'yearly' }, 84),
  age: column('年龄', 'Age', { kind: 'number' }, 64),
  visits: column('来访次数', 'Visits', { kind: 'number' }, 84),
  amount: column('签约金额', 'Signed amount', { kind: 'money' }, 120),
  currentScore: column('当前价值', 'Current value', { kind: 'number' }, 84),
  futureScore: column('未来价值', 'Future value', { kind: 'number' }, 84),
  registeredOn: column('登记日期', 'Registered', { kind: 'day' }, 100),
  deliveredOn: column('交付日期', 'Delivered', { kind: 'day' }, 100),
  changesOn: column('标签将变', 'Label changes', { kind: 'day' }, 100),
  completenessDueOn: column('资料期限', 'Dossier due', { kind: 'day' }, 100),
} as const satisfies Readonly<Record<string, BookColumn>>;

export type ColumnKey = keyof typeof bookColumns;
export const columnKeys = Object.keys(bookColumns) as readonly ColumnKey[];
export const ColumnKey = z.enum(columnKeys as [ColumnKey, ...ColumnKey[]]);

/** A column as somebody arranged it. */
export const ArrangedColumn = z.object({ key: ColumnKey, width: z.int().min(48).max(600) });
export type ArrangedColumn = z.infer<typeof ArrangedColumn>;

export const shippedArrangement: readonly ArrangedColumn[] = columnKeys
  .filter((key) => bookColumns[key].shipped)
  .map((key) => ({ key, width: bookColumns[key].width }));
