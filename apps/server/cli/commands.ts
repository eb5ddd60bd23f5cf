import { backupCommand, restoreCommand } from './backup-commands.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { demoCommand, recomputeCommand } from './estate-commands.ts';
import { importCommand } from './import-command.ts';
import { keysRotate } from './keys-rotate.ts';
import { apiKeyCreate, passwordReset, userAdd } from './people-commands.ts';

/** Everything `npm run yilu` can do, in the order of its help. */
export const commands: readonly Command[] = [
  importCommand,
  demoCommand,
  recomputeCommand,
  userAdd,
  passwordReset,
  apiKeyCreate,
  backupCommand,
  restoreCommand,
  keysRotate,
  doctor,
];
