import type { Cell } from '../../contract/cell.ts';
import { cellText, saysNothing } from './cell-text.ts';

/** Whom a cell of colleagues names. */
export interface StaffNamed {
  /** Absent of 公共池, which is nobody. */
  readonly name?: string;
  /** The cell, where it says more than the name. */
  readonly whole?: string;
}

const nobody = /^(?:公共池|公海池?|公共客户|公司|自来客|自然(?:来访|到访|上门)|待分配|未分配|无人|已?离职)$/;

/** 王强 of `王强(已离职)` and `离职-王强`, the last of `王强→刘洋` and the first of `王强、刘洋`. */
export function readStaffName(cell: Cell | undefined): StaffNamed {
  const whole = cellText(cell);
  if (saysNothing(whole)) return {};
  const bare = whole
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, ' ')
    .replace(/^\s*(?:已?离职|原|前|现)\s*[-:]\s*/, '')
    .replace(/\s*[-:]?\s*(?:已离职|离职|已调岗|停用)\s*$/, '')
    .split(/→|[-=]+>|—>/)
    .at(-1);
  const name = (bare ?? '')
    .split(/[、,;/&+\n]/)[0]
    ?.replace(/1[3-9]\d{9}/, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .trim()
    .slice(0, 60);
  if (!name || nobody.test(name)) return { whole };
  return name === whole.replaceAll(' ', '') || name === whole ? { name } : { name, whole };
}
