// npm test [-- NAME | --only PART]: everything, or one capability (`npm test customers`), or one part (`--only stories`).
// All parts run even when one fails; the last line is `N passed, N failed` and the exit code says the same.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { report, root, run, runAll, staticParts, vitestPart } from './parts.mjs';

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const folder = mkdtempSync(join(tmpdir(), 'yilu-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

for (const part of choose()) {
  if (part.isStatic) {
    for (const { passed } of await runAll(part.parts)) total[passed ? 'passed' : 'failed'] += 1;
  } else {
    count(part, await run(part));
  }
}
rmSync(folder, { recursive: true, force: true });
if (total.skipped > 0) process.stdout.write(`${total.skipped} skipped: what this machine cannot do\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

function choose() {
  const [capability] = positionals;
  if (capability) return [tests(capability, placesOf(capability))];
  const parts = {
    checks: { isStatic: true, parts: staticParts },
    rules: tests('rules and architecture', ['--project', 'rules']),
    capabilities: tests('capabilities over HTTP on PostgreSQL', ['--project', 'capabilities']),
    stories: tests('stories in the browser', ['--project', 'stories']),
  };
  if (!values.only) return Object.values(parts);
  if (parts[values.only]) return [parts[values.only]];
  process.stderr.write(`There is no part "${values.only}": ${Object.keys(parts).join(', ')}.\n`);
  process.exit(2);
}

function placesOf(name) {
  const place = ['capabilities', 'apps', 'platform', '.'].find((top) => existsSync(join(root, top, name)));
  if (place) return [place === '.' ? `${name}/` : `${place}/${name}/`];
  process.stderr.write(`There is no capability "${name}" to test.\n`);
  process.exit(2);
}

function tests(name, words) {
  const outputFile = join(folder, `${name.replaceAll(' ', '-')}.json`);
  return { ...vitestPart(name, words, outputFile), outputFile };
}

/** Counts tests, not files. A run that ended without its report has failed, whatever it may have passed. */
function count(part, result) {
  const found = existsSync(part.outputFile) ? JSON.parse(readFileSync(part.outputFile, 'utf8')) : undefined;
  const passed = found?.numPassedTests ?? 0;
  const brokenFiles =
    found?.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
    ).length ?? 0;
  const failed = (found?.numFailedTests ?? 0) + brokenFiles;
  total.passed += passed;
  total.skipped += (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0);
  // Vitest also fails for errors outside any test; those count as one.
  total.failed += failed || (result.passed ? 0 : 1);
  report(`${part.name}: ${passed} passed, ${failed} failed`, result);
}
