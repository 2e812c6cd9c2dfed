/** The outside world, handed to commands: files, terminal, clock, environment. Tests pass one in memory. */
export interface Host {
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  /** Standard output; `text` ends in its own newline. */
  readonly out: (text: string) => void;
  /** Standard error. */
  readonly err: (text: string) => void;
  /** Whether colour may be used on standard output and error. */
  readonly colour: boolean;
  /** Whether standard error is a terminal that can redraw its last line. */
  readonly interactive: boolean;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** Aborts when the user asks to stop (Ctrl-C). */
  readonly interrupted: AbortSignal;
}
