/** Optimizers around an optimizer. */
import { checkOptions, type Rule, type Rules } from '../check.ts';
import { closed } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Optimizer, ProbeInput, Slot, UpdateResult } from './define.ts';
import { type OptimizerLike, resolveOptimizer } from './resolve.ts';

/** What a wrapper is given for one weight after the inner optimizer's step; slots and scalars are its own, by its own names. */
export interface WrapperInput {
  /** The inner optimizer's new weight, settled. */
  readonly weight: Tensor;
  /** What the inner optimizer evaluates: the new weight, or its view. */
  readonly seen: Tensor;
  readonly slots: Readonly<Record<string, Tensor>>;
  readonly scalars: Readonly<Record<string, Tensor>>;
}

/** What a wrapper is made from. */
export interface WrapperDefinition<O extends object> {
  readonly kind: string;
  readonly rules: Rules<O>;
  readonly defaults: Partial<O>;
  readonly slots?: Readonly<Record<string, Slot>>;
  /** The own slot that evaluation reads; absent: what the inner optimizer evaluates. */
  readonly view?: string;
  /** Own numbers for a step (from 0). */
  readonly scalars: (options: O, step: number) => Readonly<Record<string, number>>;
  /** After the inner optimizer's step; absent: nothing more. */
  readonly update?: (input: WrapperInput) => UpdateResult;
  /** See {@link Optimizer.probe}; `scalars` are the own ones. */
  readonly probe?: (input: ProbeInput, options: O) => Readonly<Record<string, Tensor>>;
  /** See {@link Optimizer.refreshesStatistics}. */
  readonly refreshesStatistics?: (options: O) => boolean;
}

/** A wrapper's factory: it refuses to wrap its own kind, which would share its names. */
export function defineWrapper<O extends object>(d: WrapperDefinition<O>): (optimizer: OptimizerLike, options?: O) => Optimizer {
  const where = `optimizers.${d.kind}`;
  const prefix = `${d.kind}.`;
  const prefixed = <T>(own: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(own).map(([name, v]) => [prefix + name, v]));
  const ownOf = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).flatMap(([name, v]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), v]] : [])));
  return (wrapped, given = {} as O) => {
    const inner = resolveOptimizer(where, wrapped);
    checkOptions<O>(where, given, d.rules);
    for (let o: Optimizer | undefined = inner; o; o = o.options.optimizer as Optimizer | undefined) {
      if (o.kind === d.kind) throw new RidgelineError('ERR_OPTION', `${where}: expected an optimizer that has no ${d.kind} around it yet`);
    }
    const options = { ...d.defaults, ...Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)) } as O;
    const own = Object.fromEntries(Object.entries(options).filter((e): e is [string, number] => typeof e[1] === 'number'));
    const ruleOf = (name: string) => d.rules[name as keyof O] as Rule as Rule<number>;
    const { view, probe, update } = d;
    return closed(
      {
        kind: d.kind,
        options: { ...options, optimizer: inner },
        common: inner.common,
        named: inner.named,
        slotsOf: (weight) => ({ ...inner.slotsOf(weight), ...prefixed(d.slots ?? {}) }),
        view: view === undefined ? inner.view : prefix + view,
        probe: probe ? (input) => probe({ ...input, scalars: ownOf(input.scalars) }, options) : inner.probe,
        refreshesStatistics: d.refreshesStatistics?.(options) || inner.refreshesStatistics,
        numbers: { ...inner.numbers, ...prefixed(Object.fromEntries(Object.keys(own).map((name) => [name, ruleOf(name)]))) },
        values: { ...inner.values, ...prefixed(own) },
        tabulate: (step, replaced = {}) => ({
          ...inner.tabulate(step, replaced),
          ...prefixed(d.scalars({ ...options, ...ownOf(replaced) }, step)),
        }),
        hasStepSize: inner.hasStepSize,
        update: (input) => {
          const result = inner.update(input);
          if (!update) return result;
          const seen = inner.view === undefined ? result.weight : result.slots[inner.view];
          const after = update({ weight: result.weight, seen, slots: ownOf(input.slots), scalars: ownOf(input.scalars) });
          return { weight: after.weight, slots: { ...result.slots, ...prefixed(after.slots) } };
        },
      },
      'optimizer',
    );
  };
}
