/** What an example prints, compared with what its page shows. */
import { expect } from 'vitest';

const number = /-?\d+(\.\d+)?(e[+-]?\d+)?/g;

/** Words, and numbers apart from them: rounding differs by instruction set, and long runs enlarge it. */
const parts = (text: string) => ({
  words: text.replace(number, '#').replace(/\s+/g, ' ').trim(),
  numbers: [...text.matchAll(number)].map((m) => Number(m[0])),
});
/** Within a tenth, a hundredth where numbers are about 1; what is nearly 0 has only its size in common. */
const near = (a: number, b: number) =>
  Math.abs(a - b) <= Math.max(0.02, 0.1 * Math.abs(b)) || (Math.abs(b) < 1e-6 && Math.abs(a) < 1e-5 && Math.abs(a) > b * b);

/** Expects the same words, and numbers near to those shown. */
export function expectPrinted(stdout: string, page: string): void {
  const [printed, shown] = [parts(stdout), parts(page)];
  expect(printed.words).toBe(shown.words);
  printed.numbers.forEach((v, i) => expect(near(v, shown.numbers[i]), `${v} for ${shown.numbers[i]}`).toBe(true));
}
