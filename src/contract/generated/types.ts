/* Generated from schemas/ by scripts/generate; do not edit. */

/**
 * 角色：以什么身份做事：submitter 提交人、reviewer 复核人、author 规则作者、auditor 审计人、administrator 管理员。
 *
 */
export type Role = 'submitter' | 'reviewer' | 'author' | 'auditor' | 'administrator';
/**
 * 规则包的编号：SHA-256，或者 built-in。
 *
 */
export type BundleId = string;
/**
 * 理由：为什么，写给以后核对的人；不写姓名和案情。
 *
 */
export type ChangeReason = string;
/**
 * 时刻：UTC 的时刻，精确到毫秒。
 *
 */
export type Instant = string;
/**
 * 日期：公历日期，写成 YYYY-MM-DD；1970 年至 2129 年。
 *
 */
export type Day = string;
/**
 * 行政区划代码：六位（省、市州、县）或者九位（乡镇、街道）的统计用区划代码，不补零到十二位。
 *
 */
export type DivisionCode = string;
/**
 * 人数：人数，非负整数。不知道就不填或者填 null，不要填 0。
 *
 */
export type PersonCount = number;
/**
 * 机关名称：机关的全称或者规范简称。不得填写个人姓名。
 *
 */
export type OrganName = string;
/**
 * 机关编号：机关的统一社会信用代码，或者提交机关自编的编号。一次提交之内，编号相同的是同一机关，编号不同的不是。不能对应到个人。
 *
 */
export type OrganReference = string;
/**
 * 机关类别：机关的类别。一个地区只有一个党委、一个政府；其他类别的机关可以有几个。
 *
 */
export type OrganKind =
  | '党委'
  | '政府'
  | '党委职能部门'
  | '政府工作部门'
  | '派出机关'
  | '功能区管理机构'
  | '直属事业单位'
  | '国有（控股）企业'
  | '其他企业'
  | '其他';
/**
 * 短文本：一行短文本，不含控制字符和改变书写方向的字符。
 *
 */
export type ShortText = string;
/**
 * 事实路径：相对于 facts 的 JSON 指针；/options/ 开头的是读法，/publication 是本办法的发布日期。
 *
 */
export type Pointer = string;
/**
 * 条款标识：条款的 eId；其他规范的条款以规范名和两条下划线开头。
 *
 */
export type ProvisionId = string;
/**
 * 事故等级：《生产安全事故报告和调查处理条例》第三条的四个等级；“无等级”指没有死亡、重伤、受伤和直接经济损失。
 *
 */
export type Grade = '无等级' | '一般' | '较大' | '重大' | '特别重大';
/**
 * 确认的结论：confirmed 同意，declined 不同意。
 *
 */
export type ConfirmationOutcome = 'confirmed' | 'declined';
/**
 * 编号：人员、单位的不透明编号，只有提交机关能够对应；不填姓名。
 *
 */
export type Reference = string;
/**
 * 密级：公开或者内部。国家秘密、工作秘密不得提交。
 *
 */
export type Classification = '公开' | '内部';
/**
 * 记录的编号：UUIDv7，小写。
 *
 */
export type RecordId = string;
/**
 * 记录的种类：decision 决定，correction 更正，confirmation 复核确认，erasure 清除内容，bundle_activation 启用规则包，key_rotation 更换密钥。
 *
 */
export type RecordKind = 'decision' | 'correction' | 'confirmation' | 'erasure' | 'bundle_activation' | 'key_rotation';
/**
 * 决定：对一个问题的答复。…/answer 只有状态、事实路径和读法；…/decision 附条文；本机接口另附敏感性、版本和出处。
 *
 */
export type Decision = {
  /**
   * 问题：所问的问题。
   */
  question: string;
  /**
   * 状态：determined 已定，indeterminate 待查明，not_applicable 本办法不适用。
   */
  status: 'determined' | 'indeterminate' | 'not_applicable';
  /**
   * 等级：事故等级的区间。
   */
  grade?: {
    least: Grade;
    most: Grade;
    final: Truth;
    /**
     * 决定的标准：单独达到至少等级的标准：deaths、serious、loss，特种设备的情形为 event。
     */
    drivers: string[];
    /**
     * 尚缺：使等级不定的事实。
     */
    missing: Pointer[];
    /**
     * 各标尺：特种设备事故：两个标尺各自的等级；取其高者。
     */
    scales?: {
      order_493: Span;
      special_equipment: Span;
    };
    official?: Grade;
    computed?: Span;
    firstReported?: Span;
  };
  /**
   * 发生地：发生地及其所用的区划表版本。
   */
  place?: {
    /**
     * 代码：所给的代码。
     */
    code: string | null;
    /**
     * 在表：代码是否在表中。
     */
    known: boolean;
    /**
     * 在湖北省：是否在湖北省。
     */
    inHubei: boolean | null;
    /**
     * 其他省份：其他省份的名称。
     */
    otherProvince?: string | null;
    /**
     * 版本：所用区划表的日期。
     */
    edition?: string | null;
    /**
     * 版本吻合：是否为当日的版本。
     */
    editionExact?: boolean;
    /**
     * 版本说明：版本说明的代码。
     */
    editionNote?: string | null;
    /**
     * 乡级：乡级单位。
     */
    township?: Unit | null;
    /**
     * 县级：县级单位。
     */
    county?: Unit | null;
    /**
     * 市级：市级单位。
     */
    prefecture?: Unit | null;
    /**
     * 省直管：是否省直管单位。
     */
    directlyGoverned?: boolean;
    /**
     * 统计单位：是否仅为统计单位。
     */
    statistical?: boolean;
    /**
     * 功能区：是否功能区。
     */
    zone?: boolean;
    /**
     * 管理：代管的单位。
     */
    managedBy?: string | null;
  };
  /**
   * 适用情况：所问的是什么、怎样适用、适用哪一版。
   */
  coverage?: {
    /**
     * 所问：subject 机关或者人员，accident 事故，nothing 都没有载明。
     */
    asked: 'subject' | 'accident' | 'nothing';
    /**
     * 适用方式：direct 直接适用，byReference 参照执行，doubtful 存疑，outside 不适用，undetermined 待查明。
     */
    basis: 'direct' | 'byReference' | 'doubtful' | 'outside' | 'undetermined';
    covered: Truth;
    /**
     * 原因：存疑或者不适用的原因代码，文字见 notes。
     */
    reason?: string;
    /**
     * 参照的变通：参照执行时的变通；是解释，不是条文。
     */
    adaptation?: string;
    /**
     * 各版本：事实发生时施行的是哪一版。
     */
    versions: {
      /**
       * 本办法：2020年的办法。
       */
      v2020: {
        inForce: Truth;
        /**
         * 收入：full 全文收入，none 没有收入。
         */
        supported: 'full' | 'none';
        /**
         * 所知：没有收入的版本所知的内容。
         */
        known?: string;
      };
      /**
       * 暂行办法：2014年的暂行办法；由本办法代替是推断，条文没有废止的规定。
       */
      v2014: {
        inForce: Truth;
        /**
         * 收入：full 全文收入，none 没有收入。
         */
        supported: 'full' | 'none';
        /**
         * 所知：没有收入的版本所知的内容。
         */
        known?: string;
      };
    };
    /**
     * 后来的法律：事实发生以后施行、读者须知的法律；不适用于这些事实。
     *
     * Items: 后来的法律：一部后来的法律。
     */
    laterLaw: {
      /**
       * 名称：名称。
       */
      instrument: string;
      in_force_from: Day;
      /**
       * 确定性：施行日期的确定性：L 已公布法律，M 记忆。
       */
      certainty: 'S' | 'L' | 'M' | 'I';
      /**
       * 说明：与本办法有关之处。
       */
      note: string;
    }[];
  };
  /**
   * 条款：条款标识到结论。
   */
  findings: {
    [k: string]: Finding;
  };
  /**
   * 提示：提示的代码到事实和文字。
   */
  notes: {
    [k: string]:
      | Pointer[]
      | {
          /**
           * 事实：提示所及的事实。
           */
          on: Pointer[];
          /**
           * 文字：提示的文字。
           */
          text: string;
        };
  };
  /**
   * 摘要：按条文顺序。
   */
  summary?: {
    /**
     * 成立：成立的条款。
     */
    holds: ProvisionId[];
    /**
     * 未做到：成立而没有做到的条款。
     */
    breached: ProvisionId[];
    /**
     * 待查明：待查明的条款。
     */
    open: ProvisionId[];
  };
  /**
   * 尚缺的事实：路径到名称和所等待的条款。
   */
  missing?: {
    /**
     * 尚缺：尚缺的事实。
     */
    [k: string]: {
      /**
       * 名称：事实的名称。
       */
      title: string;
      /**
       * 等待的条款：等待该事实的条款。
       */
      decides: ProvisionId[];
    };
  };
  /**
   * 规范：所依据的规范。
   */
  law?: {
    /**
     * 名称：规范名称。
     */
    instrument: string;
    publication: Publication;
  };
  /**
   * 假设：是否假设评估。
   */
  counterfactual?: boolean;
  /**
   * 各版本：事故发生在发布日期的区间内时，各版本分别给出什么。
   */
  versions?: {
    /**
     * 本办法：假如本办法已经施行。
     */
    v2020: {
      /**
       * 状态：假如已经施行的状态。
       */
      status: string;
      /**
       * 条款：条款标识到结论。
       */
      findings: {
        [k: string]: Finding;
      };
    };
    /**
     * 暂行办法：假如适用2014年暂行办法。
     */
    v2014: {
      /**
       * 收入：本库是否收入。
       */
      supported: boolean;
      /**
       * 说明：说明。
       */
      text: string;
    };
  };
  /**
   * 读法敏感性：换用其他读法后不同的结论。
   */
  sensitivity?: {
    /**
     * 方式：used、all 或者 none。
     */
    run: string;
    /**
     * 读法：逐一换用。
     *
     * Items: 读法：一个读法换为另一取值。
     */
    readings: {
      /**
       * 读法：读法的名称。
       */
      option: string;
      /**
       * 所用：所用的取值。
       */
      used: string;
      /**
       * 换用：换用的取值。
       */
      other: string;
      /**
       * 不同的结论：不同的条款和方面。
       *
       * Items: 不同：一处不同。
       */
      changes: {
        /**
         * 条款：条款标识，或者 grade。
         */
        provision: string;
        /**
         * 方面：applies、kept、ground、bar、inTime、addressees、areas、each、gap、next 或者 grade。
         */
        aspect: string;
        /**
         * 原值：所用读法下的值；对象的不同不在此列出。
         */
        from?: boolean | null;
        /**
         * 新值：其他读法下的值。
         */
        to?: boolean | null;
      }[];
    }[];
  };
  /**
   * 出处：由什么得出。
   */
  provenance?: {
    /**
     * 规则包：规则包。
     */
    bundle: {
      /**
       * 修订：源文件的内容摘要。
       */
      revision: string;
      /**
       * 摘要：规则包的摘要。
       */
      sha256: string;
    };
    /**
     * 添加的区划版本：在规则包之外添加的区划版本；没有添加的不列。
     *
     * Items: 区划版本：一个添加的区划版本。
     */
    territory?: {
      edition: Day;
      /**
       * 摘要：文件的 SHA-256。
       */
      sha256: string;
    }[];
    /**
     * WASM：WASM 的 SHA-256。
     */
    wasm: string;
    /**
     * 服务：服务的版本。
     */
    service: string;
    /**
     * 输入摘要：规范化输入的 SHA-256。
     */
    input: string;
    /**
     * 输出摘要：决定（不含主机所附各项）规范化后的 SHA-256。
     */
    output: string;
  };
};
/**
 * 节点：一个节点的 SHA-256，base64。
 *
 */
export type NodeHash = string;
/**
 * 检查点：C2SP 形式的已签名检查点（signed note，Ed25519）。
 *
 */
export type Note = string;
/**
 * 内容的部分：input 输入，output 输出。
 *
 */
export type ContentPart = 'input' | 'output';
/**
 * 三十二字节：十六进制，小写。
 *
 */
export type EvidenceDigest = string;
/**
 * 叶：叶的字节：规范化的 JSON，见 leaf.schema.json。
 *
 */
export type EvidenceLeaf = string;
/**
 * 添加的区划版本：在规则包之外添加的区划表；没有添加的不写。
 *
 */
export type AddedEditions = {
  edition: Day;
  /**
   * 摘要：文件的 SHA-256。
   */
  sha256: string;
}[];

/**
 * 密钥：一个发出的密钥。
 *
 */
export interface ApiKey {
  /**
   * 编号：密钥的编号，是密钥开头的一段，不是秘密。
   */
  id: string;
  /**
   * 摘要：密钥的 SHA-256，十六进制小写。密钥有 256 位随机数，摘要不能反推。
   */
  sha256: string;
  /**
   * 使用者：使用者的代号，进入审计和记录；不写姓名。
   */
  subject: string;
  /**
   * 租户：使用者所属的单位的代号；只看得到本租户的记录。
   */
  tenant: string;
  /**
   * 角色：可以做的事。
   */
  roles: Role[];
  /**
   * 每分钟次数：每分钟最多请求几次。
   */
  perMinute: number;
  /**
   * 发出时间：发出的时间（UTC）。
   */
  createdAt: string;
  /**
   * 到期时间：从这一刻起不再有效（UTC）。
   */
  expiresAt: string;
  /**
   * 撤销时间：撤销的时间（UTC）；没有这一项的没有撤销。
   */
  revokedAt?: string;
}
/**
 * 密钥文件：数据目录中 access/keys.json 的内容：发出的密钥的摘要，没有密钥本身。只由命令 key 改写。
 *
 */
export interface ApiKeys {
  /**
   * 格式版本：本文件的格式。
   */
  version: number;
  /**
   * 密钥：发出过的密钥，含已撤销的。
   */
  keys: ApiKey[];
}
/**
 * 规则包的启用：数据目录 bundles/activations.ndjson 的一行：谁、何时、为什么换了规则包。只追加；最后一行是现在的。
 *
 */
export interface BundleActivation {
  time: Instant;
  /**
   * 做法：activate 启用新的，rollback 退回用过的。
   */
  action: 'activate' | 'rollback';
  bundle: BundleId;
  /**
   * 序号：规则包的序号；built-in 为 0。
   */
  sequence: number;
  actor: Actor;
  reason: ChangeReason;
}
/**
 * 行为人：谁、以什么角色；都是不透明的编号，不是姓名。
 *
 */
export interface Actor {
  /**
   * 编号：调用者的不透明编号。
   */
  subject: string;
  /**
   * 租户：记录所属的租户。
   */
  tenant: string;
  /**
   * 角色：以什么角色。
   */
  role: string;
}
/**
 * 更换规则包的请求：POST /api/v1/bundles/activation 和 /rollback 的内容。退回时不填 bundle 即退回前一个；上一次更换就是退回的须写明。
 *
 */
export interface BundleChangeRequest {
  bundle?: BundleId;
  reason: ChangeReason;
}
/**
 * 公钥：一个 Ed25519 公钥（JWK，RFC 8037）。
 *
 */
export interface BundleKey {
  /**
   * 类型：总是 OKP。
   */
  kty: 'OKP';
  /**
   * 曲线：总是 Ed25519。
   */
  crv: 'Ed25519';
  /**
   * 公钥：32 字节，base64url。
   */
  x: string;
  /**
   * 编号：签名里所写的编号。
   */
  kid: string;
}
/**
 * 规则包的公钥：TONGZE_BUNDLE_KEYS 所指的文件：可以签名规则包的公钥（JWKS）。没有私钥。
 *
 */
export interface BundleKeys {
  /**
   * 公钥：受信任的公钥。
   */
  keys: BundleKey[];
}
/**
 * 规则包：一个规则包。
 *
 */
export interface ListedBundle {
  bundle?: BundleId;
  /**
   * 文件：在来源里的文件名；不在来源里的没有。
   */
  file?: string;
  /**
   * 修订：源文件的内容摘要。
   */
  revision?: string;
  /**
   * 序号：发布人的序号；built-in 为 0。
   */
  sequence?: number;
  /**
   * 密钥：签名的密钥的编号；built-in 没有。
   */
  key?: string;
  /**
   * 状态：active 已启用（服务装不进去的，没有在运行），available 可以启用，earlier 用过（可以退回），refused 不予使用。
   */
  state: 'active' | 'available' | 'earlier' | 'refused';
  /**
   * 原因：不予使用的原因。
   */
  refusal?: string;
}
/**
 * 规则包的清单：已启用的、来源里的和用过的规则包，以及服务正在运行的。
 *
 */
export interface BundleList {
  active: BundleId;
  running?: BundleId;
  /**
   * 规则包：全部规则包。
   */
  bundles: ListedBundle[];
  /**
   * 更换：每一次更换，新的在前。
   */
  history: BundleActivation[];
}
/**
 * 文件：一个文件和它的摘要。
 *
 */
export interface SignedFile {
  /**
   * 名称：包里的文件名。
   */
  name: string;
  /**
   * 摘要：文件字节的摘要。
   */
  hash: string;
  /**
   * 算法：总是 SHA-256。
   */
  algorithm: 'SHA-256';
}
/**
 * 规则包的签名：规则包的 .signatures.json 里那个 JWT（EdDSA）所签的内容。
 *
 */
export interface BundleSignature {
  /**
   * 序号：发布人的序号，每次发布都要加大。
   */
  sequence: number;
  /**
   * 修订：源文件的内容摘要。
   */
  revision: string;
  /**
   * 契约：编译时全部契约文件的摘要。
   */
  contract: string;
  /**
   * 文件：包里除签名以外的全部文件。
   */
  files: SignedFile[];
}
/**
 * 文件：作为依据的文件：文号或者题名、日期、摘要值。不得填写个人姓名。
 *
 */
export interface Document {
  number: ShortText;
  on?: Day;
  /**
   * 摘要值：文件的 SHA-256 摘要值，六十四位小写十六进制。
   */
  digest?: string;
}
/**
 * 评价人：作出评价的机关、职务和不透明编号；不填姓名。
 *
 */
export interface Evaluator {
  organ: OrganName;
  post: ShortText;
  /**
   * 编号：评价人的不透明编号，只有评价机关能够对应到人。
   */
  reference: string;
}
/**
 * 人工评价：须由人作出的评价：结论、评价人、日期和依据。缺评价人、日期或者依据的，按未评价处理。
 *
 */
export interface Evaluation {
  /**
   * 结论：true 为是，false 为否，null 为尚未查明。
   */
  value: boolean | null;
  evaluator?: Evaluator;
  on?: Day;
  /**
   * 依据：评价所依据的文件，至少一件。
   */
  evidence?: Document[];
}
/**
 * 官方认定：有权机关以文件作出的认定。缺机关、日期或者文件的，按未认定处理。
 *
 */
export interface OfficialFinding {
  /**
   * 认定结论：true 为是，false 为否，null 为尚未认定。
   */
  value: boolean | null;
  organ?: OrganName;
  on?: Day;
  document?: Document;
}
/**
 * 官方认定的等级：有权机关以文件认定的事故等级。缺机关、日期或者文件的，按未认定处理。
 *
 */
export interface OfficialGrade {
  /**
   * 等级：认定的等级，null 为尚未认定。
   */
  value: '一般' | '较大' | '重大' | '特别重大' | null;
  organ?: OrganName;
  on?: Day;
  document?: Document;
}
/**
 * 配置：服务的配置，取自环境变量。不填的用默认值（default）。
 *
 */
export interface Configuration {
  /**
   * 监听地址：监听的地址；默认只有本机可以访问。
   */
  HOST: string;
  /**
   * 端口：监听的端口；0 由系统分配。
   */
  PORT: number;
  /**
   * 日志级别：日志的级别；任何级别都不记请求的内容。
   */
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /**
   * 停止前的等候（秒）：收到停止信号以后，先以 /health/ready 报告未就绪，照常答复这么多秒，再停止接收；在负载均衡之后运行时，填它两次探测的间隔之和。
   */
  TONGZE_DRAIN_SECONDS: number;
  /**
   * 健康和指标的端口：另开一个只有 /health 和 /metrics 的端口，不要求身份，不含请求的内容；不填则不开，0 由系统分配。
   */
  TONGZE_DIAGNOSTIC_PORT?: number;
  /**
   * 健康和指标的地址：这个端口监听的地址；不加密，供探测和 Prometheus 使用。
   */
  TONGZE_DIAGNOSTIC_HOST: string;
  /**
   * 添加的区划版本：一个文件，或者一个文件夹（取其中的 .json）：在规则包之外添加的湖北省区划表，见 docs/editions.md。
   */
  TONGZE_TERRITORY?: string;
  /**
   * 规则包的来源：一个文件，或者一个文件夹（取其中的 .tar.gz）：签了名、可以启用的规则包，见 docs/bundles.md。规则包只从这里取。
   */
  TONGZE_BUNDLES?: string;
  /**
   * 规则包的公钥：可以签名规则包的公钥（JWKS，Ed25519）的文件；不在其中的密钥签的不予使用。
   */
  TONGZE_BUNDLE_KEYS?: string;
  /**
   * 运营的租户：规则包由全部租户共用：只有这个租户的人可以经接口查看和更换。
   */
  TONGZE_OPERATOR_TENANT: string;
  /**
   * 数据库：PostgreSQL 的地址，postgres://用户:口令@主机/库；不填则用数据目录里的 SQLite（tongze.db）。
   */
  TONGZE_DATABASE?: string;
  /**
   * 日志的私钥：签名检查点的 Ed25519 私钥的文件，只许本用户读（0600）；不填则为数据目录里的 log.key，第一次启动时生成。多个节点用同一个。
   */
  TONGZE_LOG_KEY?: string;
  /**
   * 签名的命令：私钥不在本机时，代为签名的可执行文件：标准输入是要签的内容，标准输出是签名（base64，64 字节）。
   */
  TONGZE_LOG_SIGNER?: string;
  /**
   * 日志的公钥：签名的命令所用的公钥，name+hash+base64。只核对、备份、恢复而不签名的，不填它，用命令的 --key。
   */
  TONGZE_LOG_PUBLIC_KEY?: string;
  /**
   * 检查点的文件：数据库以外的检查点，有新的记录，至迟一秒以后追加，宜放在审计人的存储上；不填则为数据目录里的 checkpoints.txt。
   */
  TONGZE_CHECKPOINTS?: string;
  /**
   * OpenTelemetry 收集器：收集器的网址（OTLP，HTTP）；填了才发送跟踪，只有路由、方法、状态和问题，没有请求的内容。采样等其余 OTEL_ 变量照其规范。
   */
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;
  /**
   * 数据目录：密钥、审计和记录所在的目录；相对路径从启动的目录算起。
   */
  TONGZE_DATA: string;
  /**
   * 不说明是谁的请求：stateless：不留记录、不读记录的接口（评估、条款、契约）不要求身份；none：除健康检查外都要求身份。不填时，只在本机监听且没有代理的为 stateless，其余为 none。
   */
  TONGZE_ANONYMOUS?: 'stateless' | 'none';
  /**
   * TLS 证书：证书链的文件（PEM），与 TONGZE_TLS_KEY 同时给出。
   */
  TONGZE_TLS_CERT?: string;
  /**
   * TLS 私钥：私钥的文件（PEM），与 TONGZE_TLS_CERT 同时给出。
   */
  TONGZE_TLS_KEY?: string;
  /**
   * 信任的代理：代理的地址或者网段，以逗号分隔，如 10.0.0.5,10.1.0.0/16；由它终止 TLS。除它和本机以外，不接受未加密的连接。
   */
  TONGZE_TRUSTED_PROXIES?: string;
  /**
   * 令牌的公钥：签发者的 JWKS：文件，或者 https 网址（http 只许本机）。不填则不接受令牌。与签发者、受众同时给出。
   */
  TONGZE_TOKEN_JWKS?: string;
  /**
   * 令牌的签发者：令牌的 iss 须与此相同。
   */
  TONGZE_TOKEN_ISSUER?: string;
  /**
   * 令牌的受众：令牌的 aud 须包含它。
   */
  TONGZE_TOKEN_AUDIENCE?: string;
  /**
   * 令牌的算法：接受的签名算法，以逗号分隔；只有非对称算法。
   */
  TONGZE_TOKEN_ALGORITHMS: string;
  /**
   * 角色的声明：令牌里写角色的声明；在对象里的用点连接，如 realm_access.roles。
   */
  TONGZE_TOKEN_ROLES_CLAIM: string;
  /**
   * 租户的声明：令牌里写租户的声明；在对象里的用点连接。没有这个声明的令牌不接受。
   */
  TONGZE_TOKEN_TENANT_CLAIM: string;
  /**
   * 时钟容差：令牌的时间与本机时钟可以相差的秒数。
   */
  TONGZE_TOKEN_TOLERANCE_SECONDS: number;
  /**
   * 每分钟次数：一个使用者每分钟最多请求几次；密钥可以另有规定。
   */
  TONGZE_RATE_PER_MINUTE: number;
  /**
   * 匿名的每分钟次数：不说明是谁的，一个地址每分钟最多请求几次；0 是不限。
   */
  TONGZE_ANONYMOUS_RATE_PER_MINUTE: number;
}
/**
 * 确认的请求：POST /api/v1/decisions/{id}/confirmation 的内容：复核人的结论。本服务只作建议，结论由人作出。
 *
 */
export interface ConfirmationRequest {
  outcome: ConfirmationOutcome;
  /**
   * 依据：结论所依据的文件。
   */
  documents?: Document[];
}
/**
 * 更正的请求：POST /api/v1/decisions/{id}/correction 的内容：以新的决定取代原来的；原来的留在日志里。
 *
 */
export interface CorrectionRequest {
  /**
   * 问题：所问的问题；可问的见 /api/v1/questions。
   */
  question: string;
  facts: Facts;
  options?: Options;
  classification: Classification;
  /**
   * 应为版本：规则的版本（revision）；与运行的不同则拒绝。
   */
  expectBundle?: string;
  /**
   * 原因：facts 事实有误或者有新的事实，readings 改用读法，rules 规则改变。
   */
  reason: 'facts' | 'readings' | 'rules';
}
/**
 * 事实：提交评估的事实。没有填写或者填 null 的，一律是“尚未查明”，不是“否”，也不是 0。
 *
 */
export interface Facts {
  accident?: Accident;
  zone?: Zone;
  subject?: Subject;
  act?: Act;
  portfolio?: Portfolio;
  specialEquipment?: SpecialEquipment;
  investigation?: Investigation;
  accountability?: Accountability;
  procedure?: Procedure;
  appeal?: Appeal;
  supervision?: Supervision;
  performance?: Performance;
  dutyList?: DutyList;
  dutyEvaluations?: DutyEvaluations;
  township?: Township;
  meetings?: Meetings;
  assessmentSystem?: AssessmentSystem;
  plans?: Plans;
  responsibilitySystem?: ResponsibilitySystem;
  safetyCommittee?: SafetyCommittee;
  enforcement?: Enforcement;
  budget?: Budget;
  accidentCases?: AccidentCases;
  emergency?: Emergency;
  disclosure?: Disclosure;
  departmentDuties?: DepartmentDuties;
  register?: Register;
  conduct?: Conduct;
  consequences?: Consequences;
  proposal?: Proposal;
  suspicion?: Suspicion;
  factors?: Factors;
  principles?: Principles;
  personal?: Personal;
  party?: Party;
  sanction?: Sanction;
  cooperation?: Cooperation;
  imports?: Imports;
}
/**
 * 事故：所评估的一起事故。
 *
 */
export interface Accident {
  /**
   * 发生日期：事故发生的日期；决定适用哪一版办法和哪一版区划。
   */
  occurredOn?: Day | null;
  /**
   * 统计截止日期：人数所截止的日期。不到事故发生后三十日（道路交通、火灾七日）或者没有填写的，人数为暂计。
   */
  countedOn?: Day | null;
  /**
   * 事故种类：道路交通、火灾事故的补报期是七日，其他事故是三十日。特种设备事故另按《特种设备安全监察条例》定级，请填写 /specialEquipment。
   */
  kind?: '道路交通' | '火灾' | '特种设备' | '其他' | null;
  /**
   * 死亡人数：死亡人数（人）；不含 laterDeaths 所列的后续死亡，也不含失踪人员。
   */
  deaths?: PersonCount | null;
  /**
   * 重伤人数：重伤人数（人）。依条例第三条，重伤包括急性工业中毒；另行单独统计的急性工业中毒填 acutePoisonings，不重复计入本数。
   */
  seriousInjuries?: PersonCount | null;
  /**
   * 单独统计的急性工业中毒人数：没有计入 seriousInjuries、单独统计的急性工业中毒人数（人），计算等级时与重伤相加。不填表示没有单独统计，答复会注明这一理解。
   */
  acutePoisonings?: PersonCount | null;
  /**
   * 失踪人数：没有计入 deaths、单独统计的失踪人数（人）。不填表示没有单列的失踪人员，答复会注明这一理解。
   */
  missing?: PersonCount | null;
  /**
   * 失踪起始日期：失踪人员最后失去联系的日期。失踪超过三十日（道路交通、火灾七日）的计为死亡。
   */
  missingSince?: Day | null;
  /**
   * 受伤总人数：受伤总人数（人），包括重伤、轻伤和急性工业中毒；重伤人数不明时作为其上限。
   */
  injuredTotal?: PersonCount | null;
  /**
   * 后续死亡：首次统计以后死亡的人员，按日列明。
   */
  laterDeaths?: LaterDeath[] | null;
  /**
   * 直接经济损失（元）：直接经济损失，单位为元，整数；有角分的舍去，不四舍五入。不是万元。
   */
  directLossYuan?: number | null;
  /**
   * 发生地区划代码：事故发生地的六位或者九位区划代码；以发生地为准，不以单位所在地为准。
   */
  divisionCode?: DivisionCode | null;
  /**
   * 发生地类别：所知的发生地乡级单位的类别；与区划代码不符的，答复报告冲突，乡级的机关待查明。
   */
  placeKind?: '街道' | '镇' | '乡' | '功能区' | null;
  /**
   * 事故发生单位所在地区划代码：事故发生单位所在地的六位或者九位区划代码；只用于条例第二十一条，不影响追责对象。
   */
  unitDivisionCode?: DivisionCode | null;
  /**
   * 行业、领域：事故所属的行业、领域；与事故台账用同一名称，名称不同即视为不是同一行业、领域。
   */
  industry?: ShortText | null;
  /**
   * 行业、领域监管部门：对该行业、领域负有安全生产监管职责的部门，按层级列明；本系统没有行业与部门的对照表，不作推断。
   */
  regulators?: Regulator[] | null;
  /**
   * 监管部门已经明确：该行业、领域的监管部门是否已经明确；新兴行业、领域没有明确的填 false。
   */
  regulatorDesignated?: boolean | null;
  /**
   * 认定为生产安全责任事故：有权机关是否认定为生产安全责任事故。
   */
  isResponsibilityAccident?: OfficialFinding | null;
  /**
   * 社会影响恶劣：第十一条第一款：社会影响是否恶劣。
   */
  severeSocialImpact?: Evaluation | null;
  /**
   * 性质严重：第十一条第一款：性质是否严重。
   */
  seriousNature?: Evaluation | null;
  /**
   * 首次报告的死亡人数：首次报告的死亡人数（人）；与查明的不一致时提示核查第十三条第七项，不影响等级。
   */
  firstReportedDeaths?: PersonCount | null;
  /**
   * 发生了事故：与所问的失误有关，是否发生了生产安全事故。没有发生的填 false，此时除 industry（失误所涉的行业、领域）外不填其他各项；发生了的不必填写。
   */
  occurred?: boolean | null;
  /**
   * 官方认定的等级：有权机关在批复的事故调查报告中认定的等级；载明文件的，以官方认定为准，计算的等级一并列明。
   */
  officialGrade?: OfficialGrade | null;
}
/**
 * 后续死亡：首次统计以后某日死亡的人数。
 *
 */
export interface LaterDeath {
  on: Day;
  /**
   * 人数：该日死亡的人数（人）。
   */
  count: number;
  /**
   * 此前计入：死亡以前计入哪一类人数：计入重伤或者失踪的，转为死亡，不重复计算。
   */
  countedBefore?: '重伤' | '失踪' | '未计入' | null;
  /**
   * 已经及时补报：这一变化是否已经及时补报（条例第十三条第二款）。
   */
  reported?: boolean | null;
}
/**
 * 监管部门：一个行业、领域监管部门。
 *
 */
export interface Regulator {
  /**
   * 层级：监管部门所属的层级。
   */
  level: '省' | '市（州）' | '县（市、区）';
  organ: OrganName;
  /**
   * 机关编号：该机关的编号。两处都填写的，以编号说明是不是同一机关。
   */
  organReference?: OrganReference | null;
  /**
   * 行业、领域：该部门监管的行业、领域。
   */
  industry?: ShortText | null;
  /**
   * 来源：认定该部门负有监管职责的依据。
   */
  source?: ShortText | null;
}
/**
 * 功能区：事故发生地的功能区；不在功能区内的不填。
 *
 */
export interface Zone {
  /**
   * 功能区名称：功能区的名称。
   */
  name?: OrganName | null;
  /**
   * 层级：功能区管理机构的层级。
   */
  level?: '市级' | '县级' | '乡镇级' | null;
  /**
   * 党工委名称：功能区党工委（党委）的全称。
   */
  partyOrgan?: OrganName | null;
  /**
   * 管委会名称：功能区管委会（管理机构）的全称。
   */
  managementOrgan?: OrganName | null;
  /**
   * 来源：确定层级和机关的依据。
   */
  source?: ShortText | null;
  /**
   * 由所在县（市、区）管理：市级功能区内的安全生产是否仍由区划代码所载的县（市、区）党委、政府管理；不知道的不填。
   */
  countyGoverns?: boolean | null;
}
/**
 * 对象：所问的一个机关，或者该机关的一名人员。不填姓名。
 *
 */
export interface Subject {
  /**
   * 机关类别：机关的类别；人员填其所在机关的类别。街道办事处、街道党工委是派出机关；各类功能区的党工委、管委会是功能区管理机构。
   */
  kind?:
    | '党委'
    | '政府'
    | '党委职能部门'
    | '政府工作部门'
    | '派出机关'
    | '功能区管理机构'
    | '直属事业单位'
    | '国有（控股）企业'
    | '其他企业'
    | '其他'
    | null;
  /**
   * 机关还是人员：所问的是机关本身，还是该机关的人员，以及人员的分工。
   */
  role?: '机关' | '主要负责人' | '分管安全生产工作的负责人' | '其他负责人' | '其他人员' | null;
  /**
   * 层级：机关的层级；部门按其所属党委、政府的层级，街道和功能区按相当的层级。
   */
  level?: '省' | '市（州）' | '县（市、区）' | '乡镇' | null;
  /**
   * 机关名称：机关的全称；人员填其所在的机关。
   */
  organ?: OrganName | null;
  /**
   * 机关编号：机关的编号；人员填其所在机关的编号。别处也填写了编号的，以编号说明是不是同一机关。
   */
  organReference?: OrganReference | null;
  /**
   * 所在地区划代码：机关所在地区的六位或者九位区划代码；省级填 420000。
   */
  divisionCode?: DivisionCode | null;
  /**
   * 部门职能：部门的职能；不是部门的不填。
   */
  department?:
    | '组织'
    | '宣传'
    | '政法'
    | '机构编制'
    | '应急管理'
    | '国有资产监督管理'
    | '人力资源和社会保障'
    | '财政'
    | '其他'
    | null;
  /**
   * 相当的机关：派出机关、功能区管理机构、直属事业单位、国有（控股）企业参照执行时，相当于哪一类机关：党工委、企业党组织相当于党委，办事处、管委会相当于政府。直接适用的机关不填。
   */
  counterpart?: '党委' | '政府' | '党委职能部门' | '政府工作部门' | null;
  /**
   * 企业出资：国有（控股）企业由哪一级出资；中央企业及其在鄂单位填“中央”。
   */
  ownership?: '省属' | '市（州）属' | '县（市、区）属' | '中央' | null;
  /**
   * 有关直属事业单位：直属事业单位是否承担与安全生产有关的职能。
   */
  hasSafetyFunctions?: boolean | null;
  /**
   * 人员编号：人员的不透明编号，只有提交机关能够对应到人；不填姓名。
   */
  reference?: string | null;
  /**
   * 所任职务：该人员所任的各项职务及其产生方式。
   */
  posts?: Post[] | null;
  /**
   * 职务是否列全：posts 是否已经列全。
   */
  postsComplete?: boolean | null;
  /**
   * 任职起始日期：该人员任现职的起始日期。
   */
  termFrom?: Day | null;
  /**
   * 任职终止日期：该人员离任的日期；在任的不填。
   */
  termUntil?: Day | null;
}
/**
 * 职务：一项职务。
 *
 */
export interface Post {
  post: ShortText;
  /**
   * 产生方式：人民代表大会选举、人大及其常委会决定任命、行政任免，还是党内任职。
   */
  appointedBy?: '选举' | '决定任命' | '行政任免' | '党内任职' | null;
}
/**
 * 行为：所问的行为或者履职失误的日期；决定适用哪一版办法，提问的日期不起作用。
 *
 */
export interface Act {
  /**
   * 行为日期：一次行为的日期。持续的行为填 from 和 until。
   */
  on?: Day | null;
  /**
   * 开始日期：持续行为的开始日期。
   */
  from?: Day | null;
  /**
   * 终了日期：持续行为终了的日期；仍在持续的不填，在 continuing 填 true。
   */
  until?: Day | null;
  /**
   * 仍在持续：行为是否仍在持续；填 true 的不填 until。
   */
  continuing?: boolean | null;
  /**
   * 所问的职责：所问的是负责人履行个人安全生产职责，还是机关履行职责（包括主要负责人因机关履职不到位而被追究）。
   */
  concerns?: '个人履职' | '机关履职' | null;
  /**
   * 发布以后尚未办结：发布以前的行为，其案件在本办法发布以后是否尚未办结；只用于从旧兼从轻的读法。
   */
  openAfterPublication?: boolean | null;
  /**
   * 本办法处理较轻：与行为发生时的规定相比，依照本办法是否处理较轻；2014年暂行办法没有收入，须由人评价。只用于从旧兼从轻的读法。
   */
  laterRuleLighter?: Evaluation | null;
}
/**
 * 分管：人员分管的行业、领域；不填姓名。
 *
 */
export interface Portfolio {
  /**
   * 有分管的行业（领域）：该人员是否有分管的行业（领域）。
   */
  assigned?: boolean | null;
  /**
   * 分管的行业（领域）：分管的行业（领域）；只作记录。
   */
  industry?: ShortText | null;
  /**
   * 履行了分管范围内的职责：是否抓好了分管行业（领域）内的安全生产工作、履行了安全生产工作职责。
   */
  performed?: Evaluation | null;
}
/**
 * 特种设备：《特种设备安全监察条例》第六十一条至第六十四条所列的情形。没有发生的填 false 或者 0，不知道的不填；填写设备种类的，其他种类设备的情形不必填写。房屋建筑和市政工程工地的起重机械由建设行政主管部门监督管理（第三条第三款），是否按特种设备事故定级以调查机关的认定为准。
 *
 */
export interface SpecialEquipment {
  /**
   * 设备种类：发生事故的特种设备的种类；涉及几种的不填。
   */
  equipment?:
    '锅炉' | '压力容器、压力管道' | '电梯' | '起重机械' | '客运索道' | '大型游乐设施' | '场（厂）内专用机动车辆' | null;
  /**
   * 锅炉爆炸：锅炉是否爆炸。
   */
  boilerExploded?: boolean | null;
  /**
   * 锅炉容量（兆瓦）：锅炉的容量，单位为兆瓦，整数，舍去小数。
   */
  boilerMegawatts?: number | null;
  /**
   * 锅炉中断运行（小时）：锅炉因安全故障中断运行的时间，单位为小时，整数，舍去不足一小时的；没有中断的填 0。
   */
  boilerOutageHours?: number | null;
  /**
   * 压力容器、压力管道爆炸：压力容器或者压力管道是否爆炸。
   */
  vesselOrPipeExploded?: boolean | null;
  /**
   * 有毒介质泄漏转移人数：压力容器、压力管道有毒介质泄漏造成转移的人数（人）；没有的填 0。
   */
  toxicLeakRelocated?: number | null;
  /**
   * 电梯轿厢滞留（分钟）：电梯轿厢滞留人员的时间，单位为分钟；没有滞留的填 0。
   */
  liftStrandedMinutes?: number | null;
  /**
   * 起重机械整体倾覆：起重机械是否整体倾覆。
   */
  craneOverturned?: boolean | null;
  /**
   * 起重机械折断或者坠落：起重机械是否主要受力结构件折断或者起升机构坠落。
   */
  craneBroken?: boolean | null;
  /**
   * 客运索道高空滞留（分钟）：客运索道高空滞留人员的时间，单位为分钟；没有滞留的填 0。
   */
  cablewayStrandedMinutes?: number | null;
  /**
   * 大型游乐设施高空滞留（分钟）：大型游乐设施高空滞留人员的时间，单位为分钟；没有滞留的填 0。
   */
  rideStrandedMinutes?: number | null;
  /**
   * 高空滞留人数：客运索道、大型游乐设施高空滞留的人数（人）；没有的填 0。
   */
  strandedPersons?: number | null;
}
/**
 * 事故调查：该起事故的调查。
 *
 */
export interface Investigation {
  /**
   * 调查开始日期：事故调查组成立、开始调查的日期。
   */
  startedOn?: Day | null;
  /**
   * 已经作出调查结论：事故调查是否已经作出结论。
   */
  findingsMade?: boolean | null;
  /**
   * 作出调查结论的日期：调查作出结论的日期，不是报告向社会公布的日期。
   */
  findingsOn?: Day | null;
  /**
   * 报告公布日期：调查报告向社会公布的日期；只作记录，不作为第十一条第三款的时点。
   */
  reportPublishedOn?: Day | null;
  /**
   * 调查机关：组织调查的机关；只作记录，调查机关的层级不决定事故等级。
   */
  investigatedBy?: OrganName | null;
  /**
   * 调查机关的层级：组织事故调查组的机关的层级；授权或者委托有关部门的，填该人民政府的层级。
   */
  investigatorLevel?: '国务院' | '省级' | '市级' | '县级' | '事故发生单位' | null;
  /**
   * 单位所在地派人参加：事故发生地与事故发生单位不在同一个县级以上行政区域的，单位所在地人民政府是否派人参加调查。
   */
  seatTookPart?: boolean | null;
  /**
   * 提交调查报告的日期：事故调查组向负责调查的人民政府提交事故调查报告的日期，也是该人民政府收到报告的日期。
   */
  reportSubmittedOn?: Day | null;
  /**
   * 提交报告延长的日数：经负责调查的人民政府批准延长的日数（日）；没有延长的填 0。
   */
  reportExtendedDays?: number | null;
  /**
   * 技术鉴定所需日数：技术鉴定所需的日数（日），不计入调查期限；没有鉴定的填 0。
   */
  appraisalDays?: number | null;
  /**
   * 批复日期：负责调查的人民政府对事故调查报告作出批复的日期。
   */
  approvedOn?: Day | null;
  /**
   * 批复延长的日数：特别重大事故批复时间延长的日数（日）；没有延长的填 0。
   */
  approvalExtendedDays?: number | null;
}
/**
 * 责任追究：因该起事故已经作出的决定和措施。
 *
 */
export interface Accountability {
  /**
   * 程序：责任追究所走的程序。
   */
  track?: '事故调查处理' | '第十四条程序' | null;
  /**
   * 决定和措施：已经作出的决定和措施。
   */
  decisions?: AccountabilityDecision[] | null;
  /**
   * 清单是否完整：decisions 是否已经列全。
   */
  decisionsComplete?: boolean | null;
  /**
   * 责任追究办结日期：该起事故的责任追究全部办结的日期；没有办结的不填。
   */
  concludedOn?: Day | null;
}
/**
 * 决定或者措施：一项决定或者措施。
 *
 */
export interface AccountabilityDecision {
  /**
   * 类别：“问责”指对组织或者人员作出的责任追究；“暂停履行职务”和“立案”不是责任追究形式。
   */
  kind: '问责' | '不予追究' | '立案' | '暂停履行职务';
  /**
   * 日期：作出决定或者采取措施的日期。
   */
  on?: Day | null;
  /**
   * 对象：对象是机关、该机关的主要负责人，还是该机关的相关负责人（是否主要负责人没有说明，或者是其他负责人）。
   */
  subject?: '机关' | '主要负责人' | '相关负责人' | null;
  /**
   * 机关名称：对象机关，或者对象人员所在的机关。
   */
  organ?: OrganName | null;
  /**
   * 机关的区划代码：该机关本级的区划代码：省级填 420000，市（州）、县级填六位，乡级填九位。名称写法不同的，与类别一起说明是不是同一机关。
   */
  organCode?: DivisionCode | null;
  /**
   * 机关类别：该机关的类别。名称写法不同的，与区划代码一起说明是不是同一机关。
   */
  organKind?: OrganKind | null;
  /**
   * 机关编号：该机关的编号。两处都填写的，以编号说明是不是同一机关。
   */
  organReference?: OrganReference | null;
  /**
   * 形式：责任追究的形式，例如诫勉；只作记录。
   */
  form?: ShortText | null;
  /**
   * 轻重：决定所载明的轻重。
   */
  degree?: '从重' | '没有从轻从重' | '从轻' | '减轻' | null;
}
/**
 * 第十四条程序：依第十四条追究责任的案件：已经发生的步骤和调查人员。
 *
 */
export interface Procedure {
  /**
   * 步骤：已经发生的步骤，每一步一项；先后以日期为准。
   */
  events?: ProcedureEvent[] | null;
  /**
   * 步骤是否列全：events 是否已经列全。
   */
  eventsComplete?: boolean | null;
  /**
   * 办结日期：案件办结的日期；没有办结或者重新办理的不填。办结时仍缺的步骤才是没有做到，在此之前是尚待履行。
   */
  closedOn?: Day | null;
  /**
   * 责任追究决定机关：按照干部管理权限有权决定的机关，与步骤里的机关写法一致；有几个的填主要的一个，其他的在步骤里填 hasAuthority。本系统没有干部管理权限表，由提交者填写。
   */
  decisionOrgan?: OrganName | null;
  /**
   * 决定机关的依据：认定该机关有干部管理权限的依据；只作记录。
   */
  decisionOrganSource?: ShortText | null;
  /**
   * 调查人员：参与调查的人员，每人一项；不填姓名。
   */
  investigators?: ProcedureInvestigator[] | null;
  /**
   * 调查人员是否列全：investigators 是否已经列全。
   */
  investigatorsComplete?: boolean | null;
}
/**
 * 步骤：第十四条程序的一个步骤。
 *
 */
export interface ProcedureEvent {
  /**
   * 步骤：报请同意、开始调查、提出建议书是安全生产委员会的步骤；党委同意、政府同意是同级党委、政府的步骤；建议书送达、追究决定和反馈涉及责任追究决定机关。
   */
  kind: '报请同意' | '党委同意' | '政府同意' | '开始调查' | '提出建议书' | '建议书送达' | '追究决定' | '反馈';
  /**
   * 日期：该步骤的日期。
   */
  on?: Day | null;
  /**
   * 层级：该步骤的安全生产委员会、党委或者政府的层级；反馈填收到反馈的安全生产委员会的层级；建议书送达和追究决定不填。
   */
  level?: '省' | '市（州）' | '县（市、区）' | '乡镇' | null;
  /**
   * 机关：该步骤的机关；建议书送达填收件机关，追究决定填决定机关。
   */
  organ?: OrganName | null;
  /**
   * 会同相关部门：开始调查的，是否会同相关部门进行。
   */
  withDepartments?: boolean | null;
  /**
   * 有干部管理权限：建议书送达的收件机关、追究决定的决定机关，对该对象是否有干部管理权限；与 decisionOrgan 相同的不必填，不同而没有填的待查明。
   */
  hasAuthority?: boolean | null;
}
/**
 * 调查人员：一名调查人员与案件的关系。
 *
 */
export interface ProcedureInvestigator {
  /**
   * 编号：调查人员的不透明编号；不填姓名。
   */
  reference?: string | null;
  /**
   * 亲属关系：与被追究责任的人员（机关的，为其主要负责人）或者检举人的亲属关系。
   */
  relation?:
    '配偶' | '父母、子女' | '同胞兄弟姐妹' | '其他直系血亲' | '其他三代以内旁系血亲' | '近姻亲' | '没有亲属关系' | null;
  /**
   * 本人有利害关系：本人与案件是否有利害关系。
   */
  hasInterest?: boolean | null;
  /**
   * 近亲属有利害关系：其近亲属与案件是否有利害关系。
   */
  relativeHasInterest?: boolean | null;
  /**
   * 担任过证人：是否担任过本案的证人。
   */
  wasWitness?: boolean | null;
  /**
   * 来自被调查机关：是否为被调查机关的人员；是的，提示评价是否可能影响公正。
   */
  fromSubjectOrgan?: boolean | null;
  /**
   * 其他影响公正的情形：是否有其他可能影响公正调查、处理的情形。
   */
  mayAffectFairness?: Evaluation | null;
  /**
   * 已经回避：是否已经回避。
   */
  withdrew?: boolean | null;
}
/**
 * 申诉：对一项责任追究决定的一次申诉（包括复审、复核）。
 *
 */
export interface Appeal {
  /**
   * 已经作出决定：是否已经对该对象作出责任追究决定；填了收到决定的日期的不必填。
   */
  decisionMade?: boolean | null;
  /**
   * 决定的依据：作出决定所依据的规范；决定期限和途径。监察机关的政务处分填公职人员政务处分法；任免机关对公务员的处分和免职、降职等填公务员法，对不是公务员的人员的填其他。一个决定填一次；同时另有其他决定的，分别提问。
   */
  basis?:
    '中国共产党问责条例' | '公职人员政务处分法' | '公务员法' | '地方党政领导干部安全生产责任制规定' | '其他' | null;
  /**
   * 处理的种类：决定采取的形式；公务员法第九十五条只列举一部分，其他的依据不看。
   */
  measure?: '通报' | '诫勉' | '停职检查' | '调整职务' | '责令辞职' | '免职' | '降职' | '辞退' | '处分' | '其他' | null;
  /**
   * 收到决定的日期：责任追究对象收到（知道）决定的日期。
   */
  decisionReceivedOn?: Day | null;
  /**
   * 申诉的种类：申诉：向作出问责决定的党组织申诉，或者公务员不经复核直接申诉；复核后申诉：公务员对复核结果不服的申诉；复审、复核按各该规范。
   */
  step?: '申诉' | '复审' | '复核' | '复核后申诉' | null;
  /**
   * 收到前一决定的日期：收到复审决定（申请复核的）或者复核决定（复核后申诉的）的日期。
   */
  previousReceivedOn?: Day | null;
  /**
   * 已经提出：是否已经提出；填了提出日期的不必填。
   */
  filed?: boolean | null;
  /**
   * 提出日期：提出申诉的日期。
   */
  filedOn?: Day | null;
  /**
   * 书面：是否以书面形式提出。
   */
  inWriting?: boolean | null;
  /**
   * 末日是法定休假日：期限的末日是否法定休假日，包括周末和放假的节日，不包括调休上班的周末；只在末日以后提出时起作用。本系统没有休假日历。
   */
  lastDayIsHoliday?: boolean | null;
  /**
   * 顺延后的末日：末日是法定休假日的，休假日结束的次日。
   */
  extendedUntil?: Day | null;
  /**
   * 停止执行：申诉期间是否停止了决定的执行。
   */
  executionSuspended?: boolean | null;
}
/**
 * 年度台账：一个机关一个年度的监督检查台账；各清单只列该年度的。
 *
 */
export interface Supervision {
  /**
   * 年度：台账的年度（公历年）。
   */
  year?: number | null;
  /**
   * 台账截止日期：台账所反映的日期；年度结束以后仍缺的才是没有做到。
   */
  asOf?: Day | null;
  /**
   * 设立日期：该机关设立的日期；年度以前已经设立的不必填。年度中设立的，条文没有规定怎样办。
   */
  establishedOn?: Day | null;
  /**
   * 撤销日期：该机关撤销、合并的日期；没有撤销的不填。
   */
  abolishedOn?: Day | null;
  /**
   * 负有安全生产监管职责：该机关是部门的，是否负有安全生产监管职责。
   */
  hasSupervisionDuty?: boolean | null;
  /**
   * 提交期限：履职情况报告的提交期限；条文没有规定日期，须有来源才起作用。
   */
  dueOn?: Day | null;
  /**
   * 期限的来源：规定该期限的文件。
   */
  dueSource?: ShortText | null;
  /**
   * 评定和考核的期限：综合评定、考核的完成期限，例如在次年完成的；条文没有规定日期，须有来源才起作用。
   */
  reviewsDueOn?: Day | null;
  /**
   * 评定和考核期限的来源：规定该期限的文件。
   */
  reviewsDueSource?: ShortText | null;
  /**
   * 履职情况报告：该年度的履职情况报告，每份一项。
   */
  reports?: PerformanceReport[] | null;
  /**
   * 报告是否列全：reports 是否已经列全。
   */
  reportsComplete?: boolean | null;
  /**
   * 综合评定：应当综合评定的每名主要负责人一项，没有评定的也列入。
   */
  appraisals?: Appraisal[] | null;
  /**
   * 综合评定是否列全：appraisals 是否已经列全应当评定的人员。
   */
  appraisalsComplete?: boolean | null;
  /**
   * 考核制度：安全生产责任考核制度是否已经建立。
   */
  assessmentSystem?: boolean | null;
  /**
   * 安全生产工作考核：应当考核的下级党委、政府和工作部门，每个一项，没有考核的也列入。
   */
  assessments?: Assessment[] | null;
  /**
   * 考核是否列全：assessments 是否已经列全；没有考核任何机关的，清单为空并填 true。
   */
  assessmentsComplete?: boolean | null;
  /**
   * 安全生产工作巡查：该机关该年度对下级开展的巡查，每次一项。
   */
  inspections?: Inspection[] | null;
  /**
   * 巡查是否列全：inspections 是否已经列全。
   */
  inspectionsComplete?: boolean | null;
  /**
   * 评比表彰：该机关该年度组织的评比表彰，每次一项。
   */
  awards?: Award[] | null;
  /**
   * 评比表彰是否列全：awards 是否已经列全。
   */
  awardsComplete?: boolean | null;
}
/**
 * 履职情况报告：一份年度履职情况报告。
 *
 */
export interface PerformanceReport {
  /**
   * 报告人：报告人的职务类别。
   */
  author: '党委主要负责人' | '政府主要负责人' | '部门主要负责人';
  /**
   * 收件的层级：收件的安全生产委员会的层级；收件的不是安全生产委员会的填“其他”。
   */
  addresseeLevel?: '省' | '市（州）' | '县（市、区）' | '乡镇' | '其他' | null;
  /**
   * 收件机关：收件机关的名称；只作记录。
   */
  addressee?: OrganName | null;
  /**
   * 提交日期：提交的日期。
   */
  filedOn?: Day | null;
}
/**
 * 综合评定：对一名主要负责人履职情况的综合评定。
 *
 */
export interface Appraisal {
  /**
   * 被评定人：被评定人的职务类别。
   */
  of: '党委主要负责人' | '政府主要负责人' | '部门主要负责人';
  /**
   * 所在机关：被评定人所在的机关；只作记录。
   */
  organ?: OrganName | null;
  /**
   * 已经评定：是否已经综合评定。
   */
  completed?: boolean | null;
  /**
   * 结合责任目标：是否结合安全生产工作责任目标。
   */
  withTargets?: boolean | null;
  /**
   * 抄送：评定结果抄送给谁。
   */
  copiedTo?: '同级组织部门' | '其他机关' | '没有抄送' | null;
}
/**
 * 安全生产工作考核：对一个下级党委、政府或者工作部门的年度考核。
 *
 */
export interface Assessment {
  /**
   * 被考核机关：被考核的机关；只作记录。
   */
  organ?: OrganName | null;
  /**
   * 已经考核：该年度是否已经考核。
   */
  done?: boolean | null;
  /**
   * 与履职评定挂钩：考核结果是否与有关党政领导干部履职评定挂钩。
   */
  linked?: boolean | null;
}
/**
 * 巡查：一次安全生产工作巡查。
 *
 */
export interface Inspection {
  /**
   * 日期：巡查的日期；只作记录。
   */
  on?: Day | null;
  /**
   * 被巡查机关：被巡查的机关；只作记录。
   */
  organ?: OrganName | null;
  /**
   * 纳入巡查范围：是否将落实“党政同责、一岗双责、齐抓共管、失职追责”情况纳入巡查范围。
   */
  inScope?: boolean | null;
  /**
   * 未落实：被巡查机关是否未落实。
   */
  nonImplementation?: Evaluation | null;
  /**
   * 已经追究：对未落实的，是否已经依照规定追究责任；尚未追究的填 false，办结以前不作没有做到。
   */
  pursued?: boolean | null;
  /**
   * 办结日期：该次巡查所涉事项（包括整改和追究）办结的日期；没有办结的不填。
   */
  closedOn?: Day | null;
}
/**
 * 评比表彰：一次评比表彰。
 *
 */
export interface Award {
  /**
   * 决定日期：决定表彰的日期；尚未决定的不填。
   */
  on?: Day | null;
  /**
   * 名称：评比表彰的名称；只作记录。
   */
  title?: ShortText | null;
  /**
   * 综合性：是否综合性评比表彰。
   */
  comprehensive?: boolean | null;
  /**
   * 党政领导干部参与：是否有党政领导干部参与评比。
   */
  leadersTakePart?: boolean | null;
  /**
   * 征求意见：组织单位是否就其履行安全生产工作职责情况征求应急管理部门意见。
   */
  consulted?: boolean | null;
  /**
   * 征求意见的日期：征求意见的日期；填了的不必填 consulted。晚于决定日期的不是参与评比时征求。
   */
  consultedOn?: Day | null;
}
/**
 * 履职情况：对第二章职责履行情况的评价。
 *
 */
export interface Performance {
  /**
   * 履职不到位的评价：逐项评价，一项职责一个机关一条。
   */
  failures?: DutyFailure[] | null;
  /**
   * 评价是否完成：是否已经就全部有关机关完成评价。
   */
  complete?: boolean | null;
}
/**
 * 履职不到位的评价：一个机关一项职责。
 *
 */
export interface DutyFailure {
  organ: OrganName;
  /**
   * 机关的区划代码：该机关本级的区划代码：省级填 420000，市（州）、县级填六位，乡级填九位。名称写法不同的，与类别一起说明是不是同一机关。
   */
  organCode?: DivisionCode | null;
  /**
   * 机关类别：该机关的类别。名称写法不同的，与区划代码一起说明是不是同一机关。
   */
  organKind?: OrganKind | null;
  /**
   * 机关编号：该机关的编号。两处都填写的，以编号说明是不是同一机关。
   */
  organReference?: OrganReference | null;
  /**
   * 职责条款：第二章的条款，例如 art_5__para_1__item_3。
   */
  provision: string;
  /**
   * 履职不到位：是否认定履职不到位。
   */
  established?: Evaluation | null;
  /**
   * 怎样不到位：不履行、不全面履行还是不当履行。
   */
  mode?: '不履行' | '不全面履行' | '不当履行' | null;
  /**
   * 因此发生事故：该项失误是否发生了生产安全事故。
   */
  ledToAccident?: boolean | null;
  /**
   * 采取补救和改正措施：就该项失误是否采取了补救和改正措施。
   */
  remedied?: Evaluation | null;
  /**
   * 积极、主动：补救和改正是否积极、主动；经责令才改正的为否。
   */
  remedyWasActive?: Evaluation | null;
}
/**
 * 权力和责任清单：照单核对履职的结果。
 *
 */
export interface DutyList {
  /**
   * 清单事项：清单所列的每一项职责及其履行的评价。
   */
  duties?: ListedDuty[] | null;
  /**
   * 是否逐项核对：清单所列事项是否全部列入。
   */
  complete?: boolean | null;
}
/**
 * 清单事项：清单所列的一项职责。
 *
 */
export interface ListedDuty {
  organ: OrganName;
  /**
   * 机关的区划代码：该机关本级的区划代码：省级填 420000，市（州）、县级填六位，乡级填九位。名称写法不同的，与类别一起说明是不是同一机关。
   */
  organCode?: DivisionCode | null;
  /**
   * 机关类别：该机关的类别。名称写法不同的，与区划代码一起说明是不是同一机关。
   */
  organKind?: OrganKind | null;
  /**
   * 机关编号：该机关的编号。两处都填写的，以编号说明是不是同一机关。
   */
  organReference?: OrganReference | null;
  list: ShortText;
  duty: ShortText;
  /**
   * 已经尽职：该事项是否已经尽职。
   */
  performed?: Evaluation | null;
}
/**
 * 履职评价：对第五条至第八条各句履行情况的人工评价。能由台账和日期判定的部分另行判定，两者都做到才算做到。
 *
 */
export interface DutyEvaluations {
  /**
   * 评价：一句一条；同一句可以有不同机关的评价，结论不一致的都列出，不作认定。
   */
  evaluations?: DutyEvaluation[] | null;
}
/**
 * 履职评价：对一句职责履行情况的评价。
 *
 */
export interface DutyEvaluation {
  /**
   * 职责条款：所评价的句；只有一句的项写项。由各句组成的项、全部由台账判定的句不在其内。
   */
  provision:
    | 'art_5__para_1__item_1'
    | 'art_5__para_1__item_2'
    | 'art_5__para_1__item_3__s1'
    | 'art_5__para_1__item_4__s1'
    | 'art_5__para_1__item_4__s2'
    | 'art_5__para_1__item_5'
    | 'art_5__para_1__item_6__s1'
    | 'art_5__para_1__item_6__s2'
    | 'art_5__para_1__item_7'
    | 'art_6__para_1__item_1'
    | 'art_6__para_1__item_2__s1'
    | 'art_6__para_1__item_2__s2'
    | 'art_6__para_1__item_3'
    | 'art_6__para_1__item_4__s1'
    | 'art_6__para_1__item_4__s2'
    | 'art_6__para_1__item_5__s1'
    | 'art_6__para_1__item_5__s2'
    | 'art_6__para_1__item_5__s3'
    | 'art_6__para_1__item_6__s1'
    | 'art_6__para_1__item_6__s2'
    | 'art_6__para_1__item_6__s3'
    | 'art_6__para_1__item_6__s4'
    | 'art_6__para_1__item_6__s5'
    | 'art_6__para_1__item_7__s1'
    | 'art_6__para_1__item_7__s2'
    | 'art_6__para_1__item_7__s3'
    | 'art_6__para_1__item_8'
    | 'art_6__para_1__item_9__s1'
    | 'art_6__para_1__item_9__s2'
    | 'art_6__para_1__item_9__s3'
    | 'art_6__para_1__item_10__s1'
    | 'art_6__para_1__item_10__s4'
    | 'art_6__para_1__item_11__s1'
    | 'art_6__para_1__item_11__s2'
    | 'art_7__para_1'
    | 'art_8__para_1__s2'
    | 'art_8__para_2';
  /**
   * 已经履行：是否已经履行；“定期”“及时”“加强”等程度由评价人判断。
   */
  performed?: Evaluation | null;
}
/**
 * 乡镇安全生产机构：第五条第三项第二句：乡镇党委明确的负责同志、专门机构和专职人员。
 *
 */
export interface Township {
  /**
   * 分管负责同志人数：明确分管安全生产工作的党委负责同志人数（人）。
   */
  safetyLeaders?: PersonCount | null;
  /**
   * 专门机构：是否已经确定乡镇安全生产监督管理专门机构。
   */
  dedicatedUnit?: boolean | null;
  /**
   * 专职人员人数：确定的专职人员人数（人）。
   */
  fullTimeStaff?: PersonCount | null;
}
/**
 * 研究安全生产工作的会议：党委定期研究（第五条第二项）、政府及时研究部署（第六条第三项）安全生产工作的会议。
 *
 */
export interface Meetings {
  /**
   * 会议：会议台账。
   */
  meetings?: SafetyMeeting[] | null;
  /**
   * 会议是否列全：会议是否已经列全；没有列全的，不能得出“没有”。
   */
  meetingsComplete?: boolean | null;
  /**
   * 间隔（月）：至少多少个月研究一次。条文没有数字：由提交机关填写并载明来源，不填即不作判定。
   */
  intervalMonths?: number | null;
  /**
   * 间隔的来源：规定该间隔的文件；没有来源的，间隔不计。
   */
  intervalSource?: ShortText | null;
}
/**
 * 会议：一次会议。
 *
 */
export interface SafetyMeeting {
  on: Day;
  /**
   * 研究安全生产工作：会议是否研究了安全生产工作。
   */
  studiedSafety?: boolean | null;
}
/**
 * 考核评价：第五条第四项：考核评价体系、权重、挂钩制度和“一票否决”。
 *
 */
export interface AssessmentSystem {
  /**
   * 考核评价体系：是否已经建立安全生产考核评价体系。
   */
  established?: boolean | null;
  /**
   * 权重：安全生产在各项考核中的权重。
   */
  weights?: AssessmentWeight[] | null;
  /**
   * 权重是否列全：权重是否已经列全；没有列全的，不能得出“没有”。
   */
  weightsComplete?: boolean | null;
  /**
   * 与履职评定挂钩：是否已经建立与履职评定挂钩的制度。
   */
  linkedToAppraisal?: boolean | null;
  /**
   * 与职务晋升挂钩：是否已经建立与职务晋升挂钩的制度。
   */
  linkedToPromotion?: boolean | null;
  /**
   * 与奖励惩处挂钩：是否已经建立与奖励惩处挂钩的制度。
   */
  linkedToRewards?: boolean | null;
  /**
   * 应当否决的事项：按照规定应当“一票否决”的事项。
   */
  vetoEvents?: VetoEvent[] | null;
  /**
   * 应当否决的事项是否列全：应当否决的事项是否已经列全；没有列全的，不能得出“没有”。
   */
  vetoEventsComplete?: boolean | null;
}
/**
 * 权重：安全生产在一项考核中的权重。
 *
 */
export interface AssessmentWeight {
  /**
   * 考核：哪一项考核。
   */
  assessment: '社会治安综合治理' | '精神文明建设' | '其他';
  /**
   * 原权重（‰）：加大以前的权重，千分之几，整数。
   */
  previousPermille?: number | null;
  /**
   * 现权重（‰）：现在的权重，千分之几，整数。
   */
  currentPermille?: number | null;
}
/**
 * 应当否决的事项：一个按照规定应当“一票否决”的事项及其决定。
 *
 */
export interface VetoEvent {
  /**
   * 日期：该事项发生的日期。
   */
  on?: Day | null;
  /**
   * 决定：对该事项作出的决定。
   */
  decision?: '一票否决' | '没有一票否决' | null;
  /**
   * 决定日期：作出“一票否决”决定的日期；没有日期的，不能算有记录的决定。
   */
  decidedOn?: Day | null;
}
/**
 * 规划：第六条第二项第二句：经济社会发展总体规划和安全生产专项规划。
 *
 */
export interface Plans {
  /**
   * 规划：规划及其期间。
   */
  plans?: Plan[] | null;
  /**
   * 规划是否列全：规划是否已经列全；没有列全的，不能得出“没有”。
   */
  plansComplete?: boolean | null;
}
/**
 * 规划：一个规划。
 *
 */
export interface Plan {
  /**
   * 类别：规划的类别。
   */
  kind: '经济社会发展总体规划' | '安全生产专项规划';
  /**
   * 期间开始：规划期间的第一日。
   */
  from?: Day | null;
  /**
   * 期间终了：规划期间的最后一日。
   */
  until?: Day | null;
  /**
   * 纳入安全生产：总体规划是否纳入安全生产；专项规划不填。
   */
  includesSafety?: boolean | null;
}
/**
 * 责任体系：第六条第三项、第五项：部门职责、责任目标和巡查制度。
 *
 */
export interface ResponsibilitySystem {
  /**
   * 明确部门职责：是否已经以文件明确政府有关部门的安全生产监管职责。
   */
  departmentDuties?: boolean | null;
  /**
   * 行业、领域的监管部门：各行业、领域由哪个部门监管；几个部门共同监管的，一个部门一行。
   */
  assignments?: Assignment[] | null;
  /**
   * 行业、领域是否列全：行业、领域是否已经列全；没有列全的，不能得出“没有”。
   */
  assignmentsComplete?: boolean | null;
  /**
   * 责任目标：是否已经确定安全生产责任目标。
   */
  targetsSet?: boolean | null;
  /**
   * 巡查制度：是否已经建立安全生产巡查制度。
   */
  inspectionSystem?: boolean | null;
}
/**
 * 行业、领域的监管部门：一个行业、领域和一个监管部门。
 *
 */
export interface Assignment {
  industry: ShortText;
  /**
   * 监管部门：监管部门的全称；没有明确的不填。
   */
  organ?: OrganName | null;
  /**
   * 机关编号：该机关的编号。两处都填写的，以编号说明是不是同一机关。
   */
  organReference?: OrganReference | null;
  /**
   * 已经明确：该行业、领域的监管部门是否已经明确；新兴行业、领域没有明确的填 false。
   */
  designated?: boolean | null;
}
/**
 * 安全生产委员会：第六条第四项第三句：安委会和政府的组成，以不透明编号对照，不填姓名。
 *
 */
export interface SafetyCommittee {
  /**
   * 安委会主任：安委会主任的编号。
   */
  chair?: Reference | null;
  /**
   * 政府主要负责人：政府主要负责人的编号。
   */
  governmentHead?: Reference | null;
  /**
   * 安委会副主任：安委会副主任的编号。
   */
  viceChairs?: Person[] | null;
  /**
   * 安委会副主任是否列全：安委会副主任是否已经列全；没有列全的，不能得出“没有”。
   */
  viceChairsComplete?: boolean | null;
  /**
   * 政府其他副职：政府其他副职的编号。
   */
  deputies?: Person[] | null;
  /**
   * 政府其他副职是否列全：政府其他副职是否已经列全；没有列全的，不能得出“没有”。
   */
  deputiesComplete?: boolean | null;
}
/**
 * 人员：一名人员。
 *
 */
export interface Person {
  reference: Reference;
}
/**
 * 监管执法：第六条第六项：检查、取缔关闭和联防联控。
 *
 */
export interface Enforcement {
  /**
   * 易发重大事故的单位：本行政区域内容易发生重大生产安全事故的生产经营单位及其检查。
   */
  riskUnits?: RiskUnit[] | null;
  /**
   * 易发重大事故的单位是否列全：易发重大事故的单位是否已经列全；没有列全的，不能得出“没有”。
   */
  riskUnitsComplete?: boolean | null;
  /**
   * 应当取缔、关闭的单位：无证照的、不具备安全生产条件的生产经营单位及其处理。
   */
  illegalUnits?: IllegalUnit[] | null;
  /**
   * 应当取缔、关闭的单位是否列全：应当取缔、关闭的单位是否已经列全；没有列全的，不能得出“没有”。
   */
  illegalUnitsComplete?: boolean | null;
  /**
   * 联防联控机制：是否已经建立重大安全风险联防联控机制。
   */
  jointPrevention?: boolean | null;
}
/**
 * 单位：一个容易发生重大生产安全事故的生产经营单位。
 *
 */
export interface RiskUnit {
  reference: Reference;
  /**
   * 已经检查：是否已经按照检查计划检查。
   */
  inspected?: boolean | null;
}
/**
 * 单位：一个应当取缔或者关闭的生产经营单位。
 *
 */
export interface IllegalUnit {
  reference: Reference;
  /**
   * 情形：应当查处取缔，还是应当关闭。
   */
  ground?: '无证照' | '不具备安全生产条件' | null;
  /**
   * 已经处理：无证照的是否已经查处和取缔；不具备安全生产条件的是否已经关闭。
   */
  handled?: boolean | null;
}
/**
 * 经费：第六条第七项第二句：安全生产监管经费的预算。
 *
 */
export interface Budget {
  /**
   * 预算：各年度的安全生产监管经费预算。
   */
  lines?: BudgetLine[] | null;
  /**
   * 预算是否列全：预算是否已经列全；没有列全的，不能得出“没有”。
   */
  linesComplete?: boolean | null;
}
/**
 * 预算：一个年度的预算。
 *
 */
export interface BudgetLine {
  /**
   * 年度：预算年度。
   */
  year: number;
  /**
   * 金额（元）：安全生产监管经费的预算金额，单位为元，整数。
   */
  amountYuan?: number | null;
}
/**
 * 事故调查台账：第六条第九项、第十一项第二句：本级和下级政府调查处理的事故。
 *
 */
export interface AccidentCases {
  /**
   * 事故：一起事故一条。
   */
  cases?: AccidentCase[] | null;
  /**
   * 事故是否列全：事故是否已经列全；没有列全的，不能得出“没有”。
   */
  casesComplete?: boolean | null;
}
/**
 * 事故调查：一起事故的调查处理。
 *
 */
export interface AccidentCase {
  /**
   * 负责调查：由本级政府、下级政府还是上级政府（提级调查）负责调查。
   */
  investigatedBy?: '本级政府' | '下级政府' | '上级政府' | null;
  /**
   * 发生日期：事故发生的日期。
   */
  occurredOn?: Day | null;
  /**
   * 等级：认定的事故等级。
   */
  grade?: Grade | null;
  /**
   * 进度：截至所问之日，调查处理到了哪一步。
   */
  stage?: '调查中' | '已提交报告' | '已批复' | null;
  /**
   * 提交报告日期：事故调查组提交事故调查报告、政府收到报告的日期。
   */
  reportedOn?: Day | null;
  /**
   * 报告延期（日）：经负责事故调查的人民政府批准延长的日数；没有延长的填 0。
   */
  reportExtensionDays?: number | null;
  /**
   * 技术鉴定（日）：技术鉴定所需的日数，不计入事故调查期限；没有鉴定的填 0。
   */
  appraisalDays?: number | null;
  /**
   * 批复日期：对事故调查报告作出批复的日期。
   */
  approvedOn?: Day | null;
  /**
   * 批复延期（日）：特别重大事故批复时间延长的日数；没有延长的填 0。
   */
  approvalExtensionDays?: number | null;
  /**
   * 已经评估整改：是否已经组织评估事故整改和防范措施落实情况。
   */
  rectificationEvaluated?: boolean | null;
  /**
   * 评估日期：评估的日期。
   */
  rectificationEvaluatedOn?: Day | null;
  /**
   * 已经公开评估结果：评估结果是否已经向社会公开。
   */
  rectificationPublished?: boolean | null;
  /**
   * 结案日期：调查结案的日期；没有结案的不填。
   */
  closedOn?: Day | null;
  /**
   * 已经结案：是否已经调查结案。
   */
  closed?: boolean | null;
  /**
   * 已经公布：查处情况是否已经在新闻媒体上公布。
   */
  published?: boolean | null;
  /**
   * 公布日期：公布的日期。
   */
  publishedOn?: Day | null;
  /**
   * 挂牌督办：下级政府查处的事故是否挂牌督办。
   */
  supervision?: '已挂牌督办' | '按照规定不需要' | '没有挂牌督办' | null;
  /**
   * 审核备案：下级政府查处的事故是否已经审核备案。
   */
  filed?: boolean | null;
}
/**
 * 应急：第六条第十项：应急救援预案、演练、装备和物资。
 *
 */
export interface Emergency {
  /**
   * 应急救援预案：政府制定的生产安全事故应急救援预案。
   */
  plans?: EmergencyPlan[] | null;
  /**
   * 应急救援预案是否列全：应急救援预案是否已经列全；没有列全的，不能得出“没有”。
   */
  plansComplete?: boolean | null;
  /**
   * 演练：应急救援预案演练。
   */
  drills?: Drill[] | null;
  /**
   * 演练是否列全：演练是否已经列全；没有列全的，不能得出“没有”。
   */
  drillsComplete?: boolean | null;
  /**
   * 装备和物资：必要的应急救援装备和物资。
   */
  stock?: StockItem[] | null;
  /**
   * 装备和物资是否列全：装备和物资是否已经列全；没有列全的，不能得出“没有”。
   */
  stockComplete?: boolean | null;
  /**
   * 需要部队参加：工作是否需要解放军和武警部队参加应急救援。
   */
  troopsNeeded?: Evaluation | null;
  /**
   * 已经协调部队：是否已经协调解放军和武警部队参加。
   */
  troopsCoordinated?: boolean | null;
}
/**
 * 应急救援预案：一个预案。
 *
 */
export interface EmergencyPlan {
  /**
   * 制定日期：制定的日期。
   */
  madeOn?: Day | null;
  /**
   * 已经公布：是否已经依法向社会公布。
   */
  published?: boolean | null;
}
/**
 * 演练：一次演练。
 *
 */
export interface Drill {
  on: Day;
}
/**
 * 装备或者物资：一种装备或者物资。
 *
 */
export interface StockItem {
  item: ShortText;
  /**
   * 必要数量：必要的数量，由储备标准或者预案确定。
   */
  requiredCount?: number | null;
  /**
   * 现有数量：现有可用的数量。
   */
  heldCount?: number | null;
  /**
   * 有有效期：是否有有效期。
   */
  expires?: boolean | null;
  /**
   * 有效期至：有效期的最后一日。
   */
  expiresOn?: Day | null;
}
/**
 * 公布、通告和通报：第六条第十一项：隐患整改和督办情况的公布，对违法单位的通告和通报。
 *
 */
export interface Disclosure {
  /**
   * 公布期限（日）：查处情况、整改和督办情况应当在多少日内公布。条文只写“及时”：由提交机关填写并载明来源，不填即不作判定。
   */
  dueDays?: number | null;
  /**
   * 公布期限的来源：规定该期限的文件；没有来源的，期限不计。
   */
  dueSource?: ShortText | null;
  /**
   * 举报查实的隐患：举报查实的隐患及其公布。
   */
  hazards?: Hazard[] | null;
  /**
   * 举报查实的隐患是否列全：举报查实的隐患是否已经列全；没有列全的，不能得出“没有”。
   */
  hazardsComplete?: boolean | null;
  /**
   * 违法单位：有违法行为的生产经营单位及其通告、通报。
   */
  offenders?: Offender[] | null;
  /**
   * 违法单位是否列全：违法单位是否已经列全；没有列全的，不能得出“没有”。
   */
  offendersComplete?: boolean | null;
}
/**
 * 举报查实的隐患：一处举报查实的隐患。
 *
 */
export interface Hazard {
  /**
   * 查实日期：查实的日期。
   */
  verifiedOn?: Day | null;
  /**
   * 已经公布：整改和督办情况是否已经向社会公布。
   */
  published?: boolean | null;
  /**
   * 公布日期：公布的日期。
   */
  publishedOn?: Day | null;
}
/**
 * 违法单位：一个有违法行为的生产经营单位。
 *
 */
export interface Offender {
  reference: Reference;
  /**
   * 情节严重：违法行为是否情节严重。
   */
  serious?: Evaluation | null;
  /**
   * 已经通告：是否已经向社会通告。
   */
  announced?: boolean | null;
  /**
   * 已经通报：是否已经通报有关部门和机构。
   */
  notified?: boolean | null;
}
/**
 * 部门职责：第七条、第八条：部门负有哪些职责及其履行的评价。
 *
 */
export interface DepartmentDuties {
  /**
   * 负有保障义务：没有列名的党委职能部门，是否对安全生产工作负有保障义务。
   */
  hasSupportDuty?: Evaluation | null;
  /**
   * 专委会成员单位：是否有关安全生产专业委员会的成员单位。
   */
  committeeMember?: boolean | null;
  /**
   * 直接监管：对本行业、领域内的安全生产工作是否负责直接监管。
   */
  directSupervision?: Evaluation | null;
  /**
   * 管资产必须管安全：国有资产监督管理部门是否做到管资产必须管安全。
   */
  assetSupervision?: Evaluation | null;
  /**
   * 综合监管：应急管理部门对本地区安全生产工作是否实施综合监管。
   */
  overallSupervision?: Evaluation | null;
}
/**
 * 事故台账：该起事故以外的其他事故。
 *
 */
export interface Register {
  /**
   * 其他事故：该起事故以外的事故，不含该起事故本身。
   */
  accidents?: RegisteredAccident[] | null;
  /**
   * 台账是否完整：台账是否列全；不完整的只能得出下限，不能得出“没有”。
   */
  complete?: boolean | null;
}
/**
 * 台账事故：台账中的一起事故。
 *
 */
export interface RegisteredAccident {
  on: Day;
  /**
   * 发生地区划代码：发生地的六位或者九位区划代码。
   */
  divisionCode?: DivisionCode | null;
  /**
   * 行业、领域：事故所属的行业、领域；与事故台账用同一名称，名称不同即视为不是同一行业、领域。
   */
  industry?: ShortText | null;
  /**
   * 等级：认定的事故等级。
   */
  grade?: Grade | null;
  /**
   * 责任事故：是否认定为生产安全责任事故。
   */
  isResponsibilityAccident?: boolean | null;
}
/**
 * 事故调查和处理中的表现：第十三条第七项所列情形的评价。
 *
 */
export interface Conduct {
  /**
   * 不配合：不配合事故调查处理。
   */
  uncooperative?: Evaluation | null;
  /**
   * 不如实报告情况：在事故调查和处理中，不如实报告情况。
   */
  untruthfulReport?: Evaluation | null;
  /**
   * 敷衍塞责、推卸责任：在事故调查和处理中，敷衍塞责、推卸责任。
   */
  shirking?: Evaluation | null;
  /**
   * 唆使、默许弄虚作假：唆使、默许有关部门和人员弄虚作假。
   */
  instigatedFraud?: Evaluation | null;
  /**
   * 阻扰调查处理工作：阻扰调查处理工作。
   */
  obstruction?: Evaluation | null;
  /**
   * 所评价的调查：所评价的是哪一项调查，填案号或者名称：用以核对与第十二条第二项的评价是否出自同一项调查；没有发生事故的，说明所查的可以是另一起，第十三条第七项待查明。
   */
  inquiry?: ShortText | null;
}
/**
 * 后果：第十三条第一、五、六项所列后果的评价。
 *
 */
export interface Consequences {
  /**
   * 严重政治和社会影响：造成严重政治和社会影响。
   */
  severePoliticalImpact?: Evaluation | null;
  /**
   * 严重损害形象声誉：严重损害党和政府形象声誉。
   */
  reputationHarmed?: Evaluation | null;
  /**
   * 群体性事件等级：有权机关认定的群体性事件等级；人数不由本系统换算。
   */
  massIncidentGrade?: '不构成群体性事件' | '一般' | '较大' | '重大' | '特别重大' | null;
  /**
   * 由事故引发：群体性事件是否因该起生产安全事故引发。
   */
  massIncidentCaused?: Evaluation | null;
  /**
   * 没有按照规定落实救援：是否不按照规定落实救援力量、设备、器材和救援预案。
   */
  rescueNotProvided?: Evaluation | null;
  /**
   * 因此救援不力：是否因此导致事故救援不力。
   */
  rescueFailed?: Evaluation | null;
}
/**
 * 拟作的责任追究：草案中拟对所问对象采取的形式，以及草案所列的追责对象。
 *
 */
export interface Proposal {
  /**
   * 拟采取的形式：拟对所问的对象（机关或者人员）采取的形式，一种一条。
   */
  forms?: ProposedForm[] | null;
  /**
   * 草案所列的对象：草案所列的追责对象，一个机关、一个机关的相关负责人各一条。
   */
  addressees?: ProposedAddressee[] | null;
  /**
   * 对象是否列全：addressees 是否已经照草案列全。
   */
  addresseesComplete?: boolean | null;
  /**
   * 已经依法定程序：经人大及其常委会选举或者决定任命的人员，是否已经按照有关法律规定的程序办理（例如先依法罢免、撤销或者免去其职务）。
   */
  statutoryProcedureFollowed?: boolean | null;
  /**
   * 同一行为已受处分：监察机关或者任免机关、单位是否已经就同一违法行为给予政务处分或者处分。
   */
  sameActSanctioned?: boolean | null;
}
/**
 * 拟采取的形式：一种责任追究形式。
 *
 */
export interface ProposedForm {
  form: ShortText;
  /**
   * 另外的依据：形式没有列举时所据的其他规定；只依本办法的不填。
   */
  basis?: ShortText | null;
}
/**
 * 草案所列的对象：一个机关，或者一个机关的相关负责人。
 *
 */
export interface ProposedAddressee {
  organ: OrganName;
  /**
   * 机关的区划代码：该机关本级的区划代码：省级填 420000，市（州）、县级填六位，乡级填九位。名称写法不同的，与类别一起说明是不是同一机关。
   */
  organCode?: DivisionCode | null;
  /**
   * 机关类别：该机关的类别。名称写法不同的，与区划代码一起说明是不是同一机关。
   */
  organKind?: OrganKind | null;
  /**
   * 机关编号：该机关的编号。两处都填写的，以编号说明是不是同一机关。
   */
  organReference?: OrganReference | null;
  /**
   * 机关还是人员：对象是机关，还是该机关的相关负责人。
   */
  subject?: '机关' | '相关负责人' | null;
}
/**
 * 涉嫌职务违法、职务犯罪：所问人员的涉嫌情况；涉嫌的由监察机关依法调查处置。
 *
 */
export interface Suspicion {
  /**
   * 涉嫌职务违法职务犯罪：是否涉嫌职务违法、职务犯罪。
   */
  suspected?: Evaluation | null;
  /**
   * 移送日期：移送监察机关的日期；没有移送的不填。
   */
  referredOn?: Day | null;
  /**
   * 已经移送：是否已经移送监察机关。
   */
  referred?: boolean | null;
}
/**
 * 责任认定的因素：第十条所列的因素，各须由人评价；本系统只看是否齐全。
 *
 */
export interface Factors {
  /**
   * 工作研究：第十条第一款：对机关的工作研究的评价；true 为支持认定有责任，false 为不支持。
   */
  workStudy?: Evaluation | null;
  /**
   * 安排部署：第十条第一款：对机关的安排部署的评价；true 为支持认定有责任，false 为不支持。
   */
  deployment?: Evaluation | null;
  /**
   * 组织实施：第十条第一款：对机关的组织实施的评价；true 为支持认定有责任，false 为不支持。
   */
  organisation?: Evaluation | null;
  /**
   * 责任落实：第十条第一款：对机关的责任落实的评价；true 为支持认定有责任，false 为不支持。
   */
  implementation?: Evaluation | null;
  /**
   * 社会效果：第十条第一款：对机关的社会效果的评价；true 为支持认定有责任，false 为不支持。
   */
  socialEffect?: Evaluation | null;
  /**
   * 岗位职责：第十条第二款：对主要负责人的岗位职责的评价；true 为支持认定有责任，false 为不支持。
   */
  postDuties?: Evaluation | null;
  /**
   * 履职依据：第十条第二款：对主要负责人的履职依据的评价；true 为支持认定有责任，false 为不支持。
   */
  basis?: Evaluation | null;
  /**
   * 履职情况：第十条第二款：对主要负责人的履职情况的评价；true 为支持认定有责任，false 为不支持。
   */
  performance?: Evaluation | null;
  /**
   * 履职条件：第十条第二款：对主要负责人的履职条件的评价；true 为支持认定有责任，false 为不支持。
   */
  conditions?: Evaluation | null;
  /**
   * 履职时间：第十条第二款：对主要负责人的履职时间的评价；true 为支持认定有责任，false 为不支持。
   */
  time?: Evaluation | null;
  /**
   * 评价是否列全：据以认定责任的评价是否已经全部列入。
   */
  complete?: boolean | null;
}
/**
 * 责任追究的原则：第四条第二款所列的原则，各须由人评价。
 *
 */
export interface Principles {
  /**
   * 依据职责清单：责任追究是否以该机关的职责清单为依据。
   */
  reliesOnDutyList?: boolean | null;
  /**
   * 实事求是：责任追究是否坚持实事求是。
   */
  truthful?: Evaluation | null;
  /**
   * 合法合规：责任追究是否坚持合法合规。
   */
  lawful?: Evaluation | null;
  /**
   * 权责一致：责任追究是否坚持权责一致。
   */
  commensurate?: Evaluation | null;
  /**
   * 公平公正：责任追究是否坚持公平公正。
   */
  fair?: Evaluation | null;
  /**
   * 惩教结合：责任追究是否坚持惩教结合。
   */
  educative?: Evaluation | null;
}
/**
 * 个人履职：所问人员本人的责任，《地方党政领导干部安全生产责任制规定》所列各项的评价。
 *
 */
export interface Personal {
  /**
   * 相关负责人：是否为该起事故的相关负责人（例如分管该行业、领域）。
   */
  relatedToAccident?: Evaluation | null;
  /**
   * 本人职责履行不到位：是否履行本人的安全生产职责不到位。
   */
  dutiesNotPerformed?: Evaluation | null;
  /**
   * 阻挠、干涉：是否阻挠、干涉安全生产监管执法或者生产安全事故调查处理工作。
   */
  interfered?: Evaluation | null;
  /**
   * 迟报、漏报、谎报、瞒报：是否对迟报、漏报、谎报或者瞒报生产安全事故负有领导责任。
   */
  misreporting?: Evaluation | null;
  /**
   * 对事故负有领导责任：是否对发生生产安全事故负有领导责任。
   */
  leadershipForAccident?: Evaluation | null;
  /**
   * 其他应当问责的情形：是否有其他应当问责的情形。
   */
  otherSituation?: Evaluation | null;
  /**
   * 性质恶劣、后果严重：失职失责是否性质恶劣、后果严重。
   */
  grave?: Evaluation | null;
  /**
   * 因事故被追究领导责任：是否已经因发生生产安全事故被追究领导责任。
   */
  pursuedForAccident?: boolean | null;
  /**
   * 已经一票否决：是否已经在规定时限内取消考核评优和评选先进的资格，没有晋升或者重用。
   */
  vetoApplied?: boolean | null;
  /**
   * 工作不力使伤亡和损失扩大：是否因工作不力导致生产安全事故人员伤亡和经济损失扩大。
   */
  lossEnlarged?: Evaluation | null;
  /**
   * 严重社会影响的主要领导责任：是否对造成的严重社会影响负有主要领导责任。
   */
  severeImpactMainResponsibility?: Evaluation | null;
  /**
   * 主动采取补救措施：是否主动采取补救措施。
   */
  remedied?: Evaluation | null;
  /**
   * 减少事故损失：补救措施是否减少了生产安全事故损失。
   */
  lossReduced?: Evaluation | null;
  /**
   * 挽回社会不良影响：补救措施是否挽回了社会不良影响。
   */
  impactRedeemed?: Evaluation | null;
  /**
   * 全面履行职责：是否经查实已经全面履行规定的职责。
   */
  dutiesPerformed?: Evaluation | null;
  /**
   * 全面落实部署：是否经查实已经全面落实党委和政府的有关工作部署。
   */
  deploymentsCarriedOut?: Evaluation | null;
}
/**
 * 党的问责：《中国共产党问责条例》所列各项的评价。
 *
 */
export interface Party {
  /**
   * 党的问责对象：所问的对象是否党组织（党委、党组、党的工作机关）或者党的领导干部。党委和党委职能部门不必填写。
   */
  accountable?: boolean | null;
  /**
   * 改革中的失误：是否属于改革中先行先试的失误、尚无明确限制的探索性试验中的失误、为推动发展的无意过失。
   */
  reformError?: Evaluation | null;
  /**
   * 明确反对或者保留：是否在集体决策中对错误决策提出明确反对意见或者保留意见。
   */
  dissented?: Evaluation | null;
  /**
   * 不可抗力等：是否在决策实施中已经履职尽责，但因不可抗力、难以预见等因素造成损失。
   */
  unforeseeable?: Evaluation | null;
  /**
   * 对上级提出意见未被采纳：是否对上级错误决定提出改正或者撤销意见而未被采纳。
   */
  objectedToSuperior?: Evaluation | null;
  /**
   * 及时采取补救措施：是否及时采取补救措施。
   */
  remedied?: Evaluation | null;
  /**
   * 有效挽回损失：补救措施是否有效挽回损失。
   */
  lossRecovered?: Evaluation | null;
  /**
   * 消除不良影响：补救措施是否消除不良影响。
   */
  effectsRemoved?: Evaluation | null;
  /**
   * 三令五申不执行：是否对党中央、上级党组织三令五申的指示要求，不执行或者执行不力。
   */
  ordersIgnored?: Evaluation | null;
  /**
   * 干扰问责：在接受问责调查和处理中，是否不如实报告、敷衍推卸，或者唆使、默许弄虚作假，阻扰问责工作。
   */
  inquiryObstructed?: Evaluation | null;
}
/**
 * 政务处分的情节：《公职人员政务处分法》所列各项的评价。
 *
 */
export interface Sanction {
  /**
   * 主动交代：是否主动交代本人应当受到政务处分的违法行为。
   */
  confessed?: Evaluation | null;
  /**
   * 配合调查，如实说明：是否配合调查，如实说明本人违法事实。
   */
  admitted?: Evaluation | null;
  /**
   * 检举属实：是否检举他人违纪违法行为，经查证属实。
   */
  reportedOthers?: Evaluation | null;
  /**
   * 避免、挽回损失：是否主动采取措施，有效避免、挽回损失或者消除不良影响。
   */
  harmAvoided?: Evaluation | null;
  /**
   * 次要或者辅助作用：是否在共同违法行为中起次要或者辅助作用。
   */
  minorRole?: Evaluation | null;
  /**
   * 上交或者退赔：是否主动上交或者退赔违法所得。
   */
  gainsReturned?: Evaluation | null;
  /**
   * 情节轻微：违法行为是否情节轻微。
   */
  minor?: Evaluation | null;
  /**
   * 被裹挟或者被胁迫：是否因不明真相被裹挟或者被胁迫参与违法活动，经批评教育后确有悔改表现。
   */
  coerced?: Evaluation | null;
  /**
   * 不宜继续履行职责：已经被立案调查的，是否不宜继续履行职责。
   */
  unfitToContinue?: Evaluation | null;
  /**
   * 处分期内再次违法：是否在政务处分期内再次故意违法，应当受到政务处分。
   */
  reoffended?: Evaluation | null;
  /**
   * 阻止检举：是否阻止他人检举、提供证据。
   */
  reportingBlocked?: Evaluation | null;
  /**
   * 串供、毁证：是否串供或者伪造、隐匿、毁灭证据。
   */
  evidenceTampered?: Evaluation | null;
  /**
   * 包庇：是否包庇同案人员。
   */
  accomplicesShielded?: Evaluation | null;
  /**
   * 胁迫、唆使：是否胁迫、唆使他人实施违法行为。
   */
  othersCoerced?: Evaluation | null;
  /**
   * 拒不上交或者退赔：是否拒不上交或者退赔违法所得。
   */
  gainsKept?: Evaluation | null;
}
/**
 * 配合问责调查：第十二条第二项所列情形的评价。
 *
 */
export interface Cooperation {
  /**
   * 积极配合：是否积极配合问责调查工作。
   */
  cooperated?: Evaluation | null;
  /**
   * 主动承担责任：是否主动承担责任。
   */
  acceptedResponsibility?: Evaluation | null;
  /**
   * 所评价的调查：所评价的是哪一项调查，填案号或者名称；用以核对与第十三条第七项的评价是否出自同一项调查。
   */
  inquiry?: ShortText | null;
}
/**
 * 其他规范的情形：第十二条第三项、第十三条第八项所指的、本库没有收入的其他规范的情形，由调用者连同出处载明。
 *
 */
export interface Imports {
  /**
   * 其他从轻或者减轻的情形：一种情形一条。
   */
  lenientGrounds?: ImportedGround[] | null;
  /**
   * 从轻减轻是否列全：除本库收入的以外，其他从轻或者减轻的情形是否已经列全（没有其他情形的，列表为空而填 true）。
   */
  lenientComplete?: boolean | null;
  /**
   * 其他应当从重的情形：一种情形一条。
   */
  severeGrounds?: ImportedGround[] | null;
  /**
   * 从重是否列全：除本库收入的以外，其他应当从重的情形是否已经列全（没有其他情形的，列表为空而填 true）。
   */
  severeComplete?: boolean | null;
}
/**
 * 其他规范的情形：一种情形，连同其出处。
 *
 */
export interface ImportedGround {
  citation: ShortText;
  /**
   * 具备：该情形是否具备。
   */
  met?: Evaluation | null;
}
/**
 * 选项：对有争议之处采用的读法，以及评估的方式。读法不填的用默认值（default）；答复列明实际采用的读法。
 *
 */
export interface Options {
  /**
   * 追责门槛：第十一条第一款“社会影响恶劣或者性质严重”：strict 一律须经评价；presumed 重大事故推定具备。
   */
  gate?: 'strict' | 'presumed';
  /**
   * 省直管单位：仙桃、潜江、天门、神农架：county 按县（市、区）；prefecture 按相当于市（州）。
   */
  directlyGoverned?: 'county' | 'prefecture';
  /**
   * 期间首日：三十日（七日）的计算：excluded 开始的当日不计入；included 计入。
   */
  firstDay?: 'excluded' | 'included';
  /**
   * 一年内：第十三条第二、三项“一年内”：rolling 连续十二个月；calendar 自然年；assessment 考核年度（上年十二月一日至当年十一月三十日）。
   */
  year?: 'rolling' | 'calendar' | 'assessment';
  /**
   * 一年的末日：连续十二个月的末日：inclusive 算在一年内；exclusive 不算。
   */
  yearEnd?: 'inclusive' | 'exclusive';
  /**
   * 政治影响与形象声誉：第十三条第一项的逗号：cumulative 两者兼具；alternative 具备其一。
   */
  politicalImpact?: 'cumulative' | 'alternative';
  /**
   * 行业、领域：第十三条第二、三项“行业、领域”：byLevel 按该层级的行业、领域；literal 按字面，全省范围。
   */
  sector?: 'byLevel' | 'literal';
  /**
   * 重大计入较大：第十三条第二、三项是否计入重大以上事故：no 按字面不计入；yes 计入。
   */
  majorCountsAsLarger?: 'no' | 'yes';
  /**
   * 特别重大计入重大：第十三条第四项是否包括特别重大事故：yes 举轻以明重；no 按字面。
   */
  extraordinaryCountsAsMajor?: 'yes' | 'no';
  /**
   * 第十三条第七项的逗号：separate 各种情形分别成立；cumulative 逗号连接的须兼具。
   */
  obstruction?: 'separate' | 'cumulative';
  /**
   * 地区：第十三条第四项“地区”：everyLevel 包含发生地的各级地区；prefecture 只指市（州）。
   */
  area?: 'everyLevel' | 'prefecture';
  /**
   * 因哪一起事故从重：第十三条第二至四项，因事故追究责任的：counted 这起事故本身计入起数；any 不论这起事故是否计入。
   */
  occasion?: 'counted' | 'any';
  /**
   * 发布以前的事故：本办法发布以前的事故是否计入“一年内”：no 不溯及既往；yes 计入。
   */
  registerReachesBack?: 'no' | 'yes';
  /**
   * 先问责再调查：第十一条第三款的时点：findings 调查结论作出以前；start 调查开始以前。
   */
  beforeInvestigation?: 'findings' | 'start';
  /**
   * 部门的上一级：第十四条第一款“上一级安全生产委员会”用于部门时：nextLevel 上一级的安全生产委员会；ownGovernment 部门所属本级的安全生产委员会。
   */
  supervisorOfDepartment?: 'nextLevel' | 'ownGovernment';
  /**
   * 1名党委负责同志：第五条第三项“明确1名党委负责同志分管”：atLeast 至少一名；exactly 恰好一名。
   */
  oneLeader?: 'atLeast' | 'exactly';
  /**
   * 从旧兼从轻：发布以前的行为、发布以后尚未办结、依照本办法处理较轻的：off 不适用本办法；on 类推政务处分法第六十七条适用本办法。
   */
  lighterLaterRule?: 'off' | 'on';
  /**
   * 假设已经施行：true 时不论发生日期和发生地，假设本办法适用；答复标明是假设。
   */
  asIfInForce?: boolean;
  /**
   * 读法敏感性：used 对实际用到的读法逐一换用其他读法再评估；all 对全部读法；none 不做。
   */
  sensitivity?: 'used' | 'all' | 'none';
}
/**
 * 有关的记录：一条及于它的记录。
 *
 */
export interface RelatedRecord {
  id: RecordId;
  kind: RecordKind;
  time: Instant;
  outcome?: ConfirmationOutcome;
}
/**
 * 记录：一条记录：叶里的各项、尚存的内容、与之有关的记录和收据。
 *
 */
export interface DecisionRecord {
  id: RecordId;
  kind: RecordKind;
  time: Instant;
  actor: Actor;
  /**
   * 输入：所提交的内容；已经清除的为 null。
   */
  input: {
    [k: string]: unknown;
  } | null;
  /**
   * 输出：评估的结果；没有或者已经清除的为 null。
   */
  output: Decision | null;
  /**
   * 盐：承诺所用的盐；与内容一同清除。
   */
  salts: {
    /**
     * 输入的盐：六十四位十六进制。
     */
    input: string | null;
    /**
     * 输出的盐：六十四位十六进制。
     */
    output: string | null;
  };
  /**
   * 所及的记录：确认、更正、清除所及的记录。
   */
  about: RecordId | null;
  /**
   * 被取代：取代它的更正；没有则为 null。
   */
  supersededBy: RecordId | null;
  /**
   * 有关的记录：及于它的记录，按日志的次序：更正和清除全部列出，确认只列最新的 1000 条；全部的确认用 GET /api/v1/decisions?about= 查找。
   */
  related: RelatedRecord[];
  receipt: Receipt;
}
/**
 * 三值：true 是，false 否，null 待查明；on 是理由或者所缺的事实，/options/ 开头的是读法。
 *
 */
export interface Truth {
  /**
   * 值：true、false 或者 null。
   */
  is: boolean | null;
  /**
   * 依据：起决定作用或者所缺的事实和读法。
   */
  on: Pointer[];
}
/**
 * 区间：等级的区间。
 *
 */
export interface Span {
  least: Grade;
  most: Grade;
}
/**
 * 地区：行政区划单位。
 *
 */
export interface Unit {
  code: DivisionCode;
  /**
   * 名称：单位名称。
   */
  name: string;
  /**
   * 类别：单位类别。
   */
  kind: string;
}
/**
 * 条款的结论：一个条款对这些事实说了什么：成立与做到分开，各有理由。
 *
 */
export interface Finding {
  applies: Truth;
  kept?: Truth;
  ground?: Truth;
  bar?: Truth;
  area?: Truth;
  field?: Truth;
  /**
   * 统筹考虑：追责以前须统筹考虑的因素。
   */
  weigh?: string[];
  /**
   * 追责对象：条款所及的机关；条件不成立的没有本项。
   */
  addressees?: Addressee[];
  /**
   * 另一读法：省直管单位按另一读法的追责对象。
   */
  otherReading?: {
    option: Pointer;
    /**
     * 取值：另一取值。
     */
    value: string;
    /**
     * 追责对象：按另一读法。
     */
    addressees: Addressee[];
  };
  /**
   * 党委和政府：各层级的党委和政府。
   */
  pairs?: {
    /**
     * 党委和政府：同一层级的党委和政府。
     */
    [k: string]: Addressee[];
  };
  /**
   * 尽职照单免责：各机关是否得到清单支持；由决定机关给予。
   */
  exemptions?: {
    /**
     * 免责：清单是否支持免责。
     */
    [k: string]: {
      supported: Truth;
      /**
       * 决定机关：由谁决定。
       */
      decidedBy: string;
    };
  };
  doubleUse?: ProvisionId;
  /**
   * 计入的事故：台账中与本事故一起计入的事故。
   */
  counted?: Pointer[];
  /**
   * 地区：第四项所及的地区。
   */
  areas?: {
    option: Pointer;
    /**
     * 地区：地区。
     */
    units: Unit[];
  };
  /**
   * 推定：结论建立在推定之上。
   */
  presumed?: boolean;
  /**
   * 提示：核查提示的代码。
   */
  hint?: string;
  /**
   * 参照的变通：参照执行时的变通；是解释，不是条文。
   */
  adaptation?: string;
  publication?: Publication;
  /**
   * 逐项：对事实中的每一个对象（一份报告、一次会议、一名调查人员……）的结论。
   */
  each?: Instance[];
  range?: Range;
  /**
   * 调查机关：按可能的等级，由谁调查。
   */
  investigators?: Investigator[];
  inTime?: Truth;
  /**
   * 期限：该条款所定的期限，每种途径一项。
   */
  deadlines?: Deadline[];
  next?: NextStep;
  /**
   * 义务人：条款所要求的由谁做到。
   */
  bearers?: OrganName[];
  /**
   * 缺口：条文没有规定、因而没有结论的原因代码；文字见 notes。
   */
  gap?: string;
  /**
   * 其他规范的情形：已经具备的、其他规范所列的情形，各自另有结论和引用。
   */
  imported?: ProvisionId[];
  reachesSubject?: Truth;
  /**
   * 拟采取的形式：草案所列的每一种形式是否为第九条第二款对该对象所列。
   */
  forms?: FormCheck[];
  draft?: Draft;
  /**
   * 标题：条款的标题。
   */
  title?: string;
  /**
   * 原文：条款原文，逐字。
   */
  quote?: string;
  /**
   * 大意：凭记忆所知的大意，未经核对，不是原文；此时没有 quote。
   */
  gist?: string;
  /**
   * 引用：官方引用形式。
   */
  citation?: string;
  /**
   * 情态：must 应当，must_not 禁止，may 可以，definition 定义，scope 范围，time 时间，renvoi 指引，declarative 宣示。
   */
  modality?: 'must' | 'must_not' | 'may' | 'definition' | 'scope' | 'time' | 'renvoi' | 'declarative';
  /**
   * 类别：M 可由事实判定，X 判定加评价，H 评价，R 指引，N 无操作内容，chapeau 项的总领。
   */
  class?: 'M' | 'X' | 'H' | 'R' | 'N' | 'chapeau';
  /**
   * 确定性：S 官方文本，L 已公布法律，M 记忆，I 解释。
   */
  certainty?: 'S' | 'L' | 'M' | 'I';
  /**
   * 人工评价：须由人评价的事实。
   */
  human?: string[];
  /**
   * 指引：所指引的规范。
   */
  refersTo?: string;
  /**
   * 理由：没有规则的理由。
   */
  reason?: string;
  /**
   * 尚缺：条款所等待的事实。
   */
  missing?: Pointer[];
  /**
   * 读法：结论所用的读法。
   */
  readings?: string[];
}
/**
 * 追责对象：一个机关：具名、待查明或者没有。
 *
 */
export interface Addressee {
  /**
   * 角色：党委、政府或者监管部门。
   */
  role: '党委' | '政府' | '监管部门';
  /**
   * 层级：乡镇、县（市、区）、市（州）或者省。
   */
  tier: '乡镇' | '县（市、区）' | '市（州）' | '省';
  /**
   * 状态：named 具名，undetermined 待查明，absent 没有。
   */
  status: 'named' | 'undetermined' | 'absent';
  organ?: OrganName;
  short?: OrganName;
  code?: DivisionCode;
  /**
   * 适用：direct 直接适用，byReference 参照执行，undetermined 待查明。
   */
  basis?: 'direct' | 'byReference' | 'undetermined';
  source?: Pointer;
  /**
   * 人员：该机关的相关负责人（第十一条）或者主要负责人（第三条第一款）。
   */
  persons?: string;
  /**
   * 尚缺：确定该机关或者其适用方式所缺的事实。
   */
  missing?: Pointer[];
  /**
   * 缺口：没有该机关的原因代码。
   */
  gap?: string;
}
/**
 * 发布日期：不早于和不晚于的日期，各有来源和确定性。
 *
 */
export interface Publication {
  not_before: Day;
  /**
   * 来源：不早于的来源。
   */
  not_before_source?: string;
  /**
   * 来源的编号：不早于的来源在条文数据（sources）中的编号；本办法以外的说明性材料各有编号，效力低于条文。
   */
  not_before_source_id?: string;
  /**
   * 确定性：不早于的确定性。
   */
  not_before_certainty?: string;
  not_after: Day;
  /**
   * 来源：不晚于的来源。
   */
  not_after_source?: string;
  /**
   * 确定性：不晚于的确定性。
   */
  not_after_certainty?: string;
}
/**
 * 逐项的结论：一个对象的结论。
 *
 */
export interface Instance {
  /**
   * 对象：事实中该对象的路径；没有相应事实的，写所缺的对象（例如 2023 县委书记）。
   */
  of: string;
  applies: Truth;
  kept?: Truth;
  /**
   * 原因：原因代码，文字见 notes。
   */
  code?: string;
}
/**
 * 裁量：条文留给有权机关的选择。
 *
 */
export interface Range {
  /**
   * 决定机关：由谁决定。
   */
  decidedBy: string;
  /**
   * 可选：条文列举的选择，按条文顺序。
   */
  options?: string[];
  /**
   * 等：列举以“等”结尾，可以有其他选择。
   */
  openEnded?: boolean;
  /**
   * 因素：须考虑的因素，按条文顺序。
   */
  factors?: string[];
}
/**
 * 调查机关：一个等级的调查机关：具名、待查明或者没有。
 *
 */
export interface Investigator {
  grade: Grade;
  /**
   * 层级：调查机关的层级。
   */
  level: '国务院' | '省级' | '市级' | '县级';
  /**
   * 状态：named 具名，undetermined 待查明，absent 没有。
   */
  status: 'named' | 'undetermined' | 'absent';
  organ?: OrganName;
  /**
   * 尚缺：确定该机关所缺的事实。
   */
  missing?: Pointer[];
  /**
   * 缺口：没有该机关的原因代码。
   */
  gap?: string;
}
/**
 * 期限：一种途径的期限：开始的当日不计入，末日在期限以内。
 *
 */
export interface Deadline {
  /**
   * 途径：申诉、复审、复核或者复核后申诉。
   */
  step: string;
  /**
   * 长度：期限的长度。
   */
  length: string;
  from?: Day;
  /**
   * 末日：期限的最后一日，没有计入法定休假日的顺延。
   */
  lastDay?: string;
}
/**
 * 下一步：程序的下一步，由谁向谁。
 *
 */
export interface NextStep {
  /**
   * 步骤：步骤。
   */
  step: string;
  /**
   * 由谁：由谁做。
   */
  by: OrganName[];
  /**
   * 向谁：向谁；没有相对方的没有本项。
   */
  to?: OrganName[];
}
/**
 * 形式的核对：一种拟采取的形式。
 *
 */
export interface FormCheck {
  of: Pointer;
  form: ShortText;
  /**
   * 在条文中的地位：listed 对该对象列举；listed_for_another_subject 只对另一类对象列举；no_list_for_subject 对该对象（其他负责人、其他人员）没有列举形式，“等”也不及于；of_another_instrument 属于其他规范；through_etc 没有列举，只能通过“等”并须另有依据；in_no_instrument 不在本库任何规范之内；not_recognised 认不出名称；subject_unknown 对象是机关还是人员不明。
   */
  status:
    | 'listed'
    | 'listed_for_another_subject'
    | 'no_list_for_subject'
    | 'of_another_instrument'
    | 'through_etc'
    | 'in_no_instrument'
    | 'not_recognised'
    | 'subject_unknown';
  /**
   * 列举为：条文中所列的名称，与所填的不同时给出（例如撤职是处分的一种）。
   */
  listedAs?: string;
  /**
   * 相近的形式：条文对该对象所列的、名称相近的形式。
   */
  near?: string;
  admissible: Truth;
  bar: Truth;
  /**
   * 为何现在不能：现在使之不能采取的条款。
   */
  barredBy: ProvisionId[];
  /**
   * 程序：采取前须依照其程序的条款。
   */
  procedure?: ProvisionId[];
  /**
   * 其他规范：列有该形式的其他规范的条款。
   */
  instruments: ProvisionId[];
}
/**
 * 草案的核对：草案所列的对象与条款所及的对象相比。
 *
 */
export interface Draft {
  complete: Truth;
  /**
   * 所缺：条款所及而草案没有的对象。
   */
  lacks: string[];
}
/**
 * 收据：一条记录在日志中的证明：叶、位置、包含证明和当时的检查点。凭公钥即可离线核对。
 *
 */
export interface Receipt {
  /**
   * 叶：叶的规范化 JSON，逐字节。
   */
  leaf: string;
  /**
   * 位置：叶在日志中的位置，从 0 起。
   */
  index: number;
  /**
   * 叶数：检查点所覆盖的叶数。
   */
  size: number;
  /**
   * 包含证明：RFC 6962 的路径，自叶向上。
   */
  proof: NodeHash[];
  checkpoint: Note;
}
/**
 * 决定的请求：POST /api/v1/decisions 的内容：评估并留下记录。
 *
 */
export interface DecisionRequest {
  /**
   * 问题：所问的问题；可问的见 /api/v1/questions。
   */
  question: string;
  facts: Facts;
  options?: Options;
  classification: Classification;
  /**
   * 应为版本：规则的版本（revision）；与运行的不同则拒绝。
   */
  expectBundle?: string;
}
/**
 * 清除的请求：POST /api/v1/decisions/{id}/erasure 的内容：清除输入、输出的内容；叶和证明不变，清除本身也是一条记录。
 *
 */
export interface ErasureRequest {
  /**
   * 部分：清除哪些部分；只能是这条记录有过的：决定和更正以外的没有输出。已经清除的可以再次清除。
   */
  parts: ContentPart[];
  /**
   * 理由：retention 保存期满，request 当事人请求，mistake 误提交，order 有权机关要求。
   */
  ground: 'retention' | 'request' | 'mistake' | 'order';
}
/**
 * OPA 接口的输入：OPA 接口的 input：事实和读法。问题由路径决定。
 *
 */
export interface EvaluationInput {
  facts: Facts;
  options?: Options;
}
/**
 * OPA 接口的请求体：POST /v1/data/{path} 的请求体。没有 input 的没有答复（result），附警告；其他名称不看。
 *
 */
export interface OpaRequest {
  input?: EvaluationInput;
  [k: string]: unknown;
}
/**
 * OPA 接口的批量请求体：POST /v1/batch/data/{path} 的请求体：同一入口，多个输入；common_input 并入每一个，各自所填的优先。
 *
 */
export interface BatchRequest {
  /**
   * 输入：编号到输入（事实和读法）；并入 common_input 以后须符合契约。
   */
  inputs: {};
  /**
   * 共同的输入：并入每个输入的部分：对象逐项并入，其余以各自所填的为准。
   */
  common_input?: {};
  [k: string]: unknown;
}
/**
 * 评估请求：POST /api/v1/evaluations 的内容：问什么、事实、读法。评估不留记录。
 *
 */
export interface EvaluationRequest {
  /**
   * 问题：所问的问题；可问的见 /api/v1/questions。
   */
  question: string;
  facts: Facts;
  options?: Options;
  /**
   * 应为版本：规则的版本（revision，六十四位小写十六进制）；与运行的不同则拒绝评估。
   */
  expectBundle?: string;
}
/**
 * 清单：manifest.json：包里的每个文件，它自己除外。
 *
 */
export interface EvidenceManifest {
  /**
   * 格式：证据包的格式的版本。
   */
  version: 1;
  id: RecordId;
  /**
   * 文件：按名称排列。
   *
   * Items: 文件：一个文件及其摘要。
   */
  files: {
    /**
     * 名称：在包里的路径。
     */
    name: string;
    /**
     * 字节数：文件的大小。
     */
    bytes: number;
    sha256: EvidenceDigest;
  }[];
}
/**
 * 盐：record/salts.json：承诺所用的盐；已经清除的为 null。
 *
 */
export interface EvidenceSalts {
  /**
   * 输入的盐：三十二字节，十六进制。
   */
  input: EvidenceDigest | null;
  /**
   * 输出的盐：三十二字节，十六进制。
   */
  output: EvidenceDigest | null;
}
/**
 * 证明：proof/proofs.json：叶在收据的树里、在最新的树里，后者接着前者，及其他有关的叶。
 *
 */
export interface EvidenceProofs {
  receipt: EvidencePath;
  latest: EvidencePath;
  /**
   * 一致性证明：较大的树接着较小的写：收据的、每次更换密钥的到最新的；要求时，审计人的旧检查点到最新的。
   */
  consistency: ConsistencyProof[];
  /**
   * 有关的记录：对这个决定的记录，在最新的树里：更正和清除全部都有，确认只有最新的 1000 条，没有收入的写在 README.md 里。
   *
   * Items: 有关的叶：一片叶及其包含证明。
   */
  related: {
    leaf: EvidenceLeaf;
    inclusion: EvidencePath;
  }[];
  /**
   * 密钥的更换：把日志的各个公钥连起来；旧公钥只对更换以前的树有效。
   *
   * Items: 一次更换：更换的叶、它的包含证明和含有它的检查点。
   */
  rotations: {
    leaf: EvidenceLeaf;
    inclusion: EvidencePath;
    checkpoint: Note;
  }[];
}
/**
 * 包含证明：RFC 6962 的路径。
 *
 */
export interface EvidencePath {
  /**
   * 位置：叶的位置，从 0 起。
   */
  index: number;
  /**
   * 叶数：树的大小。
   */
  size: number;
  /**
   * 路径：自叶向上。
   */
  path: NodeHash[];
}
/**
 * 一致性证明：小的树是大的树的开头：历史没有改写。
 *
 */
export interface ConsistencyProof {
  /**
   * 较早的叶数：较早的树的大小。
   */
  first: number;
  /**
   * 较晚的叶数：较晚的树的大小。
   */
  second: number;
  /**
   * 证明：RFC 6962 的一致性证明。
   */
  proof: NodeHash[];
}
/**
 * 条款的理由：一个条款。
 *
 */
export interface Reason {
  provision: ProvisionId;
  /**
   * 引用：官方引用形式。
   */
  citation: string;
  /**
   * 标题：条款的标题。
   */
  title: string;
  /**
   * 方面：成立、做到、情形、禁止。
   */
  aspects: ReasonAspect[];
}
/**
 * 一个方面：一个方面的值及其事实。
 *
 */
export interface ReasonAspect {
  /**
   * 方面：applies 成立，kept 做到，ground 情形，bar 禁止现在生效。
   */
  aspect: 'applies' | 'kept' | 'ground' | 'bar';
  /**
   * 值：true 是，false 否（facts 即为什么不），null 待查明（facts 即所缺）。
   */
  is: boolean | null;
  /**
   * 事实：起决定作用或者所缺的事实和读法。
   */
  facts: ReasonFact[];
}
/**
 * 事实：一个事实或者读法。
 *
 */
export interface ReasonFact {
  fact: Pointer;
  /**
   * 名称：事实的名称。
   */
  title: string;
  /**
   * 所填：所填的值的读法；没有填写的没有本项。
   */
  value?: string;
}
/**
 * 尚缺的事实：一个尚缺的事实和它的各种可能。
 *
 */
export interface DecidingFact {
  fact: Pointer;
  /**
   * 名称：事实的名称。
   */
  title: string;
  /**
   * 至少：不论查明为何，至少使多少条确定。
   */
  least: number;
  /**
   * 至多：至多使多少条确定。
   */
  most: number;
  /**
   * 可能：各种可能的取值。
   */
  completions: TriedCompletion[];
  /**
   * 没有试：没有试的原因。
   */
  untried?: string;
}
/**
 * 可能：一种可能的取值使哪些条款确定。
 *
 */
export interface TriedCompletion {
  /**
   * 取值：取值的读法。
   */
  value: string;
  /**
   * 条数：使多少条确定。
   */
  settles: number;
  /**
   * 条款：确定的条款。
   */
  provisions: ProvisionId[];
}
/**
 * 相反的条件：一条已定的结论，以及使它不再成立的最小改变；没有单独一个事实能够改变它的，together 是须一并改变的事实；两者都没有的，没有试出。
 *
 */
export interface Flip {
  provision: ProvisionId;
  /**
   * 方面：applies 或者 kept。
   */
  aspect: 'applies' | 'kept';
  /**
   * 现在：现在的值。
   */
  from: boolean;
  /**
   * 改变：每一项都足以使结论改变。
   */
  changes: SingleChange[];
  /**
   * 一并改变：一并改变才使结论相反的事实。
   */
  together?: FactChange[];
}
/**
 * 单独的改变：一个事实的改变，以及结论因此成为什么。
 *
 */
export interface SingleChange {
  fact: Pointer;
  /**
   * 名称：事实的名称。
   */
  title: string;
  /**
   * 现在：现在的值。
   */
  from: string;
  /**
   * 变为：最近的、足以使结论相反的值。
   */
  to: string;
  /**
   * 成为：改变后的值：相反，或者 null 待查明。
   */
  becomes: boolean | null;
}
/**
 * 一个改变：一个事实从现在的值变为另一个值。
 *
 */
export interface FactChange {
  fact: Pointer;
  /**
   * 名称：事实的名称。
   */
  title: string;
  /**
   * 现在：现在的值。
   */
  from: string;
  /**
   * 变为：最近的、足以使结论相反的值。
   */
  to: string;
}
/**
 * 说明请求：POST /api/v1/explanations 的内容。
 *
 */
export interface ExplanationRequest {
  /**
   * 问题：所问的问题；可问的见 /api/v1/questions。
   */
  question: string;
  facts: Facts;
  options?: Options;
  about?: ProvisionId;
}
/**
 * 说明：对一个决定的说明：每一条为什么成立或者不成立，哪一个尚缺的事实起决定作用，什么不同结论就会不同。都由重新评估得出。
 *
 */
export interface Explanation {
  /**
   * 问题：所问的问题。
   */
  question: string;
  /**
   * 理由：按条文顺序，每一条的各个方面及其所依据或者所缺的事实。
   */
  reasons: Reason[];
  /**
   * 起决定作用的事实：尚缺的事实，最能使结论确定的在前。
   */
  deciding: DecidingFact[];
  /**
   * 什么不同结论就会不同：对每一条已定的结论，单独改变一个事实就会使它相反的最小改变。
   */
  flips: Flip[];
  /**
   * 评估次数：为本说明另行评估的次数。
   */
  evaluations: number;
  /**
   * 没有试完：没有试完时的说明。
   */
  incomplete?: string;
}
/**
 * 叶：日志的一片叶：一条记录中永远不变的部分。只有摘要、代码和不透明的编号，没有评价人、职务和文字。字节是 RFC 8785 规范化的 JSON。
 *
 */
export interface Leaf {
  /**
   * 格式：叶的格式的版本。
   */
  version: 1;
  id: RecordId;
  time: Instant;
  kind: RecordKind;
  actor: Actor;
  /**
   * 入口：所问的入口；决定和更正才有。
   */
  entrypoint?: string;
  /**
   * 规则包：作出时运行的规则包。
   */
  bundle: {
    /**
     * 修订：源文件的内容摘要。
     */
    revision: string;
    /**
     * 摘要：规则包的 SHA-256。
     */
    sha256: string;
    /**
     * WASM：策略 WASM 的 SHA-256。
     */
    wasm: string;
    /**
     * Rego：同一次编译的 Rego 规则包的 SHA-256：人能读的规则。
     */
    rego?: string;
  };
  /**
   * 契约：全部契约文件的摘要。
   */
  contract: string;
  /**
   * 规范：规则包收入的规范及其版本，例如 order_493/v2007。
   */
  instruments: string[];
  territory?: AddedEditions;
  /**
   * 事实的日期：事实发生的日期；没有给出的为 null。决定和更正才有。
   */
  day?: Day | null;
  /**
   * 引擎：作出时的程序和引擎的版本。
   */
  engine: {
    /**
     * 程序：程序的名称和版本。
     */
    service: string;
    /**
     * WASM 引擎：执行 WASM 的库和版本。
     */
    wasm: string;
    /**
     * Node：Node 的版本。
     */
    node: string;
  };
  /**
   * 输入的承诺：加盐的 SHA-256：盐之后接规范化的输入。
   */
  input?: string;
  /**
   * 输出的承诺：加盐的 SHA-256：盐之后接规范化的输出。
   */
  output?: string;
  /**
   * 结果：决定（不含出处）规范化后的 SHA-256；重放时比较。
   */
  result?: string;
  /**
   * 幂等键：调用者、接口和 Idempotency-Key 的 SHA-256；启用规则包的，是时间、做法、规则包、序号和行为人的，每次更换只记一次。
   */
  idempotency?: string;
  about?: RecordId;
  supersedes?: RecordId;
  outcome?: ConfirmationOutcome;
  /**
   * 清除的部分：清除的部分；清除才有。
   */
  erased?: ContentPart[];
  /**
   * 密钥的更换：从此以后用新的公钥；更换密钥才有。
   */
  keys?: {
    /**
     * 旧公钥：name+hash+base64。
     */
    from: string;
    /**
     * 新公钥：name+hash+base64。
     */
    to: string;
    /**
     * 旧密钥遗失：旧私钥已经遗失或者不可信，没有用它签名。
     */
    lost: boolean;
  };
}
/**
 * 应得的答复：按投影形式写出的答复。
 *
 */
export interface Expectation {
  /**
   * 状态：determined、indeterminate 或者 not_applicable。
   */
  status?: 'determined' | 'indeterminate' | 'not_applicable';
  /**
   * 等级：等级区间、人数是否确定、决定等级的标准、尚缺的事实。
   */
  grade?: {
    least: Grade;
    most: Grade;
    /**
     * 人数确定：人数是否已经确定。
     */
    final?: boolean | null;
    /**
     * 决定的标准：单独达到 least 的标准：deaths、serious、loss、event。
     */
    drivers?: string[];
    /**
     * 尚缺：使等级不能确定的事实。
     */
    missing?: Pointer[];
    /**
     * 各标尺：特种设备事故两个标尺各自的等级；不定的写“至少—至多”。
     */
    scales?: {
      /**
       * 人数和损失：等级。
       */
      order_493: string;
      /**
       * 特种设备：等级。
       */
      special_equipment: string;
    };
    /**
     * 官方认定：官方认定的等级。
     */
    official?: string;
    /**
     * 计算：计算的等级；不定的写“至少—至多”。
     */
    computed?: string;
    /**
     * 首次报告：按首次报告的等级；不定的写“至少—至多”。
     */
    firstReported?: string;
  };
  /**
   * 提示：提示的代码，按字母顺序。
   */
  notes?: string[];
  /**
   * 条款：条款标识到结论；完整列出。
   */
  findings?: {
    [k: string]: ExpectedFinding;
  };
  /**
   * 读法改变的结论：换用其他读法时结论不同的条款：读法=值 到条款标识的列表。
   */
  changesUnder?: {
    /**
     * 条款：结论不同的条款。
     */
    [k: string]: ProvisionId[];
  };
  /**
   * 适用情况：所问、方式、是否适用、原因、变通、各版本和后来的法律。
   */
  coverage?: {
    /**
     * 所问：所问的是什么。
     */
    asked: 'subject' | 'accident' | 'nothing';
    /**
     * 适用方式：适用方式。
     */
    basis: 'direct' | 'byReference' | 'doubtful' | 'outside' | 'undetermined';
    /**
     * 适用：是否适用。
     */
    covered: boolean | null;
    /**
     * 尚缺：covered 为 null 时所等待的事实。
     */
    missing?: Pointer[];
    /**
     * 原因：原因代码。
     */
    reason?: string;
    /**
     * 变通：参照的变通。
     */
    adaptation?: string;
    /**
     * 本办法：是否施行。
     */
    v2020: boolean | null;
    /**
     * 暂行办法：是否施行。
     */
    v2014: boolean | null;
    /**
     * 后来的法律：名称；没有的不写。
     */
    laterLaw?: string[];
  };
}
/**
 * 条款的结论：applies 为 null 时 missing 完整列出其所等待的事实。
 *
 */
export interface ExpectedFinding {
  /**
   * 成立：条件是否具备。
   */
  applies: boolean | null;
  /**
   * 尚缺：applies 所等待的事实，按字母顺序。
   */
  missing?: Pointer[];
  /**
   * 做到：所要求的是否做到。
   */
  kept?: boolean | null;
  /**
   * 情形：第十三条各项的情形本身是否存在。
   */
  ground?: boolean | null;
  /**
   * 禁止现在生效：第十一条第三款的禁止是否现在生效。
   */
  bar?: boolean | null;
  /**
   * 追责对象：一行一个：角色 机关；参照的在末尾加（参照），不定的加（是否参照待查明）；未定的写“角色 待查明 路径”；没有的写“角色 无 原因代码”。
   */
  addressees?: string[];
  /**
   * 另一读法的追责对象：省直管单位按另一读法的对象，写法相同。
   */
  otherReading?: string[];
  doubleUse?: ProvisionId;
  /**
   * 免责：机关到是否得到清单支持。
   */
  exemptions?: {
    /**
     * 支持：清单是否支持免责。
     */
    [k: string]: boolean | null;
  };
  /**
   * 推定：结论建立在推定之上。
   */
  presumed?: boolean;
  /**
   * 提示：核查提示的代码。
   */
  hint?: string;
  /**
   * 参照的变通：参照执行的变通。
   */
  adaptation?: string;
  /**
   * 计入的事故：台账中计入的事故。
   */
  counted?: Pointer[];
  /**
   * 逐项：逐项的结论，一行一个：“对象 条件 [做到] [代码]”，例如“/supervision/reports/0 成立 没有做到 wrong_addressee”。
   */
  each?: string[];
  /**
   * 缺口：条文没有规定的原因代码。
   */
  gap?: string;
  /**
   * 及于所问的对象：条款是否及于所问的机关或者人员。
   */
  reachesSubject?: boolean | null;
  /**
   * 拟采取的形式：一行一个：“形式 地位 可以|不可以|待查明 [禁止它的条款…]”，例如“诫勉 listed_for_another_subject 不可以”。
   */
  forms?: string[];
  /**
   * 草案的对象：是否齐全和所缺的对象。
   */
  draft?: {
    /**
     * 齐全：是否齐全。
     */
    complete: boolean | null;
    /**
     * 所缺：条款所及而草案没有的对象。
     */
    lacks: string[];
  };
  /**
   * 裁量：决定机关和可选，例如“责任追究决定机关：从轻、减轻”；以“等”结尾的加“等”。
   */
  range?: string;
  /**
   * 其他规范的情形：已经具备的、其他规范所列的情形。
   */
  imported?: ProvisionId[];
  /**
   * 调查机关：一行一个：等级 机关；待查明的写“等级 待查明 路径”；没有的写“等级 无 原因代码”。
   */
  investigators?: string[];
  /**
   * 在期限内：申诉是否在期限内。
   */
  inTime?: boolean | null;
  /**
   * 期限：一行一个：途径 长度 起算日 末日；起算日不明的只写途径和长度。
   */
  deadlines?: string[];
  /**
   * 下一步：步骤：由谁[，向谁]。
   */
  next?: string;
}
/**
 * 案例：一个法律案例：只写案件承办人所知的事实、完整的答复，以及为什么。
 *
 */
export interface LegalCase {
  /**
   * 编号：案例的编号，例如 LT-033 或者 LT-042a。
   */
  id: string;
  /**
   * 标题：案例的标题。
   */
  title: string;
  /**
   * 问题：所问的问题。
   */
  question:
    | 'grade'
    | 'addressees'
    | 'accountability'
    | 'forms'
    | 'grounds'
    | 'procedure'
    | 'duties'
    | 'supervision'
    | 'applicability'
    | 'memo';
  /**
   * 事实：提交评估的事实；合法性由事实契约检查。
   */
  facts: {};
  options?: Options;
  /**
   * 应被拒绝：事实应当被拒绝时的路径和错误代码；此时不填 expect。
   */
  refused?: {
    /**
     * 路径：被拒绝的事实。
     */
    pointer: string;
    /**
     * 代码：错误代码。
     */
    code: string;
    /**
     * 说明：拒绝的说明和改法须包含的文字。
     */
    says?: string;
  };
  expect?: Expectation;
  /**
   * 理由：为什么是这一答复，依据哪一句。
   */
  because: string;
}
/**
 * 包含证明：一片叶在某一大小的树里。
 *
 */
export interface InclusionProof {
  /**
   * 位置：叶的位置。
   */
  index: number;
  /**
   * 叶数：树的大小。
   */
  size: number;
  leafHash: NodeHash;
  /**
   * 路径：RFC 6962 的路径，自叶向上。
   */
  proof: NodeHash[];
  /**
   * 检查点：恰为这一大小的检查点；没有则为 null。
   */
  checkpoint: Note | null;
}
/**
 * 一处：核对发现的一处。
 *
 */
export interface LogFinding {
  /**
   * 代码：database 数据库自身的检查，missing_record 缺少记录，stray_record 不在日志的任何位置上的记录，leaf_hash 叶的散列不是它的字节的，leaf 叶不合格式，column 列与叶不一致，content 内容与承诺不一致，erasure 内容不在了而日志里没有清除它的记录，或者清除了的内容还在，stray_content 不属于任何记录的内容，result 输出与结果的摘要不一致，node 树的节点不对，checkpoint 检查点没有可信的签名，或者与记录不符，size 所属的检查点不对，uncovered 有检查点没有覆盖的记录，witness 数据库以外的检查点与记录不符：历史被改写或者截断，stray_text 检查点的文件里有一段不是检查点，clock 时钟倒退，次序不受影响。
   */
  code:
    | 'database'
    | 'missing_record'
    | 'stray_record'
    | 'leaf_hash'
    | 'leaf'
    | 'column'
    | 'content'
    | 'erasure'
    | 'stray_content'
    | 'result'
    | 'node'
    | 'checkpoint'
    | 'size'
    | 'uncovered'
    | 'witness'
    | 'stray_text'
    | 'clock';
  /**
   * 位置：记录在日志里的位置。
   */
  index?: number;
  /**
   * 编号：记录的编号，照数据库里的写。
   */
  id?: string;
  /**
   * 叶数：检查点的叶数。
   */
  size?: number;
  /**
   * 什么：列的名称、input 或者 output、所写的位置，或者数据库的原话。
   */
  what?: string;
}
/**
 * 全部记录的核对：数据库里全部记录在一个时刻的核对：每个字节由叶约束，每片叶由树约束，每棵树由签名约束。
 *
 */
export interface LogVerification {
  /**
   * 成立：没有不符之处。
   */
  holds: boolean;
  /**
   * 所信的公钥：核对时以之为准的公钥，名称、散列和 base64；由更换的记录与它们相连的也算。
   *
   * Items: 公钥：C2SP signed-note 的公钥。
   */
  keys: string[];
  /**
   * 记录：核对过的记录的条数。
   */
  records: number;
  /**
   * 检查点：数据库里的检查点的个数。
   */
  checkpoints: number;
  /**
   * 覆盖到：最近的检查点覆盖的叶数。
   */
  size: number;
  /**
   * 数据库以外的检查点：用来核对的、数据库以外的检查点的个数；没有的，看不出截断和重写。
   */
  outside: number;
  /**
   * 不符之处：每一处不符，至多 1000 处。
   */
  findings: LogFinding[];
  /**
   * 留意之处：不是不符、但值得知道的。
   */
  notices: LogFinding[];
}
/**
 * 一处错误：一处错误：在哪里、错在什么、应当怎样。不含请求中的值。
 *
 */
export interface ProblemItem {
  /**
   * 代码：这处错误的代码。
   */
  code: string;
  /**
   * 说明：错在什么。
   */
  message: string;
  /**
   * 位置：所提交内容中的位置（JSON 指针，相对于整个请求体）；空串指整个请求体。
   */
  pointer: string;
  /**
   * 怎样改正：应当怎样填写。
   */
  remedy: string;
  /**
   * 行：JSON 写法有误时所在的行，从 1 起。
   */
  line?: number;
  /**
   * 列：JSON 写法有误时所在的列，从 1 起。
   */
  column?: number;
}
/**
 * 错误：出错时的答复（RFC 9457）。本机接口为 application/problem+json；OPA 接口为 application/json，code 用 OPA 的代码。
 *
 */
export interface Problem {
  /**
   * 类型：错误种类的标识，不随版本变化。
   */
  type: string;
  /**
   * 标题：错误种类的名称。
   */
  title: string;
  /**
   * 状态码：HTTP 状态码。
   */
  status: number;
  /**
   * 说明：这一次错在哪里，怎样改正。不含请求中的值。
   */
  detail: string;
  /**
   * 本次请求：本次请求的编号，与日志一致。
   */
  instance: string;
  /**
   * 代码：错误代码：本机接口与 type 的末段相同；OPA 接口为 OPA 的代码。
   */
  code: string;
  /**
   * 说明（OPA）：与 detail 相同；只见于 OPA 接口，OPA 的客户端要求有它。
   */
  message?: string;
  /**
   * 各处错误：逐处列出，每处一项，最多五十项。
   */
  errors?: ProblemItem[];
}
/**
 * 读取记录的审计：每读一次记录写一行：谁、何时、经哪个接口、读哪一条、结果如何。没有姓名，没有记录的内容。
 *
 */
export interface ReadAudit {
  /**
   * 时间：写这一行的时间（UTC）。
   */
  at: string;
  /**
   * 使用者：使用者的代号：密钥的 subject 或者令牌的 sub。
   */
  subject: string;
  /**
   * 租户：使用者的租户。
   */
  tenant: string;
  /**
   * 凭据：以什么证明身份：key 密钥、token 令牌；loopback 没有证明。
   */
  via: 'loopback' | 'key' | 'token';
  /**
   * 角色：使用者的角色。
   */
  roles: Role[];
  /**
   * 方法：HTTP 方法。
   */
  method: string;
  /**
   * 接口：接口的路径，记录的编号以 :id 代替。
   */
  route: string;
  /**
   * 记录：所读记录的编号；读取多条的接口没有这一项。
   */
  id?: string;
  /**
   * 状态码：答复的 HTTP 状态码：404 是没有，或者属于其他租户。
   */
  status: number;
  /**
   * 请求：请求的编号，与日志和错误的 instance 一致。
   */
  request: string;
}
/**
 * 摘要：一条记录的摘要。
 *
 */
export interface RecordSummary {
  /**
   * 位置：在日志中的位置。
   */
  index: number;
  id: RecordId;
  kind: RecordKind;
  time: Instant;
  /**
   * 行为人：调用者的不透明编号。
   */
  subject: string;
  /**
   * 问题：所问的问题；不是决定的为 null。
   */
  question: string | null;
  /**
   * 事实的日期：事实发生的日期。
   */
  day: Day | null;
  /**
   * 状态：决定的状态；不是决定或者输出已经清除的为 null。
   */
  status: string | null;
  /**
   * 所及的记录：确认、更正、清除所及的记录。
   */
  about: RecordId | null;
  /**
   * 被取代：取代它的更正。
   */
  supersededBy: RecordId | null;
}
/**
 * 记录的列表：一页记录，新的在前。
 *
 */
export interface RecordList {
  /**
   * 记录：这一页的记录。
   */
  items: RecordSummary[];
  /**
   * 下一页：下一页的游标；没有更多则为 null。
   */
  next: string | null;
}
/**
 * 查找记录：GET /api/v1/decisions 的查询参数；给出的都要满足，只在调用者的租户里找，新的在前。
 *
 */
export interface RecordSearch {
  kind?: RecordKind;
  /**
   * 问题：所问的问题。
   */
  question?: string;
  /**
   * 状态：决定的状态：determined、indeterminate、not_applicable。
   */
  status?: string;
  /**
   * 行为人：调用者的编号。
   */
  subject?: string;
  about?: RecordId;
  /**
   * 自：这一时刻起的记录；写 UTC 的时刻，例如 2026-11-30T00:00:00Z。
   */
  since?: string;
  /**
   * 至：这一时刻以前的记录，不含这一时刻；写 UTC 的时刻，例如 2026-11-30T00:00:00Z。
   */
  until?: string;
  dayFrom?: Day;
  dayTo?: Day;
  /**
   * 每页：一页的条数，1 至 200 的整数；默认 50。
   */
  limit?: string;
  /**
   * 游标：上一页的 next。
   */
  cursor?: string;
}
/**
 * 已记录：记录的答复：编号、种类、时间、决定（决定和更正才有）和收据。
 *
 */
export interface Recorded {
  id: RecordId;
  kind: RecordKind;
  time: Instant;
  decision?: Decision;
  receipt: Receipt;
}
/**
 * 一处不同：一个条款的一个方面。
 *
 */
export interface ReplayChange {
  /**
   * 条款：条款的 eId；grade 为等级，status 为状态，territory 为添加的区划版本。
   */
  provision: string;
  /**
   * 方面：applies、kept、ground、bar、addressees、areas、grade、status、territory、added、removed 等。
   */
  aspect: string;
  /**
   * 原值：记录的值。
   */
  from?: boolean | null;
  /**
   * 新值：重放的值。
   */
  to?: boolean | null;
}
/**
 * 重放：以原来的输入再评估一次，与记录的结果比较。
 *
 */
export interface Replay {
  id: RecordId;
  /**
   * 相同：结果逐字节相同。
   */
  same: boolean;
  /**
   * 记录的：记录的结果和规则。
   */
  recorded: {
    /**
     * 修订：记录时的规则。
     */
    revision: string;
    /**
     * 结果：记录的结果的摘要。
     */
    result: string;
    territory?: AddedEditions;
  };
  /**
   * 重放的：重放的结果和规则。
   */
  replayed: {
    /**
     * 修订：重放所用的规则。
     */
    revision: string;
    /**
     * 结果：重放的结果的摘要。
     */
    result: string;
    territory?: AddedEditions;
  };
  /**
   * 不同：逐条的不同；输出已经清除的不能比较，为 null。
   */
  changes: ReplayChange[] | null;
  decision: Decision;
}
/**
 * 流的一行请求：一个案件：问什么、事实、读法。一行最大 64 KiB。
 *
 */
export interface StreamLine {
  /**
   * 编号：提交者自己的编号，原样附在答复上；不要填姓名。
   */
  id?: string;
  /**
   * 问题：所问的问题；可问的见 /api/v1/questions。
   */
  question: string;
  facts: Facts;
  options?: Options;
}
/**
 * 流的一行答复：按请求的顺序，每行有行号 line 和 result（答复）或者 problem（问题）；最后一行只有 summary（合计）。
 *
 */
export interface StreamResult {
  /**
   * 行号：请求的行号，从 1 起，空行也计。
   */
  line?: number;
  /**
   * 编号：该行所填的编号。
   */
  id?: string;
  result?: Decision;
  problem?: Problem;
  summary?: StreamSummary;
}
/**
 * 流的合计：流结束时的最后一行。
 *
 */
export interface StreamSummary {
  /**
   * 行数：答复的行数，等于以下五项之和。
   */
  lines: number;
  /**
   * 已定：已定的答复。
   */
  determined: number;
  /**
   * 待查明：待查明的答复。
   */
  indeterminate: number;
  /**
   * 不适用：本办法不适用的答复。
   */
  notApplicable: number;
  /**
   * 未收：不能读或者不符合契约的行。
   */
  refused: number;
  /**
   * 失败：没有得出完整答复的行。
   */
  failed: number;
  /**
   * 规则包：整个流所用的规则包。
   */
  bundle: {
    /**
     * 修订：规则的修订（内容摘要）。
     */
    revision: string;
    /**
     * 摘要：规则包文件的 SHA-256。
     */
    sha256: string;
  };
}
/**
 * 区划版本：管理员添加的一版湖北省行政区划表，截止到某一日。只有数据，没有规则。
 *
 */
export interface TerritoryEdition {
  edition: Day;
  /**
   * 来源：发布机关、文件和取得的途径。
   */
  source: string;
  /**
   * 发布日期：来源发布的日期；来源没有载明的填 null。
   */
  published: Day | null;
  /**
   * 许可：数据的许可。
   */
  license: string;
  /**
   * 层级：表内有的层级；没有乡级的，乡级地方取自其他版本。
   *
   * Items: 层级：prefecture 市（州） · county 县级 · township 乡级。
   */
  levels: ('prefecture' | 'county' | 'township')[];
  /**
   * 数目：来源公布的各级数目；与表内的行数不符即不收，以免无声漏行。
   */
  counts: {
    /**
     * 市（州）数：六位代码末两位为 00 的，不含 420000。
     */
    prefectures: number;
    /**
     * 县级数：其余六位代码，含省直辖和单列的统计单位。
     */
    counties: number;
    /**
     * 乡级数：九位代码；没有乡级的填 0。
     */
    townships: number;
  };
  /**
   * 区划：代码（六位或者九位，42 开头）和名称，照来源一字不改。不收“市辖区”（xx01）、“省直辖县级行政区划”（429000）一类统计的标题。
   */
  divisions: {
    /**
     * 名称：表列名称，不含空白和控制字符。
     */
    [k: string]: string;
  };
}
/**
 * 一项：一项核对。
 *
 */
export interface VerificationCheck {
  /**
   * 项目：leaf 叶合乎格式，columns 编号、种类、时间、行为人、所及的记录与叶一致，input 输入与承诺一致，output 输出与承诺一致，result 输出与结果摘要一致，provenance 输出所说的规则包、区划版本和程序与叶一致，inclusion 叶在检查点的树里，checkpoint 检查点由所知的密钥签名，consistency 这个检查点是最新检查点的开头。
   */
  check: 'leaf' | 'columns' | 'input' | 'output' | 'result' | 'provenance' | 'inclusion' | 'checkpoint' | 'consistency';
  /**
   * 成立：true 成立，false 不成立，null 内容已经清除或者本来没有，不能核对。
   */
  holds: boolean | null;
}
/**
 * 核对：逐项核对的结果。supersededBy、related 是以后的记录说的，叶不约束，不在核对之内；证据包证明更正和清除。
 *
 */
export interface Verification {
  /**
   * 成立：全部成立。
   */
  holds: boolean;
  /**
   * 各项：逐项的结果。
   */
  checks: VerificationCheck[];
}
