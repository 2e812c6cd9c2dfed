import type { Page } from "./page.ts";

/** Whether a document that no reader takes is a page of documentation all the same: text under a heading or in a site's frame. */
export function isProse(page: Page): boolean {
  if (page.json !== undefined || /^\s*</.test(page.source.text)) return false;
  return page.lines.some(({ text }) => heading.test(text) || frame.test(text.trim()));
}

const heading = /^#{1,6} \S/;

/** What documentation sites print around every page. */
const frame =
  /^(?:Skip to content|复制页面|Copy Page|主题|Theme|Documentation Index|修改于 .*|Modified at .*|上一页|下一页|Previous|Next)$/;
