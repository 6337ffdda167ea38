/** The import in a fresh process. */
import { fresh } from '../fresh.mjs';

export const check = () => null;
export const time = async () => (await fresh('onnxruntime/first.mjs')).milliseconds;
