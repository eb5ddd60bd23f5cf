import { parameter } from '@yilu/platform/contract';
import { z } from 'zod';

const days = { zh: '天', en: 'days' };

export const undoDays = parameter({
  key: 'imports.undoDays',
  shape: z.int().min(1).max(3_650),
  default: 90,
  unit: days,
  title: { zh: '导入可撤销的天数', en: 'Days in which an import can be undone' },
  affects: {
    zh: '过期后不再保留导入前的样子，导入不能再撤销。',
    en: 'After that the images from before the import are removed and it can no longer be undone.',
  },
  source: 'decision-22',
});

export const errorFileDays = parameter({
  key: 'imports.errorFileDays',
  shape: z.int().min(1).max(90),
  default: 7,
  unit: days,
  title: { zh: '退回文件保留的天数', en: 'Days for which refused rows can be downloaded' },
  affects: {
    zh: '过期后原文件与退回的行都会删除，只留下统计。',
    en: 'After that the uploaded file and its refused rows are removed; only the figures stay.',
  },
  source: 'decision-23',
});

export const parameters = [undoDays, errorFileDays];
