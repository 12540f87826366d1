/** Takes an IP address and tells whether it belongs to the public network: a deck must not reach what stands behind a firewall. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Ranges of IPv4 that are not public: RFC 6890 and its successors. */
const reserved: readonly (readonly [address: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** What is not public inside 2000::/3: Teredo and its neighbours, 6to4 (both carry IPv4 addresses), documentation. */
const reservedSix: readonly (readonly [address: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const notPublic = new BlockList();
for (const [address, prefix] of reserved) notPublic.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of reservedSix) notPublic.addSubnet(address, prefix, 'ipv6');

/** Everything else in IPv6 is this machine, this link, this site, or an IPv4 address in disguise. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** Tell whether an address is public. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic.check(address, 'ipv4');
  return isIPv6(address) && global.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

/** Tell whether an address is this machine. */
export function isLoopback(address: string): boolean {
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'));
}
