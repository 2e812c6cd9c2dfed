import type { Finding, Severity } from "./finding.ts";

/** The semver step that findings call for. */
export type Step = "major" | "minor" | "patch" | "none";

/** The step for the generated package: breaking is major, everything else that callers can see is minor. */
export function stepFor(findings: readonly { readonly severity: Severity }[]): Step {
  if (findings.length === 0) return "none";
  return findings.some(({ severity }) => severity === "breaking") ? "major" : "minor";
}

/**
 * The version after a step. Below 1.0.0 a breaking change raises the second number and any other the third, as semver leaves
 * to those versions and npm's `^` expects. Undefined when the current version is no semver.
 *
 * @see https://semver.org
 */
export function nextVersion(current: string, findings: readonly Pick<Finding, "severity">[]): string | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:[-+][0-9A-Za-z.+-]*)?$/.exec(current);
  if (match === null) return undefined;
  const [major = 0, minor = 0, patch = 0] = match.slice(1).map(Number);
  const step = stepFor(findings);
  if (step === "none") return current;
  if (major === 0) return step === "major" ? `0.${minor + 1}.0` : `0.${minor}.${patch + 1}`;
  return step === "major" ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
}
