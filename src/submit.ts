import { applyDefaults } from "./apply-defaults.ts";
import { checkInput } from "./check-input.ts";
import type { Context, JobAt } from "./context.ts";
import { InputError } from "./errors.ts";
import { findEndpoint } from "./find-job.ts";
import { handIn } from "./hand-in.ts";
import type { SubmitOptions } from "./queue-options.ts";
import type { Scope } from "./scope.ts";
import { submitExtras } from "./submit-extras.ts";

/** Request ids whose gateway a client with several remembers. */
const REMEMBERED = 10_000;

/** Checks an input and hands it in. Throws `InputError` before anything is sent. */
export async function submit(
  context: Context,
  endpointId: string,
  options: SubmitOptions<unknown, "fal">,
  scope: Scope,
): Promise<JobAt> {
  const { endpoint, offering } = findEndpoint(context, endpointId);
  const input = applyDefaults(
    options.input,
    context.defaults === "send" ? context.tables.defaults[endpointId] : undefined,
  );
  refuseBadInput(context, endpointId, input);
  const job = await handIn(
    offering,
    (line) => ({ endpointId, endpoint, input, ...submitExtras(line.protocol, options) }),
    context,
    scope,
  );
  const { takenBy, lines } = context;
  if (lines.length > 1) takenBy.set(job.requestId, job.line.id);
  const [oldest] = takenBy.keys();
  if (takenBy.size > REMEMBERED && oldest !== undefined) takenBy.delete(oldest);
  return job;
}

function refuseBadInput(
  { tables, proseChecks, warn }: Context,
  endpointId: string,
  input: ReturnType<typeof applyDefaults>,
): void {
  const problems = checkInput(input, tables.constraints[endpointId]);
  const errors = problems.filter((problem) => !problem.fromProse || proseChecks === "error");
  const list = (some: typeof problems): string => some.map(({ path, message }) => `${path} ${message}`).join("; ");
  if (errors.length) {
    const fields = errors.map(({ path, message }) => ({ path, message }));
    throw new InputError(`The input does not fit "${endpointId}": ${list(errors)}.`, { endpointId, fields });
  }
  if (problems.length && proseChecks === "warn") {
    warn({ code: "input", message: `The page of "${endpointId}" says otherwise: ${list(problems)}.`, endpointId });
  }
}
