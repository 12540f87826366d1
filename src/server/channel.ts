/** The way from the server to its pages: events over one open answer each (`EventSource`), as many as a person has windows. */
import type { ServerResponse } from 'node:http';

/** Pages that listen. */
export interface Channel {
  /** Add a page; `first` is what it is told at once. False when there are too many. */
  connect(response: ServerResponse, first: readonly ChannelEvent[]): boolean;
  send(event: ChannelEvent): void;
  count(): number;
  /** End every connection; pages may come again. */
  endPages(): void;
  close(): void;
}

/** Something that happened: a name and plain data. */
export interface ChannelEvent {
  readonly name: string;
  readonly data: unknown;
}

/** How many may listen, and who hears of it that they are others. */
export interface ChannelSettings {
  readonly most?: number;
  readonly onChange?: () => void;
}

const mostPages = 64;
/** A page that has slept learns by these that its connection is dead, and so do we. */
const beatMilliseconds = 10_000;
/** A page that does not read what it is sent is let go: it asks for all of it when it is back. */
const mostUnread = 16_000_000;

/** Open the channel. */
export function openChannel({ most = mostPages, onChange = () => {} }: ChannelSettings = {}): Channel {
  const pages = new Set<ServerResponse>();
  const write = (text: string) => {
    for (const page of pages) {
      page.write(text);
      if (page.writableLength > mostUnread) page.destroy();
    }
  };
  const beat = setInterval(() => write(format({ name: 'beat', data: true })), beatMilliseconds);
  beat.unref();
  const endPages = () => {
    for (const page of pages) page.end();
  };
  return {
    connect(response, first) {
      if (pages.size >= most) return false;
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      pages.add(response);
      response.on('close', () => {
        pages.delete(response);
        onChange();
      });
      response.on('error', () => response.destroy());
      for (const event of first) response.write(format(event));
      onChange();
      return true;
    },
    send: (event) => write(format(event)),
    count: () => pages.size,
    endPages,
    close() {
      clearInterval(beat);
      endPages();
    },
  };
}

function format({ name, data }: ChannelEvent): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
