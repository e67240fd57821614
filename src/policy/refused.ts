/** Why a bundle is not used. The one that runs goes on. */

/** Every reason with what it means and what to do. */
export const BUNDLE_REFUSALS = {
  unreadable: '不是完整的 .tar.gz，或者其中的文件读不出：重新取得这个规则包',
  'too-large': '超过 16 MiB，或者解压以后超过 64 MiB、32 个文件：这不是规则包',
  'not-a-file': '其中有链接、文件夹或者设备，只接受普通文件',
  'unsafe-name': '其中有文件名指向包外，或者含有不接受的字符',
  'duplicate-name': '同一文件名出现两次',
  unsigned: '没有签名（.signatures.json）：由发布人用 bundle sign 签名',
  'unknown-key': '签名的密钥不在 TONGZE_BUNDLE_KEYS 里：核对来源；确属新的发布人的，加入他的公钥',
  'bad-signature': '签名不成立：内容或者签名被改过',
  'extra-file': '有签名没有列出的文件',
  'missing-file': '缺少签名所列的文件',
  'altered-file': '文件与签名所列的摘要不符',
  'older-sequence': '序号不大于已经启用过的：要退回旧的，用 bundle rollback',
  'other-contract': '是按另一版契约编译的：换用契约相同的程序，或者重新编译',
  'golden-case': '自带的案例没有得到应有的答复',
  unsuitable: '规则包装不上这个程序',
} as const;

export type BundleRefusal = keyof typeof BUNDLE_REFUSALS;

export class BundleRefused extends Error {
  override readonly name = 'BundleRefused';
  readonly refusal: BundleRefusal;

  /** @param named a file of the archive, or the cases that failed; never something of a request */
  constructor(refusal: BundleRefusal, named?: string, options?: ErrorOptions) {
    const place = named === undefined ? '' : `（${named}）`;
    super(`规则包不予使用：${BUNDLE_REFUSALS[refusal]}${place} (${refusal})`, options);
    this.refusal = refusal;
  }
}
