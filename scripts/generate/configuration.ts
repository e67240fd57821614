/** The page of the configuration and the example file, from the schema: neither can tell of a variable that is not. */
import { explain, VARIABLES } from '../../src/contract/configuration.ts';
import type { Schema } from '../../src/contract/schemas.ts';

const BANNER = '由 scripts/generate 按 schemas/configuration.schema.json 生成，不要手改。';

/** `docs/configuration.md` */
export function configurationPage(): string {
  const rows = Object.entries(VARIABLES).map(
    ([name, schema]) =>
      `| \`${name}\` | ${cell(shown(schema))} | ${schema.title}：${cell(explain(schema))}${secret(schema)} |`,
  );
  return `# 配置

<!-- ${BANNER} -->

配置只取自环境变量；没有设置或者为空的用默认值。启动时逐项检查，有误即不启动，并说明哪一项、可填什么；
以 \`TONGZE_\` 开头（或者像是写错了的）而不认识的变量同样拒绝，以免写错的名称成为没有人选择的默认值。

\`\`\`sh
npm run tongze -- config   # 检查现在的环境，列出每一项的值和来源
npm run tongze -- doctor   # 连同程序、规则包、端口、磁盘、时钟一起检查
\`\`\`

样本在 \`deploy/tongze.env.example\`，可供 systemd 的 \`EnvironmentFile\`、compose 的 \`env_file\` 使用。

| 变量 | 默认 | 说明 |
| --- | --- | --- |
${rows.join('\n')}
`;
}

/** `deploy/tongze.env.example` */
export function environmentExample(): string {
  const blocks = Object.entries(VARIABLES).map(([name, schema]) => {
    const example = schema.default ?? schema.examples?.[0] ?? '';
    return `# ${schema.title}\n# ${explain(schema)}${secret(schema)}\n#${name}=${example}\n`;
  });
  return `# 同责 Tongze 的配置；去掉行首的 # 即生效，不填的用默认值。\n# ${BANNER}\n\n${blocks.join('\n')}`;
}

const secret = ({ writeOnly }: Schema) => (writeOnly === true ? '（秘密，任何地方都不显示）' : '');

const cell = (text: string) => text.replaceAll('|', '\\|');

function shown({ default: value }: Schema): string {
  return value === undefined ? '（无）' : `\`${value}\``;
}
