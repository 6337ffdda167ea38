/** A peer is a process: it reads questions from its standard input, a JSON line each, and writes answers to file descriptor 3. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A peer said that it cannot do this: a feature that is not there, or (`absent`) the whole peer is not. */
export class Missing extends Error {
  /** @param {string} message @param {boolean} [absent] */
  constructor(message, absent = false) {
    super(message);
    this.absent = absent;
  }
}

/**
 * @param {string} name
 * @param {{ command: string, args: readonly string[], env?: Readonly<Record<string, string>> }} launch
 * @param {number} threads
 */
export function startPeer(name, launch, threads) {
  const count = String(threads);
  const child = spawn(launch.command, launch.args, {
    // Two pools of threads in one process cost more than they give: every library is told the same number.
    env: {
      ...process.env,
      OMP_NUM_THREADS: count,
      OPENBLAS_NUM_THREADS: count,
      BLIS_NUM_THREADS: count,
      MKL_NUM_THREADS: count,
      RIDGELINE_BENCH_THREADS: count,
      ...launch.env,
    },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    // A group of its own: workers that a peer starts (joblib's outlive it for minutes, and keep its pipes open) end with it.
    detached: true,
  });
  let noise = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      noise = (noise + text).slice(-4000);
    });
  }
  child.stdin.on('error', () => {});
  /** @type {{ resolve: (v: any) => void, reject: (e: Error) => void } | undefined} */
  let waiting;
  let ended;
  const settle = (how, value) => {
    const w = waiting;
    waiting = undefined;
    w?.[how](value);
  };
  const gone = new Promise((resolve) => {
    child.once('error', (error) => {
      ended = `${name} did not start: ${error.message}`;
      settle('reject', new Error(ended));
      resolve(undefined);
    });
    child.once('close', (code, signal) => {
      ended ??= `${name} ended with ${signal ?? `code ${code}`}: ${noise.trim().split('\n').slice(-3).join(' | ')}`;
      settle('reject', new Error(ended));
      resolve(undefined);
    });
  });
  createInterface({ input: /** @type {any} */ (child.stdio[3]) }).on('line', (line) => {
    const message = JSON.parse(line);
    if (message.missing !== undefined) settle('reject', new Missing(message.missing));
    else if (message.error !== undefined) settle('reject', new Error(`${name}: ${message.error}`));
    else settle('resolve', message.answer);
  });
  return {
    name,
    /** @returns {Promise<any>} */
    ask(question) {
      if (ended) return Promise.reject(new Error(ended));
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        child.stdin.write(`${JSON.stringify(question)}\n`);
      });
    },
    async stop() {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch (error) {
        // Nobody of the group is left.
        if (error.code !== 'ESRCH') throw error;
      }
      await gone;
    },
  };
}
