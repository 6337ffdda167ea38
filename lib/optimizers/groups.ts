/** Options of the optimizer for some weights, by name. */
import { boolean, checkOptions, inRange, optional, type Rule } from '../check.ts';
import { RidgelineError } from '../errors.ts';

/** What an optimizer does otherwise for a weight. */
export interface GroupOptions {
  /** The learning rate is multiplied by it, that of the decay too; in [0, inf), default 1. */
  readonly learningRateMultiplier?: number;
  /** In place of the optimizer's weightDecay, in [0, inf); 0 leaves the weight out of decay. */
  readonly weightDecay?: number;
  /** No gradient is computed, nothing is kept and nothing changes; default false. Its penalty stays in the loss. */
  readonly frozen?: boolean;
}

/**
 * Options by weight name ('dense/kernel'): a function, or a record of patterns, in which `*` stands for any text and `{a,b}` for one of several:
 * `{ '*{bias,gamma,beta}': { weightDecay: 0 } }` leaves biases and normalization out of decay. Where several fit, options of later ones win.
 */
export type Groups = ((name: string) => GroupOptions | undefined) | Readonly<Record<string, GroupOptions>>;

export const groupsRule: Rule<Groups> = {
  expected: 'a function of the weight name or an object of patterns and options',
  invalid: 1,
  test: (v): v is Groups => typeof v === 'function' || (typeof v === 'object' && v !== null && !Array.isArray(v)),
};
/** Is `name` that of the weight, or of its layer? */
export const isCalled = (weight: string, name: string): boolean => weight === name || weight.startsWith(`${name}/`);

/** Throws for a weight or layer that an optimizer's options name and the model does not have. */
export function checkNamed(
  where: string,
  { kind, named = [] }: { readonly kind: string; readonly named?: readonly string[] | undefined },
  names: readonly string[],
): void {
  const unknown = named.find((name) => !names.some((weight) => isCalled(weight, name)));
  if (unknown !== undefined)
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: ${kind} names '${unknown}', which is no weight or layer; weights: ${names.join(', ')}`,
    );
}

/** What their numbers may be. */
export const groupNumberRule = inRange('[0, inf)');
const groupRules = {
  learningRateMultiplier: optional(groupNumberRule),
  weightDecay: optional(groupNumberRule),
  frozen: optional(boolean),
};

function expressionOf(where: string, pattern: string): RegExp {
  const braces = /\{([^{}]*)\}/g;
  if (/[{}]/.test(pattern.replace(braces, '')))
    throw new RidgelineError('ERR_OPTION', `${where}: expected braces in pairs in the pattern '${pattern}' of groups`);
  const literal = (s: string) => s.replace(/[\\^$.|?+()[\]]/g, '\\$&').replace(/\*/g, '.*');
  const source = literal(pattern).replace(braces, (_, inner: string) => `(?:${inner.split(',').join('|')})`);
  return new RegExp(`^${source}$`, 's');
}

/**
 * The options of each weight that has any.
 * @throws ERR_OPTION for options that are unknown or outside their ranges, for a pattern that fits no weight, and where all weights are frozen.
 */
export function resolveGroups(where: string, groups: Groups, names: readonly string[]): Readonly<Record<string, GroupOptions>> {
  const resolved: Record<string, GroupOptions> = {};
  const merge = (name: string, options: GroupOptions) => {
    const given = Object.fromEntries(Object.entries(options).filter(([, v]) => v !== undefined));
    if (Object.keys(given).length > 0) resolved[name] = { ...resolved[name], ...given };
  };
  if (typeof groups === 'function') {
    for (const name of names) {
      const options: unknown = groups(name) ?? {};
      checkOptions<GroupOptions>(`${where}: groups('${name}')`, options, groupRules);
      merge(name, options);
    }
  } else {
    for (const [pattern, options] of Object.entries(groups)) {
      checkOptions<GroupOptions>(`${where}: groups['${pattern}']`, options, groupRules);
      const expression = expressionOf(where, pattern);
      const fitting = names.filter((name) => expression.test(name));
      if (fitting.length === 0)
        throw new RidgelineError('ERR_OPTION', `${where}: the pattern '${pattern}' of groups fits no weight; weights: ${names.join(', ')}`);
      for (const name of fitting) merge(name, options);
    }
  }
  if (names.length > 0 && names.every((name) => resolved[name]?.frozen))
    throw new RidgelineError('ERR_OPTION', `${where}: groups freezes every weight, which leaves nothing to train`);
  return resolved;
}
