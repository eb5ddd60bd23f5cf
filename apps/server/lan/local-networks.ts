import { BlockList, isIPv4 } from 'node:net';

/** The only networks that are served and vouched for: private ones, shared ones (RFC 6598) and this machine. */
export const localNetworks = [
  { network: '10.0.0.0', prefix: 8 },
  { network: '172.16.0.0', prefix: 12 },
  { network: '192.168.0.0', prefix: 16 },
  { network: '100.64.0.0', prefix: 10 },
  { network: '127.0.0.0', prefix: 8 },
] as const;

const local = new BlockList();
for (const { network, prefix } of localNetworks) local.addSubnet(network, prefix);

export function isLocal(address: string): boolean {
  return isIPv4(address) && local.check(address);
}
