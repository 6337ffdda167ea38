import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineChart } from '../../lib/index.ts';

const paths = (svg: string) => [...svg.matchAll(/stroke-width="1.8" d="([^"]*)"/g)].map((m) => m[1]);
const labels = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => m[1]);

describe('lineChart', () => {
  test('draws a curve from corner to corner', () => {
    const svg = lineChart({ series: { loss: [4, 3, 2, 1] }, title: 'a <b>' });
    expect(paths(svg)).toEqual(['M64 36L250.7 142.7L437.3 249.3L624 356']);
    expect(labels(svg)).toContain('a &lt;b&gt;');
  });
  test('logarithmic axes have powers of ten as ticks', () => {
    const svg = lineChart({
      series: {
        a: [
          [1, 1e-3],
          [10, 1],
          [100, 10],
        ],
      },
      xScale: 'log',
      yScale: 'log',
    });
    expect(labels(svg)).toEqual(expect.arrayContaining(['1', '10', '100', '0.001', '0.01', '0.1']));
    expect(paths(svg)[0]).toMatch(/^M64 356L344 116L624 36$/);
  });
  test('what cannot be shown leaves a gap', () => {
    expect(paths(lineChart({ series: { a: [1, 2, Number.NaN, 2, 1] } }))[0].match(/M/g)).toHaveLength(2);
    expect(paths(lineChart({ series: { a: [1, 2, 0, 2, 1] }, yScale: 'log' }))[0].match(/M/g)).toHaveLength(2);
    expect(() => lineChart({ series: { a: [Number.NaN] } })).toThrow('lineChart: no curve has a finite point');
  });
  test('a constant curve has room around it', () => expect(paths(lineChart({ series: { a: [3, 3] } }))[0]).toBe('M64 196L624 196'));
  test('numbers that differ by a rounding only, however large', () => {
    for (const v of [1e30, -1e30, 1e16, 3])
      expect(paths(lineChart({ series: { a: [v, v * (1 + 2 ** -52), v] } }))[0]).toMatch(/^M64 196(\.\d)?L/);
  });
  test('the smallest number there is, on a logarithmic axis', () =>
    expect(lineChart({ series: { a: [Number.MIN_VALUE] }, yScale: 'log' })).not.toMatch(/NaN|Infinity/));
  test.each([
    [{}, 'lineChart: expected an object of arrays of numbers or of [x, y] points for series, got undefined'],
    [{ series: { a: [1] }, xScale: 'root' }, "lineChart: expected one of 'linear', 'log' for xScale, got 'root' (string)"],
    [{ series: { a: [1] }, colour: 1 }, "lineChart: unknown option 'colour'"],
  ])('%o is refused', (options, message) => expect(() => lineChart(options as never)).toThrow(message));
  test('ticks have numbers that can be read', () => {
    const svg = lineChart({
      series: {
        a: [
          [9.999999999999999e-6, 1],
          [1, 2],
        ],
      },
      xScale: 'log',
    });
    expect(labels(svg)).toContain('1e-5');
  });
  test('the legend is where it hides least', () => {
    const place = (values: number[], other: number[] = values) => {
      const [, x, y] = /<text x="(\d+)" y="(\d+)" text-anchor="\w+">name</.exec(
        lineChart({ series: { name: values, other } }),
      ) as RegExpExecArray;
      return [Number(x) > 320 ? 'right' : 'left', ['top', 'middle', 'bottom'][Math.floor((3 * (Number(y) - 36)) / 320)]];
    };
    expect(place([3, 2, 1])).toEqual(['right', 'top']);
    expect(place([1, 2, 3])).toEqual(['left', 'top']);
    expect(place([3, 1, 3])).toEqual(['right', 'bottom']);
    expect(place([3, 3], [1, 1])).toEqual(['right', 'middle']);
    expect(place([...Array<number>(20).fill(3), 1])).toEqual(['left', 'bottom']);
  });
  test('any finite numbers give numbers in the picture', () => {
    const value = fc.double({ min: -1e30, max: 1e30, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), fc.constantFrom('linear', 'log'), (values, yScale) => {
        expect(lineChart({ series: { a: values }, yScale: yScale as 'log' })).not.toMatch(/NaN|Infinity|undefined|false/);
      }),
      { numRuns: 300 },
    );
  });
});
