import { type Document, httpMethods } from "../document.ts";
import {
  arrayMember,
  fromEntries,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  stringMember,
} from "../json.ts";
import { pointerKeys } from "../json-pointer.ts";
import { markLike } from "../place.ts";
import { canonical } from "./canonical.ts";

/**
 * An OpenAPI 3.x object as a document, as it states itself: nothing is mined, mended or merged, so that a comparison of two
 * files is about what they say. References outside schemas are resolved; those into odd places become components.
 */
export function stateDocument(openapi: JsonObject): Document {
  const loader = new Stater(openapi);
  const components = objectMember(openapi, "components");
  const differences = objectMember(openapi, "x-docket-differences");
  const document: JsonObject = {
    openapi: "3.1.0",
    info: { title: "", version: "", ...objectMember(openapi, "info") },
    "x-docket-gateways": objectMember(openapi, "x-docket-gateways") ?? { default: loader.gateway() },
    paths: loader.items(objectMember(openapi, "paths")),
    webhooks: loader.items(objectMember(openapi, "webhooks")),
    components: {
      schemas: loader.schemas(objectMember(components, "schemas")),
      securitySchemes: objectMember(components, "securitySchemes") ?? {},
    },
    ...(differences === undefined ? {} : { "x-docket-differences": differences }),
  };
  return markLike(document, openapi) as unknown as Document;
}

/** How often a reference may lead to another reference. */
const longestChain = 20;

class Stater {
  readonly #root: JsonObject;
  /** Schemas that were referenced elsewhere than in components, by their new names. */
  readonly #hoisted = new Map<string, Json>();

  constructor(root: JsonObject) {
    this.#root = root;
  }

  gateway(): JsonObject {
    const server = stringMember(arrayMember(this.#root, "servers")[0], "url");
    return { ...(server === undefined ? {} : { server }), auth: "none", queue: "none" };
  }

  items(paths: JsonObject | undefined): JsonObject {
    return mapObject(paths, (item) => this.#item(this.#resolve(item)));
  }

  schemas(schemas: JsonObject | undefined): JsonObject {
    const own = mapObject(schemas, (schema) => this.#schemaRefs(schema));
    return markLike({ ...own, ...fromEntries(this.#hoisted) }, schemas);
  }

  #item(item: Json | undefined): Json {
    const shared = arrayMember(item, "parameters");
    const servers = member(item, "servers");
    const operations = httpMethods.flatMap((method) => {
      const operation = objectMember(item, method);
      return operation === undefined ? [] : [[method, this.#operation(operation, shared, servers)] as const];
    });
    return markLike(fromEntries<Json>(operations), item);
  }

  #operation(operation: JsonObject, shared: readonly Json[], servers: Json | undefined): Json {
    const body = this.#resolve(operation["requestBody"]);
    const stated: JsonObject = {
      "x-docket-gateways": ["default"],
      ...operation,
      security: operation["security"] ?? this.#root["security"] ?? [],
      servers: this.#servers(operation["servers"] ?? servers),
      parameters: this.#parameters(arrayMember(operation, "parameters"), shared),
      requestBody: isObject(body) ? this.#message(body) : undefined,
      responses: mapObject(objectMember(operation, "responses"), (response) => this.#message(this.#resolve(response))),
      callbacks: mapObject(objectMember(operation, "callbacks"), (callback) => {
        const expressions = this.#resolve(callback);
        return this.items(isObject(expressions) ? expressions : {});
      }),
    };
    return markLike(stated, operation);
  }

  /** Servers other than the document's. */
  #servers(servers: Json | undefined): Json | undefined {
    const isOwn = Array.isArray(servers) && canonical(servers) !== canonical(this.#root["servers"]);
    return isOwn ? servers.filter(isObject) : undefined;
  }

  #parameters(own: readonly Json[], shared: readonly Json[]): readonly Json[] {
    const all = new Map<string, Json>();
    for (const parameter of [...shared, ...own].map((one) => this.#resolve(one))) {
      const key = `${stringMember(parameter, "in")} ${stringMember(parameter, "name")}`;
      if (stringMember(parameter, "name") !== undefined) all.set(key, this.#schemaRefs(parameter));
    }
    return [...all.values()];
  }

  #message(message: Json | undefined): Json {
    const stated: JsonObject = {
      ...(isObject(message) ? message : {}),
      content: mapObject(objectMember(message, "content"), (media) => (isObject(media) ? this.#schemaRefs(media) : {})),
      headers: mapObject(objectMember(message, "headers"), (header) => this.#schemaRefs(this.#resolve(header))),
      links: mapObject(objectMember(message, "links"), (link) => this.#resolve(link) ?? {}),
    };
    return markLike(stated, message);
  }

  #resolve(value: Json | undefined): Json | undefined {
    let found = value;
    for (let steps = 0; steps < longestChain && isObject(found); steps += 1) {
      const reference = stringMember(found, "$ref");
      if (reference === undefined) break;
      found = this.#at(reference);
    }
    return found;
  }

  #at(reference: string): Json | undefined {
    return pointerKeys(reference).reduce<Json | undefined>((value, key) => {
      if (isObject(value)) return Object.hasOwn(value, key) ? value[key] : undefined;
      return Array.isArray(value) ? value[Number(key)] : undefined;
    }, this.#root);
  }

  /** The value with `nullable` spelled as 3.1 does and with references only into component schemas. What needs neither is kept. */
  #schemaRefs(value: Json | undefined): Json {
    if (Array.isArray(value)) return mapArray(value, (one) => this.#schemaRefs(one));
    if (!isObject(value)) return value ?? null;
    const reference = value["$ref"];
    if (typeof reference === "string" && !isComponent(reference)) return this.#hoist(reference);
    return withNull(mapObject(value, (one) => this.#schemaRefs(one)));
  }

  #hoist(reference: string): Json {
    const name = reference.replace(/\W+/g, "_");
    if (!this.#hoisted.has(name)) {
      this.#hoisted.set(name, {});
      this.#hoisted.set(name, this.#schemaRefs(this.#at(reference) ?? {}));
    }
    return { $ref: `#/components/schemas/${name}` };
  }
}

function isComponent(reference: string): boolean {
  return (
    reference.startsWith("#/components/schemas/") && !reference.slice("#/components/schemas/".length).includes("/")
  );
}

function withNull(schema: JsonObject): Json {
  if (schema["nullable"] !== true || typeof schema["type"] !== "string") return schema;
  const { nullable: _nullable, ...rest } = schema;
  const values = arrayMember(schema, "enum");
  const withNullValue = values.length > 0 && !values.includes(null) ? { enum: [...values, null] } : {};
  return markLike({ ...rest, type: [schema["type"], "null"], ...withNullValue }, schema);
}

function mapObject(object: JsonObject | undefined, map: (value: Json | undefined) => Json): JsonObject {
  if (object === undefined) return {};
  const entries = Object.entries(object).map(([key, value]) => [key, map(value)] as const);
  if (entries.every(([key, value]) => value === object[key])) return object;
  return markLike(fromEntries(entries), object);
}

function mapArray(list: readonly Json[], map: (value: Json) => Json): readonly Json[] {
  const mapped = list.map(map);
  return mapped.every((value, index) => value === list[index]) ? list : markLike(mapped, list);
}
