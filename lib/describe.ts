/**
 * A configurable item (layer, loss, optimizer, ...) as plain data plus functions: `kind` and `options` are all that is needed to make it
 * again, so a model file can carry them.
 */
export interface Described {
  readonly kind: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What is written to a model file for an item; options that are items themselves are described in turn. */
export interface Description {
  kind: string;
  options: Record<string, unknown>;
}

const isDescribed = (value: unknown): value is Described =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Described).kind === 'string' &&
  typeof (value as Described).options === 'object';

/** A value in a description: items in it, also those in lists and records, are described in turn. */
function described(value: unknown): unknown {
  if (isDescribed(value)) return describe(value);
  if (Array.isArray(value)) return value.map(described);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, v]) => (v === undefined ? [] : [[name, described(v)]])));
}

/** The JSON-able description of an item. Undefined options are left out. */
export function describe(item: Described): Description {
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(item.options)) if (value !== undefined) options[name] = described(value);
  return { kind: item.kind, options };
}
