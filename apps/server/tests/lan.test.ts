import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request as ask, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../config.ts';
import { hostName, lanAddresses } from '../lan/addresses.ts';
import { issueServer, makeAuthority } from '../lan/certificate.ts';
import { keepCertificate } from '../lan/keep-certificate.ts';
import { lanConfigOf } from '../lan/lan-config.ts';
import { isLocal } from '../lan/local-networks.ts';
import { freePort, type Started, start, startAndRefuse } from './started.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yilu-lan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asked = { lan: '', host: '127.0.0.1', dataFolder: '/data' };

test.each<[string, () => unknown, string]>([
  ['no network at all', () => lanConfigOf(asked, []), '没有找到局域网地址'],
  ['an address of the internet', () => lanConfigOf({ ...asked, lan: '203.0.113.9' }), '不是局域网地址'],
  ['a host that is open already', () => lanConfigOf({ ...asked, host: '0.0.0.0' }, ['10.0.0.2']), '不能同时设 HOST'],
  ['a word that is not known', () => readConfig({}, ['--wlan']), '不认识「--wlan」'],
  ['a proxy that is none', () => readConfig({ TRUST_PROXY: 'nginx' }), 'TRUST_PROXY 应为'],
])('%s is refused in one sentence', (_, act, sentence) => {
  expect(act).toThrow(expect.objectContaining({ refusal: expect.objectContaining({}) }));
  try {
    act();
  } catch (error) {
    const { refusal } = error as { refusal: { message: { zh: string } } };
    expect(refusal.message.zh).toContain(sentence);
  }
});

test.each([
  [undefined, [], false],
  ['1', [], true],
  ['1', ['--lan=127.0.0.2'], 'loopback'],
  ['10.0.0.5, 10.1.0.0/16', [], '10.0.0.5,10.1.0.0/16'],
])('TRUST_PROXY=%s beside %j believes %j', (text, words, believed) => {
  expect(readConfig(text === undefined ? {} : { TRUST_PROXY: text }, words).trustProxy).toBe(believed);
});

test('only addresses on which a telephone can be are offered', () => {
  const of = (address: string, internal = false) => [
    { address, internal, family: 'IPv4' as const, netmask: '', mac: '', cidr: null },
  ];
  const found = lanAddresses({
    lo: of('127.0.0.1', true),
    wlan0: of('192.168.1.23'),
    eth0: of('203.0.113.9'),
    docker0: of('172.17.0.1'),
  });
  expect(found).toEqual(['192.168.1.23']);
  expect(['10.1.2.3', '172.31.0.1', '172.32.0.1', '8.8.8.8', 'fd00::1'].map(isLocal)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(['Lin 的电脑.local', 'Yilu-PC', '电脑'].map(hostName)).toEqual(['lin', 'yilu-pc', 'yilu']);
});

describe('the certificate', () => {
  const at = { host: 'yilu-pc', addresses: ['192.168.1.23', '10.0.0.7'] };
  const now = new Date('2026-11-22T10:00:00Z');
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
  const own = (chain: string) => new X509Certificate(chain);

  test('names addresses and host, is signed by the authority, and is for nobody else to read', async () => {
    const place = join(folder, 'kept');
    const made = await keepCertificate(place, at, now);
    const [server, authority] = [own(made.chain), new X509Certificate(made.authority)];
    expect(server.verify(authority.publicKey)).toBe(true);
    expect([server.ca, authority.ca]).toEqual([false, true]);
    expect([server.checkIP('10.0.0.7'), server.checkIP('10.0.0.8'), server.checkHost('yilu-pc.local')]).toEqual([
      '10.0.0.7',
      undefined,
      'yilu-pc.local',
    ]);
    const length = (new Date(server.validTo).getTime() - new Date(server.validFrom).getTime()) / 86_400_000;
    expect(length).toBeLessThan(398);
    const modes = ['server.key', 'authority.key', 'server.crt'].map((name) => statSync(join(place, name)).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    expect(statSync(place).mode & 0o777).toBe(0o700);
  });

  test('stays until thirty days before its end, then a new one is trusted as before', async () => {
    const place = join(folder, 'renewed');
    const first = await keepCertificate(place, at, now);
    const later = await keepCertificate(place, at, days(365));
    const renewed = await keepCertificate(place, at, days(367));
    expect(later.chain).toBe(first.chain);
    expect(renewed.chain).not.toBe(first.chain);
    expect(renewed.authority).toBe(first.authority);
  });

  test('follows the machine to another network without being trusted anew; another machine is another authority', async () => {
    const place = join(folder, 'moved');
    const first = await keepCertificate(place, at, now);
    const moved = await keepCertificate(place, { ...at, addresses: ['172.16.4.5'] }, now);
    expect(own(moved.chain).checkIP('172.16.4.5')).toBe('172.16.4.5');
    expect(moved.authority).toBe(first.authority);
    expect((await keepCertificate(place, { ...at, host: 'other' }, now)).authority).not.toBe(first.authority);
  });

  test.each<[string, string[], string[], string | undefined]>([
    ['the local network', ['127.0.0.1', '192.168.1.23'], ['yilu-pc.local'], undefined],
    ['an address of the internet', ['127.0.0.1', '203.0.113.9'], [], 'permitted subtree violation'],
    ['a name of the internet', ['127.0.0.1'], ['bank.example'], 'permitted subtree violation'],
  ])('of %s is worth what the authority may vouch for', async (_, addresses, hosts, refused) => {
    const authority = await makeAuthority('yilu-pc', new Date());
    const { certificate: cert, key } = await issueServer(authority, { addresses, hosts }, new Date());
    const server = createServer({ cert, key }, (_request, response) => void response.end('in'));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const answered = fetchTrusting(authority.certificate, `https://127.0.0.1:${port}/`);
    if (refused) await expect(answered).rejects.toThrow(refused);
    else expect((await answered).body).toBe('in');
    server.close();
  });

  test('that is damaged is made anew', async () => {
    const place = join(folder, 'damaged');
    await keepCertificate(place, at, now);
    writeFileSync(join(place, 'server.crt'), 'nonsense');
    expect(own((await keepCertificate(place, at, now)).chain).checkIP('10.0.0.7')).toBe('10.0.0.7');
  });
});

describe('npm start -- --lan', () => {
  let server: Started;
  let said: string;
  const data = () => join(folder, 'data');
  beforeAll(async () => {
    server = await start({ DATA_DIR: data(), YILU_SETUP_USERNAME: 'zhang', YILU_SETUP_PASSWORD: 'river-lantern-42' }, [
      '--lan=127.0.0.2',
    ]);
    said = server.words();
  });
  afterAll(() => server.stop());
  const door = () => `https://127.0.0.2:${new URL(server.address).port}`;

  test('says the address, a QR code and the fingerprint of the certificate', async () => {
    expect(said).toContain(`${door()}/`);
    expect(said).toContain('█');
    const kept = await keepCertificate(join(data(), 'lan'), { host: hostName(), addresses: ['127.0.0.2'] }, new Date());
    expect(said).toContain(kept.fingerprint);
  });

  test('answers by HTTPS to whoever trusts its authority, and by HTTP on this machine as before', async () => {
    const kept = await keepCertificate(join(data(), 'lan'), { host: hostName(), addresses: ['127.0.0.2'] }, new Date());
    const answered = await fetchTrusting(kept.authority, `${door()}/api/health`);
    expect(answered).toMatchObject({ status: 200, fingerprint: kept.fingerprint });
    expect(JSON.parse(answered.body)).toMatchObject({ status: 'ok' });
    expect((await fetchTrusting(kept.authority, `${door()}/yilu-lan.crt`)).body).toBe(kept.authority);
    expect(await (await fetch(`${server.address}/api/health`)).json()).toMatchObject({ status: 'ok' });
    await expect(fetchTrusting(undefined, `${door()}/api/health`)).rejects.toThrow(/self-signed|unable to/);
  });

  test('gives a cookie that stays on HTTPS there, and one that works without here', async () => {
    const kept = await keepCertificate(join(data(), 'lan'), { host: hostName(), addresses: ['127.0.0.2'] }, new Date());
    const person = JSON.stringify({ username: 'zhang', password: 'river-lantern-42' });
    const there = await fetchTrusting(kept.authority, `${door()}/api/session`, person);
    const here = await fetch(`${server.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: person,
    });
    expect(there.cookie).toMatch(/; Secure/);
    expect(here.headers.get('set-cookie')).not.toMatch(/; Secure/);
    const cookie = here.headers.get('set-cookie')?.split(';')[0] ?? '';
    const shown = await (await fetch(`${server.address}/api/lan-access`, { headers: { cookie } })).json();
    expect(shown).toMatchObject({ lan: { doors: [{ url: `${door()}/` }], fingerprint: kept.fingerprint } });
  });

  test('a word that is not known is refused', async () => {
    const { code, words } = await startAndRefuse({ DATA_DIR: data(), PORT: String(await freePort()) }, ['--lna']);
    expect([code, words]).toEqual([1, expect.stringContaining('is not known')]);
  });
});

function fetchTrusting(ca: string | undefined, url: string, body?: string) {
  return new Promise<{ status: number; body: string; fingerprint: string; cookie: string }>((resolve, reject) => {
    const request = ask(
      url,
      {
        ...(ca && { ca }),
        agent: false,
        method: body ? 'POST' : 'GET',
        headers: body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {},
      },
      (response) => {
        let text = '';
        const { issuerCertificate } = (response.socket as import('node:tls').TLSSocket).getPeerCertificate(true);
        response.on('data', (chunk) => {
          text += String(chunk);
        });
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: text,
            fingerprint: issuerCertificate.fingerprint256,
            cookie: response.headers['set-cookie']?.join() ?? '',
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
