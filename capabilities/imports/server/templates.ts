import { type RawExchange, writeXlsx } from '@yilu/platform/server';
import { type ImportedKind, sheetKindTitles } from '../contract/index.ts';

/** Headings and one example row; the example is fictitious and says so, so that nobody imports it. */
const templates: Readonly<Record<ImportedKind, readonly (readonly [string, string])[]>> = {
  rooms: [
    ['楼栋', '3栋'],
    ['单元', '2单元'],
    ['房号', '1203'],
    ['楼层', '12'],
    ['户型', '3室2厅2卫'],
    ['建筑面积', '119.47'],
    ['套内面积', '95.2'],
    ['朝向', '南北'],
    ['装修标准', '精装'],
    ['房屋类型', '住宅'],
    ['房屋状态', '待售'],
    ['交付批次', '第一批'],
  ],
  owners: [
    ['楼栋', '3栋'],
    ['单元', '2单元'],
    ['房号', '1203'],
    ['业主姓名', '张三、李四'],
    ['手机号码', '13800000001；13800000002'],
    ['性别', '男'],
    ['生日', '1985-05-09'],
    ['证件编号', ''],
    ['房屋面积', '119.47'],
    ['交房日期', '2025-06-30'],
    ['入住时间', '2025-10-01'],
    ['个人爱好', '羽毛球'],
  ],
  assets: [
    ['楼号', '3'],
    ['单元', '2'],
    ['房间', '1203'],
    ['楼层', '12'],
    ['房屋类型', '住宅'],
    ['房屋户型', '3室2厅'],
    ['建筑面积', '119.47'],
    ['室内面积', '95.2'],
    ['房屋状态', '已入住'],
    ['业主名称', '张三'],
    ['性别', '男'],
    ['手机号', '13800000001'],
    ['身份证号', ''],
    ['业主类型', '业主'],
  ],
  contacts: [
    ['客户姓名', '张三'],
    ['联系电话', '13800000001'],
    ['客户类型', '来访'],
    ['首访日期', '2026-11-01'],
    ['置业顾问', '王顾问'],
    ['性别', '男'],
    ['知晓途径', '朋友介绍'],
    ['家庭结构', '三口之家'],
    ['居住区域', '南山区'],
    ['置业目的', '改善'],
    ['意向户型', '三房'],
    ['意向面积', '90-110'],
    ['意向总价(万)', '400-500'],
    ['意向级别', 'B'],
    ['抗性', '价格'],
    ['备注', '关注学校，约下周再看'],
  ],
  deals: [
    ['协议编号', 'RG20260001'],
    ['房间', '3栋2单元1203'],
    ['客户名称', '张三'],
    ['客户证件号码', ''],
    ['所有客户手机号', '13800000001'],
    ['认购日期', '2026-11-01'],
    ['签约日期', '2026-11-15'],
    ['房间总价', '6634225.59'],
    ['协议总价', '6501541.08'],
    ['折扣', '98折'],
    ['付款方式', '按揭'],
    ['按揭银行', '建设银行'],
    ['置业顾问', '王顾问'],
    ['推荐人姓名', ''],
    ['推荐人联系电话', ''],
    ['关闭原因', ''],
  ],
  residents: [
    ['楼栋', '3栋'],
    ['单元', '2单元'],
    ['房号', '1203'],
    ['姓名', '张小三'],
    ['与业主关系', '子女'],
    ['电话', '13800000003'],
    ['性别', '男'],
    ['生日', '2010-05-09'],
    ['入住时间', '2025-10-01'],
  ],
  parking: [
    ['停车场', '地下一层'],
    ['车位编码', 'B1-023'],
    ['车位类型', '地下停车位'],
    ['面积', '12.5'],
    ['业主编号', ''],
    ['出租还是出售', '出售'],
  ],
};

/** A blank workbook to fill in. */
export async function importTemplate({ reply }: RawExchange, { kind }: { kind: ImportedKind }): Promise<unknown> {
  const columns = templates[kind];
  const title = sheetKindTitles[kind].zh;
  reply.header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  reply.header(
    'content-disposition',
    `attachment; filename="${kind}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${title}-导入模板.xlsx`)}`,
  );
  return reply.send(
    writeXlsx(title, [
      columns.map(([heading]) => heading),
      [`示例（导入前请删除这两行）：`],
      columns.map(([, example]) => example),
    ]),
  );
}
