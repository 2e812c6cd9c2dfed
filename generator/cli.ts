import { UsageError } from "./commands/parse-options.ts";
import { type Host, LinkedFolderError } from "./host.ts";
import { toolVersion } from "./tool.ts";

const usage = `docket <command> [options]

  init       a docket.yaml for the pages that are there
  generate   documents in specs/ → client package in generated/
  check      is generated/ what the documents say today?      (CI)
  diff       what changed, and whom does it break?            (CI)
  compare    the same endpoint at two gateways, side by side
  emulate    the gateway, on this machine, free of charge
  run        one model call from the terminal

docket <command> --help shows its options and an example. docket --version prints the version.
Exit codes: 0 done, 1 findings, 2 could not run, 3 the generated package is stale.
`;

interface Command {
  readonly help: string;
  readonly run: (args: readonly string[], host: Host) => Promise<number>;
}

/** Each command is loaded when it is asked for: most of them bring weight along. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  [
    "generate",
    async () => await import("./commands/generate.ts").then(({ help, generate }) => ({ help, run: generate })),
  ],
  ["emulate", async () => await import("./commands/emulate.ts").then(({ help, emulate }) => ({ help, run: emulate }))],
  ["run", async () => await import("./commands/run.ts").then(({ help, run }) => ({ help, run }))],
  ["init", async () => await import("./commands/init.ts").then(({ help, init }) => ({ help, run: init }))],
  ["compare", async () => await import("./commands/compare.ts").then(({ help, compare }) => ({ help, run: compare }))],
  ["diff", async () => await import("./commands/diff.ts").then(({ help, diff }) => ({ help, run: diff }))],
  ["check", async () => await import("./commands/check.ts").then(({ help, check }) => ({ help, run: check }))],
]);

/** Runs a command line and gives its exit code. */
export async function runCli(argv: readonly string[], host: Host): Promise<number> {
  const [name, ...args] = argv;
  if (name === "--version") {
    host.out(`${toolVersion()}\n`);
    return 0;
  }
  const load = commands.get(name ?? "");
  if (load === undefined) return explain(name, host);
  const command = await load();
  if (args.includes("--help") || args.includes("-h")) {
    host.out(command.help);
    return 0;
  }
  try {
    return await command.run(args, host);
  } catch (error) {
    host.err(explainFailure(name ?? "", error, command.help));
    return 2;
  }
}

function explain(name: string | undefined, host: Host): number {
  if (name === "--help" || name === "-h" || name === "help") {
    host.out(usage);
    return 0;
  }
  host.err(name === undefined ? usage : `docket: there is no command ${JSON.stringify(name)}\n\n${usage}`);
  return 2;
}

/** A wrong command line gets the command's help; anything else is a bug of ours and gets its stack. */
function explainFailure(name: string, error: unknown, help: string): string {
  if (error instanceof LinkedFolderError) return `docket ${name}: ${error.message}\n`;
  if (error instanceof UsageError) return `docket ${name}: ${error.message}\n\n${help}`;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `docket ${name}: this is a bug in docket, please report it\n${stack}\n`;
}
