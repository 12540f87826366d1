/** Takes a language and a line of code and leaves the name in `# [name]`, in the form that comments have in that language. */

/** What begins a comment that is alone in its line; some end too. */
const forms = {
  hash: String.raw`#+\s*\[([^\]]+)\]`,
  slashes: String.raw`\/\/+\s*\[([^\]]+)\]`,
  dashes: String.raw`--+\s*\[([^\]]+)\]`,
  semicolon: String.raw`;+\s*\[([^\]]+)\]`,
  percent: String.raw`%+\s*\[([^\]]+)\]`,
  stars: String.raw`\/\*+\s*\[([^\]]+)\]\s*\*+\/`,
  tag: String.raw`<!--+\s*\[([^\]]+)\]\s*-->`,
} as const;

type Form = keyof typeof forms;

const languages: readonly (readonly [forms: readonly Form[], names: string])[] = [
  [
    ['hash'],
    'python py python3 bash sh zsh shell console ruby rb r perl pl yaml yml toml ini conf properties makefile make mk ' +
      'dockerfile docker elixir ex exs julia jl nginx nix powershell ps1 pwsh graphql gql cmake',
  ],
  [['dashes'], 'sql mysql sqlite postgresql haskell hs lua elm'],
  [['semicolon'], 'clojure clj lisp elisp asm nasm x86asm wasm wat'],
  [['percent'], 'latex tex matlab octave erlang erl'],
  [['tag'], 'xml html xhtml svg rss markdown md mdx'],
  [['stars'], 'css'],
  [['tag', 'slashes', 'stars'], 'vue svelte'],
  [['hash', 'slashes', 'stars'], 'php'],
];

/** Comments of C and its many children, and of whatever is not in the list. */
const usual: readonly Form[] = ['slashes', 'stars'];

/** Read the name of the segment that a line opens; nothing where it is a line of code. */
export function readMarker(line: string, language: string): string | undefined {
  const name = language.toLowerCase();
  // Without a language any comment will do.
  const known = languages.find(([, names]) => names.split(' ').includes(name))?.[0];
  const tried = name === '' || name === 'text' ? (Object.keys(forms) as Form[]) : (known ?? usual);
  for (const form of tried) {
    const match = new RegExp(String.raw`^\s*${forms[form]}\s*$`).exec(line);
    if (match?.[1]?.trim()) return match[1].trim();
  }
  return undefined;
}
