import { chineseWords } from "./chinese-words.ts";

/**
 * Names for the parameters of a path that can be written in code: `任务id` → `task_id`. The name of a path parameter never goes
 * over the wire, so this changes nothing but how callers spell it. Names that are fine already stay.
 */
export function namePathParameters(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, at) => {
    const plain = asIdentifier(name) ?? `param${at + 1}`;
    const unique = taken.has(plain) ? `${plain}${at + 1}` : plain;
    taken.add(unique);
    return unique;
  });
}

function asIdentifier(name: string): string | undefined {
  if (/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)) return name;
  const translated = [...chineseWords].reduce(
    (text, [chinese, english]) => text.replaceAll(chinese, ` ${english} `),
    name,
  );
  const parts = translated.split(/[^A-Za-z0-9]+/).filter((part) => part !== "");
  const joined = parts.join("_");
  return /^[A-Za-z]/.test(joined) ? joined : undefined;
}
