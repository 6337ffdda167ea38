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

/**
 * What is known of an item whose kind and options are all there is to it. 'exact': equal options, equal graphs; 'penalty': also where numbers
 * differ, since they are plan scalars, so long as the same of them are 0; 'optimizer': the same, and the learning rate may be anything.
 */
export type Closed = 'exact' | 'penalty' | 'optimizer';

/** By item; what a user has made, or changed a copy of, is not among them. */
const closedItems = new WeakMap<object, Closed>();

/** Declares an item of this package as closed: neither it nor its options can be changed from here on. */
export function closed<T extends Described>(item: T, what: Closed = 'exact'): T {
  Object.freeze(item.options);
  closedItems.set(item, what);
  return Object.freeze(item);
}

function textOfNumber(value: number, what: Closed): string {
  if (what !== 'exact') return value === 0 ? '0' : 'number';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A value as text, in which everything shows that a graph may follow from; undefined where that cannot be told. */
export function closedText(value: unknown, what: Closed = 'exact'): string | undefined {
  if (typeof value === 'number') return textOfNumber(value, what);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean' || value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return listed(value, (v) => closedText(v, what), '[]');
  if (typeof value !== 'object') return undefined;
  if (isDescribed(value)) {
    const kind = closedItems.get(value);
    const options = kind && textOfRecord(value.options, kind);
    return options === undefined ? undefined : `${value.kind}${options}`;
  }
  return Object.getPrototypeOf(value) === Object.prototype ? textOfRecord(value as Readonly<Record<string, unknown>>, what) : undefined;
}

const textOfRecord = (record: Readonly<Record<string, unknown>>, what: Closed): string | undefined =>
  listed(
    Object.keys(record).filter((name) => what !== 'optimizer' || name !== 'learningRate'),
    (name) => {
      const text = closedText(record[name], what);
      return text === undefined ? undefined : `${JSON.stringify(name)}:${text}`;
    },
    '{}',
  );

function listed<T>(values: readonly T[], textOf: (value: T) => string | undefined, [open, close]: string): string | undefined {
  let all = open;
  for (const value of values) {
    const text = textOf(value);
    if (text === undefined) return undefined;
    all += `${text},`;
  }
  return all + close;
}
