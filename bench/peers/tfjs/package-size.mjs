/** As npm installed it. */
import { closureSize } from '../installed-size.mjs';

export const check = () => null;
export const time = () =>
  closureSize(['@tensorflow/tfjs-core', '@tensorflow/tfjs-layers', '@tensorflow/tfjs-backend-cpu'], import.meta.dirname) / 1e6;
