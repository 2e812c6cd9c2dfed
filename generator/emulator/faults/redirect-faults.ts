import { type Reply, replyText } from "../reply.ts";
import { type FaultRow, jobSteps, onArrival } from "./define-fault.ts";

/** Faults that send the caller elsewhere. */
export const redirectFaults: readonly FaultRow[] = [
  [
    "redirect",
    onArrival(
      "a redirect to the same path at another origin",
      jobSteps,
      ({ value, request, settings }) =>
        redirect(Number(value), new URL(new URL(request.url).pathname, settings.foreignOrigin).href),
      { about: "301, 302, 303, 307 or 308", usual: "307" },
    ),
  ],
  [
    "redirect-loop",
    onArrival("a redirect to the very same URL", jobSteps, ({ request }) => redirect(302, request.url)),
  ],
  [
    "redirect-metadata",
    onArrival("a redirect to a cloud's metadata address", jobSteps, () =>
      redirect(302, "http://169.254.169.254/latest/meta-data/"),
    ),
  ],
  [
    "redirect-relative",
    onArrival("a redirect to another path of the gateway", jobSteps, () => redirect(302, "/elsewhere")),
  ],
];

function redirect(status: number, location: string): Reply {
  const reply = replyText(status, "text/html", "");
  return { ...reply, headers: { ...reply.headers, location } };
}
