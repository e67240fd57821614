/** Every code of one thing that is wrong in what was submitted, with its cause. `docs/errors.md` is made of it. */

export const ITEMS = {
  // Of the bytes and of JSON (src/kernel/json.ts)
  empty_body: '内容为空',
  invalid_utf8: '字节不是 UTF-8，多半是按 GBK 保存的',
  byte_order_mark: '文件以字节顺序标记（BOM）开头，常见于记事本保存的文件',
  malformed_json: '不符合 JSON 的语法：少了引号、逗号、括号，或者用了单引号、注释、末尾的逗号',
  malformed_yaml: '不是 YAML，或者用了 JSON 没有的写法：标签、不是文字的名称、十六进制的数',
  yaml_alias: '用了别名（*）或者合并（<<）：几行别名可以展开成几百万项',
  trailing_data: 'JSON 已经结束，后面还有内容',
  nesting_too_deep: '对象和列表嵌套超过 32 层；契约本身不到 10 层',
  too_many_members: '一个对象或者列表超过 1000 项',
  duplicate_key: '同一对象里一个名称写了两次：人数写两次就是两个事实，程序之间取哪一个并不一致',
  forbidden_key: '名称 __proto__ 会改变一些程序的行为，不接受',
  lone_surrogate: '转义 \\u 只写了半个字符',
  number_out_of_range: '数字大得不能精确表示，如 1e400、9007199254740993',
  number_too_precise: '小数位多得会被悄悄舍入',
  negative_zero: '写成了 -0；有的程序当作 0，有的不当',
  // Of the contract (src/contract/validate.ts)
  unknown_property: '名称写错、写错了层级，或者是契约没有的；悄悄丢掉就会漏算',
  missing_property: '少了必须有的一项',
  wrong_type: '类型不对：加了引号的数字、写成文字的是非，或者把对象写成了一个值',
  not_an_integer: '人数或者金额写了小数',
  negative: '人数或者金额是负数',
  out_of_range: '数字超出契约的范围',
  not_allowed: '不是契约列出的值之一',
  invalid_date: '日期的写法不对，或者没有这一天',
  invalid_division_code: '区划代码的位数不对，或者不是数字',
  invalid_format: '写法不对：换行、首尾空格、控制字符、改变书写方向的字符，或者不合格式',
  too_long: '文字太长',
  too_short: '文字太短，通常是空串',
  too_many_items: '列表太长',
  too_few_items: '列表太短，通常是空列表',
  too_many_properties: '对象的名称太多',
  schema_violation: '不符合契约的其他规定',
  more_problems: '错误超过五十处，其余没有列出',
  // Of what the contract alone cannot tell
  unknown_division_code: '没有一版区划表有这个代码，多半是抄错了一位',
  impossible_order: '两个日期的先后不可能，例如收到决定以前的申诉；多半是写错了年份',
  contradictory: '填了没有发生，又填了它的日期或者只能由它而来的情形；部分的人数多于总数',
  unknown_entrypoint: 'OPA 的路径不是入口，也不在入口之下',
} as const satisfies Readonly<Record<string, string>>;

export type ItemCode = keyof typeof ITEMS;
