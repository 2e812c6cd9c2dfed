import type { Credentials } from "./client-options.ts";
import { AuthenticationError } from "./errors.ts";
import type { AuthScheme } from "./tables.ts";

/** Holds a key where neither `inspect` nor `JSON.stringify` finds it. */
export class KeyHolder {
  readonly #source: Credentials | undefined;
  readonly #scheme: AuthScheme;
  #last = "";

  /** Throws `AuthenticationError` for a key that cannot be one; the message does not repeat it. */
  constructor(source: Credentials | undefined, scheme: AuthScheme) {
    if (typeof source === "string") check(source);
    this.#source = source;
    this.#scheme = scheme;
  }

  /** Whether asking again may give another key. */
  get renewable(): boolean {
    return typeof this.#source === "function";
  }

  /** Value of the `Authorization` header, or `undefined` where none is to be sent. */
  async header(): Promise<string | undefined> {
    if (this.#source === undefined || this.#scheme === "none") return undefined;
    this.#last = check(typeof this.#source === "string" ? this.#source : await this.#source());
    return `${this.#scheme === "key" ? "Key" : "Bearer"} ${this.#last}`;
  }

  /** The text without the key, should a server have echoed it. */
  mask(text: string): string {
    // A key of a few letters is a test's; masking it would tear holes into ordinary words.
    return this.#last.length < 8 ? text : text.replaceAll(this.#last, "[key]");
  }
}

function check(key: string | undefined): string {
  if (key && /^[\x21-\x7e]+$/.test(key)) return key;
  throw new AuthenticationError(
    key
      ? "The credentials hold a space, a line break or a character that no header takes. Is the key copied whole?"
      : "The credentials are empty. Is the environment variable set? Leave `credentials` out to send none.",
  );
}
