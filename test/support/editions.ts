/** An edition of the division table as an operator adds one. */
import { readFileSync } from 'node:fs';

export type Edition = Record<string, unknown> & { divisions: Record<string, string>; counts: Record<string, number> };

export const EXISTING = JSON.parse(readFileSync('policies/territory/editions/data.json', 'utf8')) as Record<
  string,
  { divisions: Record<string, string> }
>;

/** The edition of 2023 a year and a half later: 竹山县 has become a city under another code. */
export function edition(changes: (edition: Edition) => void = () => undefined): Edition {
  const divisions = { ...EXISTING['2023-06-30']?.divisions };
  for (const [code, name] of Object.entries(divisions))
    if (code.startsWith('420323')) {
      delete divisions[code];
      divisions[code.replace('420323', '420383')] = name === '竹山县' ? '竹山市' : name;
    }
  const made: Edition = {
    edition: '2024-12-31',
    source: '测试用的区划表',
    published: null,
    license: '仅供测试',
    levels: ['prefecture', 'county', 'township'],
    counts: { prefectures: 13, counties: 105, townships: 1475 },
    divisions,
  };
  changes(made);
  return made;
}
