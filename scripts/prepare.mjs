// Makes this folder ready to run: installs what the lock file asks for, and with --with-browser finds a Chromium.
// Runs before every npm script that needs it, so it must be quick when nothing is missing, need no dependency, and
// understand any Node from 20.19 on: the Node that the product runs on (24) comes with the installation itself.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const isQuiet = process.argv.includes('--quiet');
const modules = join(root, 'node_modules');
const mark = join(modules, '.yilu-installed');
const lockText = readFileSync(join(root, 'package-lock.json'));
// The platform belongs to it: a folder copied to another machine brings the wrong binaries.
const wanted = createHash('sha256').update(lockText).update(`${process.platform}-${process.arch}`).digest('hex');

if (readOr(mark, '') !== wanted) {
  if (!isInstalled()) install();
  writeFileSync(mark, wanted);
}
insistOnNode24();
if (process.platform === 'win32') letExec();
if (process.argv.includes('--with-browser')) findBrowser();

/** Whether npm's own record of what lies in node_modules says what the lock says; `npm ci` by hand is as good as ours. */
function isInstalled() {
  const record = readOr(join(modules, '.package-lock.json'), '');
  if (!record) return false;
  const there = JSON.parse(record).packages;
  return Object.entries(JSON.parse(lockText.toString()).packages).every(
    ([path, { version, os, cpu, libc, link, optional }]) =>
      !path.startsWith('node_modules/') ||
      link ||
      there[path]?.version === version ||
      // Optional and for no platform in particular: the parts of a WebAssembly fallback, left out where a binary fits.
      (optional && !(os && fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, libcHere()))),
  );
}

function fits(list, here) {
  return !list || list.includes(here);
}

function libcHere() {
  return process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

function install() {
  say('安装依赖…… (installing dependencies)');
  const npm = process.env.npm_execpath;
  const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []];
  const done = spawnSync(
    command,
    // dev: the faces are built here; optional: the binaries of this platform are optional packages.
    [...before, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    // npm's words go to stderr, so that a command's own answer stays alone on stdout.
    { cwd: root, stdio: ['ignore', 2, 2], shell: !npm && process.platform === 'win32' },
  );
  if (done.status === 0) return;
  fail(
    '依赖没有装好：请检查网络或 npm 的 registry 设置后再试一次。',
    'The dependencies could not be installed: check the network or the registry of npm, then try again.',
  );
}

/** The scripts after this one find Node 24 first in their PATH; npm has no such package for macOS. */
function insistOnNode24() {
  const own = join(modules, '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own) || existsSync(join(modules, '.bin', 'node.cmd'))) return;
  if (Number(process.versions.node.split('.')[0]) >= 24) return;
  fail(
    `需要 Node.js 24 或更新的版本，这里是 ${process.versions.node}；请从 https://nodejs.org 安装后再试。`,
    `Node.js 24 or newer is needed, this is ${process.versions.node}; install it from https://nodejs.org and try again.`,
  );
}

/**
 * npm hands SIGTERM to the shell it runs a script in, and the shell dies of it without telling the script: so scripts that live
 * for long begin with `exec`, which only cmd.exe does not know.
 */
function letExec() {
  writeFileSync(join(modules, '.bin', 'exec.cmd'), '@%*\r\n');
}

function findBrowser() {
  const needs = [...(browser() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  if (needs.length === 0) return;
  if (process.platform === 'linux' && process.getuid?.() === 0 && which('apt-get')) {
    say(`安装 ${needs.join(' ')}…… (installing for the browser tests)`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...words) => spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 2], env }).status === 0;
    if ((apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...needs)) || browser()) return;
  }
  // Not fatal: everything but the stories runs without a browser, and they will say the same and fail.
  say(
    `缺少 ${needs.join('、')}：浏览器测试需要它；请安装（Debian/Ubuntu：apt-get install ${needs.join(' ')}），或用 CHROMIUM 指定路径。\n` +
      `Missing ${needs.join(', ')} for the tests in the browser: install it (Debian/Ubuntu: apt-get install ${needs.join(' ')}) or name a browser in CHROMIUM.`,
  );
}

function browser() {
  const places = [
    process.env.CHROMIUM,
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(which),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return places.find((place) => place && existsSync(place));
}

/** Without one, pictures of Chinese pages are rows of boxes. Other systems bring one. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

function which(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((place) => existsSync(place));
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

function say(sentence) {
  if (!isQuiet) process.stderr.write(`${sentence}\n`);
}

function fail(...sentences) {
  process.stderr.write(`${sentences.join('\n')}\n`);
  process.exit(1);
}
