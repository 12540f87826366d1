/**
 * Takes what varies between two starts, leaves the command line of the browser.
 * A step of its own because each flag has a reason, and tests and `doctor` want to see them in one place.
 */

export interface FlagOptions {
  readonly profile: string;
  readonly shell: boolean;
  readonly sandbox: boolean;
  /** Whether servers of this machine can be reached, and nothing beyond it. */
  readonly loopback?: boolean | undefined;
}

/** No name resolves and every connection goes to a closed port: the only guards that leave no socket open at all. */
const SEALED = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
];

/** The same, with the addresses of this machine left open. */
const SEALED_BUT_LOOPBACK = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.*',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=127.0.0.1',
];

/** What a browser does on the network by itself. */
const UNASKED = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AcceptCHFrame',
  '--dns-prefetch-disable',
  '--no-pings',
];

/** The same bytes on every machine: no hinting, no GPU, one colour profile, one language. */
const REPRODUCIBLE = [
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-gpu',
  '--hide-scrollbars',
  '--lang=en-US',
];

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-hang-monitor',
  '--disable-popup-blocking',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  // The 64 MB of /dev/shm in a container are too few for a long deck.
  '--disable-dev-shm-usage',
];

/** List the arguments the browser is started with. */
export function browserFlags({ profile, shell, sandbox, loopback }: FlagOptions): string[] {
  return [
    shell ? '--headless' : '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    '--export-tagged-pdf',
    '--generate-pdf-document-outline',
    ...(loopback ? SEALED_BUT_LOOPBACK : SEALED),
    ...UNASKED,
    ...REPRODUCIBLE,
    ...QUIET,
    ...(sandbox ? [] : ['--no-sandbox']),
    'about:blank',
  ];
}
