import type { Direction, Finding, Severity } from "../finding.ts";
import type { CauseReport, GradeReport } from "./group-causes.ts";

/** What a cause does to callers, in a few words: `requests that passed are refused; code stops compiling`. Empty when nothing breaks. */
export function tellEffect({ finding, grades }: CauseReport): string {
  const told = grades
    .filter(({ severity, accepted }) => severity !== "safe" && accepted === undefined)
    .map((grade) => effectOf(grade, finding));
  return told.join("; ");
}

function effectOf({ axis, severity }: GradeReport, { direction, rule }: Finding): string {
  switch (axis) {
    case "wire":
      return wireTexts[direction][severity === "breaking" ? "breaking" : "risky"];
    case "source":
      return severity === "breaking" ? "code stops compiling" : "code may stop compiling";
    case "runtime":
      if (rule === "default-changed") return "a field left out means something else";
      return severity === "breaking"
        ? "the upgraded client calls in another way"
        : "the client does something else by itself";
  }
}

const wireTexts: Readonly<Record<Direction, Readonly<Record<Exclude<Severity, "safe">, string>>>> = {
  request: { breaking: "requests that passed are refused", risky: "requests that passed may be refused" },
  response: {
    breaking: "readers get what they were told not to expect",
    risky: "readers may get what they do not expect",
  },
  both: { breaking: "requests are refused, and readers fail", risky: "requests or readers may fail" },
  none: { breaking: "calls fail", risky: "calls may fail" },
};
