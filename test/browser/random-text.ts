/** Random text from a seed: words of several languages, capitals, figures, punctuation, pairs that kern and ligate. */

/** A source of numbers from 0 to 1 that a seed repeats (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const words =
  'The quick fox offers waffles to AVATAR Wave Toyota LTd P.A. fluffy office Fjord halfback Schifffahrt TensorFlow PyTorch training throughput café naïve Ærøskøbing Łódź žluťoučký příliš İstanbul Ștefan œuvre straße 1,024 99.9% 3.5× €40 (v2.0) "quoted" “smart” it’s rock’n’roll and/or state-of-the-art x-1 A–Z 2019–2024 wait—what… a+b=c #tag @user C++ snake_case https://example.org/a/b?c=d&e=f [1] {x} why?yes no!(really) Yo. We, Ta; T-shirt ½ 10° © ↑ LLC/Inc. Don’t To V8 W3C ffi ffl'.split(
    ' ',
  );
const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?-()éüßñçåØÆŁżőğ'];

/** Make a text of some words; every fifth is letters at random. */
export function randomText(random: () => number, count: number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const word = (): string =>
    random() < 0.2
      ? Array.from({ length: 1 + Math.floor(random() * 9) }, () => pick(letters)).join('')
      : pick(words);
  return Array.from({ length: count }, word).join(' ');
}
