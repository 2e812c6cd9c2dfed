import { describe, expect, it } from "vitest";
import { findBaseline } from "../../generator/commands/find-baseline.ts";
import type { Git } from "../../generator/git.ts";

/** A git that knows these answers, by its arguments, and fails at everything else. */
function gitOf(answers: { readonly [args: string]: string }): Git {
  return async (args) => {
    const answer = answers[args.join(" ")];
    const stdout = new TextEncoder().encode(answer === undefined ? "" : `${answer}\n`);
    return { code: answer === undefined ? 1 : 0, stdout, stderr: "" };
  };
}

const inside = { "rev-parse --is-inside-work-tree": "true" };
const knows = (reference: string) => ({
  [`rev-parse --verify --quiet --end-of-options ${reference}^{commit}`]: "abc",
});
const from = (reference: string, commit: string) => ({ [`merge-base HEAD ${reference}`]: commit });
const head = (reference: string) => ({ "symbolic-ref --quiet refs/remotes/origin/HEAD": reference });

describe("findBaseline", () => {
  const remote = "refs/remotes/origin/main";
  const local = "refs/heads/main";
  const trunk = "refs/remotes/origin/trunk";
  it.each([
    {
      name: "the remote's default branch",
      git: { ...head(trunk), ...knows(trunk), ...from(trunk, "c1") },
      want: trunk,
    },
    { name: "main of the remote", git: { ...knows(remote), ...knows(local), ...from(remote, "c1") }, want: remote },
    { name: "main here", git: { ...knows(local), ...from(local, "c1") }, want: local },
    {
      name: "master, where there is no main",
      git: { ...knows("refs/heads/master"), ...from("refs/heads/master", "c1") },
      want: "refs/heads/master",
    },
    {
      name: "main, where the default branch is gone",
      git: { ...head(trunk), ...knows(remote), ...from(remote, "c1") },
      want: remote,
    },
    {
      name: "the target that GitHub names",
      env: { GITHUB_BASE_REF: "next" },
      git: { ...knows("refs/remotes/origin/next"), ...from("refs/remotes/origin/next", "c1"), ...knows(remote) },
      want: "refs/remotes/origin/next",
    },
    {
      name: "the target that GitLab names, of this clone",
      env: { GITHUB_BASE_REF: "", CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "next" },
      git: { ...knows("refs/heads/next"), ...from("refs/heads/next", "c1") },
      want: "refs/heads/next",
    },
  ])("takes $name", async ({ git, env = {}, want }) => {
    expect(await findBaseline(gitOf({ ...inside, ...git }), env)).toEqual({ found: true, commit: "c1", branch: want });
  });

  it.each([
    {
      name: "no repository",
      git: {},
      says: ["This is no git repository. Name what to compare: docket diff <base> [<head>]."],
    },
    {
      name: "no branch to compare with",
      git: inside,
      says: [
        'There is no common commit with "main" here.',
        "\n  git fetch --no-tags origin +refs/heads/main:refs/remotes/origin/main\n",
      ],
    },
    {
      name: "histories that never met",
      git: { ...inside, ...knows(local), ...from(local, "") },
      says: ['There is no common commit with "main" here.'],
    },
    {
      name: "a shallow clone",
      git: { ...inside, ...knows(remote), "rev-parse --is-shallow-repository": "true" },
      says: [
        "This clone is shallow",
        "\n  git fetch --no-tags --unshallow origin +refs/heads/main:refs/remotes/origin/main\n",
      ],
    },
    {
      name: "a target that is not fetched",
      git: { ...inside, ...knows(remote), ...from(remote, "c1") },
      env: { GITHUB_BASE_REF: "next" },
      says: ["origin +refs/heads/next:refs/remotes/origin/next\n"],
    },
  ])("says what to do about $name", async ({ git, env = {}, says }) => {
    const found = await findBaseline(gitOf(git), env);
    expect(found.found).toBe(false);
    for (const text of says) expect(found).toHaveProperty("message", expect.stringContaining(text));
  });
});
