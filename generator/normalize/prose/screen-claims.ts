import type { Claim, Strength } from "./claim.ts";
import type { Scope } from "./mark-scopes.ts";
import type { MinedConflict, MinedFact, MinedKeyword } from "./mined-prose.ts";
import { sameValue } from "./same-value.ts";

const rank: Readonly<Record<Strength, number>> = { stated: 2, loose: 1, implied: 0 };

/** Claims that stand, at most one per keyword. */
export interface Screened {
  readonly facts: ReadonlyMap<MinedKeyword, MinedFact>;
  readonly conflicts: readonly MinedConflict[];
}

/** Drops advice and what holds under a condition only, then settles what is stated more than once. */
export function screenClaims(claims: readonly Claim[], scopes: readonly Scope[]): Screened {
  const scoped = claims.map((claim) => ({ claim, scope: scopes[claim.at] }));
  const standing = scoped.filter(
    ({ claim, scope }) => scope === undefined || holdsAlways(claim, scope, claims, scopes),
  );
  const facts = new Map<MinedKeyword, MinedFact>();
  const conflicts: MinedConflict[] = [];
  for (const [keyword, group] of groupByKeyword(standing.map(({ claim }) => claim))) {
    const settled = settle(group);
    if ("reason" in settled) conflicts.push(settled);
    else facts.set(keyword, settled);
  }
  return { facts, conflicts };
}

function holdsAlways(claim: Claim, scope: Scope, claims: readonly Claim[], scopes: readonly Scope[]): boolean {
  if (scope.advice) return false;
  if (scope.label !== undefined && !holdsForEveryLabel(claim, scope, claims, scopes)) return false;
  if (scope.condition === "no" || claim.keyword === "default") return true;
  return claim.keyword === "enum" && scope.condition === "some" && !isSingle(claim);
}

/** 当…时必须设置为 a: under a condition the one value is what that case demands. */
function isSingle({ value }: Claim): boolean {
  return Array.isArray(value) && value.length === 1;
}

/** With two or more labelled lines (one per model), or one where the text says that it depends on the model, what only some of them say, or say differently, holds for none. */
function holdsForEveryLabel(
  claim: Claim,
  { depends }: Scope,
  claims: readonly Claim[],
  scopes: readonly Scope[],
): boolean {
  const labels = new Map<string, boolean>();
  for (const other of claims) {
    const label = scopes[other.at]?.label;
    if (label === undefined) continue;
    const agrees = other.keyword === claim.keyword && sameValue(other.value, claim.value);
    labels.set(label, agrees || labels.get(label) === true);
  }
  return (labels.size < 2 && !depends) || (labels.size > 1 && [...labels.values()].every(Boolean));
}

function groupByKeyword(claims: readonly Claim[]): ReadonlyMap<MinedKeyword, readonly Claim[]> {
  const groups = new Map<MinedKeyword, Claim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.keyword);
    if (group === undefined) groups.set(claim.keyword, [claim]);
    else group.push(claim);
  }
  return groups;
}

/** The one thing that the strongest claims say, or the conflict between them. */
function settle(group: readonly Claim[]): MinedFact | MinedConflict {
  const strongest = Math.max(...group.map(({ strength }) => rank[strength]));
  const claims = group.filter(({ strength }) => rank[strength] === strongest);
  const first = claims[0];
  if (first === undefined) throw new Error("a group of claims is never empty");
  const other = claims.find(({ value }) => !sameValue(value, first.value));
  return other === undefined ? factOf(first) : { ...factOf(first), reason: "stated-twice", against: other.value };
}

function factOf({ keyword, value, cue, start, end }: Claim): MinedFact {
  return { keyword, value, cue, start, end };
}
