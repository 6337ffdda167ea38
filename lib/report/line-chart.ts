/** Curves as a self-contained SVG image: losses by epoch, schedules, spectra. */
import { checkOptions, finite, inRange, oneOf, optional, type Rule } from '../check.ts';
import { RidgelineError } from '../errors.ts';

/** What {@link lineChart} takes. */
export interface LineChartOptions {
  /** Curves by name: y values (x is 1, 2, 3, ...) or [x, y] points. Points that are not finite, or not positive on a logarithmic axis, leave a gap. */
  readonly series: Readonly<Record<string, readonly number[] | readonly (readonly [number, number])[]>>;
  readonly title?: string;
  readonly xLabel?: string;
  readonly yLabel?: string;
  /** Default 'linear'. */
  readonly xScale?: 'linear' | 'log';
  /** Default 'linear'. */
  readonly yScale?: 'linear' | 'log';
  /** Ends of the y axis; default what the curves need. */
  readonly yMin?: number;
  readonly yMax?: number;
  /** Pixels, in [200, 4000]; default 640 by 400. */
  readonly width?: number;
  readonly height?: number;
}

type Point = readonly [number, number];
const text: Rule<string> = { expected: 'a string', invalid: 1, test: (v): v is string => typeof v === 'string' };
const isPoint = (v: unknown) => Array.isArray(v) && v.length === 2 && v.every((c) => typeof c === 'number');
const series: Rule<LineChartOptions['series']> = {
  expected: 'an object of arrays of numbers or of [x, y] points',
  invalid: [],
  test: (v): v is LineChartOptions['series'] =>
    typeof v === 'object' &&
    v !== null &&
    !Array.isArray(v) &&
    Object.values(v).length > 0 &&
    Object.values(v).every((s) => Array.isArray(s) && (s.every((p) => typeof p === 'number') || s.every(isPoint))),
};
const scale = oneOf('linear', 'log');
const size = inRange('[200, 4000]');

// Okabe and Ito 2008: told apart by readers who see colors differently; the first is the color of text, for either background.
const colors = ['currentColor', '#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#999933'];
/** Mean width of a letter of the legend, about. */
const letter = 6.5;
const margin = { left: 64, right: 16, top: 36, bottom: 44 };

const escaped = (s: string): string => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const round = (v: number): string => String(Math.round(v * 10) / 10);

/** A tick's number: plain where it is short. */
function label(v: number): string {
  const rounded = Number(v.toPrecision(6));
  const plain = String(rounded);
  return plain.length <= 6 ? plain : rounded.toExponential().replace('e+', 'e');
}

interface Axis {
  /** Position in [0, 1], or undefined for what the axis cannot show. */
  at(v: number): number | undefined;
  readonly ticks: readonly number[];
}

function axis(values: readonly number[], kind: 'linear' | 'log', from?: number, to?: number): Axis {
  const shown = values.filter((v) => Number.isFinite(v) && (kind === 'linear' || v > 0));
  let low = from ?? shown.reduce((a, b) => Math.min(a, b), Infinity);
  let high = to ?? shown.reduce((a, b) => Math.max(a, b), -Infinity);
  // Curves that are flat but for rounding have room around them.
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (!(high - low > 1e-9 * size)) {
    const room = Math.max(0.5, size / 1000);
    [low, high] = !Number.isFinite(size)
      ? [1, 2]
      : kind === 'log'
        ? [Math.max(low / 2, Number.MIN_VALUE), low * 2]
        : [low - room, low + room];
  }
  if (kind === 'log') {
    const [a, b] = [Math.log10(low), Math.log10(high)];
    const step = Math.max(1, Math.ceil((b - a) / 6));
    const ticks: number[] = [];
    for (let e = Math.ceil(a - 1e-9); e <= b + 1e-9; e += step) ticks.push(10 ** e);
    return { at: (v) => (v > 0 ? (Math.log10(v) - a) / (b - a) : undefined), ticks: ticks.length > 1 ? ticks : [low, high] };
  }
  const raw = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5, 10].find((m) => m * power >= raw * 0.999) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.min(12, Math.floor((high - first * step) / step + 1e-9) + 1);
  const ticks = Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step);
  return { at: (v) => (v - low) / (high - low), ticks };
}

/** Where a legend may stand: at the right or left, and how far down, in [0, 1]. */
interface Place {
  readonly right: boolean;
  readonly down: number;
}

const places: readonly Place[] = [0, 1, 0.5].flatMap((down) => [true, false].map((right) => ({ right, down })));

/** The place of a box [w, h] in a plot where it hides the least of the curves; the first of equals. */
function emptiest(stretches: readonly (readonly Point[])[], [w, h]: Point, [width, height]: Point): Place {
  const hidden = places.map(() => 0);
  const count = (x: number, y: number) =>
    places.forEach(({ right, down }, p) => {
      const top = down * (height - h);
      if ((right ? x > width - w : x < w) && y >= top && y <= top + h) hidden[p]++;
    });
  const apart = 4;
  for (const points of stretches) {
    points.forEach(([x, y], i) => {
      const [px, py] = points[Math.max(0, i - 1)];
      const steps = Math.min(1000, Math.ceil(Math.hypot(x - px, y - py) / apart));
      for (let s = 1; s <= steps; s++) count(px + ((x - px) * s) / steps, py + ((y - py) * s) / steps);
    });
  }
  return places[hidden.indexOf(Math.min(...hidden))];
}

/**
 * An SVG image of curves, with axes and a legend: no script, no font and no file beside it; light on dark pages too.
 * `writeFileSync('loss.svg', lineChart({ series: { loss: history.epochs.map((e) => e.loss) } }))`
 * @throws ERR_OPTION for options that do not fit, ERR_VALUE where no point can be shown.
 */
export function lineChart(options: LineChartOptions): string {
  checkOptions<LineChartOptions>('lineChart', options, {
    series,
    title: optional(text),
    xLabel: optional(text),
    yLabel: optional(text),
    xScale: optional(scale),
    yScale: optional(scale),
    yMin: optional(finite),
    yMax: optional(finite),
    width: optional(size),
    height: optional(size),
  });
  const { title = '', xLabel = '', yLabel = '', xScale = 'linear', yScale = 'linear', width = 640, height = 400 } = options;
  const curves = Object.entries(options.series).map(([name, values]) => ({
    name,
    points: values.map((v, i): Point => (typeof v === 'number' ? [i + 1, v] : v)),
  }));
  const all = curves.flatMap((c) => c.points).filter((p) => p.every(Number.isFinite));
  if (all.length === 0) throw new RidgelineError('ERR_VALUE', 'lineChart: no curve has a finite point');
  const x = axis(
    all.map((p) => p[0]),
    xScale,
  );
  const y = axis(
    all.map((p) => p[1]),
    yScale,
    options.yMin,
    options.yMax,
  );
  const [w, h] = [width - margin.left - margin.right, height - margin.top - margin.bottom];
  const left = (v: number) => x.at(v) !== undefined && margin.left + (x.at(v) as number) * w;
  const top = (v: number) => y.at(v) !== undefined && margin.top + (1 - (y.at(v) as number)) * h;
  /** Stretches of a curve between its gaps, in pixels. */
  const shown = (points: readonly Point[]): Point[][] => {
    const found: Point[][] = [];
    let pen = false;
    for (const [px, py] of points) {
      const [cx, cy] = [left(px), top(py)];
      if (cx === false || cy === false || !Number.isFinite(cx) || !Number.isFinite(cy)) {
        pen = false;
        continue;
      }
      if (!pen) found.push([]);
      found[found.length - 1].push([cx, cy]);
      pen = true;
    }
    return found;
  };
  const drawn = curves.map(({ points }) => shown(points));
  const path = (stretches: readonly Point[][]) =>
    stretches.map((points) => points.map(([cx, cy], i) => `${i > 0 ? 'L' : 'M'}${round(cx)} ${round(cy)}`).join('')).join('');
  const grid = [
    ...x.ticks.map((t) => {
      const at = round(left(t) as number);
      return `<path class="grid" d="M${at} ${margin.top}V${margin.top + h}"/><text x="${at}" y="${margin.top + h + 16}" text-anchor="middle">${label(t)}</text>`;
    }),
    ...y.ticks.map((t) => {
      const at = round(top(t) as number);
      return `<path class="grid" d="M${margin.left} ${at}H${margin.left + w}"/><text x="${margin.left - 6}" y="${at}" dy="4" text-anchor="end">${label(t)}</text>`;
    }),
  ];
  const lines = drawn.map(
    (stretches, i) =>
      `<path clip-path="url(#plot)" fill="none" stroke="${colors[i % colors.length]}" stroke-width="1.8" d="${path(stretches)}"/>`,
  );
  const within = drawn.flat().map((points) => points.map(([cx, cy]): Point => [cx - margin.left, cy - margin.top]));
  const box: Point = [36 + letter * Math.max(...curves.map(({ name }) => name.length)), 6 + 16 * curves.length];
  const { right, down } = emptiest(within, box, [w, h]);
  const legend = curves.map(({ name }, i) => {
    const at = Math.round(margin.top + down * (h - box[1])) + 14 + 16 * i;
    const [swatch, from, anchor] = right
      ? [width - margin.right - 22, width - margin.right - 28, 'end']
      : [margin.left + 6, margin.left + 28, 'start'];
    return `<path stroke="${colors[i % colors.length]}" stroke-width="2.5" d="M${swatch} ${at - 4}h16"/><text x="${from}" y="${at}" text-anchor="${anchor}">${escaped(name)}</text>`;
  });
  const middle = margin.top + h / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title || yLabel)}">
<style>svg{color:#222;background:#fff;font:12px system-ui,sans-serif}text{fill:currentColor}.grid{stroke:currentColor;stroke-opacity:.15;fill:none}@media(prefers-color-scheme:dark){svg{color:#ddd;background:#16181c}}</style>
<clipPath id="plot"><rect x="${margin.left}" y="${margin.top}" width="${w}" height="${h}"/></clipPath>
<text x="${margin.left}" y="22" font-weight="600">${escaped(title)}</text>
${grid.join('\n')}
${lines.join('\n')}
${curves.length > 1 || curves[0].name ? legend.join('\n') : ''}
<text x="${margin.left + w / 2}" y="${height - 8}" text-anchor="middle">${escaped(xLabel)}</text>
<text transform="translate(14 ${middle})rotate(-90)" text-anchor="middle">${escaped(yLabel)}</text>
</svg>
`;
}
