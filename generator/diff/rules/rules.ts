import { type CompositionRuleId, compositionRules } from "./composition-rules.ts";
import { type LimitRuleId, limitRules } from "./limit-rules.ts";
import { type RequestRuleId, requestRules } from "./request-rules.ts";
import { type ResponseRuleId, responseRules } from "./response-rules.ts";
import type { Rule } from "./rule.ts";
import { type SchemaRuleId, schemaRules } from "./schema-rules.ts";
import { type ServiceRuleId, serviceRules } from "./service-rules.ts";
import { type ValueRuleId, valueRules } from "./value-rules.ts";

/** The id of a rule. Ids are never renamed: people accept findings by fingerprints made with them. */
export type RuleId =
  | CompositionRuleId
  | LimitRuleId
  | RequestRuleId
  | ResponseRuleId
  | SchemaRuleId
  | ServiceRuleId
  | ValueRuleId;

/** Every rule there is. `docs/rules/` is made from this table by `npm run docs:rules`. */
export const rules: Readonly<Record<RuleId, Rule>> = {
  ...compositionRules,
  ...limitRules,
  ...requestRules,
  ...responseRules,
  ...schemaRules,
  ...serviceRules,
  ...valueRules,
};
