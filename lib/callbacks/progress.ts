import { SingleBar } from 'cli-progress';
import { checkOptions, optional, type Rule } from '../check.ts';
import type { Callback, ProgressInfo } from './define.ts';

/** Options of {@link progress}. */
export interface ProgressOptions {
  /** Where to write; default process.stderr. */
  readonly stream?: NodeJS.WriteStream;
}

const writable: Rule<NodeJS.WriteStream> = {
  expected: 'a writable stream',
  invalid: 1,
  test: (v): v is NodeJS.WriteStream => typeof (v as NodeJS.WriteStream | undefined)?.write === 'function',
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

const fields = (info: ProgressInfo) => ({
  epoch: info.epoch,
  epochs: info.epochs,
  loss: info.loss === undefined ? '-' : showValue(info.loss),
  speed: perSecond(info.samplesPerSecond),
});

/** The bar is of plain characters and moves the cursor only: there is no color for NO_COLOR to turn off. */
const newBar = (stream: NodeJS.WriteStream): SingleBar =>
  new SingleBar({
    stream,
    clearOnComplete: true,
    hideCursor: true,
    format: 'epoch {epoch}/{epochs} [{bar}] {value}/{total} loss {loss} {speed} samples/s',
    barCompleteChar: '#',
    barIncompleteChar: '.',
  });

/** A bar while an epoch runs, on a terminal (not where CI is set or TERM is 'dumb'); and a plain line after each epoch, anywhere. */
export function progress(options: ProgressOptions = {}): Callback {
  checkOptions<ProgressOptions>('callbacks.progress', options, { stream: optional(writable) });
  const stream = options.stream ?? process.stderr;
  const interactive = stream.isTTY === true && process.env.TERM !== 'dumb' && !process.env.CI;
  let bar: SingleBar | undefined;
  let epochs = 0;
  const close = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    onTrainBegin(context) {
      epochs = context.epochs;
    },
    onProgress(info) {
      if (!interactive) return;
      if (!bar) {
        bar = newBar(stream);
        bar.start(info.steps, info.step, fields(info));
      }
      bar.update(info.step, fields(info));
    },
    onEpochEnd(epoch, logs) {
      close();
      // A model that is trained further counts on from the epochs it has had.
      const total = epochs > 0 ? `/${Math.max(epoch, epochs)}` : '';
      const speed = logs.samplesPerSecond === undefined ? '' : `, ${perSecond(logs.samplesPerSecond)} samples/s`;
      stream.write(`epoch ${epoch}${total}: ${showLogs(logs)}${speed}\n`);
    },
    onTrainEnd: close,
  };
}
