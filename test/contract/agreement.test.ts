import t from 'tap';
import { checkAgreement } from '../../src/contract/agreement.ts';

const found = (facts: object, base?: string) =>
  checkAgreement(facts, base).map(({ code, pointer }) => `${pointer} ${code}`);

t.test('two days in an impossible order are refused at the later one, the same day is not', async (t) => {
  const appeal = { decisionReceivedOn: '2022-07-01', previousReceivedOn: '2022-08-01', filedOn: '2022-08-15' };
  t.strictSame(found({ appeal }), []);
  t.strictSame(found({ appeal: { ...appeal, filedOn: '2022-08-01' } }), []);
  t.strictSame(found({ appeal: { ...appeal, filedOn: '2022-07-31' } }), ['/appeal/filedOn impossible_order']);
  t.strictSame(found({ appeal: { ...appeal, previousReceivedOn: '2022-06-30' } }, '/facts'), [
    '/facts/appeal/previousReceivedOn impossible_order',
  ]);
  t.strictSame(found({ act: { from: '2022-01-02', until: '2022-01-01' } }), ['/act/until impossible_order']);
});

t.test('a day of a register is compared with its own entry, its year and its day only', async (t) => {
  const supervision = {
    year: 2023,
    asOf: '2024-01-31',
    inspections: [
      { on: '2023-03-01', closedOn: '2023-02-28' },
      { on: '2023-01-01', closedOn: '2023-06-01' },
    ],
    reports: [{ filedOn: '2024-01-31' }, { filedOn: '2024-02-01' }, {}],
    awards: [{ consultedOn: '2024-02-01' }],
  };
  t.strictSame(found({ supervision }), [
    '/supervision/asOf impossible_order',
    '/supervision/inspections/0/closedOn impossible_order',
    '/supervision/asOf impossible_order',
  ]);
  t.strictSame(found({ supervision: { year: 2023, dueOn: '2023-01-01', reviewsDueOn: '2022-12-31' } }), [
    '/supervision/reviewsDueOn impossible_order',
  ]);
  t.strictSame(found({ supervision: { establishedOn: '2023-05-02', abolishedOn: '2023-05-01' } }), [
    '/supervision/abolishedOn impossible_order',
  ]);
});

t.test('a body has no register of a year in which it was not there at all', async (t) => {
  const year = (days: object) => found({ supervision: { year: 2023, ...days } });
  t.strictSame(year({ establishedOn: '2023-12-31', abolishedOn: '2024-05-01' }), []);
  t.strictSame(year({ abolishedOn: '2023-01-01' }), []);
  t.strictSame(year({ establishedOn: '2024-01-01' }), ['/supervision/year impossible_order']);
  t.strictSame(year({ abolishedOn: '2022-12-31' }), ['/supervision/abolishedOn impossible_order']);
});

t.test('what is not known, or null, is in no order', async (t) => {
  for (const facts of [{}, { appeal: null }, { appeal: { filedOn: '2022-01-01', decisionReceivedOn: null } }])
    t.strictSame(found(facts), []);
  t.strictSame(found({ supervision: { year: null, reports: null, awards: [{}] } }), []);
});

t.test('a day beside the statement that there is none is refused, neither is preferred', async (t) => {
  t.strictSame(found({ appeal: { decisionMade: false, decisionReceivedOn: '2022-07-01' } }), [
    '/appeal/decisionReceivedOn contradictory',
  ]);
  t.strictSame(found({ supervision: { awards: [{ consulted: true, consultedOn: '2023-01-01' }] } }), []);
  t.strictSame(
    found({ supervision: { awards: [{ consulted: false }, { consulted: false, consultedOn: '2023-01-01' }] } }),
    ['/supervision/awards/1/consultedOn contradictory'],
  );
});

const OF_AN_ACCIDENT = [
  'consequences: massIncidentCaused rescueFailed',
  'conduct: uncooperative untruthfulReport shirking instigatedFraud obstruction',
  'personal: relatedToAccident leadershipForAccident lossEnlarged lossReduced',
];

t.test('what only an accident can bring about is refused beside the statement that there was none', async (t) => {
  for (const line of OF_AN_ACCIDENT) {
    const [group = '', names = ''] = line.split(': ');
    for (const name of names.split(' ')) {
      const beside = (occurred: boolean | null, value: unknown) =>
        found({ accident: { occurred }, [group]: { [name]: value } });
      t.strictSame(beside(false, { value: true }), [`/${group}/${name} contradictory`]);
      for (const value of [null, { value: false }, { value: null }]) t.strictSame(beside(false, value), []);
      for (const occurred of [true, null]) t.strictSame(beside(occurred, { value: true }), []);
    }
  }
});

t.test('a failure that led to an accident is refused where there was none, by its own entry', async (t) => {
  const failures = [{ ledToAccident: false }, {}, { ledToAccident: true }];
  t.strictSame(found({ accident: { occurred: false }, performance: { failures } }, '/facts'), [
    '/facts/performance/failures/2/ledToAccident contradictory',
  ]);
  t.strictSame(found({ accident: {}, performance: { failures } }), []);
});

t.test('what may come without an accident stands beside the statement that there was none', async (t) => {
  const yes = { value: true };
  const consequences = {
    severePoliticalImpact: yes,
    reputationHarmed: yes,
    massIncidentGrade: '重大',
    rescueNotProvided: yes,
  };
  const personal = {
    dutiesNotPerformed: yes,
    interfered: yes,
    misreporting: yes,
    pursuedForAccident: true,
    vetoApplied: true,
    remedied: yes,
  };
  const conduct = { uncooperative: yes, shirking: yes };
  const of = (inquiry: object) => found({ accident: { occurred: false }, conduct: { ...conduct, ...inquiry } });
  t.strictSame(found({ accident: { occurred: false }, consequences, personal }), []);
  t.strictSame(of({ inquiry: '另一起事故的调查' }), []);
  t.equal(of({}).length, 2);
  t.equal(of({ inquiry: null }).length, 2, 'an inquiry that is not known is not said to be another');
});

t.test('nothing of an accident lies before its day, and no investigation ends before it begins', async (t) => {
  const occurredOn = '2022-03-02';
  const of = (on: string, findingsOn = on) => ({
    accident: { occurredOn, countedOn: on, laterDeaths: [{ on: occurredOn }, { on }] },
    investigation: { startedOn: on, findingsOn },
  });
  t.strictSame(found(of(occurredOn)), []);
  t.strictSame(found(of('2022-03-01')).sort(), [
    '/accident/countedOn impossible_order',
    '/accident/laterDeaths/1/on impossible_order',
    '/investigation/findingsOn impossible_order',
    '/investigation/startedOn impossible_order',
  ]);
  t.strictSame(found(of('2022-03-04', '2022-03-03')), ['/investigation/findingsOn impossible_order']);
  t.strictSame(found({ investigation: of('2022-03-01').investigation }), [], 'an accident of no day is before nothing');
  const { laterDeaths: _, ...undated } = of('2022-03-01').accident;
  t.strictSame(found({ accident: { ...undated, occurredOn: null, laterDeaths: null } }), []);
});

t.test('findings of a day are refused where none are said to be made', async (t) => {
  const of = (findingsMade: boolean | null) => found({ investigation: { findingsMade, findingsOn: '2022-06-01' } });
  t.strictSame(of(false), ['/investigation/findingsOn contradictory']);
  for (const made of [true, null]) t.strictSame(of(made), []);
  t.strictSame(found({ investigation: { findingsMade: false, findingsOn: null } }), []);
});

t.test('the seriously injured and poisoned are no more than all of the injured', async (t) => {
  const accident = { seriousInjuries: 5, acutePoisonings: 3, injuredTotal: 8 };
  const of = (changed: object) => found({ accident: { ...accident, ...changed } }, '/facts');
  const refused = ['/facts/accident/injuredTotal contradictory'];
  t.strictSame(of({}), []);
  t.strictSame(of({ injuredTotal: 7 }), refused);
  t.strictSame(of({ injuredTotal: 5, acutePoisonings: null }), []);
  t.strictSame(of({ injuredTotal: 4, acutePoisonings: null }), refused);
  t.strictSame(of({ injuredTotal: 2, seriousInjuries: undefined }), refused);
  t.strictSame(of({ injuredTotal: null }), []);
  t.strictSame(found({ accident: { injuredTotal: 0 } }), []);
});

t.test('the counts that are given are named, those that are not are not', async (t) => {
  const [both] = checkAgreement({ accident: { seriousInjuries: 5, acutePoisonings: 3, injuredTotal: 7 } });
  const [one] = checkAgreement({ accident: { seriousInjuries: 9, acutePoisonings: null, injuredTotal: 7 } });
  t.equal(both?.message, '“重伤人数”“单独统计的急性工业中毒人数”之和多于“受伤总人数”，相互矛盾。');
  t.equal(one?.message, '“重伤人数”多于“受伤总人数”，相互矛盾。');
  t.match(both?.remedy, '核对 /accident/seriousInjuries、/accident/acutePoisonings 和 /accident/injuredTotal');
  t.match(one?.remedy, '核对 /accident/seriousInjuries 和 /accident/injuredTotal');
});

t.test('both facts are named where one excludes the other', async (t) => {
  const [item] = checkAgreement({ accident: { occurred: false }, conduct: { shirking: { value: true } } }, '/facts');
  t.match(item?.message, /“发生了事故”.*“敷衍塞责、推卸责任”.*矛盾/);
  t.match(item?.remedy, /\/facts\/accident\/occurred 和 \/facts\/conduct\/shirking/);
});

t.test('no value of the request is repeated', async (t) => {
  const items = checkAgreement({ appeal: { filed: false, decisionReceivedOn: '2022-07-19', filedOn: '2022-06-28' } });
  t.equal(items.length, 2);
  for (const { message, remedy } of items) t.notMatch(`${message}${remedy}`, /2022|07-19|06-28/);
});
