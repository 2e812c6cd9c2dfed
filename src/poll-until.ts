import type { Scope } from "./scope.ts";

/** What one question came to: an end, or how long to wait before the next, with news or without. */
export type Turn<News, End> =
  | { readonly news?: News | undefined; readonly end: End }
  | { readonly news?: News | undefined; readonly delay: number };

/**
 * Asks until there is an end; yields the news on the way and returns the end. Sleeps and questions live in `scope`: its
 * deadline and its abort end the loop wherever it stands.
 */
export async function* pollUntil<News, End>(
  ask: () => Promise<Turn<News, End>>,
  firstDelay: number,
  scope: Scope,
): AsyncGenerator<News, End> {
  let delay = firstDelay;
  for (;;) {
    scope.check();
    if (delay) await scope.sleep(delay);
    const turn = await ask();
    if (turn.news !== undefined) yield turn.news;
    if ("end" in turn) return turn.end;
    delay = turn.delay;
  }
}
