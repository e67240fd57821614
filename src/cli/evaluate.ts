/** `evaluate`: one evaluation without a service, for scripts and for machines without a network. */
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { readConfiguration } from '../contract/configuration.ts';
import { checkFacts } from '../contract/facts.ts';
import type { EvaluationRequest } from '../contract/generated/types.ts';
import type { DivisionTable } from '../contract/places.ts';
import { validate } from '../contract/validate.ts';
import { parseJson } from '../kernel/json.ts';
import { createService, type TongzeService } from '../service.ts';
import { CommandFailed } from './program.ts';

interface Options {
  readonly question?: string;
  readonly output: 'json' | 'markdown' | 'html';
}

export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('评估一个文件里的事实，不启动服务，不留记录')
    .argument('[文件]', '与 POST /api/v1/evaluations 的请求体相同的 JSON；不填或者填 - 读标准输入', '-')
    .option('--question <问题>', '代替文件里的 question')
    .addOption(
      new Option('--output <格式>', 'json 决定；markdown、html 适用意见')
        .choices(['json', 'markdown', 'html'])
        .default('json'),
    )
    .action(async (file: string, options: Options) => {
      const service = await createService({ territory: readConfiguration(process.env).TONGZE_TERRITORY });
      try {
        const { question, facts, options: readings } = requestOf(service, read(file), options.question);
        if (options.output !== 'json') console.log(await service.memo(question, facts, readings ?? {}, options.output));
        else console.log(JSON.stringify(await service.decide(question, facts, readings ?? {}), null, 2));
      } finally {
        await service.close();
      }
    });
}

function read(file: string): Uint8Array {
  try {
    // Descriptor 0 is standard input.
    return readFileSync(file === '-' ? 0 : file);
  } catch (thrown) {
    throw new CommandFailed(`不能读取 ${file}（${(thrown as NodeJS.ErrnoException).code}）`);
  }
}

/** @throws {CommandFailed} with every place that does not conform to the contract */
function requestOf(service: TongzeService, bytes: Uint8Array, question: string | undefined): EvaluationRequest {
  const given = parseJson(bytes);
  const body = question === undefined ? given : { ...(given as object), question };
  const items = validate('evaluation-request.schema.json', body);
  const { territory } = service.data as { readonly territory: DivisionTable };
  const faults = items.length > 0 ? items : checkFacts((body as EvaluationRequest).facts, territory, '/facts');
  const asked = (body as Partial<EvaluationRequest> | null)?.question;
  if (faults.length === 0 && !service.questions.includes(asked as string))
    throw new CommandFailed(`没有这个问题；可问的有：${service.questions.join('、')}`);
  if (faults.length > 0)
    throw new CommandFailed(
      `不符合契约，没有评估：\n${faults.map(({ pointer, message, remedy }) => `  ${pointer || '/'}：${message}${remedy}`).join('\n')}`,
    );
  return body as EvaluationRequest;
}
