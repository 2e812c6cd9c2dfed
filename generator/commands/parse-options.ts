import { type ParseArgsConfig, parseArgs } from "node:util";
import { closestTo } from "../did-you-mean.ts";
import { quote } from "../terminal-text.ts";

/** The command line was not understood; the message says why, and the CLI adds the usage. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>;

/** Parses the arguments of a command; at most `positionals` plain words. Throws {@link UsageError}. */
export function parseOptions<const O extends Options>(
  args: readonly string[],
  options: O,
  positionals: number,
): Parsed<O> {
  refuseUnknown(args, options);
  const parsed = parseOrExplain(args, options);
  const extra = parsed.positionals[positionals];
  if (extra !== undefined) throw new UsageError(`unexpected argument ${JSON.stringify(extra)}`);
  return parsed;
}

/** The word of a list that an option was given. Throws {@link UsageError} for any other. */
export function oneOf<const Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === value);
  if (word === undefined) throw new UsageError(`${option} must be one of ${words.join(", ")}, not ${quote(value)}`);
  return word;
}

/** Node's own message for an unknown option explains how to pass it as a plain word, which nobody meant. */
function refuseUnknown(args: readonly string[], options: Options): void {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== "option" || Object.hasOwn(options, token.name)) continue;
    const meant = closestTo(token.name, Object.keys(options));
    const hint = meant === undefined ? "" : `; did you mean --${meant}?`;
    throw new UsageError(`there is no option ${JSON.stringify(token.rawName)}${hint}`);
  }
}

function parseOrExplain<const O extends Options>(args: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
