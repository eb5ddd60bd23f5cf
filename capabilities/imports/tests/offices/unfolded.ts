import type { Office } from './understanding.ts';

export const unfolded: readonly Office[] = [
  {
    what: 'a chain list pasted from the owners’ group',
    name: '接龙',
    rows: `
#接龙
请各位业主登记房号和电话，谢谢
例 姓名 房号 电话
1. 张伟 3-1-101 13800200601
2. 李娜 3栋1单元102 13800200602
3、3-1-103 王强 13800200603
4. 赵敏，3#1-104，13800200604，已装修
5. 陈明3-1-201 13800200605
6. 3-1-202孙丽13800200606
7. 周杰
8. 吴敏 3-1-204
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
4: 张伟 13800200601 owner | @3-1-101
5: 李娜 13800200602 owner | @3-1-102
6: 王强 13800200603 owner | @3-1-103
7: 赵敏 13800200604 owner | @3-1-104 | remark=已装修
8: 陈明 13800200605 owner | @3-1-201
9: 孙丽 13800200606 owner | @3-1-202
10: 退回 电话:no_phone_nor_room
11: 吴敏 owner | @3-1-204
`,
      },
    ],
  },
  {
    what: 'a chain list without numbers',
    name: '名单',
    rows: `
张伟 3-1-101 13800200611
李娜 3-1-102 13800200612
王强 3-1-103 13800200613
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
1: 张伟 13800200611 owner | @3-1-101
2: 李娜 13800200612 owner | @3-1-102
3: 王强 13800200613 owner | @3-1-103
`,
      },
    ],
  },
  {
    what: 'cards of households, one below the other',
    name: '登记卡',
    rows: `
业主登记卡 | | |
房号 | 3-1-101 | 建筑面积 | 89.5
业主姓名 | 张伟 | 联系电话 | 13800200621
身份证号 | 440301198505090015 | 车牌号 | 粤B12345
家庭成员 | 妻：李娜 | 备注 | 养狗

业主登记卡 | | |
房号 | 3-1-102 | 建筑面积 | 120
业主姓名 | 李娜 | 联系电话 | 13800200622
身份证号 | | 车牌号 |
家庭成员 | | 备注 |

业主登记卡 | | |
房号 | 3-1-103 | 建筑面积 | 89.5
业主姓名 | 王强、赵敏 | 联系电话 | 13800200623、13800200624
身份证号 | | 车牌号 | 无
家庭成员 | 子：王小明 | 备注 | 出租
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800200621 男 1985-05-09 440301198505090015 owner | @3-1-101 | {"builtArea":89.5} | plate=粤B12345,remark=养狗,familyMembers=[{"relation":"spouse","name":"李娜"}]
8: 李娜 13800200622 owner | @3-1-102 | {"builtArea":120}
14: 王强 13800200623 owner + 赵敏 13800200624 coOwner | @3-1-103 | {"builtArea":89.5} | remark=出租,familyMembers=[{"relation":"child","name":"王小明"}]
`,
      },
    ],
  },
  {
    what: 'a single form',
    name: '登记表',
    rows: `
业主登记表 | | |
房号 | 3-1-101 | 建筑面积 | 89.5
业主姓名 | 张伟 | 联系电话 | 13800200631
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800200631 owner | @3-1-101 | {"builtArea":89.5}
`,
      },
    ],
  },
];
