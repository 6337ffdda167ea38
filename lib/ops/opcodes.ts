/** Numbers of the fused-elementwise program; the same list stands in native/kernels/table.h. */
// biome-ignore format: one line per arity, to be compared with table.h at a glance
export const ew = {
  move: 0, neg: 1, abs: 2, sign: 3, exp: 4, expm1: 5, log: 6, log1p: 7, sqrt: 8, sin: 9, cos: 10, tanh: 11, erf: 12, sigmoid: 13,
  softplus: 14, floor: 15, relu: 16, reciprocal: 17, square: 18, isFinite: 19, gelu: 20,
  add: 32, sub: 33, mul: 34, div: 35, max: 36, min: 37, pow: 38, equal: 39, notEqual: 40, less: 41, lessEqual: 42, greater: 43, greaterEqual: 44,
  select: 64, fma: 65,
  iota: 80, uniform: 81, normal: 82, bernoulli: 83,
} as const;

/** Number of register operands by opcode range. */
export const ewArity = (code: number): number => (code < 32 ? 1 : code < 64 ? 2 : code < 80 ? 3 : code === ew.bernoulli ? 1 : 0);
