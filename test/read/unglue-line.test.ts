import { expect, it } from "vitest";
import { unglueLine } from "../../generator/read/unglue-line.ts";

const cut = (text: string): readonly string[] =>
  unglueLine({ text, start: 0, end: text.length }).map((line) => line.text);

it.each([
  { text: "promptstring 必需提示词", want: ["promptstring 必需提示词"] },
  {
    text: "promptstring 提示词可选taskIdstring 任务ID必需示例",
    want: ["promptstring 提示词可选", "taskIdstring 任务ID必需", "示例"],
  },
  { text: "logsstring 必需metricsarray[string]指标可选", want: ["logsstring 必需", "metricsarray[string]指标可选"] },
  {
    text: "Acceptstring 必需示例:application/jsonAuthorizationstring 必需示例:sk-",
    want: ["Acceptstring 必需示例:application/json", "Authorizationstring 必需示例:sk-"],
  },
  { text: "宽为横屏，宽watermarkboolean 可选是", want: ["宽为横屏，宽", "watermarkboolean 可选是"] },
  { text: "promptstring 可选可选文本,用于指导", want: ["promptstring 可选可选文本,用于指导"] },
  { text: "此参数可选string 或 integer", want: ["此参数可选string 或 integer"] },
  {
    text: "Header 参数生成代码Authorizationstring 必需Body 参数application/json必填生成代码sizestring 可选",
    want: [
      "Header 参数生成代码",
      "Authorizationstring 必需",
      "Body 参数application/json必填生成代码",
      "sizestring 可选",
    ],
  },
  {
    text: "创建SKUPOST/v3/kites调试Run in ApifoxRun in Apifox请求参数示例返回响应🟢200成功",
    want: [
      "创建SKU",
      "POST/v3/kites",
      "调试",
      "Run in Apifox",
      "Run in Apifox",
      "请求参数",
      "示例",
      "返回响应",
      "🟢200成功",
    ],
  },
  {
    text: "object 请求示例请求示例ShellcURL-WindowsPowerShellcurl --location 'https://a.example'",
    want: ["object ", "请求示例请求示例", "ShellcURL-WindowsPowerShell", "curl --location 'https://a.example'"],
  },
  { text: "见请求参数与返回响应一节", want: ["见请求参数与返回响应一节"] },
  { text: "", want: [] },
])("parts $text", ({ text, want }) => {
  expect(cut(text)).toEqual(want);
});

it("keeps where each piece stood", () => {
  const text = "astring 必需bstring 可选";
  expect(unglueLine({ text, start: 100, end: 100 + text.length })).toEqual([
    { text: "astring 必需", start: 100, end: 110 },
    { text: "bstring 可选", start: 110, end: 120 },
  ]);
});
