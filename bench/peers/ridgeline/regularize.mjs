/** Training, with what kase.regularize says. */
export { check, time } from './train.mjs';
