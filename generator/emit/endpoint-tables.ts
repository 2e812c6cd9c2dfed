import { fromEntries, type Json, type JsonObject } from "../json.ts";
import type { PlannedEndpoint, PlannedField, PlannedGateway } from "../plan.ts";

/** The defaults of an endpoint's fields, by field. */
export function defaultsTable(endpoint: PlannedEndpoint): JsonObject {
  return fromEntries(
    endpoint.fields.flatMap(({ name, default: found }): readonly (readonly [string, Json])[] =>
      found === undefined ? [] : [[name, found.value]],
    ),
  );
}

/** The constraints of an endpoint, in the form of `EndpointConstraints` of the runtime. */
export function constraintsTable(endpoint: PlannedEndpoint): JsonObject {
  const fields = fromEntries(endpoint.fields.map((field) => [field.name, fieldConstraint(field)]));
  return { required: endpoint.required, fields };
}

/** An endpoint in the form of `EndpointEntry` of the runtime. */
export function endpointEntry({ path, title, documentation, result, protocols }: PlannedEndpoint): JsonObject {
  return {
    path,
    title,
    ...(documentation === undefined ? {} : { documentation }),
    ...(result.length === 0 ? {} : { result }),
    protocols,
  };
}

/** A gateway in the form of `GatewayEntry` of the runtime. */
export function gatewayEntry({ server, auth, protocol, endpoints }: PlannedGateway): JsonObject {
  return { ...(server === undefined ? {} : { server }), auth, protocol, endpoints };
}

function fieldConstraint({ types, values, limits }: PlannedField): JsonObject {
  // Values of one alternative among others say nothing about the rest: the types offer them, nothing checks them.
  const checked = values === undefined || (values.open && values.origin !== "prose") ? undefined : values;
  const origins = [
    ...(checked === undefined ? [] : [["values", checked.origin] as const]),
    ...limits.map(({ keyword, origin }) => [keyword, origin] as const),
  ];
  return {
    ...(types.length === 0 ? {} : { types }),
    ...(checked === undefined ? {} : { values: checked.list }),
    ...fromEntries(limits.map(({ keyword, value }) => [keyword, value])),
    origins: fromEntries(origins),
  };
}
