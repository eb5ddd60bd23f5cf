import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type APIRequestContext, type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from './find-browser.ts';
import { type Started, start } from './started.ts';

/** The first administrator, 林晓 of 澜山集团. */
export const administrator = { username: 'guanli', password: 'Lantian-8-baiyun' };

export interface View {
  /** A telephone instead of a desk. */
  readonly phone?: boolean;
  readonly dark?: boolean;
  /** Two pixels per pixel, for pictures. */
  readonly sharp?: boolean;
}

/** A house in which stories are told: a server of its own on a fresh data folder, and a real browser. */
export interface House {
  readonly address: string;
  readonly folder: string;
  /** A window in which nobody is signed in. */
  readonly window: (view?: View) => Promise<Page>;
  /** A window in which this person is signed in, open at an address. */
  readonly windowOf: (person: { username: string; password: string }, at: string, view?: View) => Promise<Page>;
  /** To ask the server as this person without a window, for what a story takes for granted. */
  readonly requestOf: (person: { username: string; password: string }) => Promise<APIRequestContext>;
  /** Fails when any page threw what nobody caught, or did what the policy of the pages forbids. */
  readonly close: () => Promise<void>;
}

export async function openHouse({ isSetUp = true }: { readonly isSetUp?: boolean } = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'yilu-story-'));
  const server = await start({ DATA_DIR: folder });
  if (isSetUp) await setUpBy(server.address);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: quietly });
  const faults: string[] = [];
  const window = async (view: View = {}) => {
    const context = await contextOf(browser, server, view);
    // Long enough for a busy machine, short enough that a fault is told soon.
    context.setDefaultTimeout(60_000);
    context.on('weberror', (fault) => faults.push(fault.error().stack ?? fault.error().message));
    context.on('console', (line) => {
      if (line.text().includes('Content Security Policy')) faults.push(`${line.page()?.url()}: ${line.text()}`);
    });
    return context.newPage();
  };
  return {
    address: server.address,
    folder,
    window,
    windowOf: async (person, at, view = {}) => {
      const page = await window(view);
      await signIn(page.request, person);
      await page.goto(at);
      return page;
    },
    requestOf: async (person) => {
      const { request } = await contextOf(browser, server, {});
      await signIn(request, person);
      return request;
    },
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
      if (faults.length > 0) throw new Error(`what no page may do:\n${[...new Set(faults)].join('\n')}`);
    },
  };
}

async function signIn(
  request: APIRequestContext,
  person: { readonly username: string; readonly password: string },
): Promise<void> {
  const answer = await request.post('/api/session', { data: person });
  if (!answer.ok()) throw new Error(`${person.username} cannot sign in: ${await answer.text()}`);
}

async function setUpBy(address: string): Promise<void> {
  const answer = await fetch(`${address}/api/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ groupName: '澜山集团', name: '林晓', ...administrator }),
  });
  if (!answer.ok) throw new Error(`the house cannot be set up: ${await answer.text()}`);
}

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

function contextOf(browser: Browser, server: Started, { phone, dark, sharp }: View): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: server.address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: phone ?? false,
    isMobile: phone ?? false,
    deviceScaleFactor: sharp ? 2 : 1,
  });
}
