/** Makes the Rego facts module and the titles of facts from the facts schema: a misspelt fact fails `opa check`. */
import { definitionOf, resolve, type Schema } from './schemas.ts';

const HEADER = `# Generated from schemas/facts.schema.json by scripts/generate; do not edit.
# One rule per group (opa check then knows its leaves), a leaf is {"fact": path, "value": given value or null}.
# METADATA
# title: 事实
# description: 由契约生成：每组事实一条规则，没有给出的为 null。
package facts

default root := {}

root := input.facts if is_object(input.facts)

# A list that is not given is unknown, which is not empty.
list(group, name) := value if {
	value := object.get(root, [group, name], null)
	is_array(value)
} else := []

# An evaluation counts only with its evaluator, day and evidence.
evaluated(value) := value.value if {
	value.evaluator.organ
	value.on
	count(value.evidence) > 0
} else := null

# An official finding counts only with its organ, day and document.
found(value) := value.value if {
	value.organ
	value.on
	value.document
} else := null
`;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function leafValue(definition: string | undefined, read: string): string {
  if (definition === 'Evaluation') return `evaluated(${read})`;
  if (definition === 'OfficialFinding' || definition === 'OfficialGrade') return `found(${read})`;
  return read;
}

export function factsRego(schemas: ReadonlyMap<string, Schema>): string {
  const facts = schemas.get('facts.schema.json') as Schema;
  const parts = [HEADER];
  for (const [group, property] of Object.entries(facts.properties ?? {})) {
    const [home, definition] = resolve(schemas, 'facts.schema.json', property);
    const leaves: string[] = [];
    const lists: string[] = [];
    for (const [name, leaf] of Object.entries(definition.properties ?? {})) {
      const read = leafValue(definitionOf(leaf), `object.get(root, ["${group}", "${name}"], null)`);
      leaves.push(`\t"${name}": {"fact": "/${group}/${name}", "value": ${read}},`);
      if (leaf.items !== undefined) {
        const [, item] = resolve(schemas, home, leaf.items);
        const fields = Object.entries(item.properties ?? {}).map(([field, schema]) => {
          const value = leafValue(definitionOf(schema), `object.get(element, "${field}", null)`);
          return `\t"${field}": {"fact": $"/${group}/${name}/{i}/${field}", "value": ${value}},`;
        });
        lists.push(
          `${group}_${snake(name)} := [\n{\n${fields.join('\n')}\n} |\n\tsome i, element in list("${group}", "${name}")\n]\n`,
        );
      }
    }
    parts.push(`${group} := {\n${leaves.join('\n')}\n}\n`, ...lists);
  }
  return parts.join('\n');
}

/** Titles by pointer; an element of a list is written with `*` for its index. */
export function factTitles(schemas: ReadonlyMap<string, Schema>): Record<string, string> {
  const titles: Record<string, string> = {};
  const facts = schemas.get('facts.schema.json') as Schema;
  for (const [group, property] of Object.entries(facts.properties ?? {})) {
    const [home, definition] = resolve(schemas, 'facts.schema.json', property);
    for (const [name, leaf] of Object.entries(definition.properties ?? {})) {
      titles[`/${group}/${name}`] = `${property.title}：${leaf.title}`;
      if (leaf.items === undefined) continue;
      const [, item] = resolve(schemas, home, leaf.items);
      for (const [field, schema] of Object.entries(item.properties ?? {}))
        titles[`/${group}/${name}/*/${field}`] = `${leaf.title}：${schema.title}`;
    }
  }
  const options = schemas.get('options.schema.json') as Schema;
  for (const [name, option] of Object.entries(options.properties ?? {})) {
    titles[`/options/${name}`] = `读法：${option.title}`;
    for (const value of option.enum ?? []) titles[`/options/${name}=${value}`] = meaning(name, String(value), option);
  }
  titles['/publication'] = '本办法的发布日期';
  return titles;
}

/** What the description of an option says of one of its values: “…：strict 一律须经评价；presumed 重大事故推定具备。” */
function meaning(name: string, value: string, { description = '' }: Schema): string {
  const [, said] = new RegExp(`(?:^|[：；])${value} ([^；。]+)`).exec(description) ?? [];
  if (said === undefined)
    throw new Error(`options.schema.json: the description of ${name} does not say what ${value} means`);
  return said;
}

/** The readings module: one object, so that a misspelt reading fails `opa check`. */
export function readingsRego(schemas: ReadonlyMap<string, Schema>): string {
  const options = schemas.get('options.schema.json') as Schema;
  const readings = Object.entries(options.properties ?? {}).filter(([, option]) => option.default !== undefined);
  const lines = readings.map(([name, option]) => {
    const allowed = (option.enum ?? []).map((value) => `"${value}"`).join(', ');
    return `\t"${name}": {"option": "/options/${name}", "value": chosen("${name}", [${allowed}])},`;
  });
  return `# Generated from schemas/options.schema.json by scripts/generate; do not edit.
# METADATA
# title: 读法
# description: 有争议之处采用的读法；默认值排在第一位，不在所列之内的取默认值。
package readings

default root := {}

root := input.options if is_object(input.options)

chosen(name, allowed) := root[name] if {
	root[name] in allowed
} else := allowed[0]

readings := {
${lines.join('\n')}
}

default as_if_in_force := false

as_if_in_force if root.asIfInForce == true
`;
}
