import { expect, test } from 'vitest';
import { textChart } from '../../lib/report/text-chart.ts';

test('a falling line', () => {
  expect(textChart([4, 3, 2, 1, 0], { height: 5 })).toBe(
    ['4 |*', '  | *', '2 |  *', '  |   *', '0 |    *', '  +-----', '   0   4'].join('\n'),
  );
});
test('a spike among more values than columns is not lost', () => {
  const values = new Array<number>(1000).fill(0);
  values[500] = 1;
  const lines = textChart(values, { width: 40, height: 4 }).split('\n');
  expect(lines[0]).toBe(`  1 |${' '.repeat(20)}*`);
  expect(lines[3]).toBe(`  0 |${'*'.repeat(40)}`);
  expect(lines[5].trimStart()).toMatch(/^0 +999$/);
  expect(lines[5].length).toBe(lines[4].length);
});
test('one value; a flat line; a gap', () => {
  expect(textChart([0.1], { height: 2 })).toBe(['    |', '0.1 |*', '    +-', '     0'].join('\n'));
  expect(textChart([2, 2, 2], { height: 3 }).split('\n')[2]).toBe('2 |***');
  expect(textChart([0, Number.NaN, 1], { height: 2 }).split('\n').slice(0, 2)).toEqual(['1 |  *', '0 |*']);
});
