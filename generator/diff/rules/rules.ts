import { compositionRules } from "./composition-rules.ts";
import { limitRules } from "./limit-rules.ts";
import { linkRules } from "./link-rules.ts";
import { requestRules } from "./request-rules.ts";
import { responseRules } from "./response-rules.ts";
import type { Rule } from "./rule.ts";
import type { RuleId } from "./rule-id.ts";
import { schemaRules } from "./schema-rules.ts";
import { serverRules } from "./server-rules.ts";
import { serviceRules } from "./service-rules.ts";
import { valueRules } from "./value-rules.ts";

/** Every rule there is. `docs/rules/` is made from this table by `npm run docs:rules`. */
export const rules: Readonly<Record<RuleId, Rule>> = {
  ...compositionRules,
  ...limitRules,
  ...linkRules,
  ...requestRules,
  ...responseRules,
  ...schemaRules,
  ...serverRules,
  ...serviceRules,
  ...valueRules,
};
