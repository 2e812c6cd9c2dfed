import type { Cue, CueRole } from "./cue.ts";

type Needs = Omit<Cue, "phrase" | "role">;

const ofValue: Needs = {};
const beforeValue: Needs = { needsValue: true };
const beforeWords: Needs = { needsWords: true };
const ofThings: Needs = { counts: "things" };
const ofThingsBeforeValue: Needs = { counts: "things", needsValue: true };
const ofCharacters: Needs = { counts: "characters" };
const ofItems: Needs = { counts: "items" };

/** Role, what else holds for them, and the phrases: Chinese on the first line of a row, English below. */
const rows: readonly (readonly [CueRole, Needs, string])[] = [
  [
    "default",
    ofValue,
    `默认值 | 默认为 | 默认是 | 默认的值 | 默认 | 默认时为 | 缺省值 | 缺省为 | 缺省时为 | 缺省 | 預設值 | 預設為 | 預設 |
     default value | default values | defaults to | default to | default is | by default it is | by default, it is`,
  ],
  ["default", beforeValue, "default | defaults"],
  [
    "default-after",
    ofValue,
    `是默认值 | 为默认值 | 为默认 | 是默认 |
     is the default value | is the default | being the default | is default | by default`,
  ],
  ["default-used", ofValue, "is used | will be used"],
  [
    "range",
    ofValue,
    `范围值 | 取值范围 | 有效范围 | 可选范围 | 参数范围 | 数值范围 | 允许范围 | 范围 | 取值区间 | 值域 | 区间 |
     value range | valid range | allowed range | range of values | ranges from | ranging from | in the range | within the range |
     the range of | number from | integer from | value from | values from | choose from | choose between`,
  ],
  ["range", beforeValue, "可以为 | 可以是 | 可为 | 可设置 | 可填 | 可传 | 可取 | range"],
  ["support", beforeWords, "可以是 | 可以为"],
  ["range", ofCharacters, "长度范围 | 长度区间 | 字数范围 | 字符范围 | length range"],
  ["range", ofItems, "数量范围 | 个数范围"],
  ["between", ofValue, "介于 | 在区间 | must be between | should be between | between"],
  ["between-after", ofValue, "之间"],
  [
    "list",
    ofValue,
    `枚举值 | 枚举类型 | 枚举 | 可选值 | 可选项 | 可选的值 | 可选为 | 可选模型 | 可选类型 | 可选格式 | 可用值 | 可用的值 | 支持的值 | 支持的取值 | 可取值 |
     可能的值 | 可能值 | 允许值 | 允许的值 | 合法值 | 有效值 | 候选值 | 取值为 | 取值有 | 取值包括 | 取值 | 选项有 | 选项为 |
     选项包括 | 选项 | 选择: | 可设为 | 可设置为 | 值可以是 | 值可以为 | 只能是 | 只能为 | 只能取 | 可选择 | 固定值 | 固定为 | 固定是 | 恒为 | 恒定为 | 始终为 | 恒等于 | 固定: | 固定填写 | 固定填 | 固定传 |
     只能填写 | 只能填 | 只能传 | 仅为 | 仅接受 | 只接受 | 需设置为 | 请设置为 | 必须设置为 | 必须设为 | 类型有 | 格式有 | 模式有 |
     目前可用 | 目前只有 |
     must be one of | should be one of | can be one of | one of the following | one of | available values | possible enum values |
     possible values | allowed values | valid values | accepted values | supported values | permitted values | enum values |
     allowed: | available as | current options are | available options | valid options | possible options | allowed options | supported options | valid choices | choices | enum |
     available option | available value | possible value | allowed value | valid value | accepted value | supported value | fixed value | fixed to | fixed at`,
  ],
  ["list", beforeValue, "options | values | fixed"],
  [
    "list-after",
    ofValue,
    "is supported | are supported | is currently supported | are currently supported | is currently available | are currently available | is available | are available | is allowed | are allowed | is accepted | are accepted",
  ],
  ["only-one", ofValue, "being the only | as the only | is the only"],
  ["must-be", ofValue, "必须是 | 必须为 | 须为 | must be | must be set to | must use the | can be | may be"],
  ["exactly", ofValue, "固定 | exactly"],
  ["one-of", ofValue, "之一 | 其中之一"],
  [
    "support",
    ofValue,
    `仅支持 | 只支持 | 目前支持 | 目前仅支持 | 目前只支持 | 当前支持 | 当前仅支持 | 当前只支持 | 暂仅支持 | 暂只支持 | 暂时仅支持 | 支持 |
     supported ratios | supported aspect ratios | supported resolutions | supported models | supported sizes | supported voices |
     supported formats | supported languages | now supports | currently supports | only supports | supports only | accepts | available models | available voices | available sizes | available formats`,
  ],
  ["support", beforeValue, "supports | supported"],
  ["optional", ofValue, "可选 | 值为 | either"],
  [
    "minimum",
    ofValue,
    `最小值 | 最小为 | 最小 | 起始值 | 最低 | 下限为 | 下限 | 大于等于 | 大于或等于 | 必须大于等于 | 必须大于或等于 | 须大于等于 | 应大于等于 | 需大于等于 | >= | ≥ | ≧ |
     minimum value | min value | minimum accepted value | minimum allowed value | minimum possible value | minimum supported value | greater than or equal to | must be greater than or equal to`,
  ],
  ["minimum", beforeValue, "minimum | min | min."],
  [
    "minimum",
    ofThings,
    `最少 | 至少 | 不小于 | 不低于 | 不少于 | 不能小于 | 不能低于 | 不能少于 | 不得小于 | 不得少于 | 不得低于 |
     minimum number of | minimum of | at least | no less than | not less than | no fewer than`,
  ],
  [
    "maximum",
    ofValue,
    `最大值 | 最大为 | 最大 | 最高 | 上限为 | 上限 | 小于等于 | 小于或等于 | 必须小于等于 | 必须小于或等于 | 须小于等于 | 应小于等于 | 需小于等于 | <= | =< | ≤ | ≦ |
     maximum value | max value | maximum accepted value | maximum allowed value | maximum possible value | maximum supported value | less than or equal to | must be less than or equal to`,
  ],
  ["maximum", beforeValue, "maximum | max | max."],
  [
    "maximum",
    ofThings,
    `最多 | 至多 | 不超过 | 不能超过 | 不得超过 | 不可超过 | 不应超过 | 不要超过 | 不大于 | 不能大于 | 不得大于 | 不高于 | 不多于 | 不得多于 | 不能多于 |
     maximum number of | maximum of | at most | up to | no more than | not more than | cannot exceed | must not exceed | should not exceed | not exceed |
     not exceeding | limited to | no longer than | not be longer than | cannot be longer than | cannot be more than | may not exceed`,
  ],
  ["maximum", ofThingsBeforeValue, "限制 | 仅限 | 限 | limit | only"],
  [
    "minimum",
    ofCharacters,
    "最小长度 | 最短长度 | 最短 | 最小字符数 | 最少字符数 | 最小字数 | 最少字数 | min length | minimum length | min. length | minlength",
  ],
  [
    "maximum",
    ofCharacters,
    `最大长度 | 最长 | 最大字符数 | 最多字符数 | 最大字数 | 最多字数 | 长度上限 | 长度限制 | 字数限制 | 字数上限 |
     max length | maximum length | max. length | maxlength | length limit | character limit`,
  ],
  [
    "maximum",
    ofItems,
    "maximum length of the list | maximum length of the array | max length of the list | max length of the array",
  ],
  ["minimum", ofItems, "最小数量 | 最少数量 | min items | minimum items | minitems"],
  [
    "maximum",
    ofItems,
    "最大数量 | 最多数量 | 数量上限 | 个数上限 | 数量限制 | 个数限制 | 最大个数 | max count | maximum count | max items | maximum items | maxitems",
  ],
  ["above", ofValue, "必须大于 | 须大于 | 应大于 | 需大于 | 必须高于 | 大于 | must be greater than | >"],
  [
    "below",
    ofValue,
    `必须小于 | 须小于 | 应小于 | 需小于 | 小于 | 少于 |
     must be less than | less than | fewer than | <`,
  ],
  ["below", beforeValue, "must be under | under"],
  ["length", ofValue, "字符长度 | 文本长度 | 字符串长度 | 长度 | 字数 | 字符数 | length must be | length"],
  ["counting-from", ofValue, "从 | starting from | starts from | starts at | starting at"],
  [
    "sign",
    ofValue,
    `不能为负数 | 不能为负 | 不能是负数 | 不可为负数 | 不可为负 | 不得为负数 | 不得为负 | 必须为非负整数 | 必须是非负整数 | 必须为非负数 |
     必须为正整数 | 必须是正整数 | 须为正整数 | 应为正整数 | 需为正整数 |
     must be a positive integer | must be positive integer | must be a non-negative integer | must be a non-negative number |
     must be non-negative | must not be negative | cannot be negative`,
  ],
  ["example", ofValue, "示例值 | 示例 | 样例 | 例如 | 比如 | e.g. | for example | example"],
  [
    "advice",
    ofValue,
    `建议 | 推荐 | 合理的 | 合理范围 | 通常 | 一般 | 常用 | 大约 | 约为 | 最佳 | 理想 | 典型 |
     recommended | recommend | suggested | suggest | typical | typical range | typically | usually | generally | normally | ideally | reasonable | approximately | about |
     users can | users may`,
  ],
  ["condition", ofValue, "如果 | 若 | 当 | 此时 | if | when | unless"],
  ["model-condition", ofValue, "对于 | for the model | for models"],
  ["open-end", ofValue, "等等 | 等 | etc | and so on | ... | .. | …"],
  [
    "shadow",
    ofValue,
    `是否支持 | 不支持 | 默认情况下 | 可选的 | 可选参数 | 可选字段 | 枚举值id | 等于 | 等级 | 等待 | 等比 | 相等 | 等价 | 等同 | 从而 |
     应当 | 适当 | 当前 | 相当 | 表示当 | 代表当 | 若干 | 一般来说 | 最多两位小数 | 取值范围由 | 取值含义 | 取值说明 |
     accepted types | supported types | when saving | when sampling`,
  ],
];

/** Every phrase that the prose miner knows. Of phrases that stand at the same place the longest counts. */
export const cueTable: readonly Cue[] = rows.flatMap(([role, needs, phrases]) =>
  phrases.split("|").map((phrase) => ({ phrase: phrase.trim(), role, ...needs })),
);
