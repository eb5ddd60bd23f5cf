import { refusal, refusalWith } from '@yilu/platform/contract';

export const noSuchCompany = refusal('settings.no_such_company', {
  zh: '没有这个公司或项目，或者不在你的范围内。',
  en: 'There is no such company or project, or it is outside your scope.',
});
export const groupDecides = refusal('settings.group_decides', {
  zh: '这项设置对整个集团生效，请由管理全集团的同事修改。',
  en: 'This holds for the whole group. Ask somebody whose work reaches the whole group to change it.',
});
export const groupExists = refusal('settings.group_exists', {
  zh: '集团已经建好了，一套系统只服务一个集团。',
  en: 'The group already exists; one installation serves one group.',
});
export const wrongParent = refusal('settings.wrong_parent', {
  zh: '不能放在这里：区域在集团下，城市在集团或区域下，项目在它们任何一个之下。',
  en: 'It cannot stand here: a region stands under the group, a city under the group or a region, a project under any of them.',
});
export const ownDescendant = refusal('settings.own_descendant', {
  zh: '不能移到自己或自己的下级里。',
  en: 'It cannot be moved into itself or below itself.',
});
export const groupStays = refusal('settings.group_stays', {
  zh: '集团是最上一级，不能移动或删除。',
  en: 'The group is the top and can be neither moved nor deleted.',
});
export const companyInUse = refusal('settings.company_in_use', {
  zh: '下面还有公司、项目或数据，不能删除。请先移走它们。',
  en: 'Companies, projects or records still stand below it. Move them first, then delete it.',
});
export const nameTaken = refusal('settings.name_taken', {
  zh: '同一级里已有同名的公司或项目，请换一个名称。',
  en: 'There is already one of this name at this level. Choose another name.',
});
export const codeTaken = refusal('settings.code_taken', {
  zh: '这个简码已有别的公司或项目在用，请换一个。',
  en: 'Another company or project already uses this short code. Choose another.',
});

export const noSuchParameter = refusal('settings.no_such_parameter', {
  zh: '没有这个参数。',
  en: 'There is no such parameter.',
});
export const unfitValue = refusalWith<{ problem: string }>('settings.unfit_value', {
  zh: ({ problem }) => `这个值不合适：${problem}`,
  en: ({ problem }) => `This value does not fit: ${problem}`,
});

export const noSuchDictionary = refusal('settings.no_such_dictionary', {
  zh: '没有这个字典。',
  en: 'There is no such list.',
});
export const noSuchEntry = refusal('settings.no_such_entry', {
  zh: '字典里没有这一项。',
  en: 'The list has no such entry.',
});
export const entryNameTaken = refusalWith<{ name: string }>('settings.entry_name_taken', {
  zh: ({ name }) => `“${name}”已经在这个字典里了（名称或同义词），请换一个说法。`,
  en: ({ name }) => `“${name}” is already in this list, as a name or a synonym. Choose another word.`,
});
export const orderIncomplete = refusal('settings.order_incomplete', {
  zh: '排序时字典已被别人改动，请刷新后重排。',
  en: 'Somebody changed the list meanwhile. Refresh and sort again.',
});

export const noSuchSpecialDay = refusal('settings.no_such_special_day', {
  zh: '这一天没有单独的安排。',
  en: 'This day has no arrangement of its own.',
});
export const noSuchCalendar = refusal('settings.no_such_calendar', {
  zh: '这里没有单独的日历，正沿用上级的。',
  en: 'There is no calendar of its own here; it follows the one above.',
});
export const wrongYear = refusal('settings.wrong_year', {
  zh: '这一天不在所选的年份里。',
  en: 'This day is not in the year chosen.',
});
