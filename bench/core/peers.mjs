/** Who takes part, how each is started, and what to install for it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildNative } from './native.mjs';
import { Missing } from './process.mjs';

const bench = join(dirname(fileURLToPath(import.meta.url)), '..');
const npmInstall = 'npm ci --prefix bench --ignore-scripts';

const node =
  (file, { env = {}, needs, flags = [] } = {}) =>
  () => {
    if (needs && !existsSync(join(bench, 'node_modules', needs))) throw new Missing(`${needs} is not installed; ${npmInstall}`, true);
    return { command: process.execPath, args: [...flags, join(bench, 'peers', file)], env };
  };

export const python = process.env.RIDGELINE_BENCH_PYTHON ?? 'python3';
const known = new Map();
function hasModule(name) {
  if (!known.has(name)) {
    const code = 'import importlib.util, sys; sys.exit(0 if importlib.util.find_spec(sys.argv[1]) else 3)';
    known.set(name, spawnSync(python, ['-c', code, name], { stdio: 'ignore' }).status === 0);
  }
  return known.get(name);
}
const script =
  (file, module, env = {}) =>
  () => {
    if (!hasModule(module))
      throw new Missing(
        `${python} has no module ${module}; see bench/README.md, and name the right Python in RIDGELINE_BENCH_PYTHON`,
        true,
      );
    return { command: python, args: [join(bench, 'peers', file)], env: { PYTHONUNBUFFERED: '1', ...env } };
  };

const native = (what) => () => ({ command: buildNative(what), args: [], env: what.env ?? {} });
const product = (program, header, rest) => native({ program, source: 'gemm_peer.cc', defines: [`PEER_HEADER="${header}"`], ...rest });

/** By name; each gives what starts it, or throws {@link Missing} with what to install. */
export const peers = {
  ridgeline: node('ridgeline.mjs', { env: { RIDGELINE_BACKEND: 'native' } }),
  reference: node('ridgeline.mjs', { env: { RIDGELINE_BACKEND: 'reference' } }),
  kernels: product('ridgeline_gemm', 'gemm_ridgeline.h', { kernels: true }),
  limits: native({ program: 'limits', source: 'limits.cc' }),
  'products+adam': native({
    program: 'step_bound',
    source: 'step_bound.cc',
    libraries: ['-lopenblas'],
    install: 'apt-get install libopenblas-dev',
  }),
  openblas: product('openblas_gemm', 'gemm_openblas.h', { libraries: ['-lopenblas'], install: 'apt-get install libopenblas-dev' }),
  blis: product('blis_gemm', 'gemm_blis.h', { libraries: ['-lblis'], install: 'apt-get install libblis-dev' }),
  onednn: product('onednn_gemm', 'gemm_onednn.h', { libraries: ['-ldnnl', '-fopenmp'], install: 'apt-get install libdnnl-dev' }),
  pytorch: script('pytorch.py', 'torch'),
  'pytorch-compile': script('pytorch.py', 'torch', { RIDGELINE_BENCH_COMPILE: '1' }),
  jax: script('jax_peer.py', 'jax'),
  'scikit-learn': script('scikit_learn.py', 'sklearn'),
  onnxruntime: node('onnxruntime.mjs', { needs: 'onnxruntime-node' }),
  tfjs: node('tfjs.mjs', { needs: '@tensorflow/tfjs-core' }),
  'tfjs-wasm': node('tfjs.mjs', { needs: '@tensorflow/tfjs-backend-wasm', env: { RIDGELINE_BENCH_TFJS: 'wasm' } }),
  'jax-js': node('jax-js.mjs', { needs: '@jax-js/jax' }),
  'brain.js': node('brain.mjs', { needs: 'brain.js' }),
  javascript: node('javascript.mjs'),
};

/** Pure JavaScript, and what needs only a compiler: the peers of --quick. */
export const quickPeers = ['ridgeline', 'reference', 'kernels', 'limits', 'tfjs', 'javascript'];
