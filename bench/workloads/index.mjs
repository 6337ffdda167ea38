/** Every workload, in the order of the table. */
import call from './call.mjs';
import curvature from './curvature.mjs';
import elementwise from './elementwise.mjs';
import ensembles from './ensembles.mjs';
import eventLoop from './event-loop.mjs';
import gemm from './gemm.mjs';
import learn from './learn.mjs';
import linear from './linear.mjs';
import memory from './memory.mjs';
import normalization from './normalization.mjs';
import optimizers from './optimizers.mjs';
import packageSize from './package-size.mjs';
import predict from './predict.mjs';
import regularize from './regularize.mjs';
import start from './start.mjs';
import sweep from './sweep.mjs';
import train from './train.mjs';

export const workloads = [
  gemm,
  call,
  elementwise,
  optimizers,
  normalization,
  train,
  regularize,
  sweep,
  predict,
  curvature,
  start,
  learn,
  linear,
  ensembles,
  memory,
  eventLoop,
  packageSize,
];
