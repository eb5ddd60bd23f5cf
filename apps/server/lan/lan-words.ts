import type { LanAccess } from '@yilu/identity/contract';
import { qrLines } from './qr.ts';

/** What a person at the terminal needs to bring a telephone in. */
export function wordsOfLan({ doors, authorityPath, fingerprint }: LanAccess): string {
  const [first] = doors;
  return [
    '',
    '手机和这台电脑连同一个网络，扫码打开 (phones on the same network, scan to open):',
    ...(first ? [qrLines(first.url)] : []),
    ...doors.map(({ url }) => `  ${url}`),
    '',
    `第一次先装证书，没有信号时才能用 (install the certificate once, for working offline): ${first?.url.replace(/\/$/, '')}${authorityPath}`,
    `  SHA-256 ${fingerprint}`,
    '',
  ].join('\n');
}
