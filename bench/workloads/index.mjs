/** Every workload, in the order of the table. */
import call from './call.mjs';
import gemm from './gemm.mjs';
import predict from './predict.mjs';
import train from './train.mjs';

export const workloads = [gemm, call, train, predict];
