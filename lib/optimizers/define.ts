import { checkOptions, inRange, optional, type Rule, type Rules } from '../check.ts';
import type { Described } from '../describe.ts';
import { type ScheduleLike, scheduleRule, valueAt } from '../schedules/define.ts';
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

/** What the rule of one weight is given: Tensors of one shape, and rank-0 scalars by name. */
export interface UpdateInput<O> {
  readonly weight: Tensor;
  readonly gradient: Tensor;
  readonly slots: Readonly<Record<string, Tensor>>;
  readonly scalars: Readonly<Record<string, Tensor>>;
  readonly options: O;
}
/** What a rule makes of one weight. */
export interface UpdateResult {
  readonly weight: Tensor;
  readonly slots: Readonly<Record<string, Tensor>>;
}

/** From state and gradient to new state, with every number a plan scalar. */
export interface Optimizer extends Described {
  /** The options that are not the rule's, with the default learningRate. */
  readonly common: CommonOptions;
  /** Names of the values kept per weight. */
  readonly slotNames: readonly string[];
  /** What every element of a slot is before the first step, by slot. */
  readonly slotStarts: Readonly<Record<string, number>>;
  /** The options that are numbers, with what each must keep to: all of them may change between runs without compiling. */
  readonly numbers: Readonly<Record<string, Rule<number>>>;
  /** Every scalar of a step (from 0), learningRate among them, with numbers of the options replaced. */
  tabulate(step: number, replaced?: Readonly<Record<string, number>>): Record<string, number>;
  /** The rule for one weight, inside a function that is being traced. */
  update(input: Omit<UpdateInput<never>, 'options'>): UpdateResult;
}

/** What an optimizer is made from. */
export interface OptimizerDefinition<O extends CommonOptions> {
  readonly kind: string;
  readonly rules: Rules<Omit<O, keyof CommonOptions>>;
  readonly defaults: Required<Pick<O, 'learningRate'>> & Partial<O>;
  /** Slots, and what every element of each starts at. */
  slots(options: O): Readonly<Record<string, number>>;
  /** Numbers of the rule for a step (from 0), beside learningRate. */
  scalars(options: O, step: number): Record<string, number>;
  /** The rule, written element by element. */
  update(input: UpdateInput<O>): UpdateResult;
}

/** A factory of optimizers from slots, scalars and a rule. */
export function defineOptimizer<O extends CommonOptions>(definition: OptimizerDefinition<O>): (options?: O) => Optimizer {
  const { kind, rules, defaults } = definition;
  return (given = {} as O) => {
    checkOptions<O>(`optimizers.${kind}`, given, { ...commonRules, ...rules } as unknown as Rules<O>);
    const options = { ...defaults, ...Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)) } as O;
    const starts = definition.slots(options);
    const bounds = (['weightDecay', 'clipValue', 'clipNorm', 'globalClipNorm', 'adaptiveClip'] as const).filter((name) => options[name]);
    const own = Object.entries<Rule>(rules as Record<string, Rule>).filter(([name]) => typeof options[name as keyof O] === 'number');
    return {
      kind,
      // The groups are a model's: what they make of its weights is saved with it.
      options: Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'groups')),
      common: options,
      slotNames: Object.keys(starts),
      slotStarts: starts,
      numbers: {
        learningRate: inRange('[0, inf)'),
        ...Object.fromEntries(bounds.map((name) => [name, commonRules[name] as Rule<number>])),
        ...(Object.fromEntries(own) as Record<string, Rule<number>>),
      },
      tabulate: (step, replaced = {}) => {
        const o = { ...options, ...replaced };
        return {
          learningRate: valueAt(`optimizers.${kind}`, o.learningRate as ScheduleLike, step),
          ...Object.fromEntries(bounds.map((name) => [name, o[name] as number])),
          ...definition.scalars(o, step),
        };
      },
      update: (input) => definition.update({ ...input, options }),
    };
  };
}
