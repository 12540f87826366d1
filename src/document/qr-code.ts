/** Takes an address and leaves its QR code as one path of squares, for pages and covers alike. */
import { encode } from 'uqr';

/** A code as it is drawn. */
export interface QrCode {
  /** How many squares lie beside each other. */
  readonly size: number;
  /** A path of squares of 1. */
  readonly squares: string;
}

/** Draw the code of an address. */
export function drawQrCode(address: string): QrCode {
  const { size, data } = encode(address, { ecc: 'M', border: 0 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, squares: squares.join('') };
}
