import type { Line } from "./split-lines.ts";

/**
 * The title of a page, from the lines above its content: its Markdown heading, else the first line that is not
 * part of the site's frame. Undefined when there is none.
 */
export function findPageTitle(above: readonly Line[]): string | undefined {
  const texts = above.map((line) => line.text.trim());
  const heading = texts.find((text) => /^# +\S/.test(text));
  if (heading !== undefined) return heading.replace(/^# +/, "");
  return texts.find((text) => text !== "" && !chrome.test(text) && text.length <= 200)?.replace(requestLine, "");
}

/** Lines above a title that every page of a site has. */
const chrome =
  /^(?:Skip to content|跳(?:转)?到主要内容|主题|切换主题|Theme|Appearance|(?:Markdown)?LLMs\.txt|复制页面|Copy Page|注册|登录|▼|yaml|json|`{3,}.*|#{1,6}|OpenAPI(?: Specification)?|#{2,} .*|---|- .*|Documentation Index|Fetch the complete documentation index.*|Use this file to discover.*|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)|https?:\/\/\S+)$/i;

/** Some sites have no title but the request line. */
const requestLine = /^(?:GET|POST|PUT|PATCH|DELETE)\s+(?=\/)/;
