import { statSync } from 'node:fs';
import { type Keys, readOrMakeKeys } from '@yilu/platform/server';

/** How long a rotated key file may go unnoticed. */
export const keysNoticedWithinMs = 1_000;

/** The keys of the file as it is now: `keys rotate` adds one while servers run, and they must read and write with it. */
export function liveKeys(file: string): Keys {
  let known = readOrMakeKeys(file);
  let changedAt = statSync(file).mtimeMs;
  let lookedAt = Date.now();

  const fresh = (): Keys => {
    if (Date.now() - lookedAt < keysNoticedWithinMs) return known;
    lookedAt = Date.now();
    const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? changedAt;
    if (changed !== changedAt) {
      known = readOrMakeKeys(file);
      changedAt = changed;
    }
    return known;
  };
  return {
    get current() {
      return fresh().current;
    },
    get keys() {
      return fresh().keys;
    },
    get lookup() {
      return fresh().lookup;
    },
  };
}
