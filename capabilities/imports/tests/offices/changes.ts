import type { Office } from './understanding.ts';

export const changes: readonly Office[] = [
  {
    what: 'a month’s calls whose days stand first, as one of them proves',
    name: '4月来电',
    rows: `
2024年4月来电登记
日期 | 来电号码 | 客户称呼 | 咨询 | 媒体
1/4 | 13800200101 | 王先生 | 价格 | 抖音
15/4 | 13800200102 | 李小姐 | 户型 | 朋友
4/5 | 13800200103 | 赵女士 | |
4月7日 | 13800200104 | 孙先生 | |
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '',
        lines: `
3: 王先生 13800200101 男 owner | {"kind":"CALL_IN","day":"2024-04-01","text":"价格"} | source=抖音
4: 李小姐 13800200102 女 owner | {"kind":"CALL_IN","day":"2024-04-15","text":"户型"} | source=朋友
5: 赵女士 13800200103 女 owner | !日期:day_or_month
6: 孙先生 13800200104 男 owner | {"kind":"CALL_IN","day":"2024-04-07"}
`,
      },
    ],
  },
  {
    what: 'visits whose month stands first, under a title of another month',
    name: '来访',
    rows: `
2024年4月来访登记
来访日期 | 姓名 | 电话 | 意向级别
4/15 | 王一 | 13800200111 | A
1/4 | 王二 | 13800200112 | B
3/28 | 王三 | 13800200113 | B
4/4 | 王四 | 13800200114 | C
4.8 | 王五 | 13800200115 | C
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '',
        lines: `
3: 王一 13800200111 owner | {"kind":"VISIT_IN","day":"2024-04-15","text":"意向级别 A（原系统标准）"} | grade=A
4: 王二 13800200112 owner | grade=B | !来访日期:day_or_month
5: 王三 13800200113 owner | {"kind":"VISIT_IN","day":"2024-03-28","text":"意向级别 B（原系统标准）"} | grade=B
6: 王四 13800200114 owner | {"kind":"VISIT_IN","day":"2024-04-04","text":"意向级别 C（原系统标准）"} | grade=C
7: 王五 13800200115 owner | {"kind":"VISIT_IN","day":"2024-04-08","text":"意向级别 C（原系统标准）"} | grade=C
`,
      },
    ],
  },
  {
    what: 'days with years the English way round',
    name: 'Visits',
    rows: `
Visit Date | Customer Name | Mobile | Source
13/5/2024 | John Smith | 13800200121 | Website
3/5/2024 | Mary Jones | +852 9123 4567 | Friend
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '',
        lines: `
2: John Smith 13800200121 owner | {"kind":"VISIT_IN","day":"2024-05-13"} | source=Website
3: Mary Jones +85291234567 owner | {"kind":"VISIT_IN","day":"2024-05-03"} | source=Friend
`,
      },
    ],
  },
  {
    what: 'the man and the woman of the house, each with a phone',
    name: '住户',
    rows: `
房号 | 男主人 | 男主人电话 | 女主人 | 女主人电话 | 备注
3-1-101 | 张伟 | 13800200131 | 李娜 | 13800200132 |
3-1-102 | 王强 | 13800200133 | 无 | |
3-1-103 | | | 赵敏 | 13800200134 | 单亲
`,
    reads: [
      {
        kind: 'residents',
        unmapped: '',
        lines: `
2: 张伟 13800200131 resident + 李娜 13800200132 family 配偶 | @3-1-101
3: 王强 13800200133 resident | @3-1-102
4: 赵敏 13800200134 resident | @3-1-103 | remark=单亲
`,
      },
    ],
  },
  {
    what: 'phones of the man and the woman beside one owner',
    name: '业主',
    rows: `
房号 | 业主姓名 | 性别 | 男主人电话 | 女主人电话
3-1-201 | 张伟 | 男 | 13800200141 | 13800200142
3-1-202 | 李娜 | 女 | 13800200143 | 13800200144
3-1-203 | 王芳、陈明 | | 13800200145 | 13800200146
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800200141 男 owner | @3-1-201 | !女主人电话:phone_of_nobody
3: 李娜 13800200144 女 owner | @3-1-202 | !男主人电话:phone_of_nobody
4: 王芳 owner + 陈明 coOwner | @3-1-203 | !男主人电话:phone_of_nobody !女主人电话:phone_of_nobody
`,
      },
    ],
  },
  {
    what: 'a phone of the spouse without the spouse’s name',
    name: '业主',
    rows: `
房号 | 业主 | 电话 | 配偶电话 | 紧急联系人
3-1-301 | 张伟 | 13800200151 | 13800200152 | 老王13800200153
3-1-302 | 李娜 | 13800200154 | |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800200151 owner | @3-1-301 | emergencyContact=老王13800200153 | !配偶电话:phone_of_nobody
3: 李娜 13800200154 owner | @3-1-302
`,
      },
    ],
  },
  {
    what: 'the two sides of a marriage',
    name: '业主',
    rows: `
房号 | 男方姓名 | 男方身份证 | 男方电话 | 女方姓名 | 女方身份证 | 女方电话
3-1-401 | 张伟 | 440301198505090015 | 13800200161 | 李娜 | 110105198801021223 | 13800200162
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800200161 男 1985-05-09 440301198505090015 owner + 李娜 13800200162 女 1988-01-02 110105198801021223 family 配偶 | @3-1-401
`,
      },
    ],
  },
  {
    what: 'where members of a family work',
    name: '家庭成员',
    rows: `
房号 | 业主姓名 | 业主电话 | 工作单位 | 成员姓名 | 与业主关系 | 成员电话 | 成员工作单位 | 成员职业
3-1-501 | 张伟 | 13800200171 | 华为 | 李娜 | 妻子 | 13800200172 | 招商银行 | 会计
 | | | | 张小宝 | 儿子 | | 育才小学 | 学生
`,
    reads: [
      {
        kind: 'residents',
        unmapped: '',
        lines: `
2: 张伟 13800200171 owner + 李娜 13800200172 family 配偶 | @3-1-501 | employer=华为,李娜employer=招商银行,李娜occupation=会计
3: 张伟 owner + 张小宝 family 子女 | @3-1-501 | 张小宝employer=育才小学,张小宝occupation=学生
`,
      },
    ],
  },
  {
    what: 'a member’s employer under the bare heading behind the member',
    name: '家庭',
    rows: `
房号 | 户主 | 电话 | 家庭成员 | 关系 | 电话 | 工作单位
3-1-502 | 王强 | 13800200173 | 赵敏 | 配偶 | 13800200174 | 市医院
`,
    reads: [
      {
        kind: 'residents',
        unmapped: '',
        lines: `
2: 王强 13800200173 owner + 赵敏 13800200174 family 配偶 | @3-1-502 | 赵敏employer=市医院
`,
      },
    ],
  },
  {
    what: 'a change of owners with the former and the new one',
    name: '过户登记',
    rows: `
2024年二手房过户登记表
序号 | 房号 | 原业主 | 原业主电话 | 新业主 | 新业主电话 | 新业主身份证号 | 过户日期 | 备注
1 | 3-1-601 | 张伟 | 13800200181 | 李娜 | 13800200182 | 110105198801021223 | 2024-03-05 | 房款已清
2 | 3-1-602 | 王强、赵敏 | | 王强 | 13800200183 | | 2024/4/1 | 离婚析产
3 | 3-1-603 | | | 陈明 | 13800200184 | | 2024-05-01 |
4 | 3-1-604 | 孙三 | 13800200185 | 周杰 | 13800200186 | | |
5 | 3-1-605 | 钱二 | | | | | 2024-06-01 | 新业主未登记
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '序号',
        lines: `
3: 李娜 13800200182 女 1988-01-02 110105198801021223 owner 自2024-03-05 + 张伟 13800200181 owner 至2024-03-05 | @3-1-601 | remark=房款已清
4: 王强 13800200183 owner 自2024-04-01 + 赵敏 owner 至2024-04-01 | @3-1-602 | remark=离婚析产
5: 陈明 13800200184 owner 自2024-05-01 | @3-1-603 | !原业主:former_owner_missing
6: 周杰 13800200186 owner + 孙三 13800200185 owner 至2026-11-21 | @3-1-604 | !原业主:transfer_day_unknown
7: 钱二 owner 至2024-06-01 | @3-1-605 | remark=新业主未登记
`,
      },
    ],
  },
];
