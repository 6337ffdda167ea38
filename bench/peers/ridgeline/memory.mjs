/** Measured, or what the plan says. */
import { fresh } from '../fresh.mjs';

const run = async (kase) => {
  const { growth, planned } = await fresh('ridgeline/memory-process.mjs', [JSON.stringify(kase)], ['--expose-gc']);
  return (kase.what === 'plan' ? 1.05 * planned : growth) / 1e6;
};
export const check = () => null;
export const time = run;
