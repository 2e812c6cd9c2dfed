import type { Host } from "../host.ts";
import { safe } from "../terminal-text.ts";

/** What a command shows while it waits. */
export interface ProgressLine {
  /** Says where things stand: redrawn in place on a terminal, a line per change elsewhere. */
  readonly show: (text: string) => void;
  /** Says something that stays, above the line. */
  readonly note: (text: string) => void;
  /** Takes the line away (a terminal) and stops the clock. */
  readonly end: () => void;
}

/** A progress line on standard error, with the time since it was made. */
export function createProgressLine(host: Host): ProgressLine {
  const since = host.now();
  return host.interactive ? redrawnLine(host, since) : plainLines(host, since);
}

function redrawnLine(host: Host, since: number): ProgressLine {
  let text = "";
  // Shorter than the narrowest usual terminal: a line that wraps cannot be redrawn.
  const draw = (): void => host.err(`${clearLine}${safe(text, 60)} · ${seconds(host, since)}`);
  const timer = setInterval(draw, 1000);
  timer.unref();
  return {
    show: (next) => {
      text = next;
      draw();
    },
    note: (said) => {
      host.err(`${clearLine}${safe(said, 600)}\n`);
      if (text !== "") draw();
    },
    end: () => {
      clearInterval(timer);
      host.err(clearLine);
    },
  };
}

const clearLine = "\r\u001b[2K";

function plainLines(host: Host, since: number): ProgressLine {
  let shown = "";
  return {
    show: (text) => {
      if (text === shown) return;
      shown = text;
      host.err(`${safe(text)} · ${seconds(host, since)}\n`);
    },
    note: (said) => host.err(`${safe(said, 600)}\n`),
    end: () => {},
  };
}

function seconds(host: Host, since: number): string {
  return `${Math.floor((host.now() - since) / 1000)} s`;
}
