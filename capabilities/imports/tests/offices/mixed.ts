import type { Office } from './understanding.ts';

export const mixed: readonly Office[] = [
  {
    what: 'units written once between sums',
    name: '业主面积表',
    rows: `
3栋业主面积表
单元 | 房号 | 业主 | 面积 | 电话
1单元 | 101 | 张伟 | 89.5 | 13800171401
 | 102 | 李娜 | 89.5 | 13800171402
 | 小计 | 2户 | 179 |
2单元 | 101 | 王芳 | 120 | 13800171403
 | 102 | 赵敏 | 120 | 13800171404
小计 |  |  | 240 |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
3: 张伟 13800171401 owner | @3-1-101 | {"builtArea":89.5}
4: 李娜 13800171402 owner | @3-1-102 | {"builtArea":89.5}
6: 王芳 13800171403 owner | @3-2-101 | {"builtArea":120}
7: 赵敏 13800171404 owner | @3-2-102 | {"builtArea":120}
`,
      },
    ],
  },
  {
    what: 'a spouse’s phone beside the name',
    name: '联系表',
    rows: `
房号 | 业主 | 配偶 | 联系方式 | 紧急联系人及电话 | 家庭成员
3-1-101 | 张伟 | 李娜 13800171502 | 13800171501 | 父亲张大 13800171503 | 妻:李娜13800171502；子：张小宝
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800171501 owner + 李娜 13800171502 family 配偶 | @3-1-101 | emergencyContact=父亲张大 13800171503,familyMembers=[{"relation":"spouse","name":"李娜","note":"13800171502"},{"relation":"child","name":"张小宝"}]
`,
      },
    ],
  },
  {
    what: 'calls with weekdays in a month’s list',
    name: '4月来电',
    rows: `
2024年4月来电登记
日期 | 时段 | 来电号码 | 客户称呼 | 咨询 | 媒体 | 接听
4月1日 周一 | 9:30 | 138 0017 1601 | 王先生(二次) | 价格 | 抖音 | 小王
1/4 | 下午 | 13800171602 | 李小姐 |  |  | 小王
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '时段',
        lines: `
3: 王先生 13800171601 男 owner | {"kind":"CALL_IN","day":"2024-04-01","text":"价格；王先生(二次)","staffName":"小王"} | source=抖音
4: 李小姐 13800171602 女 owner | {"kind":"CALL_IN","day":"2024-04-01","staffName":"小王"}
`,
      },
    ],
  },
  {
    what: 'old numbers of buildings beside the new',
    name: '房屋对照',
    rows: `
旧楼号 | 新楼号 | 单元 | 房号 | 业主 | 电话
A1 | 3栋 | 1 | 101 | 张伟 | 13800171701
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '旧楼号',
        lines: `
2: 张伟 13800171701 owner | @3-1-101
`,
      },
    ],
  },
  {
    what: 'stacked and other villas',
    name: '别墅',
    rows: `
房号 | 产品类型 | 业主 | 电话 | 花园面积 | 建筑面积
联排3-1上 | 叠拼 | 张伟 | 13800171801 | 20 | 180
联排3-1下 | 叠拼 | 李娜 | 13800171802 | 40 | 190
独栋8 | 独栋 | 王芳 | 13800171803 | 200 | 400
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '花园面积',
        lines: `
2: 张伟 13800171801 owner | @联排3-1上 | {"builtArea":180,"roomType":"叠拼"}
3: 李娜 13800171802 owner | @联排3-1下 | {"builtArea":190,"roomType":"叠拼"}
4: 王芳 13800171803 owner | @8 | {"builtArea":400,"roomType":"独栋"}
`,
      },
    ],
  },
  {
    what: 'several projects with 〃',
    name: '汇总',
    rows: `
锦绣花园、云栖里业主汇总
小区 | 楼号 | 房号 | 业主 | 联系电话1 | 联系电话2 | 联系电话3
锦绣花园 | 1 | 101 | 张伟 | 13800171901 | 13800171902 | 
〃 | 〃 | 102 | 李娜 | 13800171903 | | 26618888
云栖里 | 1 | 101 | 王芳 | 13800171904 | |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
3: 项目锦绣花园 | 张伟 13800171901/13800171902 owner | @1-101
4: 项目锦绣花园 | 李娜 13800171903/26618888 owner | @1-102
5: 项目云栖里 | 王芳 13800171904 owner | @1-101
`,
      },
    ],
  },
  {
    what: 'subscriptions of parking spaces',
    name: '车位认购',
    rows: `
认购编号 | 车位号 | 业主 | 房号 | 电话 | 认购日期 | 车位总价 | 付款方式
CW01 | B1-101 | 张伟 | 3-1-101 | 13800172001 | 2024-03-05 | 18万 | 一次性
`,
    reads: [
      {
        kind: 'deals',
        unmapped: '',
        lines: `
2: 张伟 13800172001 owner | @B1-101 | {"kind":"PARKING_SPACE"} | {"key":"CW01","number":"CW01","subscribedOn":"2024-03-05","agreedPriceFen":18000000,"payment":"一次性"}
`,
      },
    ],
  },
  {
    what: 'permits to fit out',
    name: '装修登记',
    rows: `
房号 | 业主姓名 | 业主电话 | 装修公司 | 装修负责人 | 负责人电话 | 施工人数 | 进场日期 | 预计完工 | 押金 | 装修类型
3-1-101 | 张伟 | 13800172101 | 某装饰 | 刘工 | 13900172101 | 5 | 2024-03-05 | 2024-06-05 | 2000 | 全屋
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '装修公司 装修负责人 负责人电话 施工人数 进场日期 预计完工 押金',
        lines: `
2: 张伟 13800172101 owner | @3-1-101 | {"fitOut":"全屋"}
`,
      },
    ],
  },
];
