import type { GlobalContext, OpenAPITSOptions, SchemaObject } from "openapi-typescript";
import type { Node, TypeNode } from "typescript";
import type { Document, Schema } from "../document.ts";
import { lazyModule } from "../lazy-module.ts";
import type { EmittedFile, Plan } from "../plan.ts";
import { schemaRefName } from "../schema-ref.ts";
import type { BareObject } from "./bare-object.ts";
import type { BytesUse } from "./find-bytes.ts";
import { framePaths, type PathsPrinter } from "./frame-paths.ts";
import { generatedHeader } from "./generated-header.ts";
import { guardPercent, restorePercent } from "./percent-guard.ts";
import { holdsDiscriminator, type PreparedDocument, prepareForPaths } from "./prepare-for-paths.ts";
import { bytesUse, openValues, prepareSchema } from "./prepare-schema.ts";
import { printHeader } from "./print-header.ts";
import { resolveChains } from "./resolve-chains.ts";
import { escapeUnsafeLines } from "./text/unsafe-characters.ts";

type OpenapiTypescript = typeof import("openapi-typescript");
type Discriminators = GlobalContext["discriminators"];

// Its parts, not its entry: that brings Redocly's linter and bundler, a fifth of a second for what is not used here. They get
// bare objects built of the members that their types name, which cannot follow objects without a prototype.
const loadSchemas = lazyModule<{
  readonly default: (schema: BareObject, options: { readonly ctx: GlobalContext }) => TypeNode;
}>("openapi-typescript/dist/transform/schema-object.cjs");
const loadComponents = lazyModule<{
  readonly default: (components: { readonly schemas: BareObject }, context: GlobalContext) => readonly TypeNode[];
}>("openapi-typescript/dist/transform/components-object.cjs");
const loadNodes = lazyModule<
  Pick<
    OpenapiTypescript,
    "astToString" | "tsLiteral" | "tsPropertyIndex" | "tsUnion" | "BOOLEAN" | "NULL" | "NUMBER" | "STRING"
  >
>("openapi-typescript/dist/lib/ts.cjs");
const loadReferences = lazyModule<{
  readonly resolveRef: (schema: BareObject, $ref: string, options: { readonly silent: boolean }) => never;
  readonly scanDiscriminators: (schema: BareObject, options: OpenAPITSOptions) => Discriminators;
}>("openapi-typescript/dist/lib/utils.cjs");
const loadTypeScript = lazyModule<typeof import("typescript")>("typescript");

/** `src/paths.ts`: `paths` and `components` of openapi-typescript, made below its linter and bundler. */
export function emitPaths(plan: Plan): EmittedFile {
  return { path: "src/paths.ts", text: `${printHeader(generatedHeader(plan))}\n${printPaths(plan.document)}` };
}

/** What openapi-typescript prints for a document, without a header. */
export function printPaths(document: Document): string {
  return framePaths(document.paths, new OpenapiTypes(document));
}

/** Components whose syntax is in memory at once. */
const sliceSize = 200;
/** Characters of a schema as JSON; longer ones seldom come twice. */
const longestKept = 1000;

/**
 * openapi-typescript, asked for the type of one schema at a time. The syntax of a whole large document does not fit into memory,
 * and two thirds of it would be the frame around the schemas, which is the same for every operation.
 */
class OpenapiTypes implements PathsPrinter {
  readonly #schema: PreparedDocument;
  readonly #context: GlobalContext;
  readonly #prepare: (schema: Schema, bytes: BytesUse) => BareObject;
  readonly #print = nodePrinter();
  readonly #names = new Map<string, string>();
  readonly #types = new Map<string, string>();

  constructor(document: Document) {
    const chainEnd = resolveChains(document.components.schemas);
    this.#schema = prepareForPaths(document, chainEnd);
    this.#context = contextFor(this.#schema, document);
    this.#prepare = (schema, bytes) => prepareSchema(schema, { chainEnd, bytes });
  }

  name(name: string): string {
    if (isIdentifier.test(name)) return name;
    if (isPlain(name) && String(Number(name)) !== name) return `"${name}"`;
    const known = this.#names.get(name);
    const printed = known ?? this.#finish(loadNodes().tsPropertyIndex(guardPercent(name)));
    if (known === undefined) this.#names.set(name, printed);
    return printed;
  }

  literal(text: string): string {
    return isPlain(text) ? `"${text}"` : this.#finish(loadTypeScript().factory.createStringLiteral(guardPercent(text)));
  }

  schema(schema: Schema, indent: string, bytes: BytesUse = "none"): string {
    const key = schema.$ref ?? `${bytes} ${JSON.stringify(schema)}`;
    const known = this.#types.get(key);
    const printed = known ?? this.#finish(loadSchemas().default(this.#prepare(schema, bytes), { ctx: this.#context }));
    if (known === undefined && key.length <= longestKept) this.#types.set(key, printed);
    return printed.includes("\n") ? printed.replaceAll("\n", `\n${indent}`) : printed;
  }
  /** The members of `schemas` in the interface `components`. */
  components(): string {
    const entries = Object.entries(this.#schema.components.schemas);
    let printed = "";
    for (let at = 0; at < entries.length; at += sliceSize) {
      const schemas = Object.fromEntries(entries.slice(at, at + sliceSize));
      const [type] = loadComponents().default({ schemas }, this.#context);
      if (type !== undefined) printed += membersOfSchemas(this.#finish(type));
    }
    return printed;
  }

  /** The types that some of the printed ones are made with. */
  helpers(): string {
    const { injectFooter } = this.#context;
    return injectFooter.length === 0
      ? ""
      : loadNodes().astToString(injectFooter).replace(withRequired, withRequiredOfAny);
  }

  /** Comments are safe already; what is left stands in string literals, which openapi-typescript prints as they are. */
  #finish(node: Node): string {
    return escapeUnsafeLines(restorePercent(this.#print(node)));
  }
}

const isIdentifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Whether a text stands in a string literal as it is. */
function isPlain(text: string): boolean {
  return /^[ !#-[\]-~]*$/.test(text);
}

function nodePrinter(): (node: Node) => string {
  const { createPrinter, createSourceFile, EmitHint, NewLineKind, ScriptTarget } = loadTypeScript();
  const file = createSourceFile("paths.ts", "", ScriptTarget.ESNext);
  const printer = createPrinter({ newLine: NewLineKind.LineFeed });
  return (node) => printer.printNode(EmitHint.Unspecified, node, file);
}

/** `{ schemas: { A: …; B: …; }; responses: never; … }` → `A: …; B: …;`, on their lines. */
function membersOfSchemas(type: string): string {
  const start = type.indexOf("\n", type.indexOf("\n") + 1) + 1;
  return type.slice(start, type.lastIndexOf("\n    };\n    responses: never;") + 1);
}

/** openapi-typescript's own helper refuses to compile for a type that may be null. */
const withRequired = /^type WithRequired<T, K extends keyof T> = T & \{\s+\[P in K\]-\?: T\[P\];\s+\};$/m;
const withRequiredOfAny =
  "type WithRequired<T, K extends PropertyKey> = T & {\n    [P in K & keyof NonNullable<T>]-?: NonNullable<T>[P];\n};";

/** openapi-typescript's options, all of them: its own defaults but for `defaultNonNullable`, `emptyObjectsUnknown` and the hook for open lists and bytes. */
function contextFor(schema: PreparedDocument, document: Document): GlobalContext {
  const { resolveRef, scanDiscriminators } = loadReferences();
  const options: OpenAPITSOptions = { silent: true };
  return {
    ...{ additionalProperties: false, alphabetize: false, arrayLength: false, conditionalEnums: false },
    ...{ dedupeEnums: false, emptyObjectsUnknown: true, enum: false, enumValues: false, excludeDeprecated: false },
    ...{ exportType: false, generatePathParams: false, immutable: false, makePathsEnum: false },
    ...{ pathParamsAsTypes: false, propertiesRequiredByDefault: false, readWriteMarkers: false },
    ...{ rootTypes: false, rootTypesKeepCasing: false, rootTypesNoSchemaPrefix: false, silent: true },
    // Without this, fields with a default become required in bodies that components describe.
    defaultNonNullable: false,
    discriminators: holdsDiscriminator(schema) ? withStated(scanDiscriminators(schema, options), document) : none,
    injectFooter: [],
    postTransform: undefined,
    // Configures the linter and bundler, which are above the functions used here.
    redoc: Object.create(null),
    resolve: ($ref) => resolveRef(schema, $ref, { silent: true }),
    transform: ownType,
    transformProperty: undefined,
  };
}

const none: Discriminators = { objects: {}, refsHandled: [] };

/**
 * A component that states the property which tells it from its siblings needs no second one: openapi-typescript would write
 * the property twice, unless it believes to have seen to it.
 */
function withStated(found: Discriminators, document: Document): Discriminators {
  const stated = Object.entries(found.objects).flatMap(([reference, { propertyName }]) => {
    const { properties = {}, discriminator } = document.components.schemas[schemaRefName(reference) ?? ""] ?? {};
    return discriminator === undefined && Object.hasOwn(properties, propertyName) ? [reference] : [];
  });
  return { ...found, refsHandled: [...found.refsHandled, ...stated] };
}

/** The types that openapi-typescript does not know. */
function ownType(schema: SchemaObject): TypeNode | undefined {
  return schema[bytesUse] === undefined ? openUnion(schema) : bytesType(schema);
}

/** Bytes as callers pass them: a `Blob`, or text where JSON carries the same schema. */
function bytesType(schema: SchemaObject): TypeNode {
  const { tsUnion, NULL, STRING } = loadNodes();
  const blob = loadTypeScript().factory.createTypeReferenceNode("Blob");
  const isNullable = [schema.type].flat().includes("null");
  return tsUnion([blob, ...(schema[bytesUse] === "either" ? [STRING] : []), ...(isNullable ? [NULL] : [])]);
}

/** Known values that others may join, as an open union: `"a" | "b" | (string & {})`. */
function openUnion(schema: SchemaObject): TypeNode | undefined {
  const values: unknown = schema[openValues];
  if (!Array.isArray(values)) return undefined;
  const { tsLiteral, tsUnion, NULL } = loadNodes();
  const types = new Set<string>([schema.type].flat());
  const open = ["string", "number", "boolean"].filter(
    (type) => types.has(type) || (type === "number" && types.has("integer")),
  );
  return tsUnion([...values.map(tsLiteral), ...open.map(openKind), ...(types.has("null") ? [NULL] : [])]);
}

function openKind(type: string): TypeNode {
  const { factory } = loadTypeScript();
  const { BOOLEAN, NUMBER, STRING } = loadNodes();
  if (type === "boolean") return BOOLEAN;
  const kind = type === "number" ? NUMBER : STRING;
  return factory.createParenthesizedType(factory.createIntersectionTypeNode([kind, factory.createTypeLiteralNode([])]));
}
