/** As npm installed it. */
import { closureSize } from '../installed-size.mjs';

export const check = () => null;
export const time = () => closureSize(['@jax-js/jax'], import.meta.dirname) / 1e6;
