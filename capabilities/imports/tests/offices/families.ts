import type { Office } from './understanding.ts';

export const families: readonly Office[] = [
  {
    what: 'owners with wives, children, days to care about, spaces and storage rooms',
    name: '业主档案',
    rows: `
房号 | 业主姓名 | 手机号 | 配偶姓名 | 配偶电话 | 配偶生日 | 子女姓名 | 子女生日 | 子女学校 | 结婚纪念日 | 农历生日 | 车位号 | 储藏室号 | 邮编
1-1-101 | 张伟 | 13800141001 | 李娜 | 13800141002 | 1987-05-20 | 张小宝、张小贝 | 2015-06-01、2018年9月 | 南山实验小学、幼儿园中班 | 2012-10-01 | 八月十五 | B1-023、B1-024 | C-07 | 518000
1-1-102 | 王芳 | 13800141003 |  |  |  |  |  |  | 10月8日 | 13-40 | 2个 | 无 |
1-1-103 | 赵敏 | 13800141004 | 周杰 |  | 1985 |  | 2019-13 |  | 2012年 |  |  |  |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '邮编',
        lines: `
2: 张伟 13800141001 owner + 李娜 13800141002 1987-05-20 family 配偶 | @1-1-101 | 及 PARKING_SPACE-B1-023 | 及 PARKING_SPACE-B1-024 | 及 STORAGE-C-07 | familyMembers=[{"relation":"child","name":"张小宝","birthMonth":"2015-06","schoolStage":"primary"},{"relation":"child","name":"张小贝","birthMonth":"2018-09","schoolStage":"kindergarten"}],careDates=[{"kind":"birthday","calendar":"lunar","month":8,"dayOfMonth":15,"yearly":true},{"kind":"familyBirthday","whose":"配偶","calendar":"solar","month":5,"dayOfMonth":20,"year":1987,"yearly":true},{"kind":"wedding","calendar":"solar","month":10,"dayOfMonth":1,"year":2012,"yearly":true}]
3: 王芳 13800141003 owner | @1-1-102 | careDates=[{"kind":"wedding","calendar":"solar","month":10,"dayOfMonth":8,"yearly":true}] | !车位号:space_not_understood !农历生日:no_such_day
4: 赵敏 13800141004 owner + 周杰 1985 family 配偶 | @1-1-103 | !子女生日:not_a_date !配偶生日:not_a_date !结婚纪念日:not_a_date
`,
      },
    ],
  },
  {
    what: 'a list of families beside their owners',
    name: '家庭成员',
    rows: `
房号 | 业主姓名 | 成员姓名 | 与业主关系 | 性别 | 出生日期 | 联系电话 | 身份证号
1-1-101 | 张伟 | 李娜 | 妻子 | 女 | 1987-06-01 | 13800141002 |
1-1-101 | 张伟 | 张小宝 | 长子 | 男 | 2015-06-01 |  | 44030120150601131X
1-1-101 | 张伟 | 张父 | 父亲 | 男 | 1955 | 13800141009 |
1-1-102 | 王芳 | 钱阿姨 | 保姆 | 女 |  | 13800141010 |
`,
    reads: [
      {
        kind: 'residents',
        unmapped: '',
        lines: `
2: 张伟 owner + 李娜 13800141002 女 1987-06-01 family 配偶 | @1-1-101
3: 张伟 owner + 张小宝 男 2015 family 子女 | @1-1-101 | !出生日期:child_kept_short
4: 张伟 owner + 张父 13800141009 男 1955 family 父母 | @1-1-101
5: 王芳 owner + 钱阿姨 13800141010 女 resident | @1-1-102
`,
      },
    ],
  },
  {
    what: 'family members alone, each with the home',
    name: '家庭成员登记',
    rows: `
房号 | 家庭成员姓名 | 与户主关系 | 成员电话 | 家属身份证号
1-1-101 | 李娜 | 配偶 | 13800141002 |
1-1-101 | 张岳母 | 岳母 | 13800141011 |
`,
    reads: [
      {
        kind: 'residents',
        unmapped: '',
        lines: `
2: 李娜 13800141002 family 配偶 | @1-1-101
3: 张岳母 13800141011 family 亲属 | @1-1-101
`,
      },
    ],
  },
  {
    what: 'storage rooms with their owners',
    name: '储藏室台账',
    rows: `
储藏室编号 | 面积 | 业主姓名 | 联系电话 | 房号
C-07 | =6.5 | 张伟 | 13800141001 | 1-1-101
C-08 | =7 |  |  |
`,
    reads: [
      {
        kind: 'parking',
        unmapped: '',
        lines: `
2: 张伟 13800141001 owner | @1-1-101 | {"builtArea":6.5} | {"code":"C-07","area":6.5,"isStorage":true}
3: {"code":"C-08","area":7,"isStorage":true}
`,
      },
    ],
  },
  {
    what: 'a register that writes the family in words',
    name: '业主',
    rows: `
房号 | 姓名 | 电话 | 家庭成员 | 公司成立日期 | 特殊纪念日
1-1-101 | 张伟 | 13800141001 | 妻子李娜、儿子张小宝、有一只狗 | 2010-03-08 | 农历正月初八
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800141001 owner | @1-1-101 | familyMembers=[{"relation":"spouse","name":"李娜"},{"relation":"child","name":"张小宝"},{"relation":"other","note":"有一只狗"}],careDates=[{"kind":"anniversary","whose":"特殊纪念日","calendar":"lunar","month":1,"dayOfMonth":8,"yearly":true},{"kind":"company","calendar":"solar","month":3,"dayOfMonth":8,"year":2010,"yearly":true}]
`,
      },
    ],
  },
];
