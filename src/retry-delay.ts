/**
 * Milliseconds before attempt `tries + 1`: full jitter up to 30 s, so that a crowd that failed together comes back spread out;
 * later where the server named a time.
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function retryDelay(tries: number, asked: number, random: () => number): number {
  return Math.max(politeWait(asked, random), 50 + random() * Math.min(30_000, 250 * 2 ** tries));
}

/** Milliseconds to wait when the server named a time: at most a minute at once, and spread upward. */
export function politeWait(asked: number, random: () => number): number {
  return Math.min(asked, 60_000) * (1 + random() / 10);
}
