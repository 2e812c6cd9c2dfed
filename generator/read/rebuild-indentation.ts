import type { Report } from "../diagnostic.ts";
import { placeAt, type SourceText } from "../place.ts";
import { quote } from "../terminal-text.ts";
import { type Excerpt, joinExcerpt, type Piece } from "./excerpt.ts";
import { layoutExamples } from "./layout-example.ts";
import { maxRebuiltLines } from "./limits.ts";
import { rebuildBlock } from "./rebuild-block.ts";
import type { RebuiltBlock } from "./rebuilt-block.ts";
import type { Line } from "./split-lines.ts";

/**
 * The text of an OpenAPI block whose lines all lost their indentation, indented again: by the grammar of OpenAPI, with
 * `required` and the display order as witnesses of where an object ends. What stays ambiguous is reported and read loosely.
 */
export function rebuildIndentation(lines: readonly Line[], source: SourceText, report: Report): Excerpt {
  if (lines.length > maxRebuiltLines) {
    const place = placeAt(source, lines[0]?.start ?? 0);
    report("document-too-large", `A page without indentation may have ${maxRebuiltLines} lines at most.`, { place });
    return joinExcerpt(source, []);
  }
  const rebuilt = rebuildBlock(lines);
  layoutExamples(rebuilt);
  for (const { line, message } of rebuilt.doubts) {
    const place = placeAt(source, rebuilt.lines[line]?.start ?? 0);
    report("ambiguous-indentation", message, {
      place,
      hint: "Export the page with its indentation, or correct it in an overlay.",
    });
  }
  reportUnplaced(rebuilt, source, report);
  return joinExcerpt(source, pieces(rebuilt));
}

/** Lines that fit nowhere are the site's footer at the end, but a loss in the middle. */
function reportUnplaced(rebuilt: RebuiltBlock, source: SourceText, report: Report): void {
  const last = rebuilt.indents.findLastIndex((indent) => indent !== undefined);
  for (const index of rebuilt.unplaced.filter((line) => line < last).slice(0, 20)) {
    const line = rebuilt.lines[index];
    if (line === undefined) continue;
    report("ambiguous-indentation", `Nothing tells where the line ${quote(line.text)} belongs; it is left out.`, {
      place: placeAt(source, line.start),
      hint: "Export the page with its indentation.",
    });
  }
}

function* pieces(rebuilt: RebuiltBlock): Iterable<Piece> {
  for (const [index, line] of rebuilt.lines.entries()) {
    const indent = rebuilt.indents[index];
    if (indent === undefined) continue;
    yield { text: " ".repeat(indent), from: line.start };
    yield { text: line.text, from: line.start };
    yield { text: `${rebuilt.endings.get(index) ?? ""}\n`, from: line.end };
  }
}
