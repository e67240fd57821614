/** Spans of evaluations for the trace, where a collector is configured. */
import { SpanStatusCode, trace } from '@opentelemetry/api';

const tracer = trace.getTracer('tongze');

let isTracing = false;

/** From now on somebody receives what is traced. */
export function beginTracing(): void {
  isTracing = true;
}

/**
 * @param evaluate gives what was answered, whose `status` is the outcome; it may run on another thread
 * @throws what `evaluate` throws; the outcome is then `failed`
 */
export async function traced<T extends { readonly status: string }>(
  question: string,
  form: string,
  evaluate: () => Promise<T>,
): Promise<T> {
  if (!isTracing) return evaluate();
  return tracer.startActiveSpan('evaluate', async (span) => {
    let outcome = 'failed';
    try {
      const answered = await evaluate();
      outcome = answered.status;
      return answered;
    } catch (thrown) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw thrown;
    } finally {
      span.setAttributes({ 'tongze.question': question, 'tongze.form': form, 'tongze.outcome': outcome });
      span.end();
    }
  });
}
