import { InputError } from "./errors.ts";
import type { FalSubmitOptions } from "./queue-options.ts";
import type { QueueProtocol } from "./queue-protocol.ts";

type Texts = { readonly [name: string]: string };

const SECONDS: { readonly [name: string]: number | null } = {
  immediate: 60,
  "1h": 3600,
  "1d": 86_400,
  "7d": 604_800,
  "30d": 2_592_000,
  "1y": 31_536_000,
  never: null,
};

/** The headers and query parameters of a submit call, where the protocol has them. Throws `InputError` for a start timeout fal refuses. */
export function submitExtras(
  protocol: QueueProtocol,
  options: FalSubmitOptions,
): { readonly headers: Texts; readonly query: Texts } {
  const { startTimeout, storageSettings = {} } = options;
  if (startTimeout !== undefined && !(startTimeout > 1))
    throw new InputError("`startTimeout` must be more than 1 second.");
  const { expiresIn, keepPayload } = storageSettings;
  const values = {
    ...options,
    keepPayload: keepPayload === false ? 0 : undefined,
    expiresIn:
      expiresIn === undefined
        ? undefined
        : JSON.stringify({
            expiration_duration_seconds: typeof expiresIn === "number" ? expiresIn : SECONDS[expiresIn],
          }),
  };
  return { headers: rename(values, protocol.submitHeaders), query: rename(values, protocol.submitQuery) };
}

function rename(values: object, names: Texts = {}): Texts {
  const given = Object.entries(values).filter(([option, value]) => value !== undefined && Object.hasOwn(names, option));
  return Object.fromEntries(given.map(([option, value]) => [names[option], String(value)]));
}
