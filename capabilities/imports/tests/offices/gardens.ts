import type { Office } from './understanding.ts';

export const gardens: readonly Office[] = [
  {
    what: 'a tab per garden',
    name: '梅园',
    rows: `
楼栋 | 单元 | 房号 | 业主姓名 | 联系电话
3栋 | 1单元 | 101 | 张伟 | 13800142001
兰园3栋 | 1单元 | 101 | 李娜 | 13800142002
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800142001 owner | @梅园3-1-101
3: 李娜 13800142002 owner | @兰园3-1-101
`,
      },
    ],
  },
  {
    what: 'a line per garden and per building',
    name: '业主名册',
    rows: `
房号 | 业主姓名 | 联系电话
梅园
3栋
1-101 | 张伟 | 13800142101
1-102 | 李娜 | 13800142102
5栋
1-101 | 王芳 | 13800142103
兰园：
3-1-101 | 赵一 | 13800142104
竹园6栋
101 | 钱二 | 13800142105
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
4: 张伟 13800142101 owner | @梅园3-1-101
5: 李娜 13800142102 owner | @梅园3-1-102
7: 王芳 13800142103 owner | @梅园5-1-101
9: 赵一 13800142104 owner | @兰园3-1-101
11: 钱二 13800142105 owner | @竹园6-101
`,
      },
    ],
  },
  {
    what: 'a title of one garden',
    name: 'Sheet1',
    merged: ['A1:C1'],
    rows: `
翠湖苑业主名册
房号 | 业主姓名 | 联系电话
3-1-101 | 张伟 | 13800142201
锦绣花园3栋1单元102 | 李娜 | 13800142202
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
3: 张伟 13800142201 owner | @翠湖苑3-1-101
4: 李娜 13800142202 owner | @锦绣花园3-1-102
`,
      },
    ],
  },
];
