import { SingleBar } from 'cli-progress';
import type { Callback, ProgressInfo } from './define.ts';

export interface ProgressOptions {
  /** Default process.stderr. */
  readonly stream?: NodeJS.WriteStream;
}

/** Logs as text: 'loss 0.1234, accuracy 0.9876'; times and counts are left to the caller. */
export function showLogs(logs: Readonly<Record<string, number>>): string {
  return Object.entries(logs)
    .filter(([name]) => !['epoch', 'seconds', 'samplesPerSecond', 'learningRate'].includes(name))
    .map(([name, value]) => `${name} ${value.toFixed(4)}`)
    .join(', ');
}

const perSecond = (v: number): string => (v >= 10_000 ? `${(v / 1000).toFixed(0)}k` : v.toFixed(0));

/** A progress bar per epoch on a terminal; a plain line per epoch elsewhere. */
export function progress(options: ProgressOptions = {}): Callback {
  const stream = options.stream ?? process.stderr;
  const interactive = stream.isTTY === true && process.env.TERM !== 'dumb' && process.env.CI === undefined;
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
    onProgress(info: ProgressInfo) {
      if (!interactive) return;
      if (!bar) {
        bar = new SingleBar({
          stream,
          clearOnComplete: true,
          hideCursor: true,
          format: 'epoch {epoch}/{epochs} [{bar}] {value}/{total} loss {loss} {speed} samples/s',
          barCompleteChar: '#',
          barIncompleteChar: '.',
        });
        bar.start(info.steps, info.step, fields(info));
      }
      bar.update(info.step, fields(info));
    },
    onEpochEnd(epoch, logs) {
      close();
      stream.write(`epoch ${epoch}${epochs > 0 ? `/${Math.max(epoch, epochs)}` : ''}: ${showLogs(logs)}, ${perSecond(logs.samplesPerSecond)} samples/s\n`);
    },
    onTrainEnd() {
      close();
    },
  };
}

const fields = (info: ProgressInfo) => ({
  epoch: info.epoch,
  epochs: info.epochs,
  loss: info.loss === undefined ? '-' : info.loss.toFixed(4),
  speed: perSecond(info.samplesPerSecond),
});
