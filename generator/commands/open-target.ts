import { createEmulator } from "../emulator/index.ts";
import type { LoadedPlan } from "./load-plan.ts";
import { chooseTarget, type RunTarget, type TargetRequest } from "./run-target.ts";

/** Where a model call goes, and how to leave it. */
export interface OpenTarget {
  readonly target: RunTarget;
  readonly close: () => Promise<void>;
}

/**
 * The target of a call; with `--emulate` the gateway is an emulator of its own, started here, reached over HTTP and
 * stopped by `close`. Throws {@link UsageError} as {@link chooseTarget} does.
 */
export async function openTarget(
  loaded: LoadedPlan,
  request: TargetRequest & { readonly where: "emulated" | "real" },
  env: { readonly [name: string]: string | undefined },
): Promise<OpenTarget> {
  if (request.where === "real") return { target: chooseTarget(loaded, request, env), close: async () => {} };
  // The environment is left out: a key for the real gateway has no business at an emulator.
  const target = chooseTarget(loaded, { ...request, baseUrl: "http://127.0.0.1" }, {});
  const emulator = createEmulator({ document: loaded.plan.document, gateway: target.gateway.id });
  const baseUrl = await emulator.listen();
  return { target: { ...target, baseUrl }, close: emulator.close };
}
