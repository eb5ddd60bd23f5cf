import type { Office } from './understanding.ts';

export const ownersHard: readonly Office[] = [
  {
    what: 'a second owner in columns of his own',
    name: '业主资料',
    rows: `
房号 | 业主1 | 电话1 | 业主2 | 电话2 | 面积
1-1-101 | 张伟 | 13800140101 | 李娜 | 13800140102 | =89.5
1-1-102 | 王芳 | 13800140103 |  |  | =89.5
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800140101 owner + 李娜 13800140102 coOwner | @1-1-101 | {"builtArea":89.5}
3: 王芳 13800140103 owner | @1-1-102 | {"builtArea":89.5}
`,
      },
    ],
  },
  {
    what: 'an export of a property system with codes for rooms',
    name: '客户资料',
    rows: `
客户资料导出
导出时间：2024-03-05 10:00 |  |  |  |  |  |  | 导出人：admin
项目 | 组团 | 楼宇 | 房屋编号 | 客户名称 | 客户类别 | 移动电话 | 固定电话 | 证件名称 | 证件号码 | 收楼时间 | 入住时间 | 房屋状态 | 建筑面积 | 计费面积 | 常住人口 | 宠物 | 车牌
锦绣花园 | 一组团 | 3栋 | JX-03-02-1203 | 张伟 | 业主 | 13800140401 | 26618888 | 身份证 | 440301199908181311 | 2024-03-05 | 2024-06-01 | 入住 | 89.50 | 89.50 | 3 | 金毛 | 粤B12345
锦绣花园 | 一组团 | 3栋 | JX-03-02-1204 | 陈租 | 租户 | 13800140402 |  | 身份证 |  |  | 2024-07-01 | 入住 | 89.50 | 89.50 | 2 |  |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '计费面积 常住人口 宠物',
        lines: `
4: 项目锦绣花园 | 张伟 13800140401/26618888 男 1999-08-18 440301199908181311 owner | @一组团期-JX3-2-1203 | {"builtArea":89.5,"state":"movedIn","handedOverOn":"2024-03-05","movedInOn":"2024-06-01"} | plate=粤B12345
5: 项目锦绣花园 | 陈租 13800140402 tenant | @一组团期-JX3-2-1204 | {"builtArea":89.5,"state":"movedIn","movedInOn":"2024-07-01"}
`,
      },
    ],
  },
  {
    what: 'a staff list',
    name: '通讯录',
    rows: `
姓名 | 部门 | 岗位 | 手机 | 邮箱
张伟 | 客服部 | 管家 | 13800140501 | a@b.cn
`,
    reads: [
      {
        kind: 'ignored',
        unmapped: '',
        lines: `

`,
      },
    ],
  },
  {
    what: 'two heading rows without merged cells',
    name: 'owners',
    rows: `
房号 | 业主信息 |  |  | 交付信息 |
 | 姓名 | 手机 | 身份证号 | 收楼日期 | 装修情况
1-1-101 | 张伟 | 13800140601 |  | 2024-03-05 | 毛坯
1-1-102 | 李娜 | 13800140602 |  | 2024-03-06 | 精装修
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
3: 张伟 13800140601 owner | @1-1-101 | {"fitOut":"毛坯","handedOverOn":"2024-03-05"}
4: 李娜 13800140602 owner | @1-1-102 | {"fitOut":"精装修","handedOverOn":"2024-03-06"}
`,
      },
    ],
  },
  {
    what: 'a handover that is still promised',
    name: '业主',
    rows: `
房号 | 业主 | 手机 | 交付日期 | 入住时间
1-1-101 | 张伟 | 13800140701 | 2027-06-30 |
1-1-102 | 李娜 | 13800140702 | 2024-06-30 | 2024-9
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800140701 owner | @1-1-101 | !交付日期:day_ahead
3: 李娜 13800140702 owner | @1-1-102 | {"handedOverOn":"2024-06-30"} | !入住时间:no_day_in_month
`,
      },
    ],
  },
  {
    what: 'a fee ledger',
    name: '2024年物业费',
    rows: `
房号 | 业主姓名 | 联系电话 | 收费面积 | 收费标准 | 应收金额 | 实收金额 | 缴费日期 | 收款人 | 票据号
3-2-1203 | 张伟 | 13800140901 | 89.5 | 2.8 | 3007.2 | 3007.2 | 2024-03-05 | 小陈 | 0001
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '收费面积 收费标准 应收金额 实收金额 缴费日期 收款人 票据号',
        lines: `
2: 张伟 13800140901 owner | @3-2-1203
`,
      },
    ],
  },
  {
    what: 'codes of the source for people and rooms',
    name: '业主',
    rows: `
业主编码 | 业主姓名 | 手机 | 房屋编码 | 建筑面积
Y001 | 张伟 | 13800141101 | JX-3-2-1203 | 89.5
Y002 | 李娜 | 13800141102 | JX-3-2-1204 | 89.5
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800141101 owner | @JX3-2-1203 | {"builtArea":89.5}
3: 李娜 13800141102 owner | @JX3-2-1204 | {"builtArea":89.5}
`,
      },
    ],
  },
  {
    what: 'a move-in file with helpers, family and a space',
    name: '入伙资料',
    rows: `
栋 | 单元 | 房 | 业主姓名 | 业主手机 | 委托人 | 委托人电话 | 家庭成员1 | 成员1关系 | 装修公司 | 装修负责人电话 | 车位号 | 车牌
3 | 2 | 1203 | 张伟 | 13800141201 | 老张 | 13900141201 | 李娜 | 妻子 | 某某装饰 | 13700141201 | B2-033 | 粤B12345
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '委托人 委托人电话 装修公司 装修负责人电话',
        lines: `
2: 张伟 13800141201 owner + 李娜 family 配偶 | @3-2-1203 | 及 PARKING_SPACE-B2-033 | plate=粤B12345
`,
      },
    ],
  },
];
