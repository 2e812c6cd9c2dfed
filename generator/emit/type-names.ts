import type { Plan } from "../plan.ts";

/** Type names by component name: what types in a package may refer to. */
export type TypeNames = ReadonlyMap<string, string>;

/** The type names of a plan's models. */
export function typeNamesOf(plan: Plan): TypeNames {
  return new Map(plan.models.map(({ name, typeName }) => [name, typeName]));
}
