/** Words of Chinese names in API documents, and what they are called in code; a name is read from the left, longest word first. */
export const chineseWords: ReadonlyMap<string, string> = new Map([
  // what is asked and answered
  ...pairs("请求 request 响应 response 应答 response 返回 result 结果 result 参数 params 输入 input 输出 output"),
  ...pairs("回调 callback 通知 notification 错误码 error_code 错误 error 状态码 status_code 状态 status 分页 page"),
  // what is made
  ...pairs("提示词 prompt 图片 image 图像 image 视频 video 音频 audio 语音 speech 歌曲 song 歌词 lyrics 音乐 music"),
  ...pairs("文本 text 文字 text 文件 file 消息 message 内容 content 模型 model 任务 task 风格 style"),
  ...pairs("对话 chat 聊天 chat 工具 tool 函数 function 角色 role 向量 vector 令牌 token 人脸 face 格式 format"),
  // what is done
  ...pairs("生成 generation 创建 create 编辑 edit 修改 edit 更新 update 删除 delete 添加 add 新增 add 查询 query"),
  ...pairs(
    "获取 get 提交 submit 上传 upload 下载 download 调用 call 补全 completion 翻译 translation 识别 recognition",
  ),
  ...pairs("合成 synthesis 嵌入 embedding 推理 reasoning 思考 thinking 批量 batch 流式 stream"),
  // what everything has
  ...pairs("列表 list 详情 detail 信息 info 数据 data 对象 object 元素 item 选项 option 配置 config 设置 settings"),
  ...pairs("用户 user 账户 account 余额 balance 订单 order 名称 name 类型 type 编号 id 标识 id 版本 version 时间 time"),
  ...pairs("描述 description 标签 tag 尺寸 size 链接 link 地址 address 接口 api 通用 common 公共 common"),
]);

/** Characters of the longest word. */
export const longestChineseWord: number = Math.max(...[...chineseWords.keys()].map((word) => word.length));

function pairs(line: string): readonly (readonly [chinese: string, english: string])[] {
  const words = line.split(" ");
  return words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? ""] as const] : []));
}
