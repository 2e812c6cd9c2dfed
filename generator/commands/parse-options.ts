import { type ParseArgsConfig, parseArgs } from "node:util";

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
  const parsed = parseOrExplain(args, options);
  const extra = parsed.positionals[positionals];
  if (extra !== undefined) throw new UsageError(`unexpected argument ${JSON.stringify(extra)}`);
  return parsed;
}

function parseOrExplain<const O extends Options>(args: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
