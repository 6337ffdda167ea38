/** A script in a process of its own, which prints one JSON value as its last line. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** @param {string} script relative to bench/peers @param {readonly string[]} args @param {readonly string[]} flags of node itself */
export async function fresh(script, args = [], flags = []) {
  const { stdout } = await run(process.execPath, [...flags, join(import.meta.dirname, script), ...args], { maxBuffer: 1 << 24 });
  return JSON.parse(stdout.trim().split('\n').at(-1));
}
