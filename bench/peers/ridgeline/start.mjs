/** Imports and first steps, each in a fresh process; the loss of the first step is the result. */
import { fresh } from '../fresh.mjs';

export const check = async (kase) => (kase.what === 'import' ? null : [(await fresh('ridgeline/first.mjs', [JSON.stringify(kase)])).loss]);
export const time = async (kase) => (await fresh('ridgeline/first.mjs', [JSON.stringify(kase)])).milliseconds;
