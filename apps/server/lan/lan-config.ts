import { join } from 'node:path';
import { Refused, refusalWith } from '@yilu/platform/contract';
import { lanAddresses } from './addresses.ts';
import { isLocal } from './local-networks.ts';
import type { LanConfig } from './open-lan.ts';

interface Asked {
  /** `--lan`, or with addresses `--lan=192.168.1.5,10.0.0.7`; undefined when not asked for. */
  readonly lan: string | undefined;
  readonly host: string;
  readonly dataFolder: string;
}

/** What `--lan` means on this machine; refuses before anything is opened. */
export function lanConfigOf({ lan, host, dataFolder }: Asked, found = lanAddresses()): LanConfig | undefined {
  if (lan === undefined) return undefined;
  if (!/^(127\.|localhost$|::1$)/.test(host)) throw new Refused(hostToo({ host }), 422);
  const addresses = lan === '' ? found : lan.split(',').map((address) => address.trim());
  if (addresses.length === 0) throw new Refused(noLanAddress({}), 422);
  const outside = addresses.find((address) => !isLocal(address));
  if (outside !== undefined) throw new Refused(notLocal({ address: outside }), 422);
  return { addresses, folder: join(dataFolder, 'lan') };
}

const noLanAddress = refusalWith('launch.no_lan_address', {
  zh: () =>
    '没有找到局域网地址：请先接上 Wi-Fi 或网线；地址特别时可以写明，例如 npm start -- --lan=192.168.1.5。没有改动任何数据。',
  en: () =>
    'No address on a local network was found: connect to Wi-Fi or a cable first, or name one, for example npm start -- --lan=192.168.1.5. Nothing was changed.',
});
const notLocal = refusalWith<{ address: string }>('launch.not_a_lan_address', {
  zh: ({ address }) =>
    `${address} 不是局域网地址；--lan 只用于 10.x、172.16–31.x、192.168.x 这样的地址，对外服务请用反向代理（docs/serving.md）。`,
  en: ({ address }) =>
    `${address} is not an address of a local network; --lan is for addresses such as 10.x, 172.16–31.x and 192.168.x. To serve the outside use a reverse proxy (docs/serving.md).`,
});
const hostToo = refusalWith<{ host: string }>('launch.lan_and_host', {
  zh: ({ host }) => `--lan 自己会开放局域网的 HTTPS，不能同时设 HOST=${host}；请去掉 HOST。`,
  en: ({ host }) => `--lan opens HTTPS on the local network itself and cannot go with HOST=${host}; leave HOST out.`,
});
