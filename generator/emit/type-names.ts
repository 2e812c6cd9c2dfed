import type { Plan } from "../plan.ts";

/** Type names by component name: what types in a package may refer to. */
export type TypeNames = ReadonlyMap<string, string>;

/** Whether a title holds letters of other scripts, as the name of a schema does that had to be written in ASCII. */
export function isForeign(title: string | undefined): title is string {
  return title !== undefined && /[^\p{ASCII}\p{P}\p{S}]/u.test(title);
}

/** The type names of a plan's models. */
export function typeNamesOf(plan: Plan): TypeNames {
  return new Map(plan.models.map(({ name, typeName }) => [name, typeName]));
}
