import type { Sentence } from '@yilu/platform/contract';

/** Why nothing of a sheet goes in, and what to do. */
export const sheetRemarks = {
  empty: { zh: '这张表是空的，没有导入。', en: 'This sheet is empty; nothing was imported.' },
  titleOnly: {
    zh: '这张表只有标题或说明，没有数据，没有导入。数据要按列放在标题下面。',
    en: 'This sheet has only a title or notes and no data; nothing was imported. Put the data in columns below the title.',
  },
  noData: {
    zh: '这张表只有表头，下面没有数据，没有导入。',
    en: 'This sheet has headings but no data below them; nothing was imported.',
  },
  cards: {
    zh: '这张表是一户一张的卡片，认不出姓名加房号或电话，没有导入。请整理成一户一行，第一行写“房号、姓名、电话”这样的表头。',
    en: 'This sheet is made of cards on which no name with room or phone can be told; nothing was imported. Put each home in one row below headings such as room, name and phone.',
  },
  grid: {
    zh: '这张表是一格一户的楼层图，没有导入。请整理成一户一行，第一行写“房号、姓名、电话”或“房号、状态”这样的表头。',
    en: 'This sheet is a plan of floors with a home in each cell; nothing was imported. Put each home in one row below headings such as room, name and phone, or room and state.',
  },
  oneColumn: {
    zh: '这张表每行只有一格，姓名、电话、房号写在一起，没有导入。请先分成几列（Excel 的“分列”），再导入。',
    en: 'Each row of this sheet is one cell with name, phone and room together; nothing was imported. Split it into columns first (“Text to columns” in Excel) and import again.',
  },
  hidden: {
    zh: '这张工作表是隐藏的，没有导入。要导入请先取消隐藏。',
    en: 'This sheet is hidden; nothing of it was imported. Unhide it to import it.',
  },
  headless: {
    zh: '这张表没有表头，认不出每一列是什么。请在导入页说明每一列，或在第一行补上“姓名、电话、房号”这样的表头再导入。',
    en: 'This sheet has no heading row, so its columns cannot be told. Say on the import’s page what each is, or add headings such as name, phone and room, and import again.',
  },
  unknownHeadings: {
    zh: '这张表的表头都不认识。请在导入页说明每一列，或把表头改成“姓名、电话、房号”这样的说法再导入。',
    en: 'None of this sheet’s headings is known. Say on the import’s page what each column is, or use headings such as name, phone and room, and import again.',
  },
  staff: {
    zh: '这像是员工名单，不是客户或房屋资料，没有导入。',
    en: 'This looks like a list of staff, not of customers or rooms; nothing was imported.',
  },
  tickets: {
    zh: '这像是报修或投诉登记，不是客户或房屋资料，没有导入。',
    en: 'This looks like a register of repairs or complaints, not of customers or rooms; nothing was imported.',
  },
  gate: {
    zh: '这像是门岗的访客或车辆登记，姓名、电话不是房号的业主的，没有导入。',
    en: 'This looks like a register of visitors or cars at the gate, whose names and phones are not those of the homes’ owners; nothing was imported.',
  },
  applications: {
    zh: '这像是更名、换房、退房的申请登记，还没有生效的变更不能当作成交或过户，没有导入。请导入办好的过户或签约台账。',
    en: 'This looks like a register of applications for other names or homes; what has not taken effect is no sale and no transfer. Import the ledger of those that have.',
  },
  notOurs: {
    zh: '认不出这是什么表：没有姓名加电话或房号这样的列，没有导入。如果是要导入的，请选择它是什么表。',
    en: 'It cannot be told what this sheet is: there is no name with phone or room. If it is to be imported, say what it is.',
  },
} as const satisfies Record<string, Sentence>;

export type SheetRemark = keyof typeof sheetRemarks;

export function sheetRemark(code: string | undefined): Sentence | undefined {
  return code !== undefined && code in sheetRemarks ? sheetRemarks[code as SheetRemark] : undefined;
}
