import type { Office } from './understanding.ts';

export const further: readonly Office[] = [
  {
    what: 'a handover list with two holders',
    name: '交付台账',
    rows: `
2024年6月30日集中交付台账（锦绣花园二期）
房间号 | 产权人1 | 产权人1电话 | 产权人2 | 产权人2电话 | 合同交付日 | 实际收房日 | 验房师 | 整改项数 | 是否入住 | 物业费起计日 | 预存物业费 | 联系地址 | 婚姻 | 学历 | 微信昵称
二期-3栋-1-301 | 张伟 | 13800170001 | 李娜 | 13800170002 | 2024-06-30 | 2024-07-02 | 小陈 | 3 | 否 | 2024-07-01 | 3007.2 | 南山区科技园 | 已婚 | 本科 | 老张
二期-3栋-1-302 | 王芳 | 13800170003 |  |  | 2024-06-30 | 未收房 | | | 否 | | | | 离异 | 硕士 |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '合同交付日 验房师 整改项数 是否入住 物业费起计日 预存物业费 学历',
        lines: `
3: 张伟 13800170001 owner + 李娜 13800170002 coOwner | @02期-3-1-301 | {"handedOverOn":"2024-07-02"} | marriage=已婚,address=南山区科技园,wechat=老张
4: 王芳 13800170003 owner | @02期-3-1-302 | marriage=离异 | !实际收房日:not_a_date
`,
      },
    ],
  },
  {
    what: 'days in words, in English and with remarks',
    name: '收房',
    rows: `
房号 | 业主 | 电话 | 收房时间 | 装修开工日期 | 入住时间 | 生日
1-1-101 | 张伟 | 13800170301 | 二〇二四年三月五日 | 2024年3月5日（星期二） | 2024-3-5 0:00 | 1985.05.09
1-1-102 | 李娜 | 13800170302 | Mar 5, 2024 | 5-Mar-24 | 2024/03/05 00:00:00 | 85年5月9日
1-1-103 | 王芳 | 13800170303 | 2024-03-05T10:00:00+08:00 | 2024-3-5(补) | 2024 3 5 | 1985-05
1-1-104 | 陈明 | 13800170304 | =45356.5 | 2024-3 | 已入住 | 5月9日
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 张伟 13800170301 1985-05-09 owner | @1-1-101 | {"handedOverOn":"2024-03-05","fittedOutOn":"2024-03-05","movedInOn":"2024-03-05"}
3: 李娜 13800170302 1985-05-09 owner | @1-1-102 | {"handedOverOn":"2024-03-05","fittedOutOn":"2024-03-05","movedInOn":"2024-03-05"}
4: 王芳 13800170303 1985 owner | @1-1-103 | {"handedOverOn":"2024-03-05","fittedOutOn":"2024-03-05","movedInOn":"2024-03-05"}
5: 陈明 13800170304 owner | @1-1-104 | {"handedOverOn":"2024-03-05"} | careDates=[{"kind":"birthday","calendar":"solar","month":5,"dayOfMonth":9,"yearly":true}] | !装修开工日期:no_day_in_month !入住时间:not_a_date
`,
      },
    ],
  },
  {
    what: 'amounts and areas with units, remarks and in words',
    name: '签约',
    rows: `
合同编号 | 房号 | 客户 | 电话 | 签约日期 | 建筑面积 | 合同总价 | 单价 | 折扣 | 定金
H1 | 1-1-101 | 张伟 | 13800170401 | 2024-03-05 | 89.5平 | RMB 3,586,000.00 | 40,067元/㎡ | 九八折 | 5万元
H2 | 1-1-102 | 李娜 | 13800170402 | 2024-03-05 | 89．5㎡ | 358.6w | 4.0067万/㎡ | 98% | ￥50000
H3 | 1-1-103 | 王芳 | 13800170403 | 2024-03-05 | 约90 | 三百五十八万六千元 | 40067 | 9.8 | 50k
H4 | 1-1-104 | 陈明 | 13800170404 | 2024-03-05 | 89.5/75.1 | 3586000元（含车位） | - | 无 | 伍萬圓
`,
    reads: [
      {
        kind: 'deals',
        unmapped: '',
        lines: `
2: 张伟 13800170401 owner | @1-1-101 | {"builtArea":89.5} | {"key":"H1","contractNumber":"H1","signedOn":"2024-03-05","agreedPriceFen":358600000,"unitPriceFen":4006700,"depositFen":5000000,"discount":0.98}
3: 李娜 13800170402 owner | @1-1-102 | {"builtArea":89.5} | {"key":"H2","contractNumber":"H2","signedOn":"2024-03-05","agreedPriceFen":358600000,"unitPriceFen":4006700,"depositFen":5000000,"discount":0.98}
4: 王芳 13800170403 owner | @1-1-103 | {"builtArea":90} | {"key":"H3","contractNumber":"H3","signedOn":"2024-03-05","agreedPriceFen":358600000,"unitPriceFen":4006700,"discount":0.98} | !定金:not_an_amount
5: 陈明 13800170404 owner | @1-1-104 | {"key":"H4","contractNumber":"H4","signedOn":"2024-03-05","agreedPriceFen":358600000,"depositFen":5000000} | !建筑面积:not_an_area
`,
      },
    ],
  },
  {
    what: 'a family below its owner, who is the first member',
    name: '家庭档案',
    merged: ['A2:A4', 'B2:B4'],
    rows: `
房号 | 户主 | 成员 | 关系 | 身份证号 | 电话 | 工作单位 | 备注
1-1-101 | 张伟 | 张伟 | 户主 | 440301199908181311 | 13800170501 | 华为 | 党员
 |  | 李娜 | 妻 |  | 13800170502 | 腾讯 |
 |  | 张小宝 | 子 |  |  | 南山小学 | 三年级
`,
    reads: [
      {
        kind: 'residents',
        unmapped: '',
        lines: `
2: 张伟 13800170501 男 1999-08-18 440301199908181311 owner | @1-1-101 | remark=党员,employer=华为
3: 张伟 owner + 李娜 13800170502 family 配偶 | @1-1-101 | 李娜employer=腾讯
4: 张伟 owner + 张小宝 family 子女 | @1-1-101 | remark=三年级,张小宝employer=南山小学
`,
      },
    ],
  },
  {
    what: 'companies with their contacts',
    name: '企业业主',
    rows: `
房号 | 企业名称 | 统一社会信用代码 | 法定代表人 | 法人电话 | 经办人 | 经办人电话 | 联系人 | 联系电话 | 注册地址
A座1801 | 深圳市星辰科技有限公司 | 91440101MA59XXXX2Y | 张伟 | 13800170701 | 小刘 | 13800170702 | 李娜 | 13800170703 | 深圳市南山区
A座1802-1803 | 个体工商户陈明 |  |  |  |  |  | 陈明 | 13800170704 |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '法定代表人 法人电话 经办人 经办人电话',
        lines: `
2: 公司 深圳市星辰科技有限公司 13800170703 91440101MA59XXXX2Y owner | @A-1801 | address=深圳市南山区,emergencyContact=李娜
3: 个体工商户陈明 13800170704 owner | @A-1802 | 及 A-1803 | emergencyContact=陈明
`,
      },
    ],
  },
  {
    what: 'two visits beside each other',
    name: '客户跟踪表',
    merged: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'],
    rows: `
姓名 | 电话 | 意向 | 首访 |  | 二访 |  | 结果
 |  |  | 日期 | 内容 | 日期 | 内容 |
张伟 | 13800170801 | A | 2024-03-05 | 看样板房 | 2024-03-12 | 带太太来 | 认购3-2-1203
李娜 | 13800170802 | C | 2024-03-06 | 路过 |  |  | 未成交
`,
    reads: [
      {
        kind: 'contacts',
        unmapped: '结果',
        lines: `
3: 张伟 13800170801 owner | {"kind":"VISIT_IN","day":"2024-03-05","text":"看样板房；意向级别 A（原系统标准）"} | {"kind":"VISIT_IN","day":"2024-03-12","text":"带太太来"} | grade=A
4: 李娜 13800170802 owner | {"kind":"VISIT_IN","day":"2024-03-06","text":"路过；意向级别 C（原系统标准）"} | grade=C
`,
      },
    ],
  },
  {
    what: 'rooms of a land registry',
    name: '房屋信息',
    rows: `
序号 | 丘号 | 幢号 | 单元 | 层次 | 部位 | 室号 | 结构 | 设计用途 | 建筑面积 | 套内面积 | 分摊面积 | 权利人 | 共有情况 | 产权证号
1 | 01-02 | 3 | 2 | 12 | 1203 | 1203 | 钢混 | 成套住宅 | 89.50 | 75.10 | 14.40 | 张伟/李娜 | 共同共有 | 粤(2024)深圳市不动产权第0001234号
2 | 01-02 | 3 | 2 | 12 | 1204 | 1204 | 钢混 | 成套住宅 | 120 | 98 | 22 | 王芳 | 单独所有 |
3 | 01-02 | 3 |  | -1 |  | 车位12 | 钢混 | 车库 | 12.5 |  |  | 王芳 |  |
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '序号 丘号 部位 结构 分摊面积 产权证号',
        lines: `
2: 张伟 owner + 李娜 coOwner | @3-2-1203 | {"floor":12,"builtArea":89.5,"innerArea":75.1,"roomType":"成套住宅"}
3: 王芳 owner 1 | @3-2-1204 | {"floor":12,"builtArea":120,"innerArea":98,"roomType":"成套住宅"}
4: 王芳 owner | @3-12 | {"kind":"PARKING_SPACE","floor":-1,"builtArea":12.5,"roomType":"车库"}
`,
      },
    ],
  },
  {
    what: 'a register of homes that changed hands',
    name: '过户登记',
    rows: `
房号 | 原业主 | 原业主电话 | 新业主 | 新业主电话 | 过户日期 | 备注
3-2-1203 | 张伟 | 13800171001 | 李娜 | 13800171002 | 2024-05-01 | 二手房
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '',
        lines: `
2: 李娜 13800171002 owner 自2024-05-01 + 张伟 13800171001 owner 至2024-05-01 | @3-2-1203 | remark=二手房
`,
      },
    ],
  },
  {
    what: 'homes by steward, the building written once',
    name: '管家责任表',
    rows: `
管家 | 管家电话 | 楼栋 | 房号 | 业主 | 电话 | 标签
小陈 | 13900171101 | 3栋 | 2-1203 | 张伟 | 13800171101 | 重点业主
 |  |  | 2-1204 | 李娜 | 13800171102 |
小刘 | 13900171102 | 5栋 | 1-101 | 王芳 | 13800171103 | 老人独居
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '管家 管家电话 标签',
        lines: `
2: 张伟 13800171101 owner | @3-2-1203
3: 李娜 13800171102 owner | @3-2-1204
4: 王芳 13800171103 owner | @5-1-101
`,
      },
    ],
  },
  {
    what: 'vehicles with a tenant in brackets',
    name: '车辆登记',
    rows: `
车牌号码 | 车主姓名 | 房号 | 联系电话 | 车辆品牌 | 颜色 | 办卡日期 | 有效期至 | 卡类型
粤B12345 | 张伟 | 3-2-1203 | 13800171201 | 特斯拉Model3 | 白 | 2024-03-05 | 2025-03-04 | 业主月卡
粤BD12345 | 李娜（租户） | 3-2-1204 | 13800171202 | 比亚迪 | 黑 | 2024-03-05 | 2024-09-04 | 租户月卡
`,
    reads: [
      {
        kind: 'owners',
        unmapped: '颜色 办卡日期 有效期至 卡类型',
        lines: `
2: 张伟 13800171201 owner | @3-2-1203 | carBrand=特斯拉Model3,plate=粤B12345
3: 李娜 13800171202 tenant | @3-2-1204 | carBrand=比亚迪,plate=粤BD12345,remark=李娜(租户)
`,
      },
    ],
  },
];
