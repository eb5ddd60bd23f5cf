// npm run check: what can be known without running the product, in well under a minute.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAll, staticParts, vitestPart } from './parts.mjs';

const architecture = vitestPart(
  'architecture',
  ['tests/architecture.test.ts'],
  join(tmpdir(), `yilu-check-${process.pid}.json`),
);
const results = await runAll([...staticParts, architecture]);
const failed = results.filter(({ passed }) => !passed).length;
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
