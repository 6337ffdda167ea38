/** ridgeline schedule: a learning rate over the steps, seen before it is used. */
import { writeFileAtomic } from '../formats/atomic-write.ts';
import { lineChart } from '../report/line-chart.ts';
import { textChart } from '../report/text-chart.ts';
import { valueAt } from '../schedules/define.ts';
import { parseSchedule } from '../schedules/parse.ts';
import type { Output } from './output.ts';

export interface ScheduleOptions {
  /** How many steps to show. */
  readonly steps: number;
  /** File for the curve as a picture. */
  readonly svg: string | undefined;
}

/** Shows the schedule that `text` calls for: a chart, one event per step, or a picture. */
export async function schedule(text: string, { steps, svg }: ScheduleOptions, out: Output): Promise<void> {
  const item = parseSchedule(text);
  const rates = Array.from({ length: steps }, (_, k) => valueAt('schedule', item, k));
  out.line(textChart(rates));
  const highest = rates.reduce((a, b) => Math.max(a, b));
  out.line(`first ${rates[0]}, highest ${highest} at step ${rates.indexOf(highest)}, last ${rates[steps - 1]}`);
  rates.forEach((learningRate, step) => out.event('rate', { step, learningRate }));
  if (svg === undefined) return;
  const points = rates.map((rate, k): [number, number] => [k, rate]);
  const picture = lineChart({ series: { '': points }, title: text, xLabel: 'step', yLabel: 'learning rate', yMin: 0 });
  await writeFileAtomic('schedule', 'ERR_DATA', svg, [Buffer.from(picture)]);
  out.line(`wrote ${svg}`);
  out.event('saved', { file: svg });
}
