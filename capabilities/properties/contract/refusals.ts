import { refusal, refusalWith } from '@yilu/platform/contract';

export const noSuchProject = refusal('properties.no_such_project', {
  zh: '没有这个项目，或者不在你的范围内。',
  en: 'There is no such project, or it is outside your scope.',
});
export const noSuchPhase = refusal('properties.no_such_phase', { zh: '没有这个分期。', en: 'There is no such phase.' });
export const noSuchBuilding = refusal('properties.no_such_building', {
  zh: '没有这栋楼，或者不在你的范围内。',
  en: 'There is no such building, or it is outside your scope.',
});
export const noSuchUnit = refusal('properties.no_such_unit', {
  zh: '这栋楼没有这个单元。',
  en: 'The building has no such unit.',
});
export const noSuchRoom = refusal('properties.no_such_room', {
  zh: '没有这个房间，或者不在你的范围内。',
  en: 'There is no such room, or it is outside your scope.',
});
export const noSuchMilestone = refusal('properties.no_such_milestone', {
  zh: '没有这个节点，可能已被删除。',
  en: 'There is no such milestone; it may have been removed.',
});
export const nameTaken = refusalWith<{ name: string }>('properties.name_taken', {
  zh: ({ name }) => `“${name}”已经有了。写法不同但指同一处的也算，例如 3栋 与 3#。`,
  en: ({ name }) => `“${name}” is there already. Other ways of writing the same place count too, such as 3栋 and 3#.`,
});
export const roomExists = refusalWith<{ room: string }>('properties.room_exists', {
  zh: ({ room }) => `${room} 已经有了。`,
  en: ({ room }) => `${room} is there already.`,
});
export const inUse = refusal('properties.in_use', {
  zh: '这里还有房间、客户或记录，不能删除。',
  en: 'Rooms, customers or records still refer to it, so it cannot be deleted.',
});
export const unreadableName = refusal('properties.unreadable_name', {
  zh: '看不懂这个名称。请写成“3栋”“A座”“2单元”这样。',
  en: 'This name cannot be read. Write it like 3栋, A座 or 2单元.',
});
export const innerLargerThanGross = refusal('properties.inner_larger_than_gross', {
  zh: '套内面积不能大于建筑面积。',
  en: 'The inner area cannot be larger than the gross area.',
});
export const milestoneTwice = refusal('properties.milestone_twice', {
  zh: '这一天已经登记过这个节点。',
  en: 'This milestone is already recorded on this day.',
});
export const milestoneAhead = refusal('properties.milestone_ahead', {
  zh: '日期在今天之后。节点只登记已经发生的。',
  en: 'The date is in the future. Only what has happened is recorded.',
});
export const codeTaken = refusalWith<{ code: string }>('properties.code_taken', {
  zh: ({ code }) => `外部编码 ${code} 已属于另一个房间。`,
  en: ({ code }) => `The external code ${code} already belongs to another room.`,
});
export const nothingToGenerate = refusal('properties.nothing_to_generate', {
  zh: '按这些设置没有要新建的房间。',
  en: 'These settings make no new room.',
});
