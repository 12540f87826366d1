/**
 * THE table of programming languages: the names an author may write and where the grammar lies.
 * Each grammar is a chunk of its own, since loading all of them costs more than compiling a deck.
 */
import type { LanguageFn } from 'highlight.js';

/** One grammar of highlight.js. */
export interface Grammar {
  /** Its own name and its aliases, lower case. */
  readonly names: readonly [string, ...string[]];
  /** Grammars of the languages that stand inside it, by name. */
  readonly inside?: readonly string[];
  load(): Promise<{ readonly default: LanguageFn }>;
}

/** The grammars, in alphabetical order. */
export const grammars: readonly Grammar[] = [
  { names: ['bash', 'sh', 'zsh'], load: () => import('highlight.js/lib/languages/bash') },
  { names: ['c', 'h'], load: () => import('highlight.js/lib/languages/c') },
  { names: ['clojure', 'clj', 'edn'], load: () => import('highlight.js/lib/languages/clojure') },
  { names: ['cmake'], load: () => import('highlight.js/lib/languages/cmake') },
  {
    names: ['cpp', 'c++', 'cc', 'cxx', 'hpp', 'cuda', 'cu'],
    load: () => import('highlight.js/lib/languages/cpp'),
  },
  { names: ['csharp', 'cs', 'c#'], load: () => import('highlight.js/lib/languages/csharp') },
  { names: ['css'], load: () => import('highlight.js/lib/languages/css') },
  { names: ['dart'], load: () => import('highlight.js/lib/languages/dart') },
  { names: ['diff', 'patch'], load: () => import('highlight.js/lib/languages/diff') },
  { names: ['dockerfile', 'docker'], load: () => import('highlight.js/lib/languages/dockerfile') },
  { names: ['elixir', 'ex', 'exs'], load: () => import('highlight.js/lib/languages/elixir') },
  { names: ['elm'], load: () => import('highlight.js/lib/languages/elm') },
  { names: ['erlang', 'erl'], load: () => import('highlight.js/lib/languages/erlang') },
  { names: ['fortran', 'f90', 'f95'], load: () => import('highlight.js/lib/languages/fortran') },
  { names: ['fsharp', 'fs', 'f#'], load: () => import('highlight.js/lib/languages/fsharp') },
  { names: ['go', 'golang'], load: () => import('highlight.js/lib/languages/go') },
  { names: ['graphql', 'gql'], load: () => import('highlight.js/lib/languages/graphql') },
  { names: ['groovy', 'gradle'], load: () => import('highlight.js/lib/languages/groovy') },
  { names: ['haskell', 'hs'], load: () => import('highlight.js/lib/languages/haskell') },
  { names: ['http', 'https'], load: () => import('highlight.js/lib/languages/http') },
  { names: ['ini', 'toml', 'conf'], load: () => import('highlight.js/lib/languages/ini') },
  { names: ['java'], load: () => import('highlight.js/lib/languages/java') },
  {
    names: ['javascript', 'js', 'jsx', 'mjs', 'cjs', 'node'],
    load: () => import('highlight.js/lib/languages/javascript'),
  },
  { names: ['json', 'jsonc', 'json5', 'jsonl'], load: () => import('highlight.js/lib/languages/json') },
  { names: ['julia', 'jl'], load: () => import('highlight.js/lib/languages/julia') },
  { names: ['kotlin', 'kt', 'kts'], load: () => import('highlight.js/lib/languages/kotlin') },
  { names: ['latex', 'tex'], load: () => import('highlight.js/lib/languages/latex') },
  { names: ['less'], load: () => import('highlight.js/lib/languages/less') },
  { names: ['lisp', 'elisp'], load: () => import('highlight.js/lib/languages/lisp') },
  { names: ['lua'], load: () => import('highlight.js/lib/languages/lua') },
  { names: ['makefile', 'make', 'mk'], load: () => import('highlight.js/lib/languages/makefile') },
  {
    names: ['markdown', 'md', 'mdx'],
    inside: ['xml'],
    load: () => import('highlight.js/lib/languages/markdown'),
  },
  { names: ['matlab', 'octave'], load: () => import('highlight.js/lib/languages/matlab') },
  { names: ['nginx'], load: () => import('highlight.js/lib/languages/nginx') },
  { names: ['nix'], load: () => import('highlight.js/lib/languages/nix') },
  { names: ['objectivec', 'objc'], load: () => import('highlight.js/lib/languages/objectivec') },
  { names: ['ocaml', 'ml'], load: () => import('highlight.js/lib/languages/ocaml') },
  { names: ['perl', 'pl'], load: () => import('highlight.js/lib/languages/perl') },
  { names: ['php'], load: () => import('highlight.js/lib/languages/php') },
  { names: ['powershell', 'ps1', 'pwsh'], load: () => import('highlight.js/lib/languages/powershell') },
  { names: ['properties'], load: () => import('highlight.js/lib/languages/properties') },
  { names: ['protobuf', 'proto'], load: () => import('highlight.js/lib/languages/protobuf') },
  { names: ['python', 'py', 'python3'], load: () => import('highlight.js/lib/languages/python') },
  {
    names: ['python-repl', 'pycon'],
    inside: ['python'],
    load: () => import('highlight.js/lib/languages/python-repl'),
  },
  { names: ['r'], load: () => import('highlight.js/lib/languages/r') },
  { names: ['ruby', 'rb'], load: () => import('highlight.js/lib/languages/ruby') },
  { names: ['rust', 'rs'], load: () => import('highlight.js/lib/languages/rust') },
  { names: ['scala'], load: () => import('highlight.js/lib/languages/scala') },
  { names: ['scss', 'sass'], load: () => import('highlight.js/lib/languages/scss') },
  {
    names: ['shell', 'console', 'shellsession'],
    inside: ['bash'],
    load: () => import('highlight.js/lib/languages/shell'),
  },
  { names: ['sql', 'mysql', 'sqlite', 'postgresql'], load: () => import('highlight.js/lib/languages/sql') },
  { names: ['swift'], load: () => import('highlight.js/lib/languages/swift') },
  {
    names: ['typescript', 'ts', 'tsx', 'mts', 'cts'],
    load: () => import('highlight.js/lib/languages/typescript'),
  },
  { names: ['vim', 'viml'], load: () => import('highlight.js/lib/languages/vim') },
  { names: ['wasm', 'wat'], load: () => import('highlight.js/lib/languages/wasm') },
  { names: ['x86asm', 'asm', 'nasm'], load: () => import('highlight.js/lib/languages/x86asm') },
  {
    names: ['xml', 'html', 'xhtml', 'svg', 'rss', 'vue', 'svelte'],
    inside: ['css', 'javascript'],
    load: () => import('highlight.js/lib/languages/xml'),
  },
  { names: ['yaml', 'yml'], load: () => import('highlight.js/lib/languages/yaml') },
];

/** Every name an author may write behind a code fence and get colours for. */
export const languageNames: readonly string[] = grammars.flatMap(({ names }) => names);

/** Find the grammar of a name or alias. */
export function findGrammar(name: string): Grammar | undefined {
  return grammars.find(({ names }) => names.includes(name));
}
