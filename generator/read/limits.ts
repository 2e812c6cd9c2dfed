/*
 * What a document may cost. Real documents stay far below (the largest public page set seen is 2.4 MB, 30 levels deep);
 * the caps keep hostile ones within bounded time and memory.
 */

/** Bytes of one document. */
export const maxBytes: number = 32 * 1024 * 1024;

/** Lines of one YAML document. */
export const maxLines = 1_500_000;

/** Lines of a page of text, whose readers look at each of them more than once. */
export const maxTextLines = 300_000;

/** Pages in one file. */
export const maxPages = 10_000;

/** Levels of nesting. The `yaml` package aborts the process at about a thousand on Node 20 and 22. */
export const maxDepth = 256;

/** Levels of fields inside of fields that a table or a rendered page may have; deeper ones stay beside their parent. */
export const maxFieldDepth = 32;

/** YAML block indicators (`- - - x`) in a row on one line; the lexer recurses on them. */
export const maxCompactIndicators = 64;

/** UTF-16 units of JSON that is broken somewhere; the parser that forgives needs fifty times as much memory. */
export const maxLooseLength: number = 8 * 1024 * 1024;

/** UTF-16 units of one YAML document that is not plain; its parser needs a hundred times as much memory. */
export const maxYamlLength: number = 8 * 1024 * 1024;

/** YAML tokens of one document that is not plain; above this the parser takes many seconds. */
export const maxYamlTokens = 1_000_000;

/** Lines of a page whose indentation is rebuilt. */
export const maxRebuiltLines = 200_000;

/** YAML aliases of one document. */
export const maxAliases = 10_000;

/** Values of one document, each alias counted as what it stands for. */
export const maxNodes = 1_000_000;

/** Parse errors reported for one document; further ones are usually consequences of the first. */
export const maxParseErrors = 10;
