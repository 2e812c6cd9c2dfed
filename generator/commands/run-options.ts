import { type InputWord, readInputWord } from "./parse-inputs.ts";
import { parseOptions, UsageError } from "./parse-options.ts";

/** What `docket run --help` prints. */
export const help = `docket run <endpoint> [field=value]... [--gateway id] [--base-url url] [--out folder] [--json]

Calls a model once: hands the job in, shows its place in the queue, saves the pictures it makes, prints their paths.
Values are typed by the documents: num_images=2 is a number, enable_safety_checker=false a boolean.
field:=json passes JSON as it is, field=@photo.jpg a picture as data URI, field=@notes.txt the text of a file.

  --gateway id      which gateway to call (default: the first that offers the endpoint and has a key)
  --base-url url    another address, such as that of docket emulate
  --emulate         an emulator of the gateway, started for this call: free of charge, no key
  --key-env NAME    the environment variable that holds the key (default: <GATEWAY>_KEY, then DOCKET_KEY)
  --out folder      where pictures go (default: pictures)
  --timeout s       seconds to wait (default: 600)
  --resume id       fetch a job handed in earlier instead of a new one
  --documents path  a folder or file of documents, instead of what docket.yaml says
  --config file     another docket.yaml
  --json            one JSON object on standard output: request id, files, the model's answer

Examples:
  docket run fal-ai/flux-1/dev prompt="a lighthouse at dawn" num_images=2
  docket run fal-ai/flux-1/dev prompt="a lighthouse" --emulate
  docket run fal-ai/flux-1/dev prompt="a lighthouse" --gateway anyapi --base-url http://127.0.0.1:8787

Ctrl-C cancels the job where the gateway can, and otherwise says how to fetch it later.
Exit code: 0 done, 1 the job was handed in but gave no result, 2 nothing was handed in.
`;

/** The arguments of `docket run`, resolved. */
export interface RunOptions {
  readonly endpointId: string;
  readonly words: readonly InputWord[];
  readonly documents: string | undefined;
  readonly config: string | undefined;
  readonly gateway: string | undefined;
  readonly baseUrl: string | undefined;
  readonly keyEnv: string | undefined;
  /** `emulated`: at an emulator started for this call. */
  readonly where: "emulated" | "real";
  readonly resume: string | undefined;
  readonly out: string;
  /** Seconds. */
  readonly timeout: number;
  readonly format: "json" | "text";
}

/** Reads the arguments; throws {@link UsageError}. */
export function readRunOptions(args: readonly string[]): RunOptions {
  const { values, positionals } = parseOptions(args, options, Number.POSITIVE_INFINITY);
  const [endpointId, ...rest] = positionals;
  if (endpointId === undefined) throw new UsageError("which endpoint? Such as: docket run fal-ai/flux-1/dev prompt=…");
  const words = rest.map(readWord);
  if (values.resume !== undefined && words.length > 0) {
    throw new UsageError("--resume fetches a job that has its input: leave the fields away");
  }
  if (values.emulate === true && (values["base-url"] ?? values.resume) !== undefined) {
    throw new UsageError("--emulate starts an emulator that knows no other address and no earlier job");
  }
  const timeout = Number(values.timeout ?? "600");
  if (!(timeout > 0 && timeout <= 86_400))
    throw new UsageError("--timeout takes seconds, more than 0 and at most 86400");
  return {
    endpointId,
    words,
    documents: values.documents,
    config: values.config,
    gateway: values.gateway,
    baseUrl: values["base-url"],
    keyEnv: values["key-env"],
    where: values.emulate === true ? "emulated" : "real",
    resume: values.resume,
    out: values.out ?? "pictures",
    timeout,
    format: values.json === true ? "json" : "text",
  };
}

const options = {
  gateway: { type: "string" },
  "base-url": { type: "string" },
  "key-env": { type: "string" },
  emulate: { type: "boolean" },
  resume: { type: "string" },
  out: { type: "string" },
  timeout: { type: "string" },
  documents: { type: "string" },
  config: { type: "string" },
  json: { type: "boolean" },
} as const;

function readWord(word: string): InputWord {
  const read = readInputWord(word);
  if (read === undefined) throw new UsageError(`${JSON.stringify(word)} is no field=value`);
  return read;
}
