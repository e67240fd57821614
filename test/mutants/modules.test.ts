/** What a question or a test can reach is all that its answer rests on. */
import t from 'tap';
import { foundOnly, type Module, reached, readModules } from '../../scripts/mutants/modules.ts';

const all = readModules();
const named = (name: string) => all.filter((module) => module.name === name);
const names = (modules: ReadonlySet<Module>) => [...modules].map(({ name }) => name);

t.test('a question reaches its articles and what they rest on, and no article of another question', async (t) => {
  const narrowed = all.map((module) => (module.name === 'questions.found' ? foundOnly(module, 'grade') : module));

  const found = names(reached(narrowed, named('questions.grade')));

  t.ok(
    ['order_493.v2007.articles.a03', 'order_493.v2007.counts', 'facts', 'logic'].every((name) => found.includes(name)),
  );
  t.notOk(found.includes('order_493.v2007.articles.a29'), 'of applicability alone');
});

t.test('the findings of one question keep their rule and lose those of the others', async (t) => {
  const [module] = named('questions.found') as [Module];

  const { source } = foundOnly(module, 'grade');

  t.match(source, /^grade := /m);
  t.notMatch(source, /^duties := |^article\(/m);
});

t.test('a test of the rules reaches the module it tests and itself', async (t) => {
  const found = names(reached(all, named('test.order_493_limits')));

  t.ok(['test.order_493_limits', 'order_493.v2007.limits', 'calendar'].every((name) => found.includes(name)));
  t.notOk(found.some((name) => name.startsWith('questions.')));
});
