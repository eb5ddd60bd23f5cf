import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type Refusal, Refused, refusalWith } from '@yilu/platform/contract';
import { lanConfigOf } from './lan/lan-config.ts';
import type { LanConfig } from './lan/open-lan.ts';

/** What the environment says; everything has a default, so that nothing needs to be configured. */
export interface Config {
  /** PORT. */
  readonly port: number;
  /** HOST: who may reach us; 127.0.0.1 is this machine only. */
  readonly host: string;
  /** DATA_DIR: database, keys, files, logs and backups. */
  readonly dataFolder: string;
  /** DATABASE_URL: a PostgreSQL ≥ 15 instead of the embedded one, as its owner. */
  readonly databaseUrl: string | undefined;
  /** YILU_KEY_FILE: the keys outside the database; put it elsewhere than the data to keep the two apart. */
  readonly keyFile: string;
  /** YILU_SETUP_USERNAME and YILU_SETUP_PASSWORD: the first administrator without the set-up page. */
  readonly firstAdministrator: { readonly username: string; readonly password: string } | undefined;
  /**
   * TRUST_PROXY: whose X-Forwarded-* are believed: 1 for whoever asks, or the addresses of proxies. Beside --lan, where
   * telephones ask directly, 1 means a proxy on this machine.
   */
  readonly trustProxy: boolean | string;
  /** --lan: HTTPS on the local network as well. */
  readonly lan: LanConfig | undefined;
  /** REQUESTS_PER_MINUTE: from one address; a guard against floods only, since a whole office may share one address. */
  readonly requestsPerMinute: number;
}

export function readConfig(env: NodeJS.ProcessEnv, words: readonly string[] = []): Config {
  const dataFolder = resolve(env.DATA_DIR || 'data');
  const host = env.HOST || '127.0.0.1';
  const lan = lanConfigOf({ lan: lanAsked(words), host, dataFolder });
  const { YILU_SETUP_USERNAME: username, YILU_SETUP_PASSWORD: password } = env;
  if (Boolean(username) !== Boolean(password)) throw refused(halfAnAdministrator({}));
  return {
    port: portOf(env.PORT),
    host,
    dataFolder,
    databaseUrl: databaseUrlOf(env.DATABASE_URL),
    keyFile: resolve(env.YILU_KEY_FILE || `${dataFolder}/keys/yilu-keys.json`),
    firstAdministrator: username && password ? { username, password } : undefined,
    requestsPerMinute: wholeNumber('REQUESTS_PER_MINUTE', env.REQUESTS_PER_MINUTE, 300_000),
    trustProxy: proxyOf(env.TRUST_PROXY, lan !== undefined),
    lan,
  };
}

/** `--lan` or `--lan=ADDRESSES`; anything else is a mistake that should not go unnoticed. */
function lanAsked(words: readonly string[]): string | undefined {
  const unknown = words.find((word) => word !== '--lan' && !word.startsWith('--lan='));
  if (unknown !== undefined) throw refused(unknownWord({ word: unknown }));
  return words.at(-1)?.replace(/^--lan=?/, '');
}

function proxyOf(text: string | undefined, besideLan: boolean): boolean | string {
  if (!text || ['0', 'false', 'no'].includes(text)) return false;
  if (['1', 'true', 'yes'].includes(text)) return besideLan ? 'loopback' : true;
  const addresses = text.split(',').map((address) => address.trim());
  const wrong = addresses.find((address) => address !== 'loopback' && !isIP(address.replace(/\/\d+$/, '')));
  if (wrong !== undefined) throw refused(notAProxy({ text: wrong }));
  return addresses.join(',');
}

function portOf(text = '8080'): number {
  const port = Number(text || '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw refused(notAPort({ text }));
  return port;
}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  const number = Number(text || otherwise);
  if (!Number.isInteger(number) || number < 1) throw refused(notANumber({ name, text: text ?? '' }));
  return number;
}

function databaseUrlOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  // The address may carry a password, so the sentence does not repeat it.
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) throw refused(notADatabase({}));
  return text;
}

function refused(reason: Refusal): Refused {
  return new Refused(reason, 422);
}

const unknownWord = refusalWith<{ word: string }>('launch.unknown_word', {
  zh: ({ word }) => `不认识「${word}」；可以用的只有 --lan，例如 npm start -- --lan。`,
  en: ({ word }) => `"${word}" is not known; there is only --lan, as in npm start -- --lan.`,
});
const notAProxy = refusalWith<{ text: string }>('launch.not_a_proxy', {
  zh: ({ text }) => `TRUST_PROXY 应为 1 或代理的地址（如 10.0.0.5 或 10.0.0.0/8），现在是「${text}」。`,
  en: ({ text }) => `TRUST_PROXY should be 1 or the proxy's address (10.0.0.5, 10.0.0.0/8), it is "${text}".`,
});
const notAPort = refusalWith<{ text: string }>('launch.not_a_port', {
  zh: ({ text }) => `PORT 应为 0 到 65535 的整数，现在是「${text}」。`,
  en: ({ text }) => `PORT should be a whole number from 0 to 65535, it is "${text}".`,
});
const notANumber = refusalWith<{ name: string; text: string }>('launch.not_a_number', {
  zh: ({ name, text }) => `${name} 应为正整数，现在是「${text}」。`,
  en: ({ name, text }) => `${name} should be a whole number above 0, it is "${text}".`,
});
const notADatabase = refusalWith('launch.not_a_database', {
  zh: () => 'DATABASE_URL 应形如 postgresql://用户:密码@主机:5432/数据库。',
  en: () => 'DATABASE_URL should look like postgresql://user:password@host:5432/database.',
});
const halfAnAdministrator = refusalWith('launch.half_an_administrator', {
  zh: () => 'YILU_SETUP_USERNAME 和 YILU_SETUP_PASSWORD 要么都设置，要么都不设置。',
  en: () => 'Set both YILU_SETUP_USERNAME and YILU_SETUP_PASSWORD, or neither.',
});
