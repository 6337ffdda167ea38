/** As npm installed it. */
import { closureSize } from '../installed-size.mjs';

export const check = () => null;
export const time = () => closureSize(['onnxruntime-node'], import.meta.dirname) / 1e6;
