import { lastTimeAt, Refused } from '@yilu/platform/contract';
import type { Log, Recurring } from '@yilu/platform/server';
import { backUpByItself, lastDailyBackup } from './backup/back-up.ts';

/** Before the office wakes, in Shanghai. */
const dueAt = '03:20';

/**
 * Every night a backup into DATA_DIR/backups, kept for seven days. Asked twice an hour: a machine that was switched off at
 * night makes it once it is on again.
 */
export function dailyBackup(
  place: { url: string; cluster: string | undefined; dataFolder: string },
  log: Log,
): Recurring {
  return {
    name: 'launch.daily-backup',
    cron: '20,50 * * * *',
    run: async () => {
      const now = new Date();
      if (!isBackupOwed(place.dataFolder, now)) return;
      try {
        await backUpByItself(place, 'daily', now);
      } catch (error) {
        // No room, or a repetition within the same second, which finds the first one's folder. Trying again at once helps neither.
        if (!(error instanceof Refused)) throw error;
        log.warn({ code: error.refusal.code }, 'the daily backup was not made');
      }
    },
  };
}

/** Whether no daily backup was taken since it was last due. */
export function isBackupOwed(dataFolder: string, now: Date): boolean {
  const last = lastDailyBackup(dataFolder);
  return !last || last < lastTimeAt(dueAt, now);
}
