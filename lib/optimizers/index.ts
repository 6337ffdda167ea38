import type { Description } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import { learningRateFrom } from '../schedules/index.ts';
import { ema } from './ema.ts';
import type { Optimizer } from './define.ts';
import { lookahead } from './lookahead.ts';
import { rules, type wrapperNames } from './resolve.ts';
import { sam } from './sam.ts';
import { swa } from './swa.ts';

export type { AdadeltaOptions } from './adadelta.ts';
export type { AdagradOptions } from './adagrad.ts';
export type { AdamOptions } from './adam.ts';
export type { AdamaxOptions } from './adamax.ts';
export type { CommonOptions, Optimizer } from './define.ts';
export type { EmaOptions } from './ema.ts';
export type { GroupOptions, Groups } from './groups.ts';
export type { LionOptions } from './lion.ts';
export type { LookaheadOptions } from './lookahead.ts';
export type { MuonOptions } from './muon.ts';
export type { NadamOptions } from './nadam.ts';
export type { RadamOptions } from './radam.ts';
export { type OptimizerLike, resolveOptimizer } from './resolve.ts';
export type { RmspropOptions } from './rmsprop.ts';
export type { RpropOptions } from './rprop.ts';
export type { SamOptions } from './sam.ts';
export type { ScheduleFreeOptions } from './schedule-free.ts';
export type { SgdOptions } from './sgd.ts';
export type { SwaOptions } from './swa.ts';

const wrappers = { lookahead, ema, swa, sam } satisfies Record<(typeof wrapperNames)[number], unknown>;

/** The optimizers, and the wrappers around one of them: `optimizers.ema(optimizers.adam(), { decay: 0.999 })`. */
export const optimizers = { ...rules, ...wrappers };

/** Names of the optimizers that need no other to wrap. */
export const optimizerNames: readonly string[] = Object.keys(rules);

/**
 * The optimizer that a description names. Descriptions come from files: their options are checked as a user's are.
 * @throws ERR_FORMAT for unknown kinds; ERR_OPTION for options outside their ranges.
 */
export function optimizerFrom({ kind, options }: Description): Optimizer {
  if (Object.hasOwn(wrappers, kind)) {
    const { optimizer, ...rest } = options;
    const inner = optimizer as Description | undefined;
    if (typeof inner?.kind !== 'string') throw new RidgelineError('ERR_FORMAT', `optimizer '${kind}' wraps none`);
    return (wrappers as Readonly<Record<string, (inner: Optimizer, options: never) => Optimizer>>)[kind](
      optimizerFrom(inner),
      rest as never,
    );
  }
  if (!Object.hasOwn(rules, kind)) throw new RidgelineError('ERR_FORMAT', `no optimizer is called '${kind}'`);
  return (rules as Readonly<Record<string, (options?: object) => Optimizer>>)[kind](learningRateFrom(options));
}
