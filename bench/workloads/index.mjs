/** Every workload, in the order of the table. */
import call from './call.mjs';
import elementwise from './elementwise.mjs';
import gemm from './gemm.mjs';
import predict from './predict.mjs';
import regularize from './regularize.mjs';
import train from './train.mjs';

export const workloads = [gemm, call, elementwise, train, regularize, predict];
