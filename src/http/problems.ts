/** The one table of everything that can go wrong over HTTP. */

export interface Kind {
  readonly status: number;
  readonly title: string;
  /** How it comes about, for the documentation. */
  readonly cause: string;
  /** What to do about it; the detail where nothing more precise is known. */
  readonly remedy: string;
  /** OPA's code for it, on OPA's paths. */
  readonly opa: string;
  /** The status on OPA's paths, where it differs: OPA's clients know 400 only. */
  readonly opaStatus?: 400;
}

/** Every problem of the service. `docs/errors.md` is made of it, with an example that was answered so for each. */
export const PROBLEMS = {
  /** The body is no JSON, or JSON that two readers could read differently. */
  'malformed-json': {
    status: 400,
    title: '不是可用的 JSON',
    cause: '请求体不是 JSON，或者是不同的程序会读出不同内容的 JSON；errors 指出哪一行哪一列',
    remedy: '提交一个 UTF-8 编码的 JSON 对象。',
    opa: 'invalid_parameter',
  },
  /** A count given twice is two facts. */
  'duplicate-key': {
    status: 400,
    title: '同一名称出现两次',
    cause: '同一对象里一个名称写了两次；人数写两次就是两个事实',
    remedy: '同一对象里每个名称只写一次。',
    opa: 'invalid_parameter',
  },
  /** URL, headers or query parameters. */
  'invalid-request': {
    status: 400,
    title: '请求的写法有误',
    cause: '网址里的百分号编码、查询参数或者 HTTP 本身的写法不对',
    remedy: '检查网址、查询参数和请求头的写法。',
    opa: 'invalid_parameter',
  },
  /** OPA's paths that would write. */
  'read-only': {
    status: 400,
    title: '只读',
    cause: '用了 OPA 改写规则或者数据的接口',
    remedy: '规则和数据归规则包所有，不能经接口改写（all paths owned by bundle "tongze"）。',
    opa: 'invalid_parameter',
  },
  /** OPA's paths that need partial evaluation. */
  'not-served': {
    status: 400,
    title: '不提供',
    cause: '用了 OPA 的临时查询或者部分求值',
    remedy: '规则编译成 WASM，没有部分求值（not served: no partial evaluation in WASM）；请用 /v1/data 下的入口。',
    opa: 'invalid_parameter',
  },
  /** The route needs to know who asks. */
  'missing-credentials': {
    status: 401,
    title: '没有说明是谁',
    cause: '这个接口要知道是谁，而请求没有 Authorization，或者不是 Bearer',
    remedy: '请求头写 Authorization: Bearer 加密钥或者令牌；第一个密钥用 npm run tongze -- key create 生成。',
    opa: 'unauthorized',
  },
  'unknown-key': {
    status: 401,
    title: '不认识这个密钥',
    cause: '密钥抄得不全、已被撤销，或者不是这个服务发的',
    remedy: '核对密钥是否抄全、是否已被撤销；密钥只在生成时显示一次，遗失的请管理员另发。',
    opa: 'unauthorized',
  },
  'expired-key': {
    status: 401,
    title: '密钥已经过期',
    cause: '密钥过了有效期，或者换发以后旧密钥的宽限期已过',
    remedy: '请管理员另发一个密钥。',
    opa: 'unauthorized',
  },
  /** Signature, issuer, audience, time or claims of a JWT. */
  'invalid-token': {
    status: 401,
    title: '令牌无效',
    cause: '签名、算法、签发者、受众、时间不对，或者没有 sub、exp、租户',
    remedy: '令牌须由配置的签发者签发给本服务，算法、签发者、受众和声明都须相符。',
    opa: 'unauthorized',
  },
  'expired-token': {
    status: 401,
    title: '令牌已经过期',
    cause: '令牌的 exp 已过（已计入时钟容差）',
    remedy: '向签发者换取新的令牌。',
    opa: 'unauthorized',
  },
  'role-missing': {
    status: 403,
    title: '没有所需的角色',
    cause: '身份已经确认，但没有这个接口要求的角色',
    remedy: '请向管理员申请相应的密钥或者令牌。',
    opa: 'forbidden',
  },
  /** A connection that is not encrypted, past the proxy that encrypts. */
  'not-through-proxy': {
    status: 403,
    title: '没有经过代理',
    cause: '服务声明了代理，而这个连接没有经过代理，也没有加密',
    remedy: '这个连接没有加密。请经本服务的代理（https）访问；代理的地址由管理员写在 TONGZE_TRUSTED_PROXIES。',
    opa: 'forbidden',
  },
  /** Without a key a repetition would be a second record. */
  'missing-idempotency-key': {
    status: 400,
    title: '缺少 Idempotency-Key',
    cause: '没有请求头 Idempotency-Key，或者写法不对',
    remedy: '留下记录的请求须有请求头 Idempotency-Key：1 至 128 个可见的 ASCII 字符，例如一个 UUID；重试时用同一个。',
    opa: 'invalid_parameter',
  },
  /** A question or a path under /v1/data that does not exist. */
  'unknown-entrypoint': {
    status: 404,
    title: '没有这个入口',
    cause: '问题的名称写错，或者 /v1/data 下的路径不是入口',
    remedy: '可问的问题见 /api/v1/questions。',
    opa: 'invalid_parameter',
    opaStatus: 400,
  },
  'unknown-provision': {
    status: 404,
    title: '没有这个条款',
    cause: '引用写错，或者收录的两部文件里没有这一款、项',
    remedy: '收录的条款见 /api/v1/provisions；引用写作第十一条第一款第三项、11(1)(3) 或者 eId。',
    opa: 'resource_not_found',
  },
  'unknown-schema': {
    status: 404,
    title: '没有这个契约文件',
    cause: '契约文件的名称写错',
    remedy: '名称如 facts、options、decision；全部见 /openapi.json。',
    opa: 'resource_not_found',
  },
  'unknown-bundle': {
    status: 404,
    title: '没有这个版本的规则包',
    cause: '要的不是正在运行的版本',
    remedy: '只提供正在运行的版本，见 /v1/status。',
    opa: 'resource_not_found',
  },
  'unknown-policy': {
    status: 404,
    title: '没有这个规则文件',
    cause: '规则文件的 id 写错',
    remedy: '全部规则文件见 /v1/policies。',
    opa: 'resource_not_found',
  },
  /** OPA: the document at the path is undefined (v0 and POST / only). */
  'undefined-document': {
    status: 404,
    title: '没有答复',
    cause: '请求体没有 facts，或者路径在答复里没有值；只见于 POST / 和 /v0/data',
    remedy: '该路径没有值。POST / 和 /v0/data 的请求体就是输入本身：{"facts": {…}, "options": {…}}。',
    opa: 'undefined_document',
  },
  'unknown-record': {
    status: 404,
    title: '没有这条记录',
    cause: '编号写错，或者是别的租户的记录',
    remedy: '核对编号；只能看到本租户的记录。',
    opa: 'resource_not_found',
  },
  'unknown-tree': {
    status: 404,
    title: '日志没有这样的树',
    cause: '所要的位置或者叶数不在日志现有的范围里',
    remedy: '位置要小于叶数；叶数（size、first、second）至少 1，不能超过最新的检查点，见 /api/v1/log/checkpoint。',
    opa: 'resource_not_found',
  },
  'not-found': {
    status: 404,
    title: '没有这个网址',
    cause: '网址写错，或者这一版没有这个接口',
    remedy: '接口见 /openapi.json。',
    opa: 'resource_not_found',
  },
  'method-not-allowed': {
    status: 405,
    title: '不接受这个方法',
    cause: '网址对，方法不对；HEAD 也不是 GET，与 OPA 相同',
    remedy: '接受的方法见响应头 Allow。',
    opa: 'method_not_allowed',
  },
  'request-timeout': {
    status: 408,
    title: '请求没有按时发完',
    cause: '十五秒之内没有收全请求，或者十秒之内没有收全请求头',
    remedy: '检查网络，重新提交。',
    opa: 'request_timeout',
  },
  /** The same request under the same key has not ended yet. */
  'idempotency-in-progress': {
    status: 409,
    title: '同一请求正在处理',
    cause: '同一个 Idempotency-Key 的请求还没有处理完',
    remedy: '稍后用同一个 Idempotency-Key 再提交一次，会得到同一个答复。',
    opa: 'conflict',
  },
  'already-superseded': {
    status: 409,
    title: '决定已被更正',
    cause: '这个决定已经有一个更正',
    remedy: '更正要对最新的决定作出，见记录的 supersededBy。',
    opa: 'conflict',
  },
  'not-a-decision': {
    status: 409,
    title: '这条记录不是决定',
    cause: '对确认、清除等记录做了只能对决定做的事，例如清除它没有的输出',
    remedy: '只有决定和更正可以确认、更正、重放，有输出，有证据包；其他的记录只能清除输入。',
    opa: 'conflict',
  },
  /** Bundles, contracts and tables of places are kept by each node for itself. */
  'not-kept': {
    status: 409,
    title: '本节点没有留存',
    cause: '作出决定时的规则包、契约或者添加的区划版本不在这个节点的数据目录里，或者已被改动',
    remedy: '从作出决定的节点或者备份，把 bundles、schemas、territory 里缺少的复制到数据目录，见 docs/records.md。',
    opa: 'conflict',
  },
  'content-erased': {
    status: 410,
    title: '内容已经清除',
    cause: '记录的输入已经按规定清除',
    remedy: '输入已经清除，不能重放；叶和证明仍可核对。',
    opa: 'resource_not_found',
  },
  'bundle-mismatch': {
    status: 412,
    title: '规则版本不符',
    cause: '规则已经换了版本，而 expectBundle 写的是旧的',
    remedy: '运行的规则不是 expectBundle 所指的版本；核对 /api/v1/questions 的 revision，或者不填 expectBundle。',
    opa: 'invalid_parameter',
    opaStatus: 400,
  },
  'too-large': {
    status: 413,
    title: '内容太大',
    cause: '请求体太大；一个决定的事实即使写满也不到 150 kB',
    remedy: '请求体最大 256 KiB。',
    opa: 'too_large',
  },
  'uri-too-long': {
    status: 414,
    title: '网址太长',
    cause: '网址的一段超过 1000 个字符',
    remedy: '缩短网址，或者改用 POST。',
    opa: 'uri_too_long',
  },
  'unsupported-media-type': {
    status: 415,
    title: '不接受这种内容',
    cause: '没有写 Content-Type，写的不是 application/json，字符集不是 UTF-8，或者压缩不是 gzip',
    remedy: '请求头 Content-Type 应为 application/json（UTF-8）；OPA 的路径也可以用 YAML；压缩只用 gzip。',
    opa: 'unsupported_media_type',
  },
  'schema-violation': {
    status: 422,
    title: '不符合契约',
    cause: '内容不符合契约；errors 逐处指出位置、错在什么、应当怎样',
    remedy: '逐处改正 errors 所列的各项，再提交。',
    opa: 'invalid_parameter',
    opaStatus: 400,
  },
  /** Not signed, altered, older, of another contract, or wrong by its own cases. */
  'bundle-refused': {
    status: 422,
    title: '规则包不予使用',
    cause: '要启用或者退回的规则包没有签名、被改过、序号不够大、契约不符、自带的案例没有通过，或者来源里没有它',
    remedy: '原来的规则包照常运行。按 detail 所说的改正，见 docs/bundles.md。',
    opa: 'invalid_parameter',
    opaStatus: 400,
  },
  'too-many-requests': {
    status: 429,
    title: '请求太频繁',
    cause: '一个使用者（匿名的按地址）超过每分钟的次数；或者一个地址连续用无效的凭据',
    remedy: '请按响应头 Retry-After 所写的秒数稍后再试；经常需要更多的，请管理员发一个每分钟次数较高的密钥。',
    opa: 'too_many_requests',
  },
  'idempotency-conflict': {
    status: 422,
    title: 'Idempotency-Key 已用于另一个请求',
    cause: '同一个 Idempotency-Key 已经用于内容不同的请求',
    remedy: '内容不同的请求用新的 Idempotency-Key；原请求的输入已经清除的，也不能再用原来的。',
    opa: 'invalid_parameter',
    opaStatus: 400,
  },
  /** State and work secrets stay outside. Nothing of the request is kept or logged. */
  'classified-material': {
    status: 422,
    title: '密级没有写明，或者不接收',
    cause: '没有写明密级，或者密级不是公开、内部',
    remedy:
      '只接受密级（classification）为公开或者内部的材料，须写明；国家秘密、工作秘密不得提交。内容没有保存，也没有记入日志。',
    opa: 'invalid_parameter',
    opaStatus: 400,
  },
  'headers-too-large': {
    status: 431,
    title: '请求头太大',
    cause: '请求头加网址超过 16 KiB',
    remedy: '缩短网址和请求头；GET 的 input 太长的改用 POST。',
    opa: 'headers_too_large',
  },
  /** The engine gave no whole answer. Never an answer that is not whole. */
  'evaluation-error': {
    status: 500,
    title: '评估没有得出完整的答复',
    cause: '引擎没有给出恰好一个、符合契约的答复，或者超过了期限；不完整的答复从不交出',
    remedy: '没有作出任何决定。请把 instance 的编号告诉管理员。',
    opa: 'internal_error',
  },
  'bundle-damaged': {
    status: 500,
    title: '规则包损坏',
    cause: '磁盘上的规则包与随版本发布的摘要值不符',
    remedy: '规则包与随版本发布的摘要值不符，不予提供。请告诉管理员。',
    opa: 'internal_error',
  },
  'internal-error': {
    status: 500,
    title: '内部错误',
    cause: '没有预料到的错误；日志里有编号和位置，没有请求的内容',
    remedy: '没有作出任何决定。请把 instance 的编号告诉管理员。',
    opa: 'internal_error',
  },
  /** A token could not be checked. */
  'issuer-unavailable': {
    status: 503,
    title: '令牌暂时无法核对',
    cause: '核对令牌要用签发者的公钥，而签发者没有答复',
    remedy: '签发者没有给出公钥。稍后再试；一直如此的，请管理员核对 TONGZE_TOKEN_JWKS 所指的地址。',
    opa: 'issuer_unavailable',
  },
  /** Nobody reads a record without a trace of it. */
  'audit-unavailable': {
    status: 503,
    title: '暂时不能读取记录',
    cause: '磁盘已满、没有权限，审计写不进去',
    remedy: '读取记录须先写审计，而审计没有写成。请管理员检查数据目录的空间和权限。',
    opa: 'audit_unavailable',
  },
  overloaded: {
    status: 503,
    title: '暂时繁忙',
    cause: '请求多于能处理的，多出的不受理，以免全都变慢',
    remedy: '请按响应头 Retry-After 所写的秒数稍后再试。',
    opa: 'overloaded',
  },
  'store-unavailable': {
    status: 503,
    title: '记录的数据库暂时不可用',
    cause: '连不上数据库，它正忙，或者代为签署日志的命令（TONGZE_LOG_SIGNER）没有签',
    remedy: '可能已经记录，也可能没有：稍后用同一个 Idempotency-Key 再提交一次，不会重复。',
    opa: 'overloaded',
  },
  'store-damaged': {
    status: 500,
    title: '记录的数据库有损坏',
    cause: '数据库的文件读出的不是写入的，或者磁盘没有照做',
    remedy: '没有答复为成功的，以核对（npm run tongze -- verify）为准。请告诉管理员。',
    opa: 'internal_error',
  },
  'store-full': {
    status: 507,
    title: '磁盘已满',
    cause: '数据库所在的磁盘没有空间',
    remedy: '没有记录；已有的记录仍可读取。请告诉管理员腾出空间，再用同一个 Idempotency-Key 提交。',
    opa: 'internal_error',
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type ProblemCode = keyof typeof PROBLEMS;
