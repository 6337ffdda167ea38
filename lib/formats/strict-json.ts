/** A JSON parser for hostile headers: objects become Maps, so that no name is special, and a repeated name is an error, which JSON.parse lets pass. */
export type StrictJson = string | number | boolean | null | StrictJson[] | Map<string, StrictJson>;

/** Deeper than any header; keeps hostile nesting off the call stack. */
const maxDepth = 16;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plainPattern = /[^"\\]*/y;
const spacePattern = /[ \t\n\r]*/y;
const words: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/** Throws SyntaxError with the position for what is not JSON, nests too deep, or repeats a name. */
export function parseStrictJson(text: string): StrictJson {
  let at = 0;
  const fail = (what: string): never => {
    throw new SyntaxError(`${what} at character ${at}`);
  };
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const take = (character: string): boolean => {
    match(spacePattern);
    if (text[at] !== character) return false;
    at++;
    return true;
  };
  const expect = (character: string): void => {
    if (!take(character)) fail(`expected '${character}'`);
  };

  const readString = (): string => {
    const begin = at;
    expect('"');
    for (;;) {
      match(plainPattern);
      if (text[at] === '"') break;
      if (text[at] !== '\\') fail('unfinished string');
      at += 2;
    }
    at++;
    try {
      return JSON.parse(text.slice(begin, at)) as string;
    } catch {
      return fail('bad escape or control character in the string that ends');
    }
  };
  const readObject = (depth: number): Map<string, StrictJson> => {
    const object = new Map<string, StrictJson>();
    expect('{');
    if (take('}')) return object;
    do {
      match(spacePattern);
      const name = readString();
      if (object.has(name)) fail(`the name ${JSON.stringify(name)} is repeated`);
      expect(':');
      object.set(name, readValue(depth + 1));
    } while (take(','));
    expect('}');
    return object;
  };
  const readArray = (depth: number): StrictJson[] => {
    const array: StrictJson[] = [];
    expect('[');
    if (take(']')) return array;
    do array.push(readValue(depth + 1));
    while (take(','));
    expect(']');
    return array;
  };
  const readValue = (depth: number): StrictJson => {
    if (depth > maxDepth) fail(`nested more than ${maxDepth} deep`);
    match(spacePattern);
    const first = text[at];
    if (first === '{') return readObject(depth);
    if (first === '[') return readArray(depth);
    if (first === '"') return readString();
    for (const [word, value] of words) {
      if (!text.startsWith(word, at)) continue;
      at += word.length;
      return value;
    }
    const digits = match(numberPattern);
    return digits === '' ? fail('expected a value') : Number(digits);
  };

  const value = readValue(0);
  match(spacePattern);
  if (at < text.length) fail('expected the end');
  return value;
}
