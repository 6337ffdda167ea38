/** The two steps of gradient accumulation as pure graphs: a micro-batch adds its gradients to the state, the optimizer's step uses them up. */
import { add, div, mul } from '../ops/binary.ts';
import { constant } from '../ops/core.ts';
import { broadcastTo } from '../ops/movement.ts';
import type { TracedStep } from '../runtime/program.ts';
import { tracing } from '../tensor/tensor.ts';
import type { Columns } from './columns.ts';
import { trainedOf } from './groups.ts';
import { objective } from './objective.ts';
import { type CompiledNetwork, type DeclareScalar, gradientsOf, StepTrace, takeStep } from './steps.ts';

/** Prefix of the names of what a step has added up so far; between steps all of it is 0. */
export const accumulationPrefix = 'accumulation/';
/** Name of the rows that they are of. */
export const accumulationRows: string = `${accumulationPrefix}rows`;
const gradientName = (weight: string): string => `${accumulationPrefix}gradient/${weight}`;

/** The state entries that accumulation needs. */
export const accumulationEntries = (model: Pick<CompiledNetwork, 'parameters' | 'groups'>) =>
  [...trainedOf(model).map((p) => ({ name: gradientName(p.name), shape: p.shape })), { name: accumulationRows, shape: [] }].map((e) => ({
    ...e,
    dtype: 'float32' as const,
  }));

/** (state, batch) -> state with the gradient of the sum over these rows added up. The loss is guarded. */
export function traceAccumulate(model: CompiledNetwork, rows: number, columns: Columns, declare: DeclareScalar): TracedStep {
  const trace = new StepTrace(model, 'train', declare);
  return tracing(trace.graph, () => {
    const { ports, lossHere, ...first } = objective(trace, model, 'train', rows, columns);
    const { found, guards } = gradientsOf(trace, model, first, lossHere);
    for (const [name, gradient] of Object.entries(found)) {
      // Times rows: the step divides by the rows of all micro-batches, of which the last may have fewer.
      trace.next.set(gradientName(name), add(trace.state(gradientName(name)), mul(gradient, rows)));
    }
    trace.next.set(accumulationRows, add(trace.state(accumulationRows), rows));
    return trace.finish(rows, ports, [], guards);
  });
}

/** (state, scalars) -> state with one optimizer step taken by what was added up, which is 0 again. */
export function traceApply(model: CompiledNetwork, declare: DeclareScalar): TracedStep {
  const trace = new StepTrace(model, 'train', declare);
  return tracing(trace.graph, () => {
    const trained = trainedOf(model);
    const rows = trace.state(accumulationRows);
    takeStep(trace, model, Object.fromEntries(trained.map((p) => [p.name, div(trace.state(gradientName(p.name)), rows)])));
    for (const { name, shape } of accumulationEntries(model)) trace.next.set(name, broadcastTo(constant(0, 'float32'), shape));
    return trace.finish(1, [], [], []);
  });
}
