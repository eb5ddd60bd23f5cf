import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** As in package.json; a release changes it there. */
export const version = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
).version;
