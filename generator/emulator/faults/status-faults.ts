import { replyJson } from "../reply.ts";
import type { FaultKind } from "./fault.ts";

/** Faults that are a status code. */
export const statusFaults: readonly (readonly [string, FaultKind])[] = [
  [
    "rate-limit",
    {
      about: "429 with Retry-After",
      on: ["submit", "status", "result", "cancel", "stream"],
      value: { about: "the header's value", usual: "1" },
      strike: {
        at: "arrival",
        answer: ({ value }) =>
          replyJson(429, { detail: "Too many requests" }, value === "" ? {} : { "retry-after": value }),
      },
    },
  ],
];
