import type { Office } from './understanding.ts';

export const letting: readonly Office[] = [
  {
    what: 'tenants of shops with their contacts before the owners',
    name: '租户表',
    rows: `
商铺租户一览表
铺号 | 面积㎡ | 租户 | 经营品牌 | 联系人 | 联系电话 | 租期 | 免租期 | 月租金（元） | 业主 | 业主电话
S-101 | =60.5 | 深圳市美味餐饮有限公司 | 味千拉面 | 刘经理 | 13800210601 | 2024.3.1-2027.2.28 | 2个月 | 12,000 | 张伟 | 13800210602
S-102、S-103 | =120 | 王老板 | 便利店 | 王老板 | 13800210603 | 2023年5月1日至2026年4月30日 | | 18,000 | 李娜 | 13800210604
S-104 | =45 | 空置 | | | | | | | 陈明 | 13800210605
`,
    reads: [
      {
        kind: 'residents',
        unmapped: '经营品牌 联系人 免租期 月租金(元)',
        lines: `
3: 张伟 13800210602 owner + 公司 深圳市美味餐饮有限公司 13800210601 tenant 自2024-03-01 | @S-101 | {"kind":"SHOP","builtArea":60.5}
4: 李娜 13800210604 owner + 王老板 13800210603 tenant 自2023-05-01 已退租 | @S-102 | 及 SHOP-S-103 | {"kind":"SHOP"} | !租期:lease_over !面积m2:area_of_several
5: 陈明 13800210605 owner | @S-104 | {"kind":"SHOP","builtArea":45}
`,
      },
    ],
  },
  {
    what: 'companies as customers',
    name: '企业客户',
    rows: `
企业名称 | 统一社会信用代码 | 法定代表人 | 法人电话 | 联系人 | 联系人职务 | 联系人电话 | 单位 | 面积 | 入驻日期 | 行业 | 员工人数 | 备注
深圳市星辰科技有限公司 | 91440300MA5DA1234X | 张伟 | 13800210701 | 李娜 | 行政经理 | 13800210702 | A座1201-1202 | =356.8 | 2023-05-01 | 互联网 | =120 | 重点客户
华南设计院（深圳分院） | | 王强 | | 赵敏 | 前台 | 0755-26001235 | B座801 | =180 | 2022年8月 | 建筑设计 | =45 |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '法定代表人 法人电话 联系人职务 员工人数',
        lines: `
2: 公司 深圳市星辰科技有限公司 91440300MA5DA1234X owner | @A-1201 | 及 A-1202 | {"movedInOn":"2023-05-01"} | industry=互联网,emergencyContact=李娜 13800210702,remark=重点客户 | !面积:area_of_several
3: 公司 华南设计院(深圳分院) owner | @B-801 | {"builtArea":180} | industry=建筑设计,emergencyContact=赵敏 0755-26001235 | !入驻日期:no_day_in_month
`,
      },
    ],
  },
  {
    what: 'offices to let with a vacant one',
    name: '写字楼租赁',
    rows: `
A座写字楼租赁台账
楼层 | 房间号 | 租赁面积 | 承租单位 | 联系人 | 电话 | 合同起 | 合同止 | 单价 | 押金 | 状态
12F | 1201 | =356.8 | 深圳市星辰科技有限公司 | 李娜 | 13800213001 | 2023-05-01 | 2026-04-30 | =120 | 128448 | 在租
12F | 1202 | =180 | | | | | | | | 空置
`,
    reads: [
      {
        kind: 'residents',
        unmapped: '联系人 单价 押金',
        lines: `
3: 公司 深圳市星辰科技有限公司 13800213001 tenant 自2023-05-01 已退租 | @A-1201 | {"floor":12,"builtArea":356.8,"state":"movedIn"} | !合同止:lease_over
4: @A-1202 | {"floor":12,"builtArea":180,"state":"handedOver"}
`,
      },
    ],
  },
  {
    what: 'an English list of foreigners',
    name: 'Residents',
    rows: `
Tower | Floor | Flat | Owner's Name | Nationality | Passport No. | Mobile | Email | Move-in Date | Remarks
Tower 1 | 12/F | A | SMITH, John Michael | UK | 512345678 | +44 7700 900123 | john@example.com | 5-Mar-24 | prefers email
Tower 1 | 12/F | B | Nguyễn Văn An | Vietnam | C1234567 | +84 912 345 678 | | March 8, 2024 |
Tower 2 | 3/F | C | Maria da Silva | Brazil | FX123456 | +1 (415) 555-2671 | | 3/25/24 | tenant: none
`,
    reads: [
      {
        kind: 'owners',
        unmapped: 'Nationality Email',
        lines: `
2: John Michael SMITH +447700900123 512345678 owner | @1-12A | {"floor":12,"movedInOn":"2024-03-05"} | remark=prefers email
3: Nguyễn Văn An +84912345678 C1234567 owner | @1-12B | {"floor":12,"movedInOn":"2024-03-08"}
4: Maria da Silva +14155552671 FX123456 owner | @2-3C | {"floor":3,"movedInOn":"2024-03-25"} | remark=tenant: none
`,
      },
    ],
  },
  {
    what: 'owners from Hong Kong with floors and doors',
    name: '業主資料',
    rows: `
座 | 樓層 | 單位 | 業主姓名 | 英文姓名 | 電話 | 身份證 | 收樓日期 | 車位 | 備註
1座 | 12樓 | A室 | 陳大文 | CHAN Tai Man | +852 9123 4567 | A123456(3) | 2024年3月5日 | P12 | 長居香港
1座 | 12樓 | B室 | 李小美、黃志強 | LEE Siu Mei | 852-6123 4568 | B234567(8) | 5/3/2024 | | 共同業主
2座 | 地下 | 商舖1號 | 何氏有限公司 | | 2521 6789 | | | |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '英文姓名',
        lines: `
2: 陳大文 +85291234567 A1234563 owner | @1-12A | 及 PARKING_SPACE-P12 | {"floor":12,"handedOverOn":"2024-03-05"} | remark=長居香港
3: 李小美 +85261234568 B2345678 owner + 黃志強 coOwner | @1-12B | {"floor":12} | remark=共同業主 | !收樓日期:not_a_date
4: 公司 何氏有限公司 25216789 owner | @2-1 | {"kind":"SHOP"} | !樓層:not_a_number
`,
      },
    ],
  },
];
