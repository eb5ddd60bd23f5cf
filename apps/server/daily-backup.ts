import { Refused } from '@yilu/platform/contract';
import type { Log, Recurring } from '@yilu/platform/server';
import { backUpByItself } from './backup/back-up.ts';

/** Every night before the office wakes: a backup into DATA_DIR/backups, kept for seven days. */
export function dailyBackup(
  place: { url: string; cluster: string | undefined; dataFolder: string },
  log: Log,
): Recurring {
  return {
    name: 'launch.daily-backup',
    cron: '20 3 * * *',
    run: async () => {
      try {
        await backUpByItself(place, 'daily', new Date());
      } catch (error) {
        // A repetition within the same second finds the first one's folder: it is there, and that is what was wanted.
        if (!(error instanceof Refused)) throw error;
        log.warn({ code: error.refusal.code }, 'the daily backup was not made again');
      }
    },
  };
}
