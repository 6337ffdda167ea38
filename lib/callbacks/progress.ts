import type { SingleBar } from 'cli-progress';
import { checkOptions, optional, type Rule } from '../check.ts';
import type { Callback, ProgressInfo } from './define.ts';

/** What {@link progress} writes to, such as process.stderr; a bar needs one that is a terminal. */
export interface ProgressStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Options of {@link progress}. */
export interface ProgressOptions {
  /** Where to write; default process.stderr. */
  readonly stream?: ProgressStream;
}

const writable: Rule<ProgressStream> = {
  expected: 'a writable stream',
  invalid: 1,
  test: (v): v is ProgressStream => typeof (v as ProgressStream | undefined)?.write === 'function',
};

/** Columns that a line does not show: they stand elsewhere, or change from run to run. */
const unshown = new Set(['epoch', 'seconds', 'samplesPerSecond', 'learningRate']);

/** Four decimals; four digits where those would be lost. */
export function showValue(value: number): string {
  const size = Math.abs(value);
  return size === 0 || (size >= 1e-3 && size < 1e6) || !Number.isFinite(value) ? value.toFixed(4) : value.toExponential(3);
}

/** Logs as text: 'loss 0.1234, accuracy 0.9876'; times and counts are left to the caller. */
export const showLogs = (logs: Readonly<Record<string, number>>): string =>
  Object.entries(logs)
    .filter(([name]) => !unshown.has(name))
    .map(([name, value]) => `${name} ${showValue(value)}`)
    .join(', ');

const perSecond = (v: number): string => (v >= 10_000 ? `${(v / 1000).toFixed(0)}k` : v.toFixed(0));

/** The bar is of plain characters and moves the cursor only: there is no color for NO_COLOR to turn off. */
const newBar = (Bar: typeof SingleBar, stream: ProgressStream): SingleBar =>
  new Bar({
    stream: stream as NodeJS.WriteStream,
    clearOnComplete: true,
    hideCursor: true,
    format: 'epoch {epoch}/{last} [{bar}] {percentage}% {logs}, {speed} samples/s',
    barCompleteChar: '#',
    barIncompleteChar: '.',
  });

/** Epochs shorter than this share the bar; longer ones leave a line each. */
const lineSeconds = 0.5;

/**
 * On a terminal (not where CI is set or TERM is 'dumb') a bar over the epochs, a line for each that took half a second or more, and one for the
 * last; elsewhere a plain line after each epoch.
 */
export function progress(options: ProgressOptions = {}): Callback {
  checkOptions<ProgressOptions>('callbacks.progress', options, { stream: optional(writable) });
  const stream = options.stream ?? process.stderr;
  const interactive = stream.isTTY === true && process.env.TERM !== 'dumb' && !process.env.CI;
  let Bar: typeof SingleBar | undefined;
  let bar: SingleBar | undefined;
  let epochs = 0;
  // A model that is trained further counts on from the epochs it has had.
  let first: number | undefined;
  let unwritten: string | undefined;
  const close = () => {
    bar?.stop();
    bar = undefined;
  };
  const show = (epoch: number, done: number, logs: string, samplesPerSecond: number) => {
    first ??= epoch;
    if (!Bar) return;
    if (!bar) {
      bar = newBar(Bar, stream);
      bar.start(Math.max(1, epochs), 0, { epoch, last: first - 1 + epochs, logs, speed: perSecond(samplesPerSecond) });
    }
    bar.update(done - first + 1, { epoch, logs, speed: perSecond(samplesPerSecond) });
  };
  return {
    async onTrainBegin(context) {
      // Loaded by the first bar, not by every program that imports this package.
      if (interactive) Bar ??= (await import('cli-progress')).SingleBar;
      epochs = context.epochs;
      first = undefined;
      unwritten = undefined;
    },
    onProgress(info: ProgressInfo) {
      const penalty = info.penalty === undefined ? '' : `, penalty ${showValue(info.penalty)}`;
      const loss = info.loss === undefined ? 'loss -' : `loss ${showValue(info.loss)}${penalty}`;
      if (interactive) show(info.epoch, info.epoch - 1 + info.step / info.steps, loss, info.samplesPerSecond);
    },
    onEpochEnd(epoch, logs) {
      first ??= epoch;
      const last = first - 1 + epochs;
      const total = epochs > 0 ? `/${Math.max(epoch, last)}` : '';
      const speed = logs.samplesPerSecond === undefined ? '' : `, ${perSecond(logs.samplesPerSecond)} samples/s`;
      const line = `epoch ${epoch}${total}: ${showLogs(logs)}${speed}\n`;
      if (interactive && (logs.seconds ?? 0) < lineSeconds) {
        show(epoch, epoch, showLogs(logs), logs.samplesPerSecond ?? 0);
        unwritten = line;
        return;
      }
      close();
      unwritten = undefined;
      stream.write(line);
    },
    onTrainEnd() {
      close();
      if (unwritten !== undefined) stream.write(unwritten);
      unwritten = undefined;
    },
  };
}
