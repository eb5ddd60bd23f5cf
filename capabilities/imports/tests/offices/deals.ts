import type { Office } from './understanding.ts';

export const deals: readonly Office[] = [
  {
    what: 'subscriptions in 万元, as the title says',
    name: '认购台账',
    merged: ['A1:J1'],
    rows: `
认购台账    单位：万元
序号 | 认购编号 | 房源 | 客户姓名 | 身份证号码 | 联系电话 | 认购日期 | 成交总价 | 付款方式 | 置业顾问
=1 | RG2024001 | 1栋1单元1201 | 张伟、李娜 | 44030119990818131 1 | 13800138501/13800138502 | 2024/3/5 | =358.6 | 商业按揭 | 小王
=2 | RG2024002 | 2#1203 | 王芳 | =440301199908181000 | =13800138503 | 2024/3/6 | ¥4,120,000.00 | 一次性 | 小李
=3 | RG2024003 | A座1201 | 广州恒达贸易有限公司 | 91440101MA59XXXX2Y | 020-38881234 | 2024/3/7 | 512.00万 | 公积金贷款 | 小李
小计 |  |  |  |  |  |  | =1282.6 |  |
`,
    reads: [
      {
        kind: 'deals',
        unmapped: '序号',
        lines: `
3: 张伟 13800138501 男 1999-08-18 440301199908181311 owner + 李娜 13800138502 coOwner | @1-1-1201 | {"key":"RG2024001","number":"RG2024001","subscribedOn":"2024-03-05","agreedPriceFen":358600000,"payment":"商业按揭","staffName":"小王"}
4: 王芳 13800138503 owner | @2-1203 | {"key":"RG2024002","number":"RG2024002","subscribedOn":"2024-03-06","agreedPriceFen":412000000,"payment":"一次性","staffName":"小李"} | !身份证号码:id_lost_digits !成交总价:read_as_yuan
5: 公司 广州恒达贸易有限公司 02038881234 91440101MA59XXXX2Y owner | @A-1201 | {"key":"RG2024003","number":"RG2024003","subscribedOn":"2024-03-07","agreedPriceFen":512000000,"payment":"公积金贷款","staffName":"小李"}
`,
      },
    ],
  },
  {
    what: 'contracts with two heading rows and a co-buyer in merged rows',
    name: '签约',
    merged: ['A1:A2', 'B1:B2', 'C1:E1', 'F1:H1', 'I1:I2', 'A3:A4', 'B3:B4', 'F3:F4', 'G3:G4', 'H3:H4'],
    rows: `
合同编号 | 房号 | 买受人 |  |  | 合同金额 |  |  | 网签日期
 |  | 姓名 | 证件号码 | 份额 | 总价(元) | 单价(元/㎡) | 建筑面积(㎡) |
HT-001 | 3-2-1203 | 张伟 | 440301199908181311 | 50% | =3586000 | 29,883.33 | =120 | 2024-04-01
 |  | 李娜 |  | 1/2 |  |  |  |
HT-002 | 3-2-1204 | 王芳 |  | 单独所有 | =4120000 | 34333.33 | =120 | 2024年4月2日
`,
    reads: [
      {
        kind: 'deals',
        unmapped: '',
        lines: `
3: 张伟 男 1999-08-18 440301199908181311 owner 0.5 | @3-2-1203 | {"builtArea":120} | {"key":"HT-001","contractNumber":"HT-001","signedOn":"2024-04-01","agreedPriceFen":358600000,"unitPriceFen":2988333}
4: 李娜 coOwner 0.5 | @3-2-1203 | {"builtArea":120} | {"key":"HT-001","contractNumber":"HT-001","agreedPriceFen":358600000,"unitPriceFen":2988333}
5: 王芳 owner 1 | @3-2-1204 | {"builtArea":120} | {"key":"HT-002","contractNumber":"HT-002","signedOn":"2024-04-02","agreedPriceFen":412000000,"unitPriceFen":3433333}
`,
      },
    ],
  },
  {
    what: 'a developer’s export with two projects in a column',
    name: 'Sheet1',
    rows: `
项目名称 | 分期 | 楼栋 | 单元 | 房间号 | 客户名称 | 客户性别 | 证件类型 | 证件号 | 移动电话 | 备用电话 | 客户类型 | 认购日期 | 签约日期 | 交付日期 | 标准总价 | 成交总价 | 成交单价 | 折扣 | 装修标准 | 业态 | 产品类型
锦绣花园 | 一期 | 01幢 | 1单元 | 0101室 | 张伟 | 男 | 身份证 | 440301199908181311 | 13800138801 | 0755-26618888 | 个人 | 2024-03-05 | 2024-03-20 | 2026-06-30 | 3,700,000 | 3,586,000 | 29883 | 97折 | 毛坯 | 住宅 | 高层
云栖里 | 二期 | 02幢 | 2单元 | 0203室 | 李娜 | 女 | 护照 | E12345678 | 13800138802 |  | 个人 | 2024-03-06 |  |  | 4,200,000 | 4,120,000 | 34333 |  | 精装 | 住宅 | 洋房
`,
    reads: [
      {
        kind: 'deals',
        unmapped: '客户类型 交付日期 产品类型',
        lines: `
2: 项目锦绣花园 | 张伟 13800138801/075526618888 男 1999-08-18 440301199908181311 owner | @一期期-1-1-101 | {"fitOut":"毛坯","roomType":"住宅"} | {"subscribedOn":"2024-03-05","signedOn":"2024-03-20","listPriceFen":370000000,"agreedPriceFen":358600000,"unitPriceFen":2988300,"discount":0.97}
3: 项目云栖里 | 李娜 13800138802 女 E12345678 owner | @二期期-2-2-203 | {"fitOut":"精装","roomType":"住宅"} | {"subscribedOn":"2024-03-06","listPriceFen":420000000,"agreedPriceFen":412000000,"unitPriceFen":3433300}
`,
      },
    ],
  },
  {
    what: 'co-owner and spouse in columns of their own',
    name: '签约客户',
    rows: `
房号 | 业主姓名 | 业主电话 | 业主身份证 | 共有人姓名 | 共有人电话 | 共有人身份证 | 配偶姓名 | 配偶电话 | 签约时间 | 合同总价(万)
1-1-101 | 张伟 | 13800140201 | 440301199908181311 | 李娜 | 13800140202 |  |  |  | 2024/3/5 | 358.6
1-1-102 | 王芳 | 13800140203 |  |  |  |  | 刘洋 | 13800140204 | 2024/3/6 | 412
`,
    reads: [
      {
        kind: 'deals',
        unmapped: '',
        lines: `
2: 张伟 13800140201 男 1999-08-18 440301199908181311 owner + 李娜 13800140202 coOwner | @1-1-101 | {"signedOn":"2024-03-05","agreedPriceFen":358600000}
3: 王芳 13800140203 owner + 刘洋 13800140204 family 配偶 | @1-1-102 | {"signedOn":"2024-03-06","agreedPriceFen":412000000}
`,
      },
    ],
  },
  {
    what: 'a bookkeeping export of sales',
    name: '销售明细',
    rows: `
单据日期 | 客户编码 | 客户名称 | 项目名称 | 房间名称 | 业务员 | 合同号 | 合同金额 | 已收金额 | 未收金额 | 备注
2024-03-05 | C0001 | 张伟 | 锦绣花园 | 锦绣花园-3栋-2单元-1203 | 小王 | HT-1 | 3586000 | 1000000 | 2586000 | 公积金未批
`,
    reads: [
      {
        kind: 'deals',
        unmapped: '客户编码 已收金额 未收金额',
        lines: `
2: 项目锦绣花园 | 张伟 owner | @锦绣花园3-2-1203 | {"key":"HT-1","contractNumber":"HT-1","signedOn":"2024-03-05","agreedPriceFen":358600000,"staffName":"小王","note":"公积金未批"}
`,
      },
    ],
  },
];
