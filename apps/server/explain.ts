import { Refused } from '@yilu/platform/contract';
import { MigrationFailed } from '@yilu/platform/postgres';

/** What went wrong, for a person at a terminal: a refusal in both languages; a defect with its stack. */
export function explain(error: unknown): string {
  if (error instanceof Refused) return `${error.refusal.message.zh}\n${error.refusal.message.en}\n`;
  if (isDiskFull(error))
    return '磁盘已满，没有写完；请腾出空间后再试。\nThe disk is full; free some space and try again.\n';
  if (error instanceof MigrationFailed)
    return `数据库升级失败：${error.message}\nThe migration failed: ${error.message}\n`;
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

function isDiskFull(error: unknown): boolean {
  // ENOSPC from the system, 53100 from PostgreSQL.
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === '53100');
}
