import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

// The laws of ARCHITECTURE.md, executable. A message says what is forbidden and what to do instead.

const root = resolve(import.meta.dirname, '..');
const order = [
  'settings',
  'identity',
  'tasks',
  'properties',
  'customers',
  'interactions',
  'sales',
  'segments',
  'imports',
];
const faces = ['console', 'owner'];

/** Which rooms of its own capability a room may import. */
const own: Record<string, readonly string[]> = {
  contract: ['contract'],
  rules: ['rules', 'contract'],
  store: ['store', 'rules', 'contract'],
  server: ['server', 'store', 'rules', 'contract'],
  console: ['console', 'rules', 'contract'],
  owner: ['owner', 'rules', 'contract'],
  tests: ['tests', 'server', 'store', 'rules', 'contract'],
};
/** Which doors of other capabilities a room may open. */
const foreign: Record<string, readonly string[]> = {
  contract: ['contract'],
  rules: ['contract', 'rules'],
  store: ['contract', 'rules'],
  server: ['contract', 'rules', 'server'],
  console: ['contract', 'rules', 'console'],
  owner: ['contract', 'rules', 'owner'],
  tests: ['contract', 'rules', 'server'],
};
/** Which doors of the platform a room may open. */
const platform: Record<string, readonly string[]> = {
  contract: ['contract'],
  rules: ['contract'],
  store: ['contract', 'server'],
  server: ['contract', 'server'],
  console: ['contract', 'web'],
  owner: ['contract', 'web'],
  tests: ['contract', 'server', 'testing'],
};

const sources = globSync(['capabilities/*/*/**/*.{ts,tsx}', 'platform/**/*.{ts,tsx}', 'apps/**/*.{ts,tsx}'], {
  cwd: root,
})
  .filter((file) => !file.includes('node_modules') && !file.includes('/dist/'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const imports = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) => ({ file, target })),
);
const isTest = (file: string) => /\.test\.tsx?$/.test(file);

test('the order of capabilities is complete', () => {
  const rooms = globSync('capabilities/*', { cwd: root }).map((folder) => folder.split('/')[1]);
  expect(rooms.filter((name) => name !== undefined && !order.includes(name))).toEqual([]);
});

test('each room imports only what it may', () => {
  const wrong = imports.flatMap(({ file, target }) => {
    const [top, capability, room] = file.split('/');
    if (top !== 'capabilities' || capability === undefined || room === undefined || isTest(file)) return [];
    const fault = faultOf({ capability, room, file, target });
    return fault ? [`${file} imports ${target}: ${fault}`] : [];
  });
  expect(wrong).toEqual([]);
});

function faultOf(given: { capability: string; room: string; file: string; target: string }): string | undefined {
  const { capability, room, file, target } = given;
  if (target.startsWith('.')) {
    const path = relative(root, resolve(root, dirname(file), target));
    if (path.startsWith('database/schema'))
      return ['store', 'server', 'tests'].includes(room) ? undefined : 'only store and server know tables';
    const [, into, intoRoom] = path.split('/');
    if (into !== capability) return 'go through the door of the other package';
    return own[room]?.includes(intoRoom ?? '') ? undefined : `${room} may not lean on ${intoRoom}`;
  }
  const [, name, door] = target.match(/^@yilu\/([^/]+)\/?(.*)$/) ?? [];
  if (name === undefined || door === undefined) {
    const isPure = room === 'contract' || room === 'rules';
    return isPure && (target.startsWith('node:') || target === 'kysely' || target === 'pg')
      ? 'rules and contracts are pure'
      : undefined;
  }
  if (name === 'platform')
    return platform[room]?.includes(door) ? undefined : `${room} may open of the platform only ${platform[room]}`;
  if (name === capability) return own[room]?.includes(door) ? undefined : `${room} may not lean on ${door}`;
  // A door's side entrance, such as console/node-select, is for a part that pages fetch when they need it.
  if (!foreign[room]?.includes(door.split('/')[0] ?? '')) return `${room} may open of others only ${foreign[room]}`;
  if (room !== 'tests' && order.indexOf(name) > order.indexOf(capability))
    return 'only earlier capabilities; speak to later ones by events and slots';
  return undefined;
}

test('the platform knows no capability', () => {
  const wrong = imports.filter(
    ({ file, target }) =>
      file.startsWith('platform/') && /^@yilu\/(?!platform)/.test(target) && !file.startsWith('platform/testing/'),
  );
  expect(wrong).toEqual([]);
});

test('apps open doors only, and the server opens no face', () => {
  const wrong = imports.filter(({ file, target }) => {
    if (!file.startsWith('apps/')) return false;
    if (target.startsWith('.') && relative(root, resolve(root, dirname(file), target)).startsWith('capabilities/'))
      return true;
    return file.startsWith('apps/server/') && faces.some((face) => target.endsWith(`/${face}`));
  });
  expect(wrong).toEqual([]);
});

test('a rule has no clock, no randomness and no input or output', () => {
  const wrong = sources
    .filter(({ file }) => /^capabilities\/[^/]+\/rules\//.test(file) && !isTest(file))
    .filter(({ text }) => /\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|process\./.test(text))
    .map(({ file }) => file);
  expect(wrong).toEqual([]);
});

test('SQL stands in stores', () => {
  const wrong = sources
    .filter(({ file }) => /^capabilities\/[^/]+\/(server|rules|contract|console)\//.test(file))
    .filter(({ text }) => /\bsql(<[^>]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(text))
    .map(({ file }) => file);
  expect(wrong).toEqual([]);
});

test('only identity names the tables of signing in', () => {
  const wrong = sources
    .filter(({ file }) => file.startsWith('capabilities/') && !file.startsWith('capabilities/identity/'))
    .filter(({ text }) =>
      /\bauth\.(password|session|api_key|second_factor|backup_code|sign_in_ticket|failed_tries)/.test(text),
    )
    .map(({ file }) => file);
  expect(wrong).toEqual([]);
});

test('every capability has a README that says what it is for, who may, and what it owns', () => {
  const wrong = order
    .filter((name) => existsSync(join(root, 'capabilities', name, 'server')))
    .filter((name) => {
      const file = join(root, 'capabilities', name, 'README.md');
      return (
        !existsSync(file) ||
        !['**Words.**', '**May**', '**Owns**'].every((part) => readFileSync(file, 'utf8').includes(part))
      );
    });
  expect(wrong).toEqual([]);
});

test('no drawers, no long files, no marks of unfinished work', () => {
  const drawers = sources
    .map(({ file }) => file)
    .filter((file) => /(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.tsx?$)|\/types\.ts$/.test(file));
  expect(drawers).toEqual([]);
  const long = sources.filter(({ text }) => text.split('\n').length > 301).map(({ file }) => file);
  expect(long).toEqual([]);
  const marks = sources
    .filter(({ text }) =>
      /\b(TODO|FIXME|XXX|HACK)\b|@ts-ignore|\bas any\b|: any[;,)\]]|^\s*(export )?enum [A-Z]/m.test(text),
    )
    .map(({ file }) => file);
  expect(marks).toEqual([]);
});
