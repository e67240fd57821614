/** The OpenAPI document with examples that the released bundle has answered. */
import { readFileSync } from 'node:fs';
import { schemas } from '../../src/contract/schemas.ts';
import { createService, type ServiceOptions } from '../../src/service.ts';
import { openapiDocument } from '../generate/openapi/document.ts';
import { examples } from '../generate/openapi/examples.ts';

export const OPENAPI = 'src/contract/generated/openapi.json';

/** @param bundles the bundles that answer; those of the last build if absent */
export async function openapiText(bundles?: ServiceOptions['bundles']): Promise<string> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const service = await createService(bundles === undefined ? {} : { bundles });
  try {
    const document = openapiDocument(schemas, version, await examples(service.decide));
    return `${JSON.stringify(document, null, 1)}\n`;
  } finally {
    await service.close();
  }
}
