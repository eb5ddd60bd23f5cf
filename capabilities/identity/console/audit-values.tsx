import type { Sentence } from '@yilu/platform/contract';
import { useText } from '@yilu/platform/web';
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
};
const yes: Sentence = { zh: '是', en: 'yes' };
const no: Sentence = { zh: '否', en: 'no' };
const and: Sentence = { zh: '、', en: ', ' };
const colon: Sentence = { zh: '：', en: ': ' };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Values of an image as lines of label and value; ids by their names, and left out where they have none. */
export function useValueLines(roles: Roles) {
  const t = useText();
  const labelOf = (key: string) => (labels[key] ? t(labels[key]) : key);
  const wordOf = (value: unknown, names: Readonly<Record<string, string>>): string | undefined => {
    if (value === null || value === undefined || value === '') return undefined;
    if (typeof value === 'boolean') return t(value ? yes : no);
    if (Array.isArray(value)) return listed(value.map((one) => wordOf(one, names)));
    if (typeof value === 'object')
      return listed(linesOf(value, names).map(([label, word]) => `${label}${t(colon)}${word}`));
    const text = String(value);
    if (uuid.test(text)) return names[text];
    return roles.wordOf(text);
  };
  const listed = (words: readonly (string | undefined)[]) =>
    words.filter((word) => word !== undefined).join(t(and)) || undefined;
  const linesOf = (image: unknown, names: Readonly<Record<string, string>>): [label: string, word: string][] => {
    if (typeof image !== 'object' || image === null) return [];
    return Object.entries(image).flatMap(([key, value]): [string, string][] => {
      const word = wordOf(value, names);
      return word === undefined || key === 'id' || key === 'version' ? [] : [[labelOf(key), word]];
    });
  };
  return linesOf;
}
