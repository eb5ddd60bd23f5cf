import type { Office } from './understanding.ts';

export const registers: readonly Office[] = [
  {
    what: 'a hand-kept visit register with days without a year',
    name: 'Sheet1',
    merged: ['A1:L1'],
    rows: `
2024年3月来访客户登记表
序号 | 来访日期 | 客户姓名 | 联系电话 | 性 别 | 年龄段 | 居住区域 | 认知途径 | 意向户型 | 意向等级 | 置业顾问 | 备注
=1 | 3月5日 | 张先生 | 13800138301 | 男 | 31-35 | 南山 | 路过 | 三房 | A | 小王 | 首访，喜欢南向
=2 | 2024/3/5 上午10:30 | 王女士 | 138001383O2 | 女 | 36-40 |  | 朋友介绍 | 三房两厅 | B+ | 小王 |
=3 | 2024-3-6 | 李太太 | 1380013830 | F | 40多 |  | 抖音 | 四房 | c类 | 小李 |
=4 | 24.3.7 | 陈总 | 13800138304/13800138305 | M | 50以上 |  | 户外 | 大平层 | D | 小李 | 陪同：妻子
=5 | 2024.3.8 | 老周 |  |  |  |  |  |  |  |  | 未留电话
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '序号',
        lines: `
3: 张先生 13800138301 男 owner | {"kind":"VISIT_IN","day":"2024-03-05","text":"首访,喜欢南向；意向级别 A（原系统标准）；年龄 31-35","staffName":"小王"} | source=路过,livingArea=南山,layoutWanted=三房,grade=A | !年龄段:age_band
4: 退回 联系电话:phone_not_a_number
5: 退回 联系电话:phone_wrong_length
6: 陈总 13800138304/13800138305 男 owner | {"kind":"VISIT_IN","day":"2024-03-07","text":"陪同:妻子；意向级别 D（原系统标准）；年龄 50以上","staffName":"小李"} | source=户外,layoutWanted=大平层,grade=D | !年龄段:age_band
7: 退回 联系电话:no_phone_nor_room
`,
      },
    ],
  },
  {
    what: 'a call register in words of its own',
    name: '来电登记',
    rows: `
来电时间 | 来电人 | 来电号码 | 获知渠道 | 来电内容 | 接听人
2024-03-05 14:30 | 刘先生 | 0755-2661 8888 转 802 | 网络 | 问三房价格 | 前台小张
2024-03-05 15:10 | 何小姐 | (0755)26618889 | 报纸 | 问开盘时间 | 前台小张
2024-03-06 09:05 | 未留姓名 | 13800138401 | 短信 | 打错 | 前台小张
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '',
        lines: `
2: 刘先生 075526618888 男 owner | {"kind":"CALL_IN","day":"2024-03-05","minutes":870,"text":"问三房价格","staffName":"前台小张"} | source=网络 | !来电号码:phone_extension
3: 何小姐 075526618889 女 owner | {"kind":"CALL_IN","day":"2024-03-05","minutes":910,"text":"问开盘时间","staffName":"前台小张"} | source=报纸
4: 退回 来电人:no_name
`,
      },
    ],
  },
  {
    what: 'calls and visits under each other on one sheet',
    name: '三月登记',
    rows: `
来电登记
日期 | 客户姓名 | 联系电话 | 获知渠道 | 置业顾问
2024-03-05 | 张伟 | 13800139101 | 网络 | 小王
2024-03-06 | 李娜 | 13800139102 | 短信 | 小王

来访登记
到访时间 | 客户 | 手机 | 意向级别 | 接待人 | 意向户型
2024-03-07 | 王芳 | 13800139103 | A | 小李 | 三房
2024-03-08 | 刘洋 | 13800139104 | B | 小李 | 两房
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '',
        lines: `
3: 张伟 13800139101 owner | {"kind":"CALL_IN","day":"2024-03-05","staffName":"小王"} | source=网络
4: 李娜 13800139102 owner | {"kind":"CALL_IN","day":"2024-03-06","staffName":"小王"} | source=短信
`,
      },
      {
        kind: 'contacts',
        unmapped: '',
        lines: `
8: 王芳 13800139103 owner | {"kind":"VISIT_IN","day":"2024-03-07","text":"意向级别 A（原系统标准）","staffName":"小李"} | layoutWanted=三房,grade=A
9: 刘洋 13800139104 owner | {"kind":"VISIT_IN","day":"2024-03-08","text":"意向级别 B（原系统标准）","staffName":"小李"} | layoutWanted=两房,grade=B
`,
      },
    ],
  },
  {
    what: 'an export with masked phones',
    name: '客户列表',
    rows: `
客户姓名 | 手机号 | 身份证号 | 首访日期 | 客户级别
张* | 138****9201 | 4403**********1311 | 2024-03-05 | A
李娜 | 138****9202 |  | 2024-03-06 | B
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '',
        lines: `
2: 退回 手机号:phone_masked
3: 退回 手机号:phone_masked
`,
      },
    ],
  },
  {
    what: 'a customer list with company customers and their contacts',
    name: '客户',
    rows: `
客户名称 | 联系人 | 联系电话 | 公司地址 | 意向面积 | 客户来源 | 登记时间 | 业务员
深圳市前海明珠投资有限公司 | 刘经理 | 13800139801 | 福田区 | 1000-2000 | 陌拜 | 2024-03-05 | 小王
张伟 |  | 13800139802 | 南山区 | 120左右 | 转介绍 | 2024-03-06 | 小李
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '',
        lines: `
2: 公司 深圳市前海明珠投资有限公司 13800139801 owner | {"kind":"VISIT_IN","day":"2024-03-05","staffName":"小王"} | source=陌拜,areaWanted=1000-2000,address=福田区,emergencyContact=刘经理
3: 张伟 13800139802 owner | {"kind":"VISIT_IN","day":"2024-03-06","staffName":"小李"} | source=转介绍,areaWanted=120左右,address=南山区
`,
      },
    ],
  },
  {
    what: 'follow-ups of a CRM',
    name: '跟进记录',
    rows: `
客户名称 | 手机 | 跟进时间 | 跟进方式 | 跟进内容 | 下次跟进时间 | 负责人 | 客户级别 | 创建时间
张伟 | 13800139901 | 2024-03-05 10:00 | 电话 | 说下周带太太来 | 2024-03-12 | 小王 | B | 2024-03-01 09:00
张伟 | 13800139901 | 2024-03-12 15:00 | 到访 | 看了样板房 |  | 小王 | A | 2024-03-01 09:00
李娜 | 13800139902 | 2024-03-06 11:00 | 微信 | 发了户型图 |  | 小李 | C | 2024-03-02 09:00
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '下次跟进时间 创建时间',
        lines: `
2: 张伟 13800139901 owner | {"kind":"CALL_OUT","day":"2024-03-05","minutes":600,"text":"说下周带太太来；意向级别 B（原系统标准）","staffName":"小王"} | grade=B
3: 张伟 13800139901 owner | {"kind":"VISIT_IN","day":"2024-03-12","minutes":900,"text":"看了样板房；意向级别 A（原系统标准）","staffName":"小王"} | grade=A
4: 李娜 13800139902 owner | {"kind":"WECHAT","day":"2024-03-06","minutes":660,"text":"发了户型图；意向级别 C（原系统标准）","staffName":"小李"} | grade=C
`,
      },
    ],
  },
  {
    what: 'several visits under one merged name',
    name: '来访',
    merged: ['A2:A3', 'B2:B3'],
    rows: `
客户姓名 | 联系电话 | 到访日期 | 接待内容 | 接待人
张伟 | 13800140801 | 2024-03-05 | 首访 | 小王
 |  | 2024-03-12 | 带太太二访 | 小王
李娜 | 13800140802 | 2024-03-06 | 首访 | 小李
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '',
        lines: `
2: 张伟 13800140801 owner | {"kind":"VISIT_IN","day":"2024-03-05","text":"首访","staffName":"小王"}
3: 张伟 13800140801 owner | {"kind":"VISIT_IN","day":"2024-03-12","text":"带太太二访","staffName":"小王"}
4: 李娜 13800140802 owner | {"kind":"VISIT_IN","day":"2024-03-06","text":"首访","staffName":"小李"}
`,
      },
    ],
  },
  {
    what: 'calls and visits in one list',
    name: '客户登记',
    rows: `
序号 | 登记时间 | 来电/来访 | 姓名 | 电话 | 意向 | 需求 | 预算 | 跟进人
1 | 2024-03-05 10:20 | 来电 | 张伟 | 13800141001 | B | 三房 | 300-350 | 小王
2 | 2024-03-05 11:00 | 来访 | 李娜 | 13800141002 | A | 四房 140平左右 | 500万左右 | 小李
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '序号 需求',
        lines: `
2: 张伟 13800141001 owner | {"kind":"CALL_IN","day":"2024-03-05","minutes":620,"text":"意向级别 B（原系统标准）","staffName":"小王"} | budget=300-350,grade=B
3: 李娜 13800141002 owner | {"kind":"VISIT_IN","day":"2024-03-05","minutes":660,"text":"意向级别 A（原系统标准）","staffName":"小李"} | budget=500万左右,grade=A
`,
      },
    ],
  },
];
