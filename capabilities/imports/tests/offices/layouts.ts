import type { Office } from './understanding.ts';

export const layouts: readonly Office[] = [
  {
    what: 'owners with shares in the cell of the names',
    name: '业主',
    rows: `
房号 | 权利人 | 份额 | 电话
3-1-101 | 张伟、李娜 | 张伟50%、李娜50% | 13800200401、13800200402
3-1-102 | 王强/赵敏 | 70%/30% | 13800200403/13800200404
3-1-103 | 陈明 孙丽 | 各1/2 | 13800200405；13800200406
3-1-104 | 周杰（50%）⏎吴敏（50%） | | 13800200407⏎13800200408
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800200401 owner 0.5 + 李娜 13800200402 coOwner 0.5 | @3-1-101
3: 王强 13800200403 owner 0.7 + 赵敏 13800200404 coOwner 0.3 | @3-1-102
4: 陈明 13800200405 owner 0.5 + 孙丽 13800200406 coOwner 0.5 | @3-1-103
5: 周杰 13800200407 owner 0.5 + 吴敏 13800200408 coOwner 0.5 | @3-1-104
`,
      },
    ],
  },
  {
    what: 'notes beside the table and signatures below',
    name: '业主名册',
    rows: `
3栋业主名册 | | | | | 说明：
房号 | 业主 | 电话 | 面积 | | 1、红色为出租
101 | 张伟 | 13800200411 | 89.5 | | 2、电话每季度核对
102 | 李娜 | 13800200412 | 89.5 | |
小计 | 2户 | | 179 | |
201 | 王强 | 13800200413 | 89.5 | |
本楼合计 | 3户 | | 268.5 | |
制表：小王 | | 审核：老李 | | |
日期：2024年3月5日 | | | | |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '1、红色为出租',
        lines: `
3: 张伟 13800200411 owner | @3-101 | {"builtArea":89.5}
4: 李娜 13800200412 owner | @3-102 | {"builtArea":89.5}
6: 王强 13800200413 owner | @3-201 | {"builtArea":89.5}
`,
      },
    ],
  },
  {
    what: 'a building’s grid: units across, floors down',
    name: '3栋',
    rows: `
3栋 | 1单元 | | 2单元 | 
楼层 | 01 | 02 | 01 | 02
3层 | 张伟 | 李娜 | 王强 | 赵敏
2层 | 陈明 | 孙丽 | 周杰 | 吴敏
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
    what: 'two buildings side by side',
    name: '联系电话',
    rows: `
3栋 | | | | 4栋 | |
房号 | 业主 | 电话 | | 房号 | 业主 | 电话
101 | 张伟 | 13800200431 | | 101 | 李娜 | 13800200432
102 | 王强 | 13800200433 | | 102 | 赵敏 | 13800200434
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
3: 张伟 13800200431 owner | @3-101
4: 王强 13800200433 owner | @3-102
`,
      },
      {
        kind: 'owners',
        unmapped: '',
        lines: `
3: 李娜 13800200432 owner | @4-101
4: 赵敏 13800200434 owner | @4-102
`,
      },
    ],
  },
  {
    what: 'headings over two rows with merged groups',
    name: '台账',
    merged: ['A1:A2', 'B1:C1', 'D1:F1', 'G1:G2'],
    rows: `
房号 | 业主信息 | | 租户信息 | | | 备注
 | 姓名 | 电话 | 姓名 | 电话 | 租期
3-1-101 | 张伟 | 13800200441 | 李租 | 13800200442 | 2024.3.1-2027.2.28 | 
3-1-102 | 王强 | 13800200443 | | | |
`,
    reads: [
      {
        kind: 'residents',
        unmapped: '',
        lines: `
3: 张伟 13800200441 owner + 李租 13800200442 tenant 自2024-03-01 | @3-1-101
4: 王强 13800200443 owner | @3-1-102
`,
      },
    ],
  },
  {
    what: 'headings over three rows',
    name: '台账',
    merged: ['A1:A3', 'B1:G1', 'B2:C2', 'D2:E2', 'F2:G2'],
    rows: `
房号 | 人员信息 | | | | |
 | 业主 | | 配偶 | | 子女 |
 | 姓名 | 电话 | 姓名 | 电话 | 姓名 | 出生年月
3-1-101 | 张伟 | 13800200451 | 李娜 | 13800200452 | 张小宝 | 2018-06
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
4: 张伟 13800200451 owner + 李娜 13800200452 family 配偶 | @3-1-101 | familyMembers=[{"relation":"child","name":"张小宝","birthMonth":"2018-06"}]
`,
      },
    ],
  },
  {
    what: 'a vaccination-like survey from the committee',
    name: '入户调查',
    rows: `
网格员：小陈 | | | | | |
楼栋 | 门牌 | 户主 | 户主电话 | 常住人口 | 是否租户 | 租户姓名及电话 | 犬只
3栋 | 1-101 | 张伟 | 13800200461 | 3 | 否 | | 无
3栋 | 1-102 | 李娜 | 13800200462 | 2 | 是 | 李租 13800200463 | 泰迪
`,
    reads: [
      {
        kind: 'residents',
        unmapped: '常住人口 是否租户 犬只',
        lines: `
3: 张伟 13800200461 owner | @3-1-101
4: 李娜 13800200462 owner + 李租 13800200463 tenant | @3-1-102
`,
      },
    ],
  },
  {
    what: 'a birthday list of a housekeeper',
    name: '管家小陈-生日',
    rows: `
管家 | 业主 | 房号 | 公历生日 | 农历生日 | 电话 | 礼品
小陈 | 张伟 | 3-1-101 | 5月9日 | 四月初八 | 13800200471 | 蛋糕
小陈 | 李娜 | 3-1-102 | 1988.01.02 | | 13800200472 | 鲜花
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '管家 礼品',
        lines: `
2: 张伟 13800200471 owner | @3-1-101 | careDates=[{"kind":"birthday","calendar":"solar","month":5,"dayOfMonth":9,"yearly":true},{"kind":"birthday","calendar":"lunar","month":4,"dayOfMonth":8,"yearly":true}]
3: 李娜 13800200472 1988-01-02 owner | @3-1-102
`,
      },
    ],
  },
  {
    what: 'arrears, whose phone and owner are right',
    name: '欠费催缴',
    rows: `
房号 | 业主 | 电话 | 欠费月数 | 欠费金额 | 催缴日期 | 催缴情况
3-1-101 | 张伟 | 13800200481 | 6 | 3000 | 2024-03-05 | 承诺月底交
3-1-102 | 李娜 | 13800200482 | 2 | 800 | | 电话不通
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '欠费月数 欠费金额 催缴日期 催缴情况',
        lines: `
2: 张伟 13800200481 owner | @3-1-101
3: 李娜 13800200482 owner | @3-1-102
`,
      },
    ],
  },
  {
    what: 'reservations of a sales office with small deposits',
    name: '认筹',
    rows: `
序号 | 认筹编号 | 认筹日期 | 客户姓名 | 身份证号 | 电话 | 意向户型 | 认筹金 | 置业顾问 | 是否转认购
1 | RC001 | 2024-03-05 | 张伟 | | 13800200491 | 三房 | 20000 | 刘洋 | 是
2 | RC002 | 2024-03-06 | 李娜 | | 13800200492 | 四房 | 50000 | 刘洋 | 退筹
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '序号 认筹编号 认筹日期 认筹金 置业顾问 是否转认购',
        lines: `
2: 张伟 13800200491 owner | layoutWanted=三房
3: 李娜 13800200492 owner | layoutWanted=四房
`,
      },
    ],
  },
  {
    what: 'follow-ups in columns by date',
    name: '跟进表',
    rows: `
客户姓名 | 电话 | 首访日期 | 一次回访 | 二次回访 | 三次回访 | 意向
张伟 | 13800200501 | 2024-03-01 | 3.5 电话，考虑中 | 3.12 微信发户型 | | B
李娜 | 13800200502 | 2024-03-02 | 3.6 无人接 | | | C
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '',
        lines: `
2: 张伟 13800200501 owner | {"kind":"VISIT_IN","day":"2024-03-01","text":"意向级别 B（原系统标准）"} | {"kind":"CALL_OUT","day":"2024-03-05","text":"电话,考虑中"} | {"kind":"WECHAT","day":"2024-03-12","text":"微信发户型"} | grade=B
3: 李娜 13800200502 owner | {"kind":"VISIT_IN","day":"2024-03-02","text":"意向级别 C（原系统标准）"} | {"kind":"CALL_OUT","day":"2024-03-06","text":"无人接"} | grade=C
`,
      },
    ],
  },
  {
    what: 'contracts with buyers and co-buyers in rows of their own',
    name: '签约台账',
    rows: `
合同号 | 房号 | 买受人 | 身份证号 | 电话 | 占比 | 签约日期 | 合同总价 | 付款方式 | 贷款银行
HT001 | 3-1-101 | 张伟 | | 13800200511 | 50% | 2024-03-05 | 3,000,000.00 | 商贷 | 工行
 | | 李娜 | | 13800200512 | 50% | | | |
HT002 | 3-1-102 | 王强 | | 13800200513 | 100% | 2024-03-06 | 280万 | 一次性 |
`,
    reads: [
      {
        kind: 'deals',
        unmapped: '',
        lines: `
2: 张伟 13800200511 owner 0.5 | @3-1-101 | {"key":"HT001","contractNumber":"HT001","signedOn":"2024-03-05","agreedPriceFen":300000000,"payment":"商贷","bank":"工行"}
3: 李娜 13800200512 coOwner 0.5 | @3-1-101 | {"key":"HT001","contractNumber":"HT001"} | !房号:read_with_row_above
4: 王强 13800200513 owner 1 | @3-1-102 | {"key":"HT002","contractNumber":"HT002","signedOn":"2024-03-06","agreedPriceFen":280000000,"payment":"一次性"}
`,
      },
    ],
  },
  {
    what: 'residents of a block of rented flats',
    name: '人才公寓',
    rows: `
房号 | 入住人 | 单位 | 电话 | 入住日期 | 退房日期 | 押金
A-0501 | 张伟 | 华为 | 13800200521 | 2024-03-01 | | 2000
A-0502 | 李娜 | 腾讯 | 13800200522 | 2023-03-01 | 2024-02-28 | 退
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '押金',
        lines: `
2: 张伟 13800200521 resident | @A-501 | {"movedInOn":"2024-03-01"} | employer=华为
3: 李娜 13800200522 resident 已退租 | @A-502 | {"movedInOn":"2023-03-01"} | employer=腾讯 | !退房日期:lease_over
`,
      },
    ],
  },
  {
    what: 'old and new phones',
    name: '业主电话更新',
    rows: `
房号 | 业主 | 原电话 | 新电话 | 更新日期
3-1-101 | 张伟 | 13800200531 | 13800200532 | 2024-03-05
3-1-102 | 李娜 | 13800200533 | |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '更新日期',
        lines: `
2: 张伟 13800200532/13800200531 owner | @3-1-101
3: 李娜 13800200533 owner | @3-1-102
`,
      },
    ],
  },
];
