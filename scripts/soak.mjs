// npm run soak: the heavy proofs at the full size. `npm test` runs seeded slices of the same tests.
// SOAK_KILLS and SOAK_SEED choose others; a failure prints the seed that shows it again.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report, run, vitestPart } from './parts.mjs';

const seed = process.env.SOAK_SEED ?? String(Date.now() % 100_000);
process.env.SOAK_SEED = seed;
process.env.SOAK_KILLS ??= '50';
process.env.YILU_FUZZ_REQUESTS ??= '20000';
process.env.YILU_FUZZ_SEED ??= seed;
process.env.IMPORT_ROWS ??= '100000';
process.env.IMPORT_SHEETS ??= '150';
process.stdout.write(`seed ${seed}: ${process.env.SOAK_KILLS} kills, ${process.env.YILU_FUZZ_REQUESTS} requests\n`);

const parts = [
  ['kill -9 of server and PostgreSQL while 16 clients write', 'apps/server/tests/reliability.test.ts'],
  ['kill -9 of the server in every step of an import', 'apps/server/tests/import-killing.test.ts'],
  ['backup while writing, restored elsewhere', 'apps/server/tests/cli.test.ts'],
  ['requests made from the API document', 'apps/server/tests/fuzz.test.ts'],
  ['an import of 100,000 rows', 'capabilities/imports/tests/large-file.test.ts'],
  ['generated sheets in, again, and taken back', 'capabilities/imports/tests/identity.test.ts'],
];
let failed = 0;
for (const [name, file] of parts) {
  const part = vitestPart(name, [file], join(tmpdir(), `yilu-soak-${process.pid}.json`));
  const result = await run(part);
  report(name, result);
  failed += result.passed ? 0 : 1;
}
process.stdout.write(`${parts.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
