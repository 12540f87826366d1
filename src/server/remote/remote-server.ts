/**
 * The server for phones: a listener of its own on the local network, apart from the speaker's on the loopback. It knows slides, notes
 * for who has the PIN, and four actions; neither the editor, nor the deck's files, nor messages can be asked for here.
 */
import type { RemoteDoors, RemoteRole } from '../../deck/remote-talk.js';
import type { Sources } from '../../deck/sources.js';
import type { ChannelEvent } from '../channel.js';
import type { LiveDeck } from '../live-deck.js';
import { serve } from '../serve.js';
import { describeDoors, openEntrances, roles } from './entrances.js';
import { createPhoneSite } from './phone-site.js';
import { createStage, type Stage } from './stage.js';

/** What phones are served, and who hears of them. */
export interface RemoteSettings {
  readonly host: string;
  readonly port: number | undefined;
  readonly live: LiveDeck;
  readonly shipped: Sources;
  /** Tell the pages of the speaker. */
  readonly tell: (event: ChannelEvent) => void;
}

/** Phones that move the talk or follow it. */
export interface Remote extends Pick<Stage, 'report' | 'join'> {
  doors(): RemoteDoors;
  /** What a page of the speaker is told when it connects. */
  greet(): readonly ChannelEvent[];
  /** The deck is another: phones look at it again. */
  refresh(): void;
  /** Make another code; who came in by the old one is out. */
  renew(role: RemoteRole): void;
  close(): Promise<void>;
}

/** Open both ways in and listen. */
export async function startRemote({ host, port, live, shipped, tell }: RemoteSettings): Promise<Remote> {
  const doors = () => describeDoors(entrances, serving.url);
  const tellDoors = () => tell({ name: 'doors', data: doors() });
  const entrances = openEntrances(tellDoors);
  const stage = createStage({ readSlide: (key) => live.describe().slides[key], onMove });
  const views = { clicker: stage.clickerView, follower: stage.followerView };
  const lookEvent = (): ChannelEvent => ({ name: 'look', data: live.describe().hash });
  const viewEvent = (role: RemoteRole): ChannelEvent => ({ name: 'view', data: views[role]() ?? null });

  function onMove(): void {
    for (const role of roles) {
      const { channel } = entrances[role];
      if (channel.count() > 0) channel.send(viewEvent(role));
    }
    if (stage.leader() === undefined) tell({ name: 'report', data: true });
  }

  const site = createPhoneSite({
    entrances,
    live,
    shipped,
    greet: (role) => [lookEvent(), viewEvent(role)],
    act: (action) => tell({ name: 'command', data: { page: stage.leader(), action } }),
    onLocked: tellDoors,
  });
  const serving = await serve(site, { port, host });
  return {
    report: stage.report,
    join: stage.join,
    doors,
    greet: () => [
      { name: 'doors', data: doors() },
      { name: 'report', data: true },
    ],
    refresh() {
      for (const role of roles) entrances[role].channel.send(lookEvent());
    },
    renew(role) {
      const { door, channel } = entrances[role];
      door.renew();
      channel.endPages();
      tellDoors();
    },
    async close() {
      for (const role of roles) entrances[role].channel.close();
      await serving.close();
    },
  };
}
