import type { SyntaxKind as Kind, Scanner } from "typescript";
import { lazyModule } from "../lazy-module.ts";
import { areHarmlessComments } from "./find-forbidden-comments.ts";

const loadTypeScript = lazyModule<typeof import("typescript")>("typescript");

/** Nested types; what nests deeper is looked at as syntax. */
const deepest = 200;

/**
 * Whether a text is nothing but interfaces and type aliases of the few forms that printed types have, with known names and
 * harmless comments. One pass over the compiler's own tokens that keeps none of them: the syntax tree of a large package does not
 * fit into memory. A no says only that the syntax has to be looked at.
 */
export function isPlainTypes(text: string, names: ReadonlySet<string>): boolean {
  return new TypesReading(text, names).read();
}

/** A parser without a tree: each method reads one form and says whether it was there. */
class TypesReading {
  readonly #text: string;
  readonly #names: ReadonlySet<string>;
  readonly #kinds = loadTypeScript().SyntaxKind;
  readonly #keywords: ReadonlySet<Kind>;
  readonly #scanner: Scanner;
  #token: Kind;
  #depth = 0;
  #slash: number;
  #sound = true;

  constructor(text: string, names: ReadonlySet<string>) {
    const { createScanner, ScriptTarget } = loadTypeScript();
    const kinds = this.#kinds;
    this.#text = text;
    this.#names = names;
    this.#keywords = new Set([
      ...[kinds.StringKeyword, kinds.NumberKeyword, kinds.BooleanKeyword, kinds.UnknownKeyword, kinds.NeverKeyword],
      ...[kinds.UndefinedKeyword, kinds.NullKeyword, kinds.TrueKeyword, kinds.FalseKeyword],
      ...[kinds.StringLiteral, kinds.NumericLiteral],
    ]);
    this.#slash = text.indexOf("/");
    this.#scanner = createScanner(ScriptTarget.ES2023, true, undefined, text, () => {
      this.#sound = false;
    });
    this.#token = this.#next();
  }

  read(): boolean {
    while (this.#token !== this.#kinds.EndOfFileToken) if (!this.#statement()) return false;
    return this.#sound;
  }

  /** `[export] interface A { … }`, `[export] type A<T> = …;` */
  #statement(): boolean {
    this.#take(this.#kinds.ExportKeyword);
    const isInterface = this.#take(this.#kinds.InterfaceKeyword);
    if (!isInterface && !this.#take(this.#kinds.TypeKeyword)) return false;
    // On a line of its own, the word would be a name.
    if (this.#breaksBefore() || !this.#name()) return false;
    return isInterface ? this.#members("plain") : this.#alias();
  }

  #alias(): boolean {
    const { EqualsToken, SemicolonToken } = this.#kinds;
    return this.#typeParameters() && this.#take(EqualsToken) && this.#type() && this.#take(SemicolonToken);
  }

  /** `<T, K extends A>` */
  #typeParameters(): boolean {
    if (!this.#take(this.#kinds.LessThanToken)) return true;
    do {
      if (!this.#name()) return false;
      if (this.#take(this.#kinds.ExtendsKeyword) && !this.#type()) return false;
    } while (this.#take(this.#kinds.CommaToken));
    return this.#take(this.#kinds.GreaterThanToken);
  }

  /** `{ a: …; }`; a mapped type stands alone in its braces. */
  #members(kind: "mapped" | "plain"): boolean {
    if (!this.#take(this.#kinds.OpenBraceToken)) return false;
    let found: "mapped" | "plain" | undefined;
    while (this.#token !== this.#kinds.CloseBraceToken) {
      const member = found === "mapped" ? undefined : this.#member();
      if (member === undefined || !this.#take(this.#kinds.SemicolonToken)) return false;
      if (member === "mapped" && (found !== undefined || kind !== "mapped")) return false;
      found = member;
    }
    return this.#take(this.#kinds.CloseBraceToken);
  }

  /** `[readonly] key[?]: …` */
  #member(): "mapped" | "plain" | undefined {
    const { ColonToken, OpenBracketToken, QuestionToken, ReadonlyKeyword } = this.#kinds;
    const readonly = this.#token === ReadonlyKeyword;
    if (!readonly && this.#token === OpenBracketToken) return this.#index();
    if (!this.#key()) return undefined;
    const named = this.#token === QuestionToken || this.#token === ColonToken;
    // What was taken for the key says that the key behind it is to be read only.
    if (readonly && !named && (this.#breaksBefore() || !this.#key())) return undefined;
    this.#take(QuestionToken);
    return this.#take(ColonToken) && this.#type() ? "plain" : undefined;
  }

  /** `[name: string]: …`, `[P in …]-?: …` */
  #index(): "mapped" | "plain" | undefined {
    const { CloseBracketToken, ColonToken, InKeyword, MinusToken, OpenBracketToken, QuestionToken } = this.#kinds;
    if (!this.#take(OpenBracketToken) || !this.#name()) return undefined;
    const mapped = this.#take(InKeyword);
    if (!mapped && !this.#take(ColonToken)) return undefined;
    if (!this.#type() || !this.#take(CloseBracketToken)) return undefined;
    if (mapped && !(this.#take(MinusToken) && this.#take(QuestionToken))) return undefined;
    if (!this.#take(ColonToken) || !this.#type()) return undefined;
    return mapped ? "mapped" : "plain";
  }

  /** `A | B & C`, in any order: what binds how is no matter of this gate. */
  #type(): boolean {
    this.#depth += 1;
    if (this.#depth > deepest) return false;
    do {
      while (this.#take(this.#kinds.KeyOfKeyword));
      if (!this.#primary() || !this.#postfix()) return false;
    } while (this.#take(this.#kinds.BarToken) || this.#take(this.#kinds.AmpersandToken));
    this.#depth -= 1;
    return true;
  }

  #primary(): boolean {
    const {
      CloseParenToken,
      Identifier,
      MinusToken,
      NumericLiteral,
      OpenBraceToken,
      OpenBracketToken,
      OpenParenToken,
    } = this.#kinds;
    if (this.#keywords.has(this.#token)) return this.#advance();
    switch (this.#token) {
      case OpenBraceToken:
        return this.#members("mapped");
      case Identifier:
        return this.#name() && this.#typeArguments();
      case OpenParenToken:
        return this.#advance() && this.#type() && this.#take(CloseParenToken);
      case OpenBracketToken:
        return this.#advance() && this.#tuple();
      case MinusToken:
        return this.#advance() && this.#take(NumericLiteral);
      default:
        return false;
    }
  }

  /** `A, …B]` */
  #tuple(): boolean {
    while (this.#token !== this.#kinds.CloseBracketToken) {
      this.#take(this.#kinds.DotDotDotToken);
      if (!this.#type()) return false;
      if (!this.#take(this.#kinds.CommaToken)) break;
    }
    return this.#take(this.#kinds.CloseBracketToken);
  }

  /** `<A, B>` */
  #typeArguments(): boolean {
    if (this.#token !== this.#kinds.LessThanToken) return true;
    if (this.#breaksBefore()) return false;
    this.#advance();
    do {
      if (!this.#type()) return false;
    } while (this.#take(this.#kinds.CommaToken));
    return this.#take(this.#kinds.GreaterThanToken);
  }

  /** `[]`, `["a"]` */
  #postfix(): boolean {
    while (this.#token === this.#kinds.OpenBracketToken) {
      if (this.#breaksBefore()) return false;
      this.#advance();
      if (this.#take(this.#kinds.CloseBracketToken)) continue;
      if (!this.#type() || !this.#take(this.#kinds.CloseBracketToken)) return false;
    }
    return true;
  }

  #key(): boolean {
    const { FirstKeyword, Identifier, LastKeyword, NumericLiteral, StringLiteral } = this.#kinds;
    const word = this.#token === Identifier || (this.#token >= FirstKeyword && this.#token <= LastKeyword);
    return (word || this.#token === StringLiteral || this.#token === NumericLiteral) && this.#advance();
  }

  #name(): boolean {
    const fits = this.#token === this.#kinds.Identifier && this.#names.has(this.#scanner.getTokenValue());
    return fits && this.#advance();
  }

  #take(kind: Kind): boolean {
    return this.#token === kind && this.#advance();
  }

  #advance(): true {
    this.#token = this.#next();
    return true;
  }

  #breaksBefore(): boolean {
    return this.#scanner.hasPrecedingLineBreak();
  }

  /** The next token; only comments have a slash before it. */
  #next(): Kind {
    const token = this.#scanner.scan();
    const start = this.#scanner.getTokenStart();
    if (this.#slash >= 0 && this.#slash < start) {
      const from = this.#scanner.getTokenFullStart();
      const slash = this.#text.indexOf("/", from);
      if (slash >= 0 && slash < start) this.#sound &&= areHarmlessComments(this.#text.slice(from, start));
      this.#slash = this.#text.indexOf("/", start);
    }
    return token;
  }
}
