import t from 'tap';
import { buildApp } from '../../src/http/app.ts';
import { createService } from '../../src/service.ts';

const service = await createService();
const app = buildApp(service);
t.teardown(async () => {
  await app.close();
  await service.close();
});

async function memoOf(question: string, facts: object): Promise<string> {
  const payload = { question, facts, options: { sensitivity: 'none' } };
  const { body } = await app.inject({
    method: 'POST',
    url: '/api/v1/memos',
    payload,
    headers: { accept: 'text/markdown' },
  });
  return body;
}

const accident = {
  occurredOn: '2022-03-01',
  countedOn: '2022-06-01',
  kind: '特种设备',
  deaths: 0,
  seriousInjuries: 0,
  injuredTotal: 0,
  directLossYuan: 200_000,
  divisionCode: '420323103',
};
const specialEquipment = { equipment: '起重机械', craneOverturned: true, craneBroken: false };

t.test('the memo on a crane that overturned names both scales and the item that lifted the grade', async (t) => {
  const memo = await memoOf('grade', { accident, specialEquipment });

  t.match(memo, '事故等级：较大。');
  t.match(memo, '按人数和损失：一般；按《特种设备安全监察条例》：较大；取其高者。');
  t.match(memo, '第六十三条第四项：成立');
});

t.test('the memo says how a body is covered, under which version, and what law came later', async (t) => {
  const subject = { kind: '国有（控股）企业', ownership: '省属', role: '机关', divisionCode: '420100' };
  const memo = await memoOf('applicability', { subject, act: { on: '2022-06-01' } });

  t.match(memo, '所问的机关或者人员：参照执行（企业党组织');
  t.match(memo, '事实发生时本办法施行，2014年暂行办法没有施行。');
  t.match(memo, '《煤矿安全生产条例》（2024-05-01起施行）');
});

t.test(
  'the memo names who investigates, and the unit governed directly by the province for which none is',
  async (t) => {
    const ordinary = { ...accident, kind: '其他', deaths: 3 };
    const [inPrefecture, inXiantao] = [
      await memoOf('applicability', { accident: ordinary }),
      await memoOf('applicability', { accident: { ...ordinary, divisionCode: '429004106' } }),
    ];

    t.match(inPrefecture, '较大事故：十堰市人民政府');
    t.match(inXiantao, '较大事故：没有市级的调查机关。省直管单位没有设区的市级人民政府');
  },
);

t.test('the memo lists what a draft leaves out', async (t) => {
  const ordinary = { ...accident, kind: '其他', deaths: 3 };
  const proposal = { addressees: [{ organ: '竹山县人民政府', subject: '机关' }], addresseesComplete: true };
  const memo = await memoOf('addressees', { accident: ordinary, proposal });

  t.match(memo, '党委 中共竹山县委员会 相关负责人');
  t.notMatch(memo, /政府 竹山县人民政府$/m);
});

t.test('the memo sets the official grade beside the computed and the first one', async (t) => {
  const officialGrade = {
    value: '较大',
    organ: '湖北省人民政府',
    on: '2022-08-01',
    document: { number: '批复（案例假定）' },
  };
  const memo = await memoOf('grade', {
    accident: { ...accident, kind: '其他', deaths: 10, firstReportedDeaths: 2, officialGrade },
  });

  t.match(memo, '以载明文件的官方认定较大为准；按所给事实计算：重大。');
  t.match(memo, '按首次报告的死亡人数：一般。');
});
