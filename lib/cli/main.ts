#!/usr/bin/env node
/** The ridgeline command. Exit codes: 0 done, 1 the work failed, 2 the arguments are wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { RidgelineError } from '../errors.ts';
import { info } from '../kernels.ts';
import { optimizerNames } from '../optimizers/index.ts';
import { packageRoot } from '../package-root.ts';
import type { Schedule } from '../schedules/define.ts';
import { parseSchedule } from '../schedules/parse.ts';
import { evaluate, inspect, predict } from './apply.ts';
import { output } from './output.ts';
import { schedule, type ScheduleOptions } from './schedule.ts';
import { train, type TrainOptions } from './train.ts';

const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };

const number =
  (low: number, high: number, integer = false) =>
  (text: string): number => {
    const v = Number(text);
    if (text.trim() === '' || !(v >= low && v <= high) || (integer && !Number.isInteger(v)))
      throw new InvalidArgumentError(`expected ${integer ? 'an integer' : 'a number'} in [${low}, ${high === Infinity ? 'inf' : high}]`);
    return v;
  };
const integer = (low: number, high = Number.MAX_SAFE_INTEGER) => number(low, high, true);
const sizes = (text: string): number[] => (text.trim() === '' ? [] : text.split(',').map(integer(1, 2 ** 20)));
const rateOf = (text: string): number | Schedule => {
  if (!text.includes('(')) return number(0, Infinity)(text);
  try {
    return parseSchedule(text);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
};
const names = (text: string): string[] => text.split(',').map((s) => s.trim());

const program = new Command('ridgeline')
  .description('Train and regularize neural networks inside Node.js.')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(ridgeline --help lists what there is)')
  .configureHelp({ showGlobalOptions: true });

let work: (() => Promise<unknown>) | undefined;
const stopper = new AbortController();

program
  .command('train')
  .description('train a network: data is a .csv or .npy file, a folder of IDX files, or digits')
  .argument('[data]', 'where the rows come from', 'digits')
  .option('--target <column>', 'column to predict (CSV)')
  .option('--hidden <sizes>', 'units of the hidden layers, as 128,64', sizes, [256])
  .option('--activation <name>', 'activation of the hidden layers', 'relu')
  .option('--dropout <rate>', 'probability of dropping a hidden unit', number(0, 0.99), 0.3)
  .option('--l2 <lambda>', 'strength of the L2 penalty on kernels', number(0, Infinity), 1e-4)
  .option('--optimizer <name>', optimizerNames.join(', '), 'adam')
  .option('--learning-rate <rate>', "a number, or a schedule (ridgeline schedule --help); default: the optimizer's", rateOf)
  .option('--epochs <n>', 'most epochs', integer(1), 100)
  .option('--batch-size <n>', 'rows per step', integer(1), 32)
  .option('--early-stopping <patience>', 'epochs without improvement before stopping; 0: never', integer(0), 10)
  .option('--validation <share>', 'share of the training rows held out where there is a test set', number(0, 0.9), 1 / 12)
  .option('--bagging <n>', 'train so many networks, each on a resample of the rows, and take their mean', integer(1, 65536))
  .option('--seed <n>', 'seed of split, weights, shuffling and dropout', integer(0, 2 ** 48 - 1), 7)
  .option('--threads <n>', 'threads to use', integer(1, 1024))
  .option('--delimiter <text>', 'between the fields of a CSV file', ',')
  .option('--no-header', 'the CSV file has no row of names')
  .option('--categorical <columns>', 'text columns to one-hot, as a,b', names)
  .option('--missing <policy>', 'missing values: error, mean or drop', 'error')
  .option('--task <task>', 'classification or regression; default: by the target')
  .option('--out <file>', 'save the model (safetensors)')
  .option('--json', 'one JSON object per line', false)
  .action((data: string, options: TrainOptions & { json: boolean; header: boolean }) => {
    // Commander's default of header is true, which to the reader means that the user has vouched for it.
    const header = options.header ? undefined : false;
    work = () => train(data, { ...options, header }, output(options.json), stopper.signal);
  });

const saved = (name: string, description: string) =>
  program.command(name).description(description).argument('<model>', 'a saved model').option('--json', 'one JSON object per line', false);

saved('predict', 'predict the rows of a file')
  .argument('<data>', 'rows to predict')
  .action((model: string, data: string, o: { json: boolean }) => {
    work = () => predict(model, data, output(o.json));
  });
saved('evaluate', 'loss and metrics over a file with targets')
  .argument('<data>', 'rows with targets')
  .action((model: string, data: string, o: { json: boolean }) => {
    work = () => evaluate(model, data, output(o.json));
  });
saved('inspect', 'layers and weights of a saved model').action((model: string, o: { json: boolean }) => {
  work = () => inspect(model, output(o.json));
});
program
  .command('schedule')
  .description('plot a learning rate over the steps')
  .argument('<schedule>', 'as in a program: "cosineDecay({ initial: 0.1, steps: 900, warmup: 100 })"')
  .option('--steps <n>', 'steps to show', integer(1, 1e6), 1000)
  .option('--svg <file>', 'draw the curve into a file')
  .option('--json', 'one JSON object per step', false)
  .action((text: string, o: ScheduleOptions & { json: boolean }) => {
    work = () => schedule(text, o, output(o.json));
  });
program
  .command('info')
  .description('instruction set, threads and caches in use')
  .option('--json', 'one JSON object', false)
  .action((o: { json: boolean }) => {
    work = async () => {
      const facts = info();
      const out = output(o.json);
      for (const [k, v] of Object.entries(facts)) out.line(`${k}: ${typeof v === 'object' ? JSON.stringify(v) : String(v)}`);
      out.event('info', { ...facts });
      return true;
    };
  });

/** Runs the command; resolves with the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  // A reader that has seen enough (head) closes the pipe: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  // A first Ctrl-C ends the run with what has been reached; a second one ends the process.
  process.once('SIGINT', () => stopper.abort());
  process.once('SIGTERM', () => stopper.abort());
  try {
    await work?.();
    return 0;
  } catch (error) {
    if (!(error instanceof RidgelineError)) throw error;
    process.stderr.write(`ridgeline: ${error.message}\n`);
    return error.code === 'ERR_OPTION' ? 2 : 1;
  }
}

process.exitCode = await main(process.argv);
