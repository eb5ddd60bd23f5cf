import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type ImportedKind,
  type ImportReport,
  SheetKind,
  sheetKinds,
  sheetKindTitles,
  waitingWords,
} from '@yilu/imports/contract';
import { importFiles } from '@yilu/imports/server';
import type { Language } from '@yilu/platform/contract';
import { createGroup } from '@yilu/settings/server';
import { sql } from 'kysely';
import { type Command, declined, Misused } from './command.ts';
import { type CommandHouse, withEngine } from './with-engine.ts';

const kinds = sheetKinds.filter((kind) => kind !== 'ignored');

export const importCommand: Command = {
  name: 'import',
  takes: 'FILE… [--project NAME] [--as KIND] [--dry-run]',
  about: {
    zh: '导入表格（.xlsx、.xls、.csv）：自动识别内容，好的行写入，有问题的行列出原因',
    en: 'Bring spreadsheets in (.xlsx, .xls, .csv): recognised by themselves, good rows go in, bad rows are listed with reasons',
  },
  options: {
    project: {
      type: 'string',
      about: { zh: '属于哪个项目；没有则新建', en: 'Whose rows they are; made when there is none' },
    },
    as: { type: 'string', about: { zh: `内容种类：${kinds.join('、')}`, en: `What they are: ${kinds.join(', ')}` } },
    'dry-run': { type: 'boolean', about: { zh: '只预览，不写入', en: 'Show what would happen, write nothing' } },
  },
  leastPositionals: 1,
  mostPositionals: 100,
  run: async (given) => {
    const as = kindOf(given.text('as'));
    const files = given.positionals.map((path) => ({ name: basename(path), bytes: contentOf(path) }));
    const { language } = given;
    return withEngine(given.config, async (house) => {
      await ensureGroup(house);
      const report = await importFiles(house.work, {
        ...{ files, project: given.text('project'), as, dryRun: given.flag('dry-run'), language },
        onWait: (waiting) => given.say(waitingWords(waiting)),
      });
      if (!given.flag('dry-run')) await house.settle();
      return { data: report, lines: linesOf(report, language), exitCode: isWholeIn(report) ? 0 : 1 };
    });
  },
};

/** A file that could not be taken is a failure, whatever became of the others; sheets that are no data are not, beside some that are. */
function isWholeIn({ files }: ImportReport): boolean {
  const isRefused = files.some((file) => 'refused' in file);
  return !isRefused && files.some(({ sheets }) => sheets.some(({ kind }) => kind !== 'ignored'));
}

function contentOf(path: string): Uint8Array {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw declined('no_such_file', { zh: `没有文件 ${path}。`, en: `There is no file ${path}.` });
  }
  return readFileSync(path);
}

function kindOf(text: string | undefined): ImportedKind | undefined {
  if (text === undefined) return undefined;
  const { data } = SheetKind.safeParse(text);
  if (data !== undefined && data !== 'ignored') return data;
  throw new Misused({ zh: `--as 应为 ${kinds.join('、')} 之一。`, en: `--as should be one of ${kinds.join(', ')}.` });
}

/** An import may come before anybody has set the system up; a project needs a group above it. */
async function ensureGroup({ work }: CommandHouse): Promise<void> {
  await work(async (here) => {
    const { rows } = await sql`select from settings_published.company where kind = 'group'`.execute(here.db);
    if (rows.length === 0) await createGroup(here, { name: '我的集团' });
  });
}

function linesOf(report: ImportReport, language: Language): string[] {
  const words = {
    zh: {
      created: '新增',
      updated: '更新',
      unchanged: '不变',
      rejected: '拒绝',
      row: '行',
      leftOut: '没有对应栏目、没有导入的列：',
      comma: '、',
    },
    en: {
      created: 'created',
      updated: 'updated',
      unchanged: 'unchanged',
      rejected: 'rejected',
      row: 'row',
      leftOut: 'Columns without a field, not imported: ',
      comma: ', ',
    },
  }[language];
  return report.files.flatMap((file) => [
    'refused' in file ? `${file.file}: ${file.refused}` : file.file,
    ...file.sheets.flatMap(({ sheet, kind, rejections, leftOut, remark, ...counts }) => [
      `  ${sheet}（${sheetKindTitles[kind][language]}）${words.created} ${counts.created} · ${words.updated} ${counts.updated} · ${words.unchanged} ${counts.unchanged} · ${words.rejected} ${counts.rejected}`,
      ...rejections
        .slice(0, 20)
        .map(({ row, column, reason }) => `    ${words.row} ${row}${column ? ` ${column}` : ''}: ${reason}`),
      ...(rejections.length > 20 ? [`    … ${rejections.length - 20}`] : []),
      ...(remark ? [`    ${remark}`] : []),
      ...(leftOut.length > 0 ? [`    ${words.leftOut}${leftOut.join(words.comma)}`] : []),
    ]),
  ]);
}
