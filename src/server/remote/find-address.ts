/** Finds the address by which phones on the same network reach this machine. */
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { UserError } from '../../user-error.js';

/** Addresses that networks of homes, houses and phones give: rather these than one of the open internet. */
const local = /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/;

/**
 * Choose the address to listen on.
 *
 * @param asked the one that a person named
 * @throws UserError `option-invalid` for what is no address that phones could go to, or when this machine is on no network
 */
export function findAddress(asked: string | undefined): string {
  if (asked !== undefined) {
    // One that stands for all is none that a phone could go to.
    if (isIP(asked) === 4 && asked !== '0.0.0.0') return asked;
    throw new UserError(
      'option-invalid',
      `\`${asked}\` is no address of this machine in its network`,
      'Write four numbers, such as `--remote-address 192.168.1.20`.',
    );
  }
  const addresses = Object.values(networkInterfaces())
    .flatMap((some) => some ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  const found = addresses.find((address) => local.test(address)) ?? addresses[0];
  if (found !== undefined) return found;
  throw new UserError(
    'option-invalid',
    'This machine is on no network that a phone could reach it by',
    'Join the network of the phone, or open a hotspot on it, then start again.',
  );
}
