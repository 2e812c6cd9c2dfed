import type { EmittedFiles, Plan } from "./plan.ts";

/** The outside world, handed to commands: files, terminal, clock, environment. Tests pass one in memory. */
export interface Host {
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly files: Files;
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
  /** Starts a thread that makes code of plans; absent where there is none to spare. */
  readonly startEmitter?: (() => CodeEmitter | undefined) | undefined;
}

/** Files as commands use them. Paths are absolute, or relative to `Host.cwd` resolved by the caller. */
export interface Files {
  /** Bytes of a regular file of at most `limit` bytes (default 64 MiB), or why there are none. */
  readonly read: (path: string, limit?: number) => Promise<Uint8Array | FileProblem>;
  /**
   * Paths of the regular files under a folder, relative to it, with forward slashes, in code-unit order. Links are not followed;
   * names that begin with a dot and `node_modules` are passed over. A path that is a file gives `not-a-folder`.
   */
  readonly list: (folder: string) => Promise<readonly string[] | FileProblem>;
  /**
   * Brings a folder to a new state: everything is written beside its place first, then moved; a failure moves nothing.
   * Links to folders elsewhere are not followed: {@link LinkedFolderError}.
   */
  readonly change: (folder: string, change: FolderChange) => Promise<void>;
}

/** Thrown when a folder that would be written into is a link out of the output folder: a checkout may hold such links. */
export class LinkedFolderError extends Error {
  override readonly name = "LinkedFolderError";
}

/** Why a path could not be read. */
export type FileProblem = "missing" | "not-a-file" | "not-a-folder" | "too-large" | "unreadable";

/** What to write and what to take away in a folder; paths are relative, with forward slashes, and stay inside. */
export interface FolderChange {
  readonly write: readonly { readonly path: string; readonly bytes: string | Uint8Array }[];
  readonly remove: readonly string[];
}

/** Somebody who emits code from a plan while others do something else. */
export interface CodeEmitter {
  /** Asked for once. */
  readonly emit: (plan: Plan) => Promise<EmittedFiles>;
  /** Lets go of what was started, whether asked for or not. */
  readonly close: () => void;
}
