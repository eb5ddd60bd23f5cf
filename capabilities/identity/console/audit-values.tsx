import { dayOf, type Sentence } from '@yilu/platform/contract';
import { useFormats, useText } from '@yilu/platform/web';
import { codesElsewhere, registerFields } from './actions-elsewhere.ts';
import type { Roles } from './role-select.tsx';

const labels: Readonly<Record<string, Sentence>> = {
  name: { zh: '名称', en: 'Name' },
  username: { zh: '用户名', en: 'Username' },
  title: { zh: '名称', en: 'Title' },
  side: { zh: '属于', en: 'Works for' },
  permissions: { zh: '权限', en: 'Permissions' },
  roleId: { zh: '角色', en: 'Role' },
  nodeId: { zh: '范围', en: 'Reach' },
  nodeIds: { zh: '范围', en: 'Reach' },
  ownOnly: { zh: '只看自己名下', en: 'Own portfolio only' },
  grants: { zh: '授权', en: 'Grants' },
  subjects: { zh: '数量', en: 'Count' },
  toStaffId: { zh: '接收人', en: 'Receiver' },
  from: { zh: '从', en: 'From' },
  expiresAt: { zh: '到期', en: 'Expires' },
  ended: { zh: '数量', en: 'Count' },
  kind: { zh: '类别', en: 'Kind' },
  code: { zh: '代码', en: 'Code' },
  value: { zh: '值', en: 'Value' },
  rows: { zh: '行数', en: 'Rows' },
  found: { zh: '找到', en: 'Found' },
  beyondReach: { zh: '范围外', en: 'Out of reach' },
  whole: { zh: '完整号码', en: 'Whole number' },
  digits: { zh: '位数', en: 'Digits' },
  customers: { zh: '客户数', en: 'Customers' },
  created: { zh: '新建', en: 'Created' },
  moved: { zh: '移动', en: 'Moved' },
  to: { zh: '到', en: 'To' },
  on: { zh: '启用', en: 'On' },
  reason: { zh: '原因', en: 'Reason' },
  purpose: { zh: '用途', en: 'Purpose' },
  files: { zh: '文件', en: 'Files' },
  sheet: { zh: '工作表', en: 'Sheet' },
  bytes: { zh: '字节', en: 'Bytes' },
  format: { zh: '格式', en: 'Format' },
  columns: { zh: '列', en: 'Columns' },
  waits: { zh: '等待批准', en: 'Waits for release' },
  askedBy: { zh: '申请人', en: 'Asked by' },
  deed: { zh: '操作', en: 'Act' },
  field: { zh: '字段', en: 'Field' },
  reachedOn: { zh: '日期', en: 'Reached on' },
  contactedAt: { zh: '时间', en: 'Time' },
  anyway: { zh: '已知重复仍新建', en: 'Created in spite of a resemblance' },
  projectId: { zh: '项目', en: 'Project' },
  lifts: { zh: '电梯', en: 'Lifts' },
  missing: { zh: '还差', en: 'Missing' },
  onBehalfOf: { zh: '替谁登记', en: 'On behalf of' },
  followUp: { zh: '下次跟进', en: 'Next follow-up' },
  what: { zh: '做什么', en: 'What' },
  effect: { zh: '怎么处理', en: 'What was done' },
  assigneeId: { zh: '负责人', en: 'Whose' },
  dueAt: { zh: '到期', en: 'Due' },
  plannedAt: { zh: '计划时间', en: 'Planned' },
  closedAt: { zh: '结束', en: 'Closed' },
  sex: { zh: '性别', en: 'Sex' },
  age: { zh: '年龄', en: 'Age' },
  answers: { zh: '登记内容', en: 'Filled in' },
  declined: { zh: '不愿透露', en: 'Declined' },
  parts: { zh: '洽谈内容', en: 'What was talked about' },
  firstFloor: { zh: '最低楼层', en: 'First floor' },
  lastFloor: { zh: '最高楼层', en: 'Last floor' },
  roomsPerFloor: { zh: '每层户数', en: 'Rooms per floor' },
};
/** For finding and ordering; nobody's news. */
const machinery = ['id', 'version', 'path', 'pinyin', 'initials', 'nameKey'];
/** Levels of the tree, which the page of companies calls so too. */
const levels: Readonly<Record<string, Sentence>> = {
  group: { zh: '集团', en: 'Group' },
  region: { zh: '区域', en: 'Region' },
  city: { zh: '城市公司', en: 'City company' },
  project: { zh: '项目', en: 'Project' },
};
const yes: Sentence = { zh: '是', en: 'yes' };
const no: Sentence = { zh: '否', en: 'no' };
const and: Sentence = { zh: '、', en: ', ' };
const colon: Sentence = { zh: '：', en: ': ' };
/** `2026-11-20T02:00:00.000Z`. */
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Values of an image as lines of label and value; ids by their names, and left out where they have none. */
export function useValueLines(roles: Roles) {
  const t = useText();
  const { date, clock } = useFormats();
  const labelOf = (key: string) => (labels[key] ? t(labels[key]) : key);
  const wordOf = (value: unknown, names: Readonly<Record<string, string>>): string | undefined => {
    if (value === null || value === undefined || value === '') return undefined;
    if (typeof value === 'boolean') return t(value ? yes : no);
    if (Array.isArray(value)) return listed(value.map((one) => wordOf(one, names)));
    if (typeof value === 'object')
      return listed(linesOf(value, names).map(([label, word]) => `${label}${t(colon)}${word}`));
    const text = String(value);
    if (uuid.test(text)) return names[text];
    if (instant.test(text)) return `${date(dayOf(new Date(text)))} ${clock(new Date(text))}`;
    if (codesElsewhere[text]) return t(codesElsewhere[text]);
    return levels[text] ? t(levels[text]) : roles.wordOf(text);
  };
  const fieldsOf = (key: string, value: unknown) =>
    key === 'missing' && Array.isArray(value)
      ? listed(value.map((field) => t(registerFields[field] ?? { zh: field, en: field })))
      : undefined;
  const listed = (words: readonly (string | undefined)[]) =>
    words.filter((word) => word !== undefined).join(t(and)) || undefined;
  const linesOf = (image: unknown, names: Readonly<Record<string, string>>): [label: string, word: string][] => {
    if (typeof image !== 'object' || image === null) return [];
    return Object.entries(image).flatMap(([key, value]): [string, string][] => {
      const word = fieldsOf(key, value) ?? wordOf(value, names);
      return word === undefined || machinery.includes(key) ? [] : [[labelOf(key), word]];
    });
  };
  return linesOf;
}
