/** The page of who may do what: its table is what the routes declare. */
import { ROLES } from '../../src/access/identity.ts';
import { type AppOptions, buildApp } from '../../src/http/app.ts';
import { fakeService } from '../../test/http/fake.ts';

/** Parts that routes need to exist, not to be called. */
const UNCALLED = { append: async () => undefined, close: async () => undefined };

/** `docs/access.md` */
export async function accessPage(): Promise<string> {
  const app = buildApp(fakeService(), { readLog: UNCALLED, records: {}, bundles: {} } as unknown as AppOptions);
  await app.ready();
  const rows = app
    .declaredAccess()
    .map(({ method, url, access, audited }) => {
      const roles: readonly string[] = typeof access === 'string' ? [] : access;
      const who = access === 'public' ? '任何人' : access === 'stateless' ? '任何角色；本机匿名' : '';
      const marks = ROLES.map((role) => (who !== '' ? '' : roles.includes(role) ? '✓' : '')).join(' | ');
      return { url, row: `| \`${method}\` | \`${url}\` | ${who} | ${marks} | ${audited ? '✓' : ''} |` };
    })
    .sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0))
    .map(({ row }) => row);
  await app.close();
  return TEXT.replace('{{rows}}', rows.join('\n'));
}

const TEXT = `# 谁可以做什么

<!-- 由 scripts/generate 生成；表取自接口自己的声明，不要手改。 -->

每个接口、每个方法都声明谁可以使用；没有声明的，服务不启动。声明有三种：

- **任何人**：只有健康检查。探针没有密钥。
- **任何角色；本机匿名**：不留记录、也不读记录的接口（评估、条款、契约、OPA 的接口、说明页）。服务只在本机监听时不问是谁，任何 OPA 客户端照旧可用；其余情形须有密钥或者令牌。\`TONGZE_ANONYMOUS=none\` 使本机也须有。
- **角色**：留记录、读记录的接口，任何时候都要身份，本机也不例外。

## 第一个密钥

\`\`\`sh
npm run tongze -- key create                          # 提交人；密钥只显示这一次
npm run tongze -- key create --role reviewer auditor --tenant wuhan --subject desk-1 --days 30
npm run tongze -- key list                            # 编号、角色、到期日；没有密钥本身
npm run tongze -- key rotate <编号>                   # 换发，旧的再用七天
npm run tongze -- key revoke <编号>                   # 撤销，一秒之内生效
\`\`\`

请求头写 \`Authorization: Bearer <密钥>\`。只有密钥走标准输出，脚本可以直接取用：\`KEY=$(npm run -s tongze -- key create)\`。
密钥是 256 位随机数；\`TONGZE_DATA\` 下的 \`access/keys.json\`（权限 0600，否则不启动）只存它的 SHA-256，比较用时恒定。

- **使用者**（\`--subject\`）进入审计和记录，写代号，不写姓名。
- **租户**（\`--tenant\`）是单位：一个租户看不到、也无从得知另一个租户的记录。规则包由全部租户共用：只有运营的租户（\`TONGZE_OPERATOR_TENANT\`）的人可以查看和更换，别的租户有同样的角色也不行。
  在命令行启用、退回规则包和更换日志密钥的记录属于租户 \`system\`，别的租户查不到；审计人要读，用 \`key create --role auditor --tenant system\` 的密钥。
- **角色**：\`submitter\` 提交人、\`reviewer\` 复核人、\`author\` 规则作者、\`auditor\` 审计人、\`administrator\` 管理员；可以有几个。

## 令牌（JWT）

\`\`\`sh
TONGZE_TOKEN_JWKS=https://sso.example/jwks.json TONGZE_TOKEN_ISSUER=https://sso.example TONGZE_TOKEN_AUDIENCE=tongze npm start
\`\`\`

只接受配置写明的签发者、受众和非对称算法（\`TONGZE_TOKEN_ALGORITHMS\`）；须有 \`sub\`、\`exp\` 和租户的声明；时钟可差三十秒。
角色取自 \`TONGZE_TOKEN_ROLES_CLAIM\`（Keycloak 填 \`realm_access.roles\`），不认识的角色不计。\`sub\` 进入审计，签发者应当给代号。
JWKS 也可以是文件，改了即生效。签发者不答复时是 503 \`issuer-unavailable\`，不是 401。

## 离开本机

\`HOST\` 不是本机时，没有证书（\`TONGZE_TLS_CERT\`、\`TONGZE_TLS_KEY\`）、也没有声明代理（\`TONGZE_TRUSTED_PROXIES\`）的，不启动，并说明原因和办法。
声明了代理的，未加密的连接只接受代理和本机的；\`X-Forwarded-For\` 只信代理写的。没有声明代理而请求带着它，不当作本机匿名。
证书换了要重新启动。

## 次数

一个使用者每分钟 \`TONGZE_RATE_PER_MINUTE\` 次（密钥可以另定），超过的是 429 和 \`Retry-After\`：按使用者而不按地址，因为一个单位往往共用一个地址。
本机匿名的默认不限（\`TONGZE_ANONYMOUS_RATE_PER_MINUTE\`）。一个地址每分钟六十次无效凭据以后也是 429；有效的照常受理。每个进程各自计数。

## 读取的审计

读取记录的接口（下表“审计”）每次一行，写入数据目录的 \`access/reads-YYYY-MM.ndjson\`：时间、使用者、租户、角色、接口、记录的编号、状态、请求的编号（\`schemas/read-audit.schema.json\`）。
先落盘，后答复；写不成就不给（503 \`audit-unavailable\`）。没有姓名，没有记录的内容。没有确认身份的请求不算读取，见日志。

## 全部接口

不在表内的方法一律 405（OPA 的改写接口为 400），不论是谁。

| 方法 | 接口 | | submitter | reviewer | author | auditor | administrator | 审计 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
{{rows}}
`;
