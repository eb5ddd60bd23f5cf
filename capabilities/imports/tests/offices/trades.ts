import type { Office } from './understanding.ts';

export const trades: readonly Office[] = [
  {
    what: 'a hand-over register with keys and meters',
    name: '交付登记',
    rows: `
锦绣花园一期交付登记表
序号 | 楼栋 | 单元 | 房号 | 业主姓名 | 身份证号 | 联系电话 | 应交付日期 | 实际交付日期 | 钥匙数量 | 水表底数 | 电表底数 | 业主签字 | 验房问题 | 经办人
1 | 3 | 1 | 101 | 张伟 | 44030119850509039X | 13800200201 | 2024-06-30 | 2024-06-28 | 5 | 0012 | 0.5 | | 墙面空鼓 | 小王
2 | 3 | 1 | 102 | 李娜(代:王强 13900200202) | | 138 0020 0202 | 2024-06-30 | 未办理 | | | | | |
本日小计：2户 | | | | | | | | | | | | | |
交付负责人：______ 日期： 年 月 日
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '序号 应交付日期 钥匙数量 水表底数 电表底数 业主签字 验房问题 经办人',
        lines: `
3: 张伟 13800200201 男 1985-05-09 44030119850509039X owner | @3-1-101 | {"handedOverOn":"2024-06-28"}
4: 李娜 13800200202 owner | @3-1-102 | remark=李娜(代:王强 13900200202) | !实际交付日期:not_a_date
`,
      },
    ],
  },
  {
    what: 'permits for fitting out with two days and a deposit',
    name: '装修登记',
    rows: `
房号 | 业主 | 电话 | 装修公司 | 现场负责人 | 负责人电话 | 开工日期 | 竣工日期 | 装修押金 | 垃圾清运费 | 备注
3-1-101 | 张伟 | 13800200211 | 美家装饰 | 老刘 | 13900200211 | 24.3.5 | 24.8.5 | 2000 | 500 | 拆墙已告知
3-1-102 | 李娜 | 13800200212 | 自装 | 本人 | 13800200212 | 2024-04-01 | | 2000 | |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '装修公司 现场负责人 负责人电话 竣工日期 装修押金 垃圾清运费',
        lines: `
2: 张伟 13800200211 owner | @3-1-101 | {"fittedOutOn":"2024-03-05"} | remark=拆墙已告知
3: 李娜 13800200212 owner | @3-1-102 | {"fittedOutOn":"2024-04-01"}
`,
      },
    ],
  },
  {
    what: 'spaces sold and let in one list',
    name: '车位租售台账',
    rows: `
车位编号 | 车位类型 | 租/售 | 业主/租户 | 联系电话 | 房号 | 车牌号 | 起租日期 | 到期日期 | 月租金 | 购买总价
B1-001 | 产权 | 售 | 张伟 | 13800200221 | 3-1-101 | 粤B12345 | | | | 180000
B1-002 | 人防 | 租 | 李娜 | 13800200222 | 3-1-102 | 粤BD12345 | 2024-01-01 | 2024-12-31 | 300 |
负一层003 | 产权 | 空置 | | | | | | | |
4 | 产权 | 售 | 王强 | 13800200223 | 3栋1单元103 | 无车 | | | | 17.5万
`,
    reads: [
      {
        kind: 'parking',
        unmapped: '月租金 购买总价',
        lines: `
2: 张伟 13800200221 owner | @3-1-101 | {"code":"B1-001","kind":"产权","tenure":"sold","plate":"粤B12345"} | plate=粤B12345
3: 李娜 13800200222 tenant 自2024-01-01 已退租 | @3-1-102 | {"code":"B1-002","kind":"人防","tenure":"let","plate":"粤BD12345"} | plate=粤BD12345 | !到期日期:lease_over
4: {"code":"负一层003","kind":"产权"}
5: 王强 13800200223 owner | @3-1-103 | {"code":"4","kind":"产权","tenure":"sold","plate":"无车"}
`,
      },
    ],
  },
  {
    what: 'complaints, which are no customers’ list',
    name: '投诉台账',
    rows: `
投诉日期 | 房号 | 业主姓名 | 联系电话 | 投诉内容 | 处理人 | 处理结果 | 回访
2024-03-05 | 3-1-101 | 张伟 | 13800200231 | 噪音 | 小王 | 已处理 | 满意
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
    what: 'members who brought friends',
    name: '老带新',
    rows: `
推荐人 | 推荐人电话 | 推荐人房号 | 被推荐人 | 被推荐人电话 | 推荐日期 | 到访日期 | 成交房号 | 奖励状态
张伟 | 13800200241 | 3-1-101 | 李娜 | 13800200242 | 2024-03-01 | 2024-03-05 | 5-1-101 | 已发放
张伟 | 13800200241 | 3-1-101 | 王强 | 13800200243 | 2024-03-02 | | |
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '推荐人 推荐人电话 推荐人房号 推荐日期 成交房号 奖励状态',
        lines: `
2: 李娜 13800200242 owner | {"kind":"VISIT_IN","day":"2024-03-05"}
3: 王强 13800200243 owner | !到访日期:no_date
`,
      },
    ],
  },
  {
    what: 'members of the owners’ club',
    name: '会员',
    rows: `
会员卡号 | 会员姓名 | 手机 | 会员等级 | 积分 | 入会日期 | 生日 | 房号
VIP0001 | 张伟 | 13800200251 | 金卡 | 1200 | 2023-05-01 | 5月9日 | 3-1-101
VIP0002 | 李娜 | 13800200252 | 银卡 | 300 | 2023-06-01 | 1988-01-02 | 3-1-102
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '会员卡号 会员等级 积分 入会日期',
        lines: `
2: 张伟 13800200251 owner | @3-1-101 | careDates=[{"kind":"birthday","calendar":"solar","month":5,"dayOfMonth":9,"yearly":true}]
3: 李娜 13800200252 1988-01-02 owner | @3-1-102
`,
      },
    ],
  },
  {
    what: 'owners from abroad and from Hong Kong, Macau and Taiwan',
    name: '境外业主',
    rows: `
房号 | 业主姓名 | 英文名 | 国籍 | 证件类型 | 证件号码 | 联系电话 | 备注
3-1-101 | CHAN TAI MAN 陈大文 | Chan Tai Man | 中国香港 | 回乡证 | H12345678 | +852 9123 4567 |
3-1-102 | Smith, John | John Smith | USA | 护照 | 512345678 | +1 (415) 555-2671 | 
3-1-103 | 林志玲 | | 中国台湾 | 台胞证 | 12345678 | 00886-912345678 |
3-1-104 | 何鸿燊 | | 中国澳门 | 港澳居民来往内地通行证 | M12345678 | 853-66123456 / 13800200264 |
3-1-105 | 金正民(KIM JUNGMIN) | | 韩国 | 护照 | M12345679 | +82 10 1234 5678 |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '英文名 国籍',
        lines: `
2: CHAN TAI MAN 陈大文 +85291234567 H12345678 owner | @3-1-101
3: John Smith +14155552671 512345678 owner | @3-1-102
4: 林志玲 +886912345678 12345678 owner | @3-1-103
5: 何鸿燊 +85366123456/13800200264 M12345678 owner | @3-1-104
6: 金正民 +821012345678 M12345679 owner | @3-1-105 | remark=金正民(KIM JUNGMIN)
`,
      },
    ],
  },
  {
    what: 'companies that own homes',
    name: '企业业主',
    rows: `
房号 | 产权人 | 统一社会信用代码 | 法定代表人 | 法人电话 | 联系人 | 联系人电话 | 建筑面积
1-1-101 | 深圳市星河科技有限公司 | 91440300MA5EQXL91X | 张伟 | 13800200271 | 李经理 | 13800200272 | 120.5
1-1-102 | 某某（深圳）投资合伙企业（有限合伙） | | 王强 | 13800200273 | | | 98
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '法定代表人 法人电话',
        lines: `
2: 公司 深圳市星河科技有限公司 91440300MA5EQXL91X owner | @1-1-101 | {"builtArea":120.5} | emergencyContact=李经理 13800200272
3: 公司 某某(深圳)投资合伙企业(有限合伙) owner | @1-1-102 | {"builtArea":98}
`,
      },
    ],
  },
  {
    what: 'English headings of a foreign agent',
    name: 'Owner List',
    rows: `
Unit No. | Block | Floor | Owner Name | Passport No | Mobile | Email | Area (sqm) | Handover Date | Remarks
101 | 8 | 1 | John Smith | E12345678 | +44 7911 123456 | js@example.com | 89.5 | 5-Mar-24 | prefers WeChat
102 | 8 | 1 | Zhang Wei | | 13800200281 | | 89.5 | Mar 6, 2024 |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: 'Email',
        lines: `
2: John Smith +447911123456 E12345678 owner | @8-101 | {"floor":1,"builtArea":89.5,"handedOverOn":"2024-03-05"} | remark=prefers WeChat
3: Zhang Wei 13800200281 owner | @8-102 | {"floor":1,"builtArea":89.5,"handedOverOn":"2024-03-06"}
`,
      },
    ],
  },
  {
    what: 'a WPS export with codes and apostrophes',
    name: '导出数据',
    rows: `
房屋ID | 房屋名称 | 业主ID | 业主名称 | 手机 | 性别(1男2女) | 证件类型(1身份证) | 证件号 | 建筑面积(㎡) | 是否户主
=10001 | 锦绣花园-9栋-1单元-101 | =501 | 张伟 | '13800200291 | 1 | 1 | '440301198505090015 | 89.50 | 1
=10002 | 锦绣花园-9栋-1单元-102 | =502 | 李娜 | =13800200292 | 2 | 1 | | 120.00 | 1
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '房屋ID 是否户主',
        lines: `
2: 张伟 13800200291 男 1985-05-09 440301198505090015 owner | @锦绣花园9-1-101 | {"builtArea":89.5}
3: 李娜 13800200292 女 owner | @锦绣花园9-1-102 | {"builtArea":120}
`,
      },
    ],
  },
  {
    what: 'phones with spaces and ID numbers with small x',
    name: '业主',
    rows: `
房号 | 业主 | 身份证号 | 电话
3-1-101 | 张伟 | 4403 0119 8505 0903 9x | 138 0020 0301
3-1-102 | 李娜 | ４４０３０１１９８５０５０９００１５ | 138　0020　0302
3-1-103 | 王 强 | 440301198505090015 | 138-0020-0303（微信同号）
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800200301 男 1985-05-09 44030119850509039X owner | @3-1-101
3: 李娜 13800200302 男 1985-05-09 440301198505090015 owner | @3-1-102
4: 王强 13800200303 男 1985-05-09 440301198505090015 owner | @3-1-103
`,
      },
    ],
  },
];
