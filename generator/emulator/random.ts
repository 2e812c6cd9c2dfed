/** A seeded source of numbers: the same seed gives the same numbers on every machine. Not for secrets. */
export interface Random {
  /** The next number, 0 ≤ n < 1. */
  readonly next: () => number;
  /** The next unsigned integer of 32 bits. */
  readonly word: () => number;
}

/** Mulberry32, by Tommy Ettinger (public domain): small, fast, and good enough for pictures and ids. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return { word, next: () => word() / 2 ** 32 };
}

/** A 32-bit hash of a text (FNV-1a), to seed {@link createRandom} from a prompt. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A UUID of version 4 in form, drawn from `random`. */
export function randomUuid(random: Random): string {
  const hex = [0, 1, 2, 3].map(() => random.word().toString(16).padStart(8, "0")).join("");
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  const digits = `${hex.slice(0, 12)}4${hex.slice(13, 16)}${variant}${hex.slice(17)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** An unsigned integer of 64 bits, as models draw their seeds: mostly beyond what a double can hold. */
export function randomSeed(random: Random): bigint {
  return (BigInt(random.word()) << 32n) | BigInt(random.word());
}
