/**
 * What every optimizer reaches on five surfaces, in float64: the value, at the weights that evaluation uses, after the surface's number of
 * steps. The rate is the one of 1, 3 and 10 times powers of ten that gets furthest.
 */
import { describe, expect, test } from 'vitest';
import { type Optimizer, optimizers } from '../../lib/optimizers/index.ts';
import { optimize } from '../support/optimize.ts';
import { type Surface, surfaces } from '../support/surfaces.ts';

const o = optimizers;
type Make = (learningRate: number) => Optimizer;
/** Rate and value for each of the surfaces. */
type Row = readonly [rate: number, value: number];

const reached = (make: Make, rate: number, surface: Surface): number => {
  const at = ({ w: [x, y] }: Readonly<Record<string, readonly number[]>>) => ({ w: surface.gradient(x, y) });
  const states = optimize(make(rate), { w: surface.start }, { steps: surface.steps, at }, {}, { w: [2, 1] });
  const [x, y] = states[states.length - 1].views.w;
  return surface.value(x, y);
};
/** By optimizer; columns: quadratic, ill-conditioned (condition number 1e4), Rosenbrock, Beale, saddle. Values below 1e-12 are written 0. */
const table: readonly (readonly [string, Make, readonly Row[]])[] = [
  // biome-ignore format: a row of the table
  ['sgd', (learningRate) => o.sgd({ learningRate }), [[1, 0], [0.0001, 0.540443], [0.003, 0.3692262], [0.03, 0.0006891781], [0.3, -0.25]]],
  // biome-ignore format: a row of the table
  ['sgd, momentum 0.9', (learningRate) => o.sgd({ learningRate, momentum: 0.9 }), [[1, 4.556561e-6], [0.0003, 0.1731977], [0.003, 0.001127928], [0.01, 1.158348e-8], [0.3, -0.2499862]]],
  // biome-ignore format: a row of the table
  ['sgd, Nesterov 0.9', (learningRate) => o.sgd({ learningRate, momentum: 0.9, nesterov: true }), [[1, 0], [0.0001, 0.3820258], [0.001, 0.05336435], [0.01, 4.67255e-8], [0.3, -0.25]]],
  // biome-ignore format: a row of the table
  ['sgd, averaged momentum', (learningRate) => o.sgd({ learningRate, momentum: 0.9, average: true }), [[10, 4.556561e-6], [0.003, 0.1731977], [0.03, 0.001127928], [0.1, 1.158348e-8], [3, -0.2499862]]],
  // biome-ignore format: a row of the table
  ['adagrad', (learningRate) => o.adagrad({ learningRate }), [[10, 0], [1, 0.5358034], [3, 0.7794156], [1, 7.988692e-9], [1, -0.25]]],
  // biome-ignore format: a row of the table
  ['adadelta', (learningRate) => o.adadelta({ learningRate }), [[10, 0.004305287], [3, 0.551666], [10, 2.092375], [10, 7.568559e-6], [10, -0.2499999]]],
  // biome-ignore format: a row of the table
  ['rmsprop', (learningRate) => o.rmsprop({ learningRate }), [[0.03, 2.042983e-8], [0.003, 0.5867442], [0.03, 0.5370478], [0.03, 0.007859191], [0.03, -0.25]]],
  // biome-ignore format: a row of the table
  ['rmsprop, centered, momentum 0.9', (learningRate) => o.rmsprop({ learningRate, centered: true, momentum: 0.9 }), [[0.03, 1.622826e-7], [0.003, 0.293605], [0.01, 0.005712166], [0.001, 6.484756e-6], [0.03, -0.2499977]]],
  // biome-ignore format: a row of the table
  ['rprop', (learningRate) => o.rprop({ learningRate }), [[0.03, 0], [1, 0.004857945], [3, 0.2256108], [0.1, 0], [0.03, -0.25]]],
  // biome-ignore format: a row of the table
  ['adam', (learningRate) => o.adam({ learningRate }), [[0.3, 1.562912e-6], [1, 0.4315999], [1, 0.01402709], [0.3, 1.096568e-9], [1, -0.2499968]]],
  // biome-ignore format: a row of the table
  ['adam, amsgrad', (learningRate) => o.adam({ learningRate, amsgrad: true }), [[0.3, 2.319028e-6], [1, 0.435536], [1, 0.01599512], [0.3, 7.475054e-9], [1, -0.2499993]]],
  // biome-ignore format: a row of the table
  ['adamw', (learningRate) => o.adamw({ learningRate }), [[10, 3.196184e-8], [10, 0], [1, 0.09180593], [0.3, 0.001511119], [1, -0.2499955]]],
  // biome-ignore format: a row of the table
  ['adamax', (learningRate) => o.adamax({ learningRate }), [[0.1, 7.131017e-6], [1, 0.5305038], [1, 0.1400904], [1, 1.691561e-6], [1, -0.249999]]],
  // biome-ignore format: a row of the table
  ['nadam', (learningRate) => o.nadam({ learningRate }), [[0.3, 0], [0.1, 0.4960795], [10, 0.1302783], [3, 2.844943e-10], [0.1, -0.25]]],
  // biome-ignore format: a row of the table
  ['radam', (learningRate) => o.radam({ learningRate }), [[0.3, 4.034931e-6], [0.0003, 45.65268], [0.001, 4.370561], [0.03, 0.763383], [3, -0.2499963]]],
  // biome-ignore format: a row of the table
  ['lion', (learningRate) => o.lion({ learningRate }), [[0.1, 0], [0.03, 1.0009], [0.03, 0.242336], [0.03, 0.00741422], [0.1, -0.249999]]],
  // biome-ignore format: a row of the table
  ['muon', (learningRate) => o.muon({ learningRate }), [[0.1, 2.791141e-5], [0.01, 0.3922857], [0.03, 0.05819683], [0.03, 0.01889904], [0.1, -0.2489741]]],
  // biome-ignore format: a row of the table
  ['scheduleFree', (learningRate) => o.scheduleFree({ learningRate }), [[3, 0], [1, 0.4654552], [1, 0.01937393], [0.3, 4.538151e-6], [1, -0.25]]],
  // biome-ignore format: a row of the table
  ['scheduleFree, sgd', (learningRate) => o.scheduleFree({ learningRate, base: 'sgd' }), [[1, 0], [0.001, 0.4588073], [0.003, 2.489234], [0.03, 0.0003618565], [3, -0.25]]],
  // biome-ignore format: a row of the table
  ['lookahead around adam', (learningRate) => o.lookahead(o.adam({ learningRate })), [[3, 0], [1, 0.4824477], [1, 0.02512688], [1, 3.682007e-12], [3, -0.25]]],
  // biome-ignore format: a row of the table
  ['ema 0.9 around adam', (learningRate) => o.ema(o.adam({ learningRate }), { decay: 0.9 }), [[1, 1.422831e-7], [1, 0.4393179], [1, 0.0174503], [0.3, 2.319151e-10], [1, -0.2499999]]],
  // biome-ignore format: a row of the table
  ['swa from step 50 around adam', (learningRate) => o.swa(o.adam({ learningRate }), { start: 50 }), [[3, 4.670933e-6], [1, 0.4931434], [1, 2.238299], [0.3, 1.50296e-5], [0.3, -0.2499994]]],
  // biome-ignore format: a row of the table
  ['sam 0.05 around momentum', (learningRate) => o.sam(o.sgd({ learningRate, momentum: 0.9 }), { rho: 0.05 }), [[0.03, 2.998011e-6], [0.0001, 12.28153], [0.001, 0.495084], [0.003, 0.00582134], [0.1, -0.2498708]]],
];

describe.each(surfaces.map((surface, column) => [surface.name, surface, column] as const))('%s', (_, surface, column) => {
  const [x, y] = surface.start;
  const start = surface.value(x, y);
  test('its gradient is that of its value', () => {
    const h = 1e-6;
    const [gx, gy] = surface.gradient(x, y);
    const near = (found: number, wanted: number) => expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-5 * (1 + Math.abs(wanted)));
    near((surface.value(x + h, y) - surface.value(x - h, y)) / (2 * h), gx);
    near((surface.value(x, y + h) - surface.value(x, y - h)) / (2 * h), gy);
  });
  test.each(table)('%s', (_name, make, rows) => {
    const [rate, wanted] = rows[column];
    const value = reached(make, rate, surface);
    expect(Math.abs(value - wanted), `${value} for ${wanted}`).toBeLessThanOrEqual(1e-5 * Math.abs(wanted) + 1e-12);
    expect(value).toBeLessThan(start);
    if (surface.name === 'saddle') expect(value, 'left the saddle for a minimum').toBeLessThan(-0.24);
  });
});

test('every optimizer has a row', () => {
  const made = table.map(([, make]) => make(0.1).kind);
  // adamw is adam with decay.
  expect(Object.keys(optimizers).filter((kind) => kind !== 'adamw' && !made.includes(kind))).toEqual([]);
});
