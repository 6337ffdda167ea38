/** Imports and first steps, each in a fresh process. */
import { fresh } from '../fresh.mjs';

export const check = async (kase) => (kase.what === 'import' ? null : [(await fresh('tfjs/first.mjs', [JSON.stringify(kase)])).loss]);
export const time = async (kase) => (await fresh('tfjs/first.mjs', [JSON.stringify(kase)])).milliseconds;
