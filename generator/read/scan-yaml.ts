import type { Report } from "../diagnostic.ts";
import { findCompactNesting } from "./compact-nesting.ts";
import { type Excerpt, placeIn } from "./excerpt.ts";
import { maxAliases, maxDepth, maxYamlLength, maxYamlTokens } from "./limits.ts";
import { yamlPackage } from "./yaml-package.ts";

/**
 * The lexer's tokens, after a linear scan found nothing in them that the recursive parser behind it could not bear;
 * undefined after a report. The lexer keeps its own flow level, so the scan sees brackets exactly as the parser would.
 */
export function scanYaml(excerpt: Excerpt, report: Report): string[] | undefined {
  if (excerpt.text.length > maxYamlLength) return refuse("document-too-large", 0, excerpt, report);
  const compact = findCompactNesting(excerpt.text);
  if (compact !== undefined) return refuse("nesting-too-deep", compact, excerpt, report);
  const { Lexer } = yamlPackage();
  const tokens: string[] = [];
  const nesting = new Nesting();
  let aliases = 0;
  let offset = 0;
  for (const token of new Lexer().lex(excerpt.text)) {
    tokens.push(token);
    nesting.take(token);
    if (token.startsWith("*")) aliases += 1;
    if (nesting.depth > maxDepth) return refuse("nesting-too-deep", offset, excerpt, report);
    if (aliases > maxAliases) return refuse("too-many-aliases", offset, excerpt, report);
    if (tokens.length > maxYamlTokens) return refuse("document-too-large", offset, excerpt, report);
    if (!isMarker(token)) offset += token.length;
  }
  return tokens;
}

type Refusal = "nesting-too-deep" | "too-many-aliases" | "document-too-large";

function refuse(code: Refusal, offset: number, excerpt: Excerpt, report: Report): undefined {
  const messages: Record<Refusal, string> = {
    "nesting-too-deep": `The YAML nests deeper than ${maxDepth} levels here.`,
    "too-many-aliases": `The YAML uses more than ${maxAliases} aliases.`,
    "document-too-large": `The YAML is longer than ${maxYamlLength} characters or ${maxYamlTokens} tokens.`,
  };
  report(code, messages[code], { place: placeIn(excerpt, offset), hint: "Docket refuses it to stay within bounds." });
  return undefined;
}

/** Tokens that stand for no text of the source. */
function isMarker(token: string): boolean {
  return token === "\x02" || token === "\x18" || token === "\x1f";
}

/** Depth of nesting: the columns at which the open block collections began, plus the open flow brackets. */
class Nesting {
  readonly #columns: number[] = [];
  #flow = 0;
  #column = 0;
  /** Whether the next token may begin a block collection: nothing but indentation and indicators before it on its line. */
  #fresh = true;
  #next: "token" | "scalar" | "block scalar" = "token";

  get depth(): number {
    return this.#columns.length + this.#flow;
  }

  take(token: string): void {
    if (token === "\x1f") {
      if (this.#next === "token") this.#next = "scalar";
      return;
    }
    if (isMarker(token)) return;
    this.#count(token);
    const lineBreak = token.lastIndexOf("\n");
    if (lineBreak >= 0) this.#fresh = true;
    this.#column = lineBreak < 0 ? this.#column + token.length : token.length - lineBreak - 1;
  }

  #count(token: string): void {
    const next = this.#next;
    // The header of a block scalar and its line break come before the marker of its content.
    if (next === "block scalar" && token.trim() === "") return;
    this.#next = "token";
    if (next === "block scalar") return;
    if (next === "scalar") this.#begin(0);
    else if (token === "[" || token === "{") this.#open();
    else if (token === "]" || token === "}") this.#flow = Math.max(0, this.#flow - 1);
    else if (this.#flow > 0) return;
    else if (/^[|>]/.test(token)) this.#next = "block scalar";
    else if (token === "-") this.#begin(0.5);
    else if (token === "?") this.#begin(0);
    else if (/^["'*]/.test(token)) this.#begin(0);
    if (this.#flow === 0 && !/^(?:[-?:]|[&!].*|\s*)$/.test(token)) this.#fresh = false;
  }

  #open(): void {
    this.#begin(0);
    this.#flow += 1;
  }

  /** Something begins here, `shift` in: a sequence may stand at the column of the key above it and still be inside it. */
  #begin(shift: number): void {
    if (!this.#fresh || this.#flow > 0) return;
    const column = this.#column + shift;
    while ((this.#columns.at(-1) ?? -1) >= column) this.#columns.pop();
    this.#columns.push(column);
  }
}
