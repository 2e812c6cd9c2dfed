import type { Json } from "../json.ts";

/** A TypeScript module as plain data. Names in it were chosen by Docket; only fields said so hold text of documents. */
export interface ModuleStructure {
  /** Relative to the output folder. */
  readonly path: string;
  /** Lines of the comment at the top; no text of a document. */
  readonly header: readonly string[];
  readonly imports: readonly ImportStructure[];
  readonly statements: readonly StatementStructure[];
}

/** Named imports of one module. */
export interface ImportStructure {
  readonly from: string;
  readonly types?: readonly string[];
  readonly values?: readonly string[];
}

/** A statement of a module. */
export type StatementStructure =
  | InterfaceStructure
  | AliasStructure
  | TableStructure
  | BindingStructure
  | ReexportStructure;

/** `export interface Name { … }` */
export interface InterfaceStructure {
  readonly kind: "interface";
  readonly name: string;
  readonly exported: boolean;
  readonly doc: DocStructure;
  readonly shape: ObjectType;
}

/** `export type Name<Parameters> = Type;` */
export interface AliasStructure {
  readonly kind: "alias";
  readonly name: string;
  readonly exported: boolean;
  readonly doc: DocStructure;
  readonly parameters?: readonly { readonly name: string; readonly constraint?: TypeStructure }[];
  readonly type: TypeStructure;
}

/** `export const name = value as const;` */
export interface TableStructure {
  readonly kind: "table";
  readonly name: string;
  readonly doc: DocStructure;
  readonly value: Json;
}

/** `export const name: Type = callee({ argument, … });`, the one call that the gate allows. */
export interface BindingStructure {
  readonly kind: "binding";
  readonly name: string;
  readonly doc: DocStructure;
  readonly type: TypeStructure;
  readonly callee: string;
  readonly argument: readonly string[];
}

/** `export { name } from "module";`, `export type { Name } from "module";` or `export * from "module";`. */
export interface ReexportStructure {
  readonly kind: "reexport";
  readonly from: string;
  readonly names: readonly string[] | "*";
  readonly only: "types" | "values";
}

/** Comment lines, already safe: made by `commentText` or written by Docket. */
export type DocStructure = readonly string[];

/** A type. */
export type TypeStructure =
  | {
      readonly kind: "keyword";
      readonly name: "string" | "number" | "bigint" | "boolean" | "null" | "unknown" | "never";
    }
  /** `value` holds text of a document. */
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "reference"; readonly name: string; readonly parameters?: readonly TypeStructure[] }
  | { readonly kind: "typeof"; readonly name: string }
  | { readonly kind: "keyof"; readonly of: TypeStructure }
  /** `of[key]` */
  | { readonly kind: "member"; readonly of: TypeStructure; readonly key: TypeStructure }
  | { readonly kind: "union"; readonly members: readonly TypeStructure[] }
  | { readonly kind: "intersection"; readonly members: readonly TypeStructure[] }
  | { readonly kind: "array"; readonly element: TypeStructure; readonly access: ArrayAccess }
  | {
      readonly kind: "tuple";
      readonly elements: readonly TypeStructure[];
      readonly rest?: TypeStructure;
      readonly access: ArrayAccess;
    }
  /** `{ readonly [Name in keys]: type }` */
  | {
      readonly kind: "mapped";
      readonly name: string;
      readonly keys: TypeStructure;
      readonly optional: "?" | "";
      readonly type: TypeStructure;
    }
  | ObjectType;

/** What the holder of an array may do with it: callers hand over `readonly` arrays, and get arrays of their own. */
export type ArrayAccess = "readonly" | "mutable";

/** Members, and the type of all others where any name is allowed. */
export interface ObjectType {
  readonly kind: "object";
  readonly members: readonly MemberStructure[];
  readonly index?: TypeStructure;
}

/** A member of an interface or object type; `name` is text of a document. */
export interface MemberStructure {
  readonly name: string;
  readonly optional: boolean;
  readonly doc: DocStructure;
  readonly type: TypeStructure;
}
