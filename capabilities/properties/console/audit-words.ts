import type { AuditWords } from '@yilu/platform/contract';

export const auditWords: AuditWords = {
  actions: {
    'properties.phase_created': { zh: '新增分期', en: 'Added a phase' },
    'properties.phase_edited': { zh: '修改分期', en: 'Edited a phase' },
    'properties.building_created': { zh: '新增楼栋', en: 'Added a building' },
    'properties.building_edited': { zh: '修改楼栋', en: 'Edited a building' },
    'properties.unit_created': { zh: '新增单元', en: 'Added a unit' },
    'properties.unit_edited': { zh: '修改单元', en: 'Edited a unit' },
    'properties.room_created': { zh: '新增房间', en: 'Added a room' },
    'properties.room_edited': { zh: '修改房间', en: 'Edited a room' },
    'properties.rooms_generated': { zh: '批量生成房间', en: 'Generated rooms' },
    'properties.milestone_recorded': { zh: '登记房间节点', en: 'Recorded a milestone' },
    'properties.milestone_removed': { zh: '撤销房间节点', en: 'Removed a milestone' },
  },
  fields: {
    created: { zh: '新建', en: 'Created' },
    lifts: { zh: '电梯', en: 'Lifts' },
    reachedOn: { zh: '日期', en: 'Reached on' },
    firstFloor: { zh: '最低楼层', en: 'First floor' },
    lastFloor: { zh: '最高楼层', en: 'Last floor' },
    roomsPerFloor: { zh: '每层户数', en: 'Rooms per floor' },
  },
};
