/** Functions of two variables that optimizers are tried on: value, gradient, where to start, how many steps. */
export interface Surface {
  readonly name: string;
  readonly start: readonly [number, number];
  readonly steps: number;
  value(x: number, y: number): number;
  gradient(x: number, y: number): readonly [number, number];
}

const ill = 1e4;
const powers = [1, 2, 3];
const targets = [1.5, 2.25, 2.625];
const beale = (x: number, y: number) => powers.map((k, i) => targets[i] - x + x * y ** k);

export const surfaces: readonly Surface[] = [
  {
    name: 'quadratic',
    start: [1, -2],
    steps: 100,
    value: (x, y) => (x * x + y * y) / 2,
    gradient: (x, y) => [x, y],
  },
  {
    // Curvatures 1 and 10^4, turned by 45 degrees: no axis of its own for an optimizer that scales each weight.
    name: 'ill-conditioned',
    start: [1, 0.5],
    steps: 200,
    value: (x, y) => ((x + y) ** 2 + ill * (x - y) ** 2) / 4,
    gradient: (x, y) => [(x + y + ill * (x - y)) / 2, (x + y - ill * (x - y)) / 2],
  },
  {
    name: 'Rosenbrock',
    start: [-1.2, 1],
    steps: 200,
    value: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  },
  {
    name: 'Beale',
    start: [1, 1],
    steps: 200,
    value: (x, y) => beale(x, y).reduce((sum, e) => sum + e * e, 0),
    gradient: (x, y) => {
      const errors = beale(x, y);
      const along = (slope: (k: number) => number) => errors.reduce((sum, e, i) => sum + 2 * e * slope(powers[i]), 0);
      return [along((k) => y ** k - 1), along((k) => x * k * y ** (k - 1))];
    },
  },
  {
    // A saddle at the origin, minima of -1/4 at y = 1 and -1; the start is on the ridge but for a thousandth.
    name: 'saddle',
    start: [1, 1e-3],
    steps: 100,
    value: (x, y) => (x * x - y * y) / 2 + y ** 4 / 4,
    gradient: (x, y) => [x, y ** 3 - y],
  },
];
