import { checkOptions, inRange, optional, type Rule, type Rules } from '../check.ts';
import { closed, type Described } from '../describe.ts';
import { type ScheduleLike, scheduleRule, valueAt } from '../schedules/define.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Groups, groupsRule } from './groups.ts';

/** Options that every optimizer takes; they are applied around its rule, never inside it. */
export interface CommonOptions {
  /** A number in [0, inf), one of `schedules`, or a function of the step (from 0); the default is the optimizer's. */
  readonly learningRate?: ScheduleLike;
  /** Decoupled decay in [0, inf): w <- w - learningRate·weightDecay·w beside the step. Loshchilov and Hutter 2019, scaled as in PyTorch. */
  readonly weightDecay?: number;
  /** Bound on each gradient element, in (0, inf); default none. */
  readonly clipValue?: number;
  /** Bound on the norm of each weight's gradient, in (0, inf); default none. */
  readonly clipNorm?: number;
  /** Bound on the norm of all gradients together, in (0, inf); default none. */
  readonly globalClipNorm?: number;
  /**
   * Bound on the norm of each unit's gradient as a share of the norm of its weights, which counts as 1e-3 at least; in (0, inf), default none. A
   * unit is an index of the last axis of a kernel; biases, scales and other vectors are one unit each. Brock et al. 2021.
   */
  readonly adaptiveClip?: number;
  /** What is otherwise for some weights: multipliers of the rate, decay, frozen. Default none; `model.optimizerGroups` changes it later. */
  readonly groups?: Groups;
}
const commonRules = {
  learningRate: optional(scheduleRule),
  weightDecay: optional(inRange('[0, inf)')),
  clipValue: optional(inRange('(0, inf)')),
  clipNorm: optional(inRange('(0, inf)')),
  globalClipNorm: optional(inRange('(0, inf)')),
  adaptiveClip: optional(inRange('(0, inf)')),
  groups: optional(groupsRule),
};

/** A weight that an optimizer is asked about. */
export interface WeightInfo {
  /** As the model knows it: 'dense/kernel'. */
  readonly name: string;
  readonly shape: Shape;
}

/** A value that an optimizer keeps for a weight, of the weight's shape. */
export interface Slot {
  /** What every element is before the first step; 'weight': the weight itself, and setWeights() writes such a slot with it. */
  readonly start: number | 'weight';
  /** One number per weight in place of one per element. */
  readonly scalar?: boolean;
}

/** What the rule of one weight is given: Tensors of one shape, and rank-0 scalars by name. */
export interface UpdateInput<O> {
  /** The weight's. */
  readonly name: string;
  readonly weight: Tensor;
  readonly gradient: Tensor;
  readonly slots: Readonly<Record<string, Tensor>>;
  readonly scalars: Readonly<Record<string, Tensor>>;
  /**
   * What is done around every rule: decay beside the step, by `rate` (default learningRate), the proximal penalty, which needs `stepSize`, and
   * projection onto the constraint.
   */
  readonly settle: (next: Tensor, rate?: Tensor, stepSize?: () => Tensor | undefined) => Tensor;
  readonly options: O;
}
/** What a rule makes of one weight. */
export interface UpdateResult {
  readonly weight: Tensor;
  readonly slots: Readonly<Record<string, Tensor>>;
}

/** Weights, what depends on them, and the scalars of a step: for rules that look at all weights together. */
export interface ProbeInput {
  readonly weights: Readonly<Record<string, Tensor>>;
  readonly gradients: Readonly<Record<string, Tensor>>;
  readonly scalars: Readonly<Record<string, Tensor>>;
}

/** What the step size of one weight follows from. */
export interface StepSizeInput<O> {
  /** Slots before the step. */
  readonly slots: Readonly<Record<string, Tensor>>;
  /** Slots after it. */
  readonly next: Readonly<Record<string, Tensor>>;
  readonly scalars: Readonly<Record<string, Tensor>>;
  readonly options: O;
}

/** From state and gradient to new state, with every number a plan scalar. */
export interface Optimizer extends Described {
  /** The options that are not the rule's, with the default learningRate. */
  readonly common: CommonOptions;
  /** What is kept for a weight, by name. */
  slotsOf(weight: WeightInfo): Readonly<Record<string, Slot>>;
  /** The slot that stands for the weight where the model is evaluated, predicts or is read; absent: the weight itself. */
  readonly view?: string;
  /** Where the gradient that is used is taken, as a function of the weights and the gradient there; absent: at the weights. */
  readonly probe?: (input: ProbeInput) => Readonly<Record<string, Tensor>>;
  /** Weights or layers that its options name: compile refuses those that the model does not have. */
  readonly named?: readonly string[] | undefined;
  /** Statistics of layers are averaged anew over the training data, with the weights of the view, when a fit ends. */
  readonly refreshesStatistics?: boolean;
  /** The options that are numbers, with what each must keep to: all of them may change between runs without compiling. */
  readonly numbers: Readonly<Record<string, Rule<number>>>;
  /** What those numbers are; learningRate, which may be a schedule, is left to tabulate(). */
  readonly values: Readonly<Record<string, number>>;
  /** Every scalar of a step (from 0), learningRate among them, with numbers of the options replaced; `replaced` does not change afterwards. */
  tabulate(step: number, replaced?: Readonly<Record<string, number>>): Record<string, number>;
  /** The rule for one weight, inside a function that is being traced. Its result is settled. */
  update(input: Omit<UpdateInput<never>, 'options'>): UpdateResult;
  /** Proximal penalties can be applied: the rule knows how far a gradient moves a weight. */
  readonly hasStepSize: boolean;
}

/** What an optimizer is made from. */
export interface OptimizerDefinition<O extends CommonOptions> {
  readonly kind: string;
  readonly rules: Rules<Omit<O, keyof CommonOptions>>;
  readonly defaults: Required<Pick<O, 'learningRate'>> & Partial<O>;
  /** What is kept for a weight: slots, or the number that every element of one starts at. */
  slots(options: O, weight: WeightInfo): Readonly<Record<string, number | Slot>>;
  /** See {@link Optimizer.view}. */
  readonly view?: string;
  /** See {@link Optimizer.refreshesStatistics}. */
  readonly refreshesStatistics?: boolean;
  /** See {@link Optimizer.named}. */
  named?(options: O): readonly string[] | undefined;
  /** Numbers of the rule for a step (from 0), beside learningRate. */
  scalars(options: O, step: number): Record<string, number>;
  /** The rule, written element by element. */
  update(input: UpdateInput<O>): UpdateResult;
  /** The rule settles its result itself, as one must whose step is not from weight to weight; default false. */
  readonly settles?: boolean;
  /**
   * How far a gradient of 1 that stays moves each element per step, rank 0 or as the weight; absent for rules that do not scale with the gradient.
   * Proximal penalties are applied with it: where they and the gradient balance, the weight rests.
   */
  stepSize?(input: StepSizeInput<O>): Tensor;
}

/** A factory of optimizers from slots, scalars and a rule. */
export function defineOptimizer<O extends CommonOptions>(definition: OptimizerDefinition<O>): (options?: O) => Optimizer {
  const { kind, rules, defaults } = definition;
  return (given = {} as O) => {
    checkOptions<O>(`optimizers.${kind}`, given, { ...commonRules, ...rules } as unknown as Rules<O>);
    const options = { ...defaults, ...Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)) } as O;
    const bounds = (['weightDecay', 'clipValue', 'clipNorm', 'globalClipNorm', 'adaptiveClip'] as const).filter((name) => options[name]);
    const own = Object.entries<Rule>(rules as Record<string, Rule>).filter(([name]) => typeof options[name as keyof O] === 'number');
    // tabulate() is called for every step of every run: no object more than there must be.
    let replacement: Readonly<Record<string, number>> | undefined;
    let merged = options;
    const optionsWith = (replaced: Readonly<Record<string, number>> | undefined): O => {
      if (replaced === replacement) return merged;
      replacement = replaced;
      merged = replaced ? { ...options, ...replaced } : options;
      return merged;
    };
    return closed(
      {
        kind,
        // The groups are a model's: what they make of its weights is saved with it.
        options: Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'groups')),
        common: options,
        slotsOf: (weight) =>
          Object.fromEntries(
            Object.entries(definition.slots(options, weight)).map(([name, s]) => [name, typeof s === 'number' ? { start: s } : s]),
          ),
        view: definition.view,
        named: definition.named?.(options),
        refreshesStatistics: definition.refreshesStatistics,
        numbers: {
          learningRate: inRange('[0, inf)'),
          ...Object.fromEntries(bounds.map((name) => [name, commonRules[name] as Rule<number>])),
          ...(Object.fromEntries(own) as Record<string, Rule<number>>),
        },
        values: Object.fromEntries([...bounds, ...own.map(([name]) => name)].map((name) => [name, options[name as keyof O] as number])),
        tabulate: (step, replaced) => {
          const o = optionsWith(replaced);
          const row: Record<string, number> = { learningRate: valueAt(`optimizers.${kind}`, o.learningRate as ScheduleLike, step) };
          for (const name of bounds) row[name] = o[name] as number;
          return Object.assign(row, definition.scalars(o, step));
        },
        update: (input) => {
          const result = definition.update({ ...input, options });
          if (definition.settles) return result;
          const { slots, scalars } = input;
          const stepSize = () => definition.stepSize?.({ slots, next: result.slots, scalars, options });
          return { ...result, weight: input.settle(result.weight, undefined, stepSize) };
        },
        hasStepSize: definition.stepSize !== undefined,
      },
      'optimizer',
    );
  };
}
