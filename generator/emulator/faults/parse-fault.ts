import { EmulatorError } from "../emulator-error.ts";
import type { Step } from "../request-log.ts";
import type { FaultKind } from "./fault.ts";
import { faultKinds } from "./fault-kinds.ts";

/** A fault of a script. */
export interface ScriptedFault {
  readonly name: string;
  readonly kind: FaultKind;
  readonly value: string;
  readonly on: readonly Step[];
  /** How many times it is still to strike; Infinity for `*`. */
  left: number;
}

/** Reads `[step/]name[=value][:count]`; throws {@link EmulatorError} saying what is wrong. */
export function parseFault(text: string): ScriptedFault {
  const [, step, name = "", value, count] = grammar.exec(text.trim()) ?? [];
  const kind = faultKinds.get(name);
  if (kind === undefined)
    throw new EmulatorError(`unknown fault "${text.trim()}"; there are: ${[...faultKinds.keys()].join(", ")}`);
  if (value !== undefined && kind.value === undefined) throw new EmulatorError(`the fault "${name}" takes no value`);
  return {
    name,
    kind,
    value: value ?? kind.value?.usual ?? "",
    on: step === undefined ? kind.on : [readStep(step, text)],
    left: count === "*" ? Number.POSITIVE_INFINITY : Number(count ?? 1),
  };
}

/** Reads several faults, separated by commas or white space. */
export function parseFaults(text: string): readonly ScriptedFault[] {
  return text
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .map(parseFault);
}

const grammar = /^(?:([a-z]+)\/)?([a-z0-9-]+)(?:=([^:]*))?(?::(\d{1,9}|\*))?$/;

const steps: readonly Step[] = ["submit", "status", "result", "cancel", "stream", "file", "other"];

function readStep(word: string, text: string): Step {
  const step = steps.find((known) => known === word);
  if (step === undefined) throw new EmulatorError(`unknown step in fault "${text}"; there are: ${steps.join(", ")}`);
  return step;
}
