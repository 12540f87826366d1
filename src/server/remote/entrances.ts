/** The two ways in: what each asks for, how many it takes, and who is inside. */
import type { RemoteDoors, RemoteRole } from '../../deck/remote-talk.js';
import { drawQrCode } from '../../document/qr-code.js';
import { type Channel, openChannel } from '../channel.js';
import { makeCode } from '../secret.js';
import { createDoor, type Door } from './door.js';

/** The roles, the one with power first. */
export const roles: readonly RemoteRole[] = ['clicker', 'follower'];

/** A way in, and the way to those who came by it. */
export interface Entrance {
  readonly door: Door;
  readonly channel: Channel;
}

/** The ways in, by what one becomes. */
export type Entrances = Readonly<Record<RemoteRole, Entrance>>;

/** Letters and digits that nobody mistakes for another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Open both. @param onChange who is inside, or whether there is a way in, is another */
export function openEntrances(onChange: () => void): Entrances {
  const now = () => performance.now();
  return {
    clicker: {
      // Ten tries at six digits: one stranger in a hundred thousand gets in, and the speaker sees the lock.
      door: createDoor({
        now,
        makeCode: () => makeCode('0123456789', 6),
        places: 16,
        tries: { each: 10, all: 10 },
      }),
      channel: openChannel({ most: 16, onChange }),
    },
    follower: {
      // One who mistypes must not lock out a hall.
      door: createDoor({
        now,
        makeCode: () => makeCode(letters, 6),
        places: 512,
        tries: { each: 10, all: 1000 },
      }),
      channel: openChannel({ most: 192, onChange }),
    },
  };
}

/** Describe them to the speaker. @param url where the server for phones is */
export function describeDoors(entrances: Entrances, url: string): RemoteDoors {
  const describe = (role: RemoteRole, address: string) => {
    const { door, channel } = entrances[role];
    return {
      address,
      ...drawQrCode(address),
      code: door.code(),
      locked: door.isLocked(),
      connected: channel.count(),
    };
  };
  return {
    clicker: describe('clicker', url),
    // Followers need not type: their code is no secret of the hall, and what is behind `#` is sent to nobody.
    follower: describe('follower', `${url}follow#${entrances.follower.door.code()}`),
  };
}
