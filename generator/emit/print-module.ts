import type { StatementStructures } from "ts-morph";
import { lazyModule } from "../lazy-module.ts";
import type { ImportStructure, ModuleStructure, ReexportStructure, StatementStructure } from "./module-structure.ts";
import { printDeclaration } from "./print-declaration.ts";
import { printHeader } from "./print-header.ts";

const loadTsMorph = lazyModule<typeof import("ts-morph")>("ts-morph");

/**
 * The text of a module, put together by ts-morph in one batch: statement by statement it would take time that grows with
 * the square of their number. Declarations go in as text, as it indents types that span lines in its own way.
 */
export function printModule(module: ModuleStructure): string {
  const { printStructure, StructureKind } = loadTsMorph();
  const statements = [...module.imports.map(toImport), ...module.statements.map(toStatement)];
  const text = printStructure({ kind: StructureKind.SourceFile, statements }, { indentNumberOfSpaces: 2 });
  // It sets statements after a block one line further apart than others.
  return `${printHeader(module.header)}\n${text.trim().replace(/\n{3,}/g, "\n\n")}\n`;
}

function toImport({ from, types = [], values = [] }: ImportStructure): StatementStructures {
  const typesOnly = values.length === 0;
  const named = [...types.map((name) => ({ name, isTypeOnly: !typesOnly })), ...values.map((name) => ({ name }))];
  return {
    kind: loadTsMorph().StructureKind.ImportDeclaration,
    moduleSpecifier: from,
    isTypeOnly: typesOnly,
    namedImports: named.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
  };
}

function toStatement(statement: StatementStructure): StatementStructures | string {
  return statement.kind === "reexport" ? toReexport(statement) : `\n${printDeclaration(statement)}`;
}

function toReexport({ from, names, only }: ReexportStructure): StatementStructures {
  return {
    kind: loadTsMorph().StructureKind.ExportDeclaration,
    moduleSpecifier: from,
    isTypeOnly: only === "types",
    ...(names === "*" ? {} : { namedExports: [...names] }),
  };
}
