import { setTimeout as pause } from 'node:timers/promises';
import { addKey } from '@yilu/platform/server';
import { refuseUnusable } from '../data-folder.ts';
import { keysNoticedWithinMs } from '../live-keys.ts';
import type { Command } from './command.ts';
import { reencryptAll } from './reencrypt.ts';
import { isServed, withEngine } from './with-engine.ts';

export const keysRotate: Command = {
  name: 'keys rotate',
  takes: '',
  about: {
    zh: '换用新的加密密钥，并把已有的值改用新密钥加密；旧密钥留在文件里以便读旧备份',
    en: 'Encrypt with a new key from now on and rewrite what is there; the old key stays in the file, to read old backups',
  },
  options: {},
  run: async ({ config, say }) => {
    refuseUnusable(config.dataFolder);
    const served = await isServed(config);
    // The house is opened first: on a fresh folder it makes the key file that is then rotated.
    return withEngine(config, async ({ engine }) => {
      const { current } = addKey(config.keyFile);
      // A running server may write with the old key until it has looked at the file again.
      if (served) await pause(2 * keysNoticedWithinMs);
      else await pause(keysNoticedWithinMs);
      const rewritten = await reencryptAll(engine);
      say({
        zh: `密钥文件 ${config.keyFile} 已更新，请重新保管一份。`,
        en: `The key file ${config.keyFile} has changed; put a fresh copy into safe keeping.`,
      });
      return { data: { current, rewritten }, lines: [`${current}  ${rewritten}`] };
    });
  },
};
