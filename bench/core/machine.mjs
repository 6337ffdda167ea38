/** What the figures were measured on. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const git = (...args) => {
  try {
    return execFileSync('git', args, { cwd: here, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
};

function cpuFlags() {
  if (!existsSync('/proc/cpuinfo')) return [];
  const line = /^(?:flags|Features)\s*:\s*(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? '';
  return line.split(/\s+/).filter((f) => /^(sse4|avx|fma|f16c|amx|asimd|sve|bf16|i8mm)/.test(f));
}

/** Of this run; the load is that of the minute before it. */
export function describeMachine() {
  // Results are what comes of it.
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', '..', ':!../results');
  return {
    date: new Date().toISOString(),
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    cpuFlags: cpuFlags(),
    memoryBytes: totalmem(),
    system: `${process.platform} ${process.arch} ${release()}`,
    node: process.version,
    commit: `${git('rev-parse', '--short', 'HEAD') ?? 'unknown'}${changed ? ' with changes' : ''}`,
    loadBefore: loadavg()[0],
  };
}
