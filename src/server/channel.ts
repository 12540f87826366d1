/** The way from the server to its pages: events over one open answer each (`EventSource`), as many as a person has windows. */
import type { ServerResponse } from 'node:http';

/** Pages that listen. */
export interface Channel {
  /** Add a page; `first` is what it is told at once. False when there are too many. */
  connect(response: ServerResponse, first: readonly ChannelEvent[]): boolean;
  send(event: ChannelEvent): void;
  close(): void;
}

/** Something that happened: a name and plain data. */
export interface ChannelEvent {
  readonly name: string;
  readonly data: unknown;
}

const mostPages = 64;
/** A page that has slept learns by these that its connection is dead, and so do we. */
const beatMilliseconds = 10_000;

/** Open the channel. */
export function openChannel(): Channel {
  const pages = new Set<ServerResponse>();
  const write = (text: string) => {
    for (const page of pages) page.write(text);
  };
  const beat = setInterval(() => write(format({ name: 'beat', data: true })), beatMilliseconds);
  beat.unref();
  return {
    connect(response, first) {
      if (pages.size >= mostPages) return false;
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      pages.add(response);
      response.on('close', () => pages.delete(response));
      response.on('error', () => pages.delete(response));
      for (const event of first) response.write(format(event));
      return true;
    },
    send: (event) => write(format(event)),
    close() {
      clearInterval(beat);
      for (const page of pages) page.end();
    },
  };
}

function format({ name, data }: ChannelEvent): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
