/** Times an evaluation, for the metrics and, where a collector is configured, for the trace. */
import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { Evaluation } from './metrics.ts';

const tracer = trace.getTracer('tongze');

/**
 * Runs one evaluation and tells of it.
 *
 * @param evaluate gives the reply of the policy, the `status` of whose answer is the outcome
 * @throws what `evaluate` throws; the outcome is then `failed`
 */
export async function observed<T extends { readonly answer: { readonly status: string } }>(
  question: string,
  form: string,
  tell: (evaluation: Evaluation) => void,
  evaluate: () => T | Promise<T>,
): Promise<T> {
  return tracer.startActiveSpan('evaluate', async (span) => {
    const started = performance.now();
    let outcome = 'failed';
    try {
      const reply = await evaluate();
      outcome = reply.answer.status;
      return reply;
    } catch (thrown) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw thrown;
    } finally {
      tell({ question, form, outcome, seconds: (performance.now() - started) / 1000 });
      span.setAttributes({ 'tongze.question': question, 'tongze.form': form, 'tongze.outcome': outcome });
      span.end();
    }
  });
}
