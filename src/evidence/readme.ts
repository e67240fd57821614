/** The README.md of an evidence package: for an auditor who has never seen the program. */
import type { Leaf } from '../records/leaf.ts';
import { MAX_CONFIRMATIONS } from '../records/reading.ts';
import type { Part } from '../records/store.ts';

export interface Described {
  readonly leaf: Leaf;
  readonly size: number;
  /** Contents that the package holds. */
  readonly parts: readonly Part[];
  /** Contents that are gone without a record of an erasure. */
  readonly lost: ReadonlySet<Part>;
  /** Older confirmations that it does not hold. */
  readonly confirmationsLeft: number;
}

export function readmeOf({ leaf, size, parts, lost, confirmationsLeft }: Described): string {
  const missing = (['input', 'output'] as const).filter((part) => !parts.includes(part));
  const [erasedFiles, lostFiles] = [false, true].map((isLost) =>
    missing
      .filter((part) => lost.has(part) === isLost)
      .map((part) => `\`record/${part}.json\``)
      .join('、'),
  );
  const erased =
    erasedFiles === ''
      ? ''
      : `\n内容已经按规定清除的部分（${erasedFiles}）不在包里；清除本身在日志里，叶和证明不受影响。\n`;
  const damage =
    lostFiles === ''
      ? ''
      : `\n**数据库有损坏**：${lostFiles} 的内容不在了，也没有清除它的记录；核对程序会指出（✗）。\n`;
  const left =
    confirmationsLeft === 0
      ? ''
      : `\n对它的确认太多：包里有最新的 ${MAX_CONFIRMATIONS} 条，较早的 ${confirmationsLeft} 条没有收入；更正和清除全部在包里。\n`;
  return `# 证据包 ${leaf.id}

同责 Tongze 在 ${leaf.time} 作出的一个决定，连同离线核对它所需的一切。规则修订 \`${leaf.bundle.revision}\`，日志导出时有 ${size} 片叶。
${erased}${damage}${left}
## 核对

需要 Node.js 20 以上；不用网络，不装任何东西。

    node verify.mjs --key <你保存的公钥> --checkpoint <你保存的旧检查点>

- **公钥**：\`name+hash+base64\`，或者存有公钥的文件。用你自己保存的，不要用包里的 \`proof/keys.txt\`：不给出时只能说明包自身一致。密钥因遗失或者被盗更换过的，只给新公钥；这个包是更换以前导出的，再给新公钥签名的较晚的检查点（\`--checkpoint\`）和一致性证明（\`--proof\`）。
- **旧检查点**：你以前从日志（\`GET /api/v1/log/checkpoint\`）、从任何一张收据或者从检查点的文件里保存下来的一个，存成文件。导出证据包时写明它的叶数（\`first\`），一致性证明就在包里；另外取得的（\`GET /api/v1/log/proof/consistency?first=…&second=${size}\`）用 \`--proof\` 给出。
- **核对程序**：伪造证据包的人也能伪造包里的程序。用你自己保存的一份：\`node <你的>/verify.mjs <这个文件夹> …\`；它只有一个文件，可以通读。

退出码：0 全部成立；1 有不成立的；2 用法不对或者不是证据包；3 包里有的都成立，但有没有证明的（没有给公钥、给出的几个公钥分不出哪一个作废、内容已经清除）。

## 证明了什么

1. 输入和输出就是叶里的承诺所指的，一个字节也没有改；
2. 叶在日志里，日志的检查点由公钥签名；
3. 从旧检查点到现在，历史没有改写；
4. 同样的规则包对同样的输入给出同样的答复：重新评估 \`policy.wasm\`，与输出逐字节比较；
5. 规则包、契约、区划版本就是作出决定时的那一份。

**没有证明**：事实是否真实；评价是否得当；敏感性、各版本和出处（由程序加上，受叶的约束，但不重新评估）；是否还有对这个决定的其他记录；叶里的时间（按服务器的时钟，只有先后次序由日志证明）；Rego 是否编译得出这个 WASM（重新编译可知，见程序的文档）。

## 内容

| 文件 | 内容 |
| --- | --- |
| \`manifest.json\` | 每个文件的大小和 SHA-256 |
| \`record/leaf.json\` | 叶：日志永远约束的部分，逐字节 |
| \`record/input.json\`、\`record/output.json\` | 规范化（RFC 8785）的输入和输出 |
| \`record/salts.json\` | 承诺的盐：SHA-256（盐，内容）就是叶里的承诺 |
| \`proof/receipt.txt\`、\`proof/checkpoint.txt\` | 收据的检查点、导出时最新的检查点（C2SP tlog-checkpoint） |
| \`proof/proofs.json\` | 包含证明、一致性证明（RFC 6962），更正、清除、确认和更换密钥的记录；确认只有最新的 ${MAX_CONFIRMATIONS} 条 |
| \`proof/keys.txt\` | 日志的公钥，因遗失或者被盗而更换的除外 |
| \`bundles/\` | 作出决定的规则包：WASM（运行的）和 Rego（人能读的） |
| \`schemas/\` | 那一版契约：事实、选项、决定的形状 |
| \`territory/\` | 添加的区划版本；没有添加的没有这个文件夹 |
| \`verify.mjs\` | 核对程序 |
`;
}
