import { isIPv6 } from 'node:net';

/**
 * The network that an address stands for where tries or requests are counted. Whoever has IPv6 has a whole /64 of it and could use
 * another address each time; an IPv4 address is one, also where it is written as `::ffff:203.0.113.7`.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(plain)) return plain;
  return `${fieldsOf(plain).slice(0, 4).join(':')}::/64`;
}

/** All eight, without leading noughts; a dotted end counts for two, whatever it says. */
function fieldsOf(address: string): readonly string[] {
  const [before = '', after] = address.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const gap = after === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array.from({ length: gap }, () => '0'), ...tail].map((field) =>
    Number.parseInt(field, 16).toString(16),
  );
}
