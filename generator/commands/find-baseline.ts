import { type Git, gitText } from "../git.ts";
import { quote } from "../terminal-text.ts";

/** The commit to compare with, or what to do so that there is one. */
export type Baseline =
  | { readonly found: true; readonly commit: string; readonly branch: string }
  | { readonly found: false; readonly message: string };

/**
 * The merge base of HEAD with the branch it will be merged into: the pull request's target where CI names one, else the
 * remote's default branch.
 */
export async function findBaseline(git: Git, env: { readonly [name: string]: string | undefined }): Promise<Baseline> {
  if ((await gitText(git, "rev-parse", "--is-inside-work-tree")) !== "true") {
    return { found: false, message: "This is no git repository. Name what to compare: docket diff <base> [<head>]." };
  }
  const wanted = targetOf(env);
  const branch = wanted === undefined ? await defaultBranch(git) : await existing(git, candidatesFor(wanted));
  const name = branch ?? candidatesFor(wanted ?? "main")[0] ?? "main";
  const commit = branch === undefined ? undefined : await gitText(git, "merge-base", "HEAD", branch);
  if (branch !== undefined && commit !== undefined && commit !== "") return { found: true, commit, branch };
  return { found: false, message: await explain(git, name) };
}

/** The branch a pull or merge request aims at, as GitHub Actions and GitLab CI name it. */
function targetOf(env: { readonly [name: string]: string | undefined }): string | undefined {
  const named = [env["GITHUB_BASE_REF"], env["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"]];
  return named.find((name) => name !== undefined && name !== "");
}

function candidatesFor(branch: string): readonly string[] {
  return [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`];
}

async function defaultBranch(git: Git): Promise<string | undefined> {
  const head = await gitText(git, "symbolic-ref", "--quiet", "refs/remotes/origin/HEAD");
  const named = ["main", "master"].flatMap(candidatesFor);
  return existing(git, head === undefined || head === "" ? named : [head, ...named]);
}

async function existing(git: Git, references: readonly string[]): Promise<string | undefined> {
  for (const reference of references) {
    const commit = await gitText(git, "rev-parse", "--verify", "--quiet", "--end-of-options", `${reference}^{commit}`);
    if (commit !== undefined) return reference;
  }
  return undefined;
}

/** Says exactly which history is missing and how to fetch it. */
async function explain(git: Git, reference: string): Promise<string> {
  const branch = reference.replace(/^refs\/(?:remotes\/origin|heads)\//, "");
  const shallow = (await gitText(git, "rev-parse", "--is-shallow-repository")) === "true";
  const refspec = `+refs/heads/${branch}:refs/remotes/origin/${branch}`;
  const fetch = `git fetch --no-tags ${shallow ? "--unshallow " : ""}origin ${refspec}`;
  const why = shallow
    ? "This clone is shallow, so the commit that this branch started from is not in it."
    : `There is no common commit with ${quote(branch)} here.`;
  return `${why} Run:\n\n  ${fetch}\n\nor name what to compare: docket diff <base> [<head>].`;
}
