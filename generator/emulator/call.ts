import { decodePercent } from "../decode-percent.ts";
import type { EmulatorState } from "./emulator-state.ts";
import { findRoute, type Route } from "./find-route.ts";
import { isFinal, stateAt } from "./job.ts";
import type { Step } from "./request-log.ts";

/** A request with what the emulator needs to know of it. */
export interface Call {
  readonly request: Request;
  readonly url: URL;
  /** Decoded path of the URL. */
  readonly path: string;
  readonly body: string;
  /** When it came, on the emulator's clock. */
  readonly now: number;
  readonly route: Route;
  readonly step: Step;
}

/** Reads a request, at the time it came. */
export function receiveCall(state: EmulatorState, request: Request, body: string): Call {
  const url = new URL(request.url);
  const path = decodePercent(url.pathname);
  const now = state.settings.now();
  const route = findRoute(state.table, request.method, path);
  return { request, url, path, body, now, route, step: stepOf(state, route, now) };
}

function stepOf(state: EmulatorState, route: Route, now: number): Step {
  switch (route.kind) {
    case "read": {
      const job = state.jobs.get(route.id);
      return job === undefined || isFinal(stateAt(job, now)) ? "result" : "status";
    }
    case "submit":
    case "status":
    case "stream":
    case "result":
    case "cancel":
    case "file":
      return route.kind;
    case "operation":
    case "keys":
    case "wrong-method":
    case "unknown":
      return "other";
  }
}
