/** predictSync for one row, predict for many. */
import { secondsPerCall, secondsPerCallSync } from '../serve.mjs';
import { arrays, keptNetwork } from './network.mjs';

export async function check(kase) {
  const [x] = arrays(kase, kase.rows);
  const model = keptNetwork(kase);
  const result = kase.rows === 1 ? model.predictSync(x) : await model.predict(x, { threads: kase.threads });
  return result.data.slice(0, 64);
}
export async function time(kase) {
  const [x] = arrays(kase, kase.rows);
  const model = keptNetwork(kase);
  const seconds =
    kase.rows === 1
      ? secondsPerCallSync(() => model.predictSync(x))
      : await secondsPerCall(() => model.predict(x, { threads: kase.threads }));
  return 1e6 * seconds;
}
