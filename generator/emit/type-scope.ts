import type { Plan } from "../plan.ts";
import type { ArrayAccess } from "./module-structure.ts";
import type { TypeScope } from "./schema-type.ts";

/** The scope of a module whose types refer to `src/schemas.ts`. */
export function typeScope(plan: Plan, access: ArrayAccess): TypeScope {
  return { typeNames: new Map(plan.models.map(({ name, typeName }) => [name, typeName])), access };
}
