import { readFileSync } from 'node:fs';
import t from 'tap';
import { buildApp } from '../../src/http/app.ts';
import { createService } from '../../src/service.ts';
import { readCases } from '../support/cases.ts';
import { matchLists } from '../support/lists.ts';

const service = await createService();
// A busy machine is no overload here.
const app = buildApp(service, { limits: { maxEventLoopDelayMs: 0 } });
t.teardown(async () => {
  await app.close();
  await service.close();
});

const example = JSON.parse(readFileSync('src/http/example.json', 'utf8')) as { facts: { accident: object } };
const memoOf = (payload: object, accept = 'text/markdown') =>
  app.inject({ method: 'POST', url: '/api/v1/memos', payload, headers: { accept } });

t.test('the memo gives each clause with citation, quote, conclusion and what is missing', async (t) => {
  const { statusCode, headers, body } = await memoOf(example);

  t.equal(statusCode, 200);
  t.match(headers['content-type'], 'text/markdown');
  for (const line of [
    '### 《湖北省安全生产党政同责实施办法》第十一条第一款第三项：发生重大事故的追责对象——待查明',
    '> 发生重大生产安全责任事故，追究该市（州）党委、政府和省行业、领域监管部门，以及上述党委、政府和监管部门相关负责人的责任。',
    '尚缺：事故·性质严重；事故·社会影响恶劣。',
    '- 党委：中共十堰市委员会，及其相关负责人',
    '发生地：湖北省十堰市张湾区车城路街道',
    '事故等级：重大。',
  ])
    t.match(body, line);
});

t.test('what must not be done now stands among the conclusions', async (t) => {
  const investigation = { findingsMade: false };
  const { body } = await memoOf({ ...example, facts: { ...example.facts, investigation } });

  const conclusions = body.slice(body.indexOf('## 一、结论'), body.indexOf('## 二、'));
  t.match(
    conclusions,
    /现在不得做：\n\n- 就事故先行问责（先问责再调查），见《湖北省安全生产党政同责实施办法》第十一条第三款。依据：/,
  );
  t.notMatch(conclusions, '是否禁止，尚待查明');
});

t.test('a prohibition that only may stand is said apart from those that stand', async (t) => {
  const { body } = await memoOf(example);

  const conclusions = body.slice(body.indexOf('## 一、结论'), body.indexOf('## 二、'));
  t.match(
    conclusions,
    /是否禁止，尚待查明：\n\n- 就事故先行问责（先问责再调查），见.*第十一条第三款。尚缺：事故调查·已经作出调查结论。/,
  );
  t.notMatch(conclusions, '现在不得做');
});

const county = {
  kind: '政府',
  role: '主要负责人',
  level: '县（市、区）',
  organ: '竹山县人民政府',
  divisionCode: '420323',
  reference: 'P-17',
  posts: [{ post: '县长（甲）', appointedBy: '选举' }],
};
const headOf = async (question: string, subject: object | undefined) => {
  const { body } = await memoOf({ question, facts: { subject, act: { on: '2022-03-01' } } });
  return body.slice(0, body.indexOf('## 一、'));
};

t.test('the head names the object asked about as it is written, with its level, kind and role', async (t) => {
  const head = await headOf('procedure', county);

  t.match(head, /^# 适用意见：程序和申诉\n\n所问对象：竹山县人民政府（县（市、区）政府），主要负责人。\n/);
  t.match(await headOf('procedure', { ...county, role: '机关' }), '（县（市、区）政府），机关本身。');
});

t.test('the head tells nobody: neither the number of a person nor the free text of a post', async (t) => {
  const head = await headOf('forms', county);

  t.match(head, '所问对象：竹山县人民政府');
  t.notMatch(head, /P-17|县长|甲/);
});

t.test('the head says what is not stated of the object asked about', async (t) => {
  const place = '所在地为十堰市竹山县（420323）';
  for (const [left, said] of [
    ['organ', `机关名称未填写，${place}，县（市、区）政府，主要负责人。`],
    ['level', '竹山县人民政府（层级未填写，政府），主要负责人。'],
    ['kind', '竹山县人民政府（县（市、区），机关类别未填写），主要负责人。'],
    ['role', '竹山县人民政府（县（市、区）政府），没有填写是机关还是人员。'],
  ] as const)
    t.match(await headOf('procedure', { ...county, [left]: null }), `所问对象：${said}`);
  const nameless = await headOf('procedure', { ...county, organ: null, divisionCode: null });
  t.match(nameless, '所问对象：机关名称未填写，县（市、区）政府，主要负责人。');
  t.match(await headOf('procedure', undefined), '所问对象：没有填写机关或者人员。');
  t.notMatch(await headOf('grade', undefined), '所问对象', 'a grade is not of an object');
});

t.test('what is barred before the consents is said in words, not by the sentence of the duty', async (t) => {
  const facts = {
    subject: { ...county, role: '机关' },
    act: { on: '2022-03-01' },
    accident: { occurred: false },
    procedure: { events: [], eventsComplete: true },
  };
  const { body } = await memoOf({ question: 'procedure', facts });

  const conclusions = body.slice(body.indexOf('## 一、结论'), body.indexOf('## 二、'));
  t.match(
    conclusions,
    /现在不得做：\n\n- 开始调查（须先经党委、政府同意），见《湖北省安全生产党政同责实施办法》第十四条第一款。依据：/,
  );
  t.notMatch(conclusions, '履行本办法第二章所规定的职责不到位，应当追究');
});

t.test('where no accident happened the memo says so, and gives neither place nor grade', async (t) => {
  const facts = { accident: { occurred: false }, subject: county, act: { on: '2022-03-01' } };
  for (const question of ['addressees', 'grounds', 'forms']) {
    const { body } = await memoOf({ question, facts });
    t.match(body, '\n\n没有发生事故。\n\n', question);
    t.notMatch(body, /发生地：|事故等级：/, question);
  }
  t.notMatch(
    (await memoOf({ question: 'duties', facts })).body,
    '没有发生事故。',
    'duties are not asked of an accident',
  );
});

t.test(
  'the bar asks whether findings are made, not for the day of findings that are said not to be made',
  async (t) => {
    const text = await memoOfCase('ACC-F08l');

    t.match(text, /是否禁止，尚待查明：\n\n- 就事故先行问责.*尚缺：事故调查·已经作出调查结论（现填：否）。/);
    t.match(text, '- 事故调查：已经作出调查结论（现填：否）（第九条第二款、第十一条第三款）');
    t.notMatch(text, '作出调查结论的日期');
  },
);

t.test(
  'committee and government of every tier stand under the paragraph that makes them answer together',
  async (t) => {
    const { body } = await memoOf(example);

    const start = body.indexOf('第三条第一款：党政同责——');
    const clause = body.slice(start, body.indexOf('\n### ', start));
    t.match(
      clause,
      '市（州）共同负责的党委和政府：\n\n- 党委：中共十堰市委员会，及其主要负责人\n- 政府：十堰市人民政府，及其主要负责人',
    );
    t.match(clause, '\n\n省级共同负责的党委和政府：');
  },
);

t.test('sections are numbered without a gap, whatever there is to say', async (t) => {
  const options = { sensitivity: 'none' };
  const { body } = await memoOf({ question: 'grade', facts: { accident: { deaths: 3 } }, options });

  const numbers = [...body.matchAll(/^## (.)、/gm)].map(([, number]) => number);
  t.same(numbers, ['一', '二', '三', '四', '五', '六'].slice(0, numbers.length));
  t.ok(numbers.length >= 4);
});

t.test('as HTML the memo is a page that runs nothing, whatever an organ is called', async (t) => {
  const regulators = [{ level: '省', organ: '<img/src=x/onerror=alert(1)>厅' }];
  const accident = { ...example.facts.accident, regulators };
  const { headers, body } = await memoOf({ ...example, facts: { accident } }, 'text/html,application/xhtml+xml');

  t.match(headers['content-type'], 'text/html');
  t.match(headers['content-security-policy'], /default-src 'none'; style-src 'sha256-/);
  t.notMatch(body, '<img');
  t.match(body, '&lt;img/src=x');
});

t.test(
  'an explanation is answered over HTTP, and a provision that the question does not answer is refused',
  async (t) => {
    const ask = (payload: object) => app.inject({ method: 'POST', url: '/api/v1/explanations', payload });

    const answered = await ask({ ...example, about: 'art_11__para_1__item_3' });
    t.equal(answered.statusCode, 200);
    matchLists(t, answered.json(), { question: 'addressees', reasons: [{ provision: 'art_11__para_1__item_3' }] });

    const refused = await ask({ question: 'grade', facts: {}, about: 'art_11__para_1' });
    t.equal(refused.statusCode, 404);
    t.match(refused.json(), { code: 'unknown-provision' });
  },
);

/** The memo of a legal case. */
const memoOfCase = async (id: string) => {
  const found = readCases().find(({ body }) => body.id === id)?.body;
  if (found === undefined) throw new Error(`no legal case ${id}`);
  return service.memo(found.question, found.facts, found.options ?? {}, 'markdown');
};

t.test('a proposed form is held against the list, and the choice is left to the deciding organ', async (t) => {
  const principal = await memoOfCase('LT-064b');
  t.match(principal, '拟采取的形式（是否采取由决定机关决定）：');
  t.match(principal, '- 撤职：第九条第二款对该对象列举（列举为“处分”）；');
  t.match(principal, '须先依照或者先查明是否适用：《湖北省安全生产党政同责实施办法》第九条第三款');

  const organ = await memoOfCase('LT-060');
  t.match(organ, '- 诫勉：第九条第二款只对另一类对象列举；现在不在可以选择之列。');
});

t.test('an exemption that the list supports is said to be granted by the deciding organ', async (t) => {
  t.match(await memoOfCase('LT-056'), '清单支持免责的主张，由责任追究决定机关决定。');
});

t.test('readings, gaps and codes read as Chinese sentences', async (t) => {
  const xiantao = await memoOfCase('LT-037a');
  t.match(xiantao, '换一种读法（读法·省直管单位：按相当于市（州））：');
  t.match(xiantao, '市（州）监管部门：没有。省直管单位没有市（州），按县（市、区）的读法条文没有指明监管部门');

  t.match(await memoOfCase('LT-071'), '责任认定的因素·社会效果：成立，是否做到待查明。该项因素没有评价。');
  t.match(await memoOfCase('shiyan-2021-06-13'), '采用“一律须经评价”；换为“重大事故推定具备”');
});

t.test('the memos of these legal cases show no internal code', async (t) => {
  for (const id of ['LT-037a', 'LT-043a', 'LT-050', 'LT-058', 'LT-064b', 'LT-071', 'LT-077', 'LT-095a']) {
    const text = await memoOfCase(id);
    t.notMatch(text.slice(0, text.indexOf('、出处')), /[a-z]+\\?_[a-z]+/, id);
  }
});

t.test('the next step of a procedure stands among the conclusions and under its clause', async (t) => {
  const text = await memoOfCase('PROC-122f');
  const step = '由十堰市安全生产委员会送责任追究建议书（向按照干部管理权限确定的责任追究决定机关）';

  t.match(text, `下一步：${step}。`);
  const conclusions = text.slice(text.indexOf('## 一、结论'), text.indexOf('## 二、'));
  t.match(conclusions, `程序的下一步：\n\n- ${step}，见`);
});

t.test('a next step is said under a condition while it is open whether the clause speaks', async (t) => {
  const text = await memoOfCase('LT-106');

  t.match(text, '下一步（如果适用该条款）：由十堰市安全生产委员会会同相关部门调查。');
  t.match(text, '- 由十堰市安全生产委员会会同相关部门调查（如果适用该条款），见');
});

t.test(
  'options that have a comma of their own, and reasons that are left out, read apart from the others',
  async (t) => {
    const facts = { subject: { ...county, role: null }, act: { on: '2022-03-01' } };
    const { body } = await memoOf({ question: 'procedure', facts });
    t.match(
      body,
      '可以：向原处理机关申请复核；对复核结果不服的，向公务员主管部门或者上一级机关申诉；不经复核，直接申诉。',
    );

    t.match(await memoOfCase('LT-090'), /：420115；其余从略，共19项。/);
  },
);

t.test('the time limits of an appeal are given with their last day, and whether it came in time', async (t) => {
  const text = await memoOfCase('LT-117b');

  t.match(text, /- 复审：一个月，自收到决定之日（[0-9-]+，当日不计入）起，末日为[0-9-]+/);
  t.match(text, /提出时已经超过期限。|已经在期限以内提出。/);
});

t.test('who bears a duty that the text gives to nobody by name is said', async (t) => {
  t.match(await memoOfCase('LT-124'), '由本级党委、本级政府承担。');
});

t.test('an entry of the ledger is named by its list, its number and whom it is about', async (t) => {
  t.match(await memoOfCase('LT-106'), '- 第十四条程序·步骤（第1项，党委同意）：成立，已做到');
  t.match(await memoOfCase('PROC-72a'), /- 年度台账·履职情况报告（第2项，[^）]+）：成立，已做到/);
});

t.test('among the missing facts an article of another instrument is not taken for one of the measures', async (t) => {
  const text = await memoOfCase('LT-137-procedure');
  const missing = text.slice(text.indexOf('、尚缺的事实'));

  t.match(missing, /（第十四条第一款/);
  t.match(missing, /《中国共产党问责条例》第二十条/);
  t.notMatch(missing, /[（、]第二十条/);
});

t.test(
  'an accident of the register is told by its number, day, place, trade and grade, not by a pointer',
  async (t) => {
    const text = await memoOfCase('LT-090');

    t.match(
      text,
      '台账中一并计入的事故：\n\n- 第1起（台账所列）：2021-09-23，武汉市江夏区（420115），建筑施工，较大事故\n',
    );
    t.notMatch(text, '/register/');
  },
);

t.test('what was not kept is said under a condition while it is open whether the clause speaks', async (t) => {
  const clause = /### [^\n]*第六条第十项第六句[^\n]*——待查明\n(?:(?!###).)*?\n如果成立，则没有做到。/s;
  t.match(await memoOfCase('DUTY-06-10q'), clause);
  t.match(await memoOfCase('PROC-75b'), /：待查明，如果成立，则没有做到。/);
  t.notMatch(await memoOfCase('LT-090'), '如果成立');
});
