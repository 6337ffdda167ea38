/** The course of training and validation values with one parameter: text and picture. */
import { RidgelineError } from '../errors.ts';
import { lineChart } from '../report/line-chart.ts';
import { showValue } from './parameters.ts';
import { bestOf, type Summary } from './select.ts';

/** A parameter set and what came of it. */
export interface Scored<P> {
  readonly params: P;
  /** Of the rows trained on and of those that validate, by metric; penalties are no part of the loss. */
  readonly train: Readonly<Record<string, Summary>>;
  readonly validation: Readonly<Record<string, Summary>>;
}

/** One value of a parameter on a path. */
export interface PathPoint<P> {
  readonly value: number;
  readonly train: Summary;
  readonly validation: Summary;
  /** The whole set: of those with this value, the best. */
  readonly params: P;
}

/** By rising value; where other parameters vary too, the best set at each. Sets without a finite mean are left out. */
export function pathOf<P extends object>(
  where: string,
  entries: readonly Scored<P>[],
  parameter: string,
  metric: string,
  sign: 1 | -1,
): PathPoint<P>[] {
  const numberOf = ({ params }: Scored<P>) => (params as Readonly<Record<string, unknown>>)[parameter];
  if (!entries.every((e) => typeof numberOf(e) === 'number'))
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: expected a parameter with numbers, one of ${Object.keys(entries[0].params)
        .filter((name) => entries.every(({ params }) => typeof (params as Readonly<Record<string, unknown>>)[name] === 'number'))
        .join(', ')}; got '${parameter}'`,
    );
  if (!entries.some((e) => metric in e.validation))
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: nothing called '${metric}' was measured; there is: ${Object.keys(entries[0].validation)}`,
    );
  const values = [...new Set(entries.map(numberOf) as number[])].sort((a, b) => a - b);
  return values.flatMap((value) => {
    const here = entries.filter((e) => numberOf(e) === value && metric in e.validation);
    const at = bestOf(
      here.map((e) => ({ params: e.params as Readonly<Record<string, unknown>>, score: e.validation[metric] })),
      sign,
    );
    if (at < 0) return [];
    const { params, train, validation } = here[at];
    return [{ value, params, train: train[metric], validation: validation[metric] }];
  });
}

/** A picture of a path: training, validation, and one standard error around validation. The axis is logarithmic where the values span two decades; a value of 0 then stands at a tenth of the smallest. */
export function pathChart(points: readonly PathPoint<object>[], parameter: string, metric: string, title: string): string {
  const positive = points.map(({ value }) => value).filter((v) => v > 0);
  const [low, high] = [Math.min(...positive), Math.max(...positive)];
  const log = points.every(({ value }) => value >= 0) && positive.length > 1 && high / low >= 100;
  const x = ({ value }: PathPoint<object>) => (log && value === 0 ? low / 10 : value);
  const curve = (of: (p: PathPoint<object>) => number) => points.map((p): [number, number] => [x(p), of(p)]);
  const spread = points.some(({ validation }) => Number.isFinite(validation.standardError));
  return lineChart({
    title,
    series: {
      validation: curve(({ validation }) => validation.mean),
      training: curve(({ train }) => train.mean),
      ...(spread
        ? {
            'validation + SE': curve(({ validation }) => validation.mean + validation.standardError),
            'validation - SE': curve(({ validation }) => validation.mean - validation.standardError),
          }
        : {}),
    },
    xLabel: log && points.some(({ value }) => value === 0) ? `${parameter} (0 stands at the left)` : parameter,
    yLabel: metric,
    xScale: log ? 'log' : 'linear',
  });
}

/** Sets and their values as lines: parameters, training, validation, standard error; `mark` says what stands behind a line. */
export function tableOf<P extends object>(entries: readonly Scored<P>[], metric: string, mark: (i: number) => string): string {
  const names = Object.keys(entries[0].params);
  const number = (v: number | undefined) => (v === undefined || Number.isNaN(v) ? '-' : v.toFixed(4));
  const rows = [
    [...names, `training ${metric}`, `validation ${metric}`, 'standard error', ''],
    ...entries.map((e, i) => [
      ...names.map((name) => showValue((e.params as Readonly<Record<string, unknown>>)[name])),
      number(e.train[metric]?.mean),
      number(e.validation[metric]?.mean),
      number(e.validation[metric]?.standardError),
      mark(i),
    ]),
  ];
  const widths = rows[0].map((_, c) => Math.max(...rows.map((r) => r[c].length)));
  return rows
    .map((r) =>
      r
        .map((cell, c) => (c < r.length - 1 ? cell.padStart(widths[c]) : cell))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
