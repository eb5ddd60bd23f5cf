import { hostname, type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { isLocal } from './local-networks.ts';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Bridges and tunnels of container and machine hosts: no telephone is there. */
const inner = /^(docker|br-|veth|virbr|vbox|vmnet|utun|lo)/i;

/** Where telephones on the same network can reach this machine. */
export function lanAddresses(interfaces: Interfaces = networkInterfaces()): readonly string[] {
  return Object.entries(interfaces)
    .filter(([name]) => !inner.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && isLocal(address))
    .map(({ address }) => address);
}

/** The machine's name as a part of an address: letters, digits and hyphens. */
export function hostName(name: string = hostname()): string {
  return (
    (name.split('.')[0] ?? '')
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'yilu'
  );
}
