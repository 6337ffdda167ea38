/** This process's memory, from /proc. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Missing } from './serve.mjs';

const field = (name) => {
  if (!existsSync('/proc/self/status')) throw new Missing('peak memory is read from /proc, which this system does not have');
  return Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
};

/** Collects garbage (node --expose-gc) and forgets the peak so far; gives the bytes that are left. */
export function settle() {
  globalThis.gc?.();
  writeFileSync('/proc/self/clear_refs', '5');
  return field('VmRSS');
}
/** Largest number of bytes since settle(). */
export const peak = () => field('VmHWM');
