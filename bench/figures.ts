import { type FunctionDeclaration, Node, Project, type SourceFile, SyntaxKind } from "ts-morph";
import { findImportCycles, importGraph } from "../test/support/import-graph.ts";

// Prints the figures of style 2.2 for the hand-written code: `npm run figures`.
// Functions are declarations, methods, accessors, constructors and named arrows with a body; a comment line is one that a
// comment touches; exported functions are those of module level.

const project = new Project({ skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true });
const rows = [
  [
    "generator + src",
    project.addSourceFilesAtPaths(["generator/**/*.ts", "src/**/*.ts", "!**/dist/**", "!**/node_modules/**"]),
  ],
  ["test", project.addSourceFilesAtPaths(["test/**/*.ts", "!test/cases/**"])],
] as const;

for (const [name, files] of rows) {
  const figures = measure(files);
  process.stdout.write(
    `${name}\n${Object.entries(figures)
      .map(([key, value]) => `  ${key.padEnd(34)}${value}\n`)
      .join("")}`,
  );
}
const [code, tests] = rows.map(([, files]) => sum(files.map((file) => lineKinds(file).code)));
process.stdout.write(`test ÷ code${" ".repeat(25)}${((tests ?? 0) / (code ?? 1)).toFixed(2)}\n`);
const cycles = findImportCycles(importGraph(["generator", "src"]));
process.stdout.write(`import cycles (types included)${" ".repeat(6)}${cycles.length}\n`);
for (const cycle of cycles) process.stdout.write(`  ${cycle.join(" → ")}\n`);

function measure(files: readonly SourceFile[]): Readonly<Record<string, string>> {
  const kinds = files.map(lineKinds);
  const code = sum(kinds.map((kind) => kind.code));
  const functions = files.flatMap(functionLengths);
  const exported = files.flatMap((file) => file.getFunctions().filter((one) => one.isExported()));
  return {
    files: String(files.length),
    "file lines: median / p90 / max": spread(files.map((file) => file.getEndLineNumber())),
    "function lines: median / p90 / max": spread(functions),
    "comment ÷ code": (sum(kinds.map((kind) => kind.comment)) / code).toFixed(2),
    "exported functions documented": share(exported, isDocumented),
    "exported functions, return type": share(exported, (one) => one.getReturnTypeNode() !== undefined),
    "any per 1000 lines": perThousand(files, SyntaxKind.AnyKeyword, code),
    "as per 1000 lines (not as const)": ((count(files, isAssertion) / code) * 1000).toFixed(2),
    "non-null assertions": String(count(files, Node.isNonNullExpression)),
    "throw new: own class / built-in": throwKinds(files),
    "module mocks": String(count(files, isModuleMock)),
  };
}

function lineKinds(file: SourceFile): { readonly code: number; readonly comment: number } {
  const commented = new Set<number>();
  file.forEachDescendant((node) => {
    for (const range of [...node.getLeadingCommentRanges(), ...node.getTrailingCommentRanges()]) {
      const first = file.getLineAndColumnAtPos(range.getPos()).line;
      const last = file.getLineAndColumnAtPos(range.getEnd()).line;
      for (let line = first; line <= last; line++) commented.add(line);
    }
  });
  const filled = file
    .getFullText()
    .split("\n")
    .filter((line) => line.trim() !== "").length;
  return { code: Math.max(1, filled - commented.size), comment: commented.size };
}

function functionLengths(file: SourceFile): readonly number[] {
  const lengths: number[] = [];
  file.forEachDescendant((node) => {
    const named =
      Node.isFunctionDeclaration(node) ||
      Node.isMethodDeclaration(node) ||
      Node.isGetAccessorDeclaration(node) ||
      Node.isSetAccessorDeclaration(node) ||
      Node.isConstructorDeclaration(node) ||
      ((Node.isArrowFunction(node) || Node.isFunctionExpression(node)) && Node.isVariableDeclaration(node.getParent()));
    if (named) lengths.push(node.getEndLineNumber() - node.getStartLineNumber() + 1);
  });
  return lengths;
}

function isDocumented(one: FunctionDeclaration): boolean {
  return one.getJsDocs().length > 0 || one.getOverloads().some((overload) => overload.getJsDocs().length > 0);
}

function isAssertion(node: Node): boolean {
  return Node.isAsExpression(node) && node.getTypeNode()?.getText() !== "const";
}

function isModuleMock(node: Node): boolean {
  return Node.isCallExpression(node) && ["vi.mock", "vi.doMock"].includes(node.getExpression().getText());
}

function throwKinds(files: readonly SourceFile[]): string {
  const builtIn = new Set(["Error", "TypeError", "RangeError", "SyntaxError"]);
  const names = files.flatMap((file) =>
    file.getDescendantsOfKind(SyntaxKind.ThrowStatement).flatMap((node) => {
      const thrown = node.getExpression();
      return Node.isNewExpression(thrown) ? [thrown.getExpression().getText()] : [];
    }),
  );
  return `${names.filter((name) => !builtIn.has(name)).length} / ${names.filter((name) => builtIn.has(name)).length}`;
}

function count(files: readonly SourceFile[], fits: (node: Node) => boolean): number {
  return sum(files.map((file) => file.getDescendants().filter(fits).length));
}

function perThousand(files: readonly SourceFile[], kind: SyntaxKind, code: number): string {
  return ((sum(files.map((file) => file.getDescendantsOfKind(kind).length)) / code) * 1000).toFixed(2);
}

function share<T>(all: readonly T[], fits: (one: T) => boolean): string {
  return all.length === 0 ? "–" : `${Math.round((all.filter(fits).length / all.length) * 100)} % of ${all.length}`;
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return `${at(0.5)} / ${at(0.9)} / ${sorted.at(-1) ?? 0}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
