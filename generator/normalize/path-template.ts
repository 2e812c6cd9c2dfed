/** A path cut into its literal parts and the names of its parameters: `/a/{b}` → `["/a/", ""]`, `["b"]`. */
export interface PathTemplate {
  readonly literals: readonly string[];
  readonly names: readonly string[];
}

/** Reads a path template with one scan; undefined for unbalanced braces, empty, repeated or touching parameters. */
export function readPathTemplate(path: string): PathTemplate | undefined {
  const literals: string[] = [];
  const names: string[] = [];
  let start = 0;
  for (let open = path.indexOf("{"); open >= 0; open = path.indexOf("{", start)) {
    const close = path.indexOf("}", open);
    const literal = path.slice(start, open);
    const name = path.slice(open + 1, close);
    const touches = literal === "" && names.length > 0;
    if (close < 0 || touches || literal.includes("}") || !isName(name)) return undefined;
    literals.push(literal);
    names.push(name);
    start = close + 1;
  }
  const tail = path.slice(start);
  if (tail.includes("}") || new Set(names).size !== names.length) return undefined;
  return { literals: [...literals, tail], names };
}

/** Writes a template with other names for its parameters, in order. */
export function writePathTemplate(template: PathTemplate, names: readonly string[]): string {
  return template.literals.map((literal, at) => (at < names.length ? `${literal}{${names[at]}}` : literal)).join("");
}

function isName(name: string): boolean {
  return name.trim() !== "" && !name.includes("{") && !name.includes("/");
}
