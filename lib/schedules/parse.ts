/** Schedules as text, for the command line: the call that makes one in a program. */
import { nearest } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { type Schedule, schedules } from './index.ts';

const token = /\s*(?:([A-Za-z_]\w*)|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|'([^']*)'|"([^"]*)"|([()[\]{},:]))/y;

interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

function tokens(text: string, fail: (at: number, expected: string) => never): Token[] {
  const found: Token[] = [];
  const end = text.trimEnd().length;
  token.lastIndex = 0;
  while (token.lastIndex < end) {
    const at = token.lastIndex;
    const m = token.exec(text);
    if (!m) fail(at, 'a name, a number, a text in quotes or one of ()[]{},:');
    const [, name, number, single, double, sign] = m as RegExpExecArray;
    const value = name ?? number ?? single ?? double ?? sign;
    const kind = name !== undefined ? 'name' : number !== undefined ? 'number' : sign !== undefined ? 'sign' : 'text';
    found.push({ kind, text: value, at });
  }
  return [...found, { kind: 'end', text: 'the end', at: end }];
}

/**
 * The schedule that a text such as `warmup(100, cosineDecay({ initial: 0.1, steps: 900 }))` calls for: calls of {@link schedules} with numbers,
 * texts, true, false, arrays, objects and other such calls as arguments. Nothing is evaluated but these.
 * @throws ERR_OPTION for any other text, with the place; and whatever the schedule has against its options.
 */
export function parseSchedule(text: string): Schedule {
  const fail = (at: number, expected: string): never => {
    throw new RidgelineError('ERR_OPTION', `schedule: expected ${expected} at character ${at + 1} of '${text}'`);
  };
  const list = tokens(text, fail);
  let next = 0;
  const take = (sign: string): boolean => {
    const found = list[next].kind === 'sign' && list[next].text === sign;
    if (found) next++;
    return found;
  };
  const expect = (sign: string): void => {
    if (!take(sign)) fail(list[next].at, `'${sign}'`);
  };
  /** Items between commas, up to the closing sign; a comma may stand before it. */
  const items = (close: string, item: () => void): void => {
    while (!take(close)) {
      item();
      if (!take(',')) {
        expect(close);
        return;
      }
    }
  };
  const call = (name: Token): Schedule => {
    if (!Object.hasOwn(schedules, name.text)) {
      const known = Object.keys(schedules);
      const near = nearest(name.text, known);
      throw new RidgelineError(
        'ERR_OPTION',
        `schedule: no schedule is called '${name.text}'.${near ? ` Did you mean '${near}'?` : ''} Known: ${known.join(', ')}`,
      );
    }
    expect('(');
    const values: unknown[] = [];
    items(')', () => values.push(value()));
    return (schedules as unknown as Record<string, (...args: unknown[]) => Schedule>)[name.text](...values);
  };
  const value = (): unknown => {
    const t = list[next];
    if (take('[')) {
      const values: unknown[] = [];
      items(']', () => values.push(value()));
      return values;
    }
    if (take('{')) {
      const entries: [string, unknown][] = [];
      items('}', () => {
        const key = list[next++];
        if (key.kind !== 'name' && key.kind !== 'text') fail(key.at, 'the name of an option');
        expect(':');
        entries.push([key.text, value()]);
      });
      return Object.fromEntries(entries);
    }
    next++;
    if (t.kind === 'number') return Number(t.text);
    if (t.kind === 'text') return t.text;
    if (t.kind !== 'name') return fail(t.at, 'a value');
    return t.text === 'true' || t.text === 'false' ? t.text === 'true' : call(t);
  };
  const first = list[next++];
  if (first.kind !== 'name') fail(first.at, 'a schedule, such as linearDecay({ initial: 0.1, steps: 100 })');
  const schedule = call(first);
  if (list[next].kind !== 'end') fail(list[next].at, 'nothing more');
  return schedule;
}
