import type { Office } from './understanding.ts';

export const salesFloor: readonly Office[] = [
  {
    what: 'a register of visits in weekly sections with their sums',
    name: '4月来访',
    rows: `
锦绣花园2024年4月来访登记表 | | | | | | | |
第一周（4.1-4.7） | | | | | | | |
序号 | 日期 | 时间 | 客户姓名 | 联系电话 | 认知途径 | 意向户型 | 级别 | 置业顾问
=1 | 4.1 | 10:30 | 张伟 | 13800210101 | 朋友介绍 | 三房 | A | 刘洋
=2 | 4.2 | 14:05 | 李女士 | 13800210102 | 抖音 | 两房 | B | 刘洋
本周来访 | 2组 | | | | | | |
第二周（4.8-4.14） | | | | | | | |
=3 | 4.8 | 9:15 | 王强 | 13800210103 | 路过 | 四房 | C | 陈静
=4 | 4.9 | 15:40 | 赵敏夫妇 | 13800210104 | 老业主介绍 | 三房 | B+ | 陈静
本周来访 | 2组 | | | | | | |
本月累计来访4组 | | | | | | | |
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '序号',
        lines: `
4: 张伟 13800210101 owner | {"kind":"VISIT_IN","day":"2024-04-01","minutes":630,"text":"意向级别 A（原系统标准）","staffName":"刘洋"} | source=朋友介绍,layoutWanted=三房,grade=A
5: 李女士 13800210102 女 owner | {"kind":"VISIT_IN","day":"2024-04-02","minutes":845,"text":"意向级别 B（原系统标准）","staffName":"刘洋"} | source=抖音,layoutWanted=两房,grade=B
8: 王强 13800210103 owner | {"kind":"VISIT_IN","day":"2024-04-08","minutes":555,"text":"意向级别 C（原系统标准）","staffName":"陈静"} | source=路过,layoutWanted=四房,grade=C
9: 赵敏 13800210104 owner | {"kind":"VISIT_IN","day":"2024-04-09","minutes":940,"text":"意向级别 B+（原系统标准）","staffName":"陈静"} | source=老业主介绍,layoutWanted=三房,grade=B+
`,
      },
    ],
  },
  {
    what: 'subscriptions and contracts with both prices and what was paid, in ten thousands',
    name: '认购签约回款台账',
    rows: `
单位：万元
序号 | 房号 | 客户姓名 | 电话 | 面积 | 单价（元/㎡） | 认购日期 | 认购总价 | 定金 | 签约日期 | 签约总价 | 首付 | 按揭 | 按揭银行 | 已回款 | 未回款 | 回款日期 | 置业顾问
=1 | 3-1-101 | 张伟 | 13800210201 | =89.5 | =20000 | 2024-03-05 | =179 | =5 | 2024-03-12 | =179 | =54 | =125 | 工行 | =54 | =125 | 2024-03-15 | 刘洋
=2 | 3-1-102 | 李娜/王强 | 13800210202/13800210203 | =120 | =21000 | 2024-03-06 | =252 | =5 | | | | | | =5 | =247 | | 陈静
合计 | 2套 | | | =209.5 | | | =431 | =10 | | =179 | =54 | =125 | | =59 | =372 | |
`,
    reads: [
      {
        kind: 'deals',
        unmapped: '序号 首付 已回款 未回款 回款日期',
        lines: `
3: 张伟 13800210201 owner | @3-1-101 | {"builtArea":89.5} | {"subscribedOn":"2024-03-05","signedOn":"2024-03-12","agreedPriceFen":179000000,"unitPriceFen":2000000,"depositFen":5000000,"loanFen":125000000,"bank":"工行","staffName":"刘洋"}
4: 李娜 13800210202 owner + 王强 13800210203 coOwner | @3-1-102 | {"builtArea":120} | {"subscribedOn":"2024-03-06","agreedPriceFen":252000000,"unitPriceFen":2100000,"depositFen":5000000,"staffName":"陈静"}
`,
      },
    ],
  },
  {
    what: 'showings that a channel reported, with a masked phone',
    name: '渠道带看',
    rows: `
渠道带看登记表
报备日期 | 渠道公司 | 经纪人 | 经纪人电话 | 客户姓名 | 客户电话 | 带看日期 | 带看时间 | 是否有效 | 置业顾问 | 成交情况
2024/3/5 | 贝壳 | 小赵 | 13900211001 | 张先生 | 138****1001 | 2024/3/6 | 14:30 | 有效 | 刘洋 | 未成交
2024/3/5 | 链家 | 小钱 | 13900211002 | 李娜 | 13800211002 | 2024/3/7 | 10:00 | 无效（已到访） | 陈静 |
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '报备日期 经纪人 经纪人电话 是否有效 成交情况',
        lines: `
3: 退回 客户电话:phone_masked
4: 李娜 13800211002 owner | {"kind":"VISIT_IN","day":"2024-03-07","minutes":600,"staffName":"陈静"} | source=链家
`,
      },
    ],
  },
  {
    what: 'contracts printed in pages, each with title, headings and sum',
    name: '签约台账',
    rows: `
签约台账 第1页
合同编号 | 房号 | 客户 | 电话 | 签约日期 | 建筑面积 | 成交单价 | 成交总价 | 付款方式
HT-001 | 3-1-101 | 张伟 | 13800211601 | 2024.3.5 | 89.50 | 20,000.00 | 1,790,000.00 | 按揭
HT-002 | 3-1-102 | 李娜 | 13800211602 | 2024.3.6 | 120.00 | 21,000 | ￥2,520,000 | 一次性
本页小计 | | | | | 209.50 | | 4,310,000.00 |
签约台账 第2页
合同编号 | 房号 | 客户 | 电话 | 签约日期 | 建筑面积 | 成交单价 | 成交总价 | 付款方式
HT-003 | 3-1-103 | 王强 | 13800211603 | 2024.3.7 | 89.50 | 20,500.00 | 壹佰捌拾叁万肆仟柒佰伍拾元整 | 分期
合计 | | | | | 299.00 | | 6,144,750.00 |
制表人：小王 | | | 审核人：老李 | | | | 2024年3月31日 |
`,
    reads: [
      {
        kind: 'deals',
        unmapped: '',
        lines: `
3: 张伟 13800211601 owner | @3-1-101 | {"builtArea":89.5} | {"key":"HT-001","contractNumber":"HT-001","signedOn":"2024-03-05","agreedPriceFen":179000000,"unitPriceFen":2000000,"payment":"按揭"}
4: 李娜 13800211602 owner | @3-1-102 | {"builtArea":120} | {"key":"HT-002","contractNumber":"HT-002","signedOn":"2024-03-06","agreedPriceFen":252000000,"unitPriceFen":2100000,"payment":"一次性"}
8: 王强 13800211603 owner | @3-1-103 | {"builtArea":89.5} | {"key":"HT-003","contractNumber":"HT-003","signedOn":"2024-03-07","agreedPriceFen":183475000,"unitPriceFen":2050000,"payment":"分期"}
`,
      },
    ],
  },
  {
    what: 'follow-ups in a column each, one without a day',
    name: '老客户回访',
    rows: `
序号 | 客户姓名 | 电话 | 首访日期 | 首访内容 | 第一次回访 | 第二次回访 | 第三次回访 | 置业顾问 | 意向级别
=1 | 张伟 | 13800211901 | 2024-03-01 | 看三房，嫌贵 | 3.5 电话，考虑中 | 3.12 微信发户型图 | 2024-03-20 到访，带父母 | 刘洋 | B
=2 | 李娜 | 13800211902 | 2024-03-02 | 首次置业 | 3.6 无人接 | 不需要了 | | 陈静 | D
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '序号',
        lines: `
2: 张伟 13800211901 owner | {"kind":"VISIT_IN","day":"2024-03-01","text":"看三房,嫌贵；意向级别 B（原系统标准）","staffName":"刘洋"} | {"kind":"CALL_OUT","day":"2024-03-05","text":"电话,考虑中","staffName":"刘洋"} | {"kind":"WECHAT","day":"2024-03-12","text":"微信发户型图","staffName":"刘洋"} | {"kind":"VISIT_IN","day":"2024-03-20","text":"到访,带父母","staffName":"刘洋"} | grade=B
3: 李娜 13800211902 owner | {"kind":"VISIT_IN","day":"2024-03-02","text":"首次置业；意向级别 D（原系统标准）；第二次回访：不需要了","staffName":"陈静"} | {"kind":"CALL_OUT","day":"2024-03-06","text":"无人接","staffName":"陈静"} | grade=D | !第二次回访:no_date
`,
      },
    ],
  },
  {
    what: 'a form of visitors with ticked boxes and means of travel',
    name: '来访问卷',
    rows: `
来访客户登记表
日期 | 姓名 | 性别 | 年龄 | 电话 | 居住区域 | 首次/二次 | 来访方式 | 需求面积 | 预算 | 意向程度 | 接待人
3月5日 | 张伟 | ☑男□女 | 31-40 | 13800212401 | 南山 | 首次 | 自驾 | 90-110㎡ | 300-400万 | ★★★ | 刘洋
3月5日 | 李娜 | □男☑女 | 30以下 | 13800212402 | 福田 | 二次 | 地铁 | 120以上 | 500万左右 | 高 | 刘洋
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '首次/二次 来访方式',
        lines: `
3: 张伟 13800212401 男 owner | livingArea=南山,areaWanted=90-110m2,budget=300-400万,grade=★★★ | !年龄:age_band !日期:no_year !意向程度:grade_unknown
4: 李娜 13800212402 女 owner | livingArea=福田,areaWanted=120以上,budget=500万左右,grade=高 | !年龄:age_band !日期:no_year !意向程度:grade_unknown
`,
      },
    ],
  },
  {
    what: 'the progress of mortgages',
    name: '按揭进度',
    rows: `
房号 | 客户姓名 | 联系方式 | 签约日期 | 总价（元） | 首付款 | 贷款类型 | 贷款银行 | 贷款金额（万） | 贷款年限 | 资料递交 | 批贷日期 | 放款日期 | 责任人
3-1-101 | 张伟 | 13800212701 | 2024/3/5 | 1,790,000 | 540000 | 商业贷款 | 工商银行 | 125 | 30年 | 2024/3/10 | 2024/3/20 | 2024/3/28 | 小周
3-1-102 | 李娜、王强 | 13800212702 | 2024/3/6 | 252万 | 76万 | 组合贷 | 建行 | 公积金60+商贷116 | 25 | 缺流水 | | | 小周
`,
    reads: [
      {
        kind: 'deals',
        unmapped: '首付款 贷款类型 贷款年限 资料递交 批贷日期 放款日期 责任人',
        lines: `
2: 张伟 13800212701 owner | @3-1-101 | {"signedOn":"2024-03-05","agreedPriceFen":179000000,"loanFen":125000000,"bank":"工商银行"}
3: 李娜 13800212702 owner + 王强 coOwner | @3-1-102 | {"signedOn":"2024-03-06","agreedPriceFen":252000000,"bank":"建行"} | !贷款金额(万):not_an_amount
`,
      },
    ],
  },
  {
    what: 'calls and visits side by side',
    name: '客户',
    rows: `
来电登记 | | | | | 来访登记 | | |
日期 | 姓名 | 电话 | 来源 | | 日期 | 姓名 | 电话 | 级别
2024-03-05 | 张伟 | 13800212301 | 网络 | | 2024-03-05 | 李娜 | 13800212302 | A
2024-03-06 | 王强 | 13800212303 | 户外 | | 2024-03-06 | 赵敏 | 13800212304 | B
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '',
        lines: `
3: 张伟 13800212301 owner | {"kind":"CALL_IN","day":"2024-03-05"} | source=网络
4: 王强 13800212303 owner | {"kind":"CALL_IN","day":"2024-03-06"} | source=户外
`,
      },
      {
        kind: 'contacts',
        unmapped: '',
        lines: `
3: 李娜 13800212302 owner | {"kind":"VISIT_IN","day":"2024-03-05","text":"意向级别 A（原系统标准）"} | grade=A
4: 赵敏 13800212304 owner | {"kind":"VISIT_IN","day":"2024-03-06","text":"意向级别 B（原系统标准）"} | grade=B
`,
      },
    ],
  },
];
