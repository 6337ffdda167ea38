/** Trains a while and prints how much the peak memory grew, and how much the plan, the state and the data are. */
import { setThreads } from '../../../dist/index.js';
import { peak, settle } from '../resident.mjs';
import { arrays, network } from './network.mjs';

const kase = JSON.parse(process.argv[2]);
setThreads(kase.threads);
const [x, y] = arrays(kase, kase.rows);
const before = settle();
const model = network(kase);
await model.fit(x, y, { epochs: kase.epochs, batchSize: kase.batch, verbose: false });
const growth = peak() - before;
const [, scratch, state] = /scratch (\d+) bytes, state (\d+) bytes/.exec(model.explain(kase.batch));
console.log(JSON.stringify({ growth, planned: Number(scratch) + Number(state) + x.data.byteLength + y.data.byteLength }));
