import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The environment without what an outer `npm run` says of the package that it runs in. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_(?!config_(registry|cache|userconfig)$)/.test(name)),
);

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, whatever its exit code. */
export const run = (cwd: string, command: string, args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    execFile(command, args, { cwd, env: { ...environment, ...env }, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });

/** Runs a command that must succeed; resolves with what it printed. */
export async function output(cwd: string, command: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const done = await run(cwd, command, args, env);
  if (done.code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${done.code}\n${done.stdout}\n${done.stderr}`);
  return done.stdout;
}
