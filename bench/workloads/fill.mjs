/** Float32Array of fn(0), fn(1), ...: a loop, which from() is not. */
export function fill(count, fn) {
  const array = new Float32Array(count);
  for (let i = 0; i < count; i++) array[i] = fn(i);
  return array;
}
