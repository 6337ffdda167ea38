/** What the type system says about the names of inputs and outputs; checked by tsc over the tests. Nothing here is run. */
import { expectTypeOf, test } from 'vitest';
import {
  type ArrayInput,
  defineModel,
  type FunctionalModel,
  type input,
  layers,
  loadModel,
  type Model,
  type NDArray,
} from '../../lib/index.ts';

function checked(from: ReturnType<typeof input>, array: ArrayInput) {
  const head = (units: number) => layers.dense(units).apply(from);
  const model = defineModel({ inputs: { from }, outputs: { digit: head(10), parity: head(1) } });
  expectTypeOf(model).toEqualTypeOf<FunctionalModel<'from', 'digit' | 'parity'>>();
  expectTypeOf(defineModel({ inputs: from, outputs: head(1) })).toEqualTypeOf<Model>();
  expectTypeOf(model.predictSync({ from: array })).toEqualTypeOf<Record<'digit' | 'parity', NDArray>>();
  expectTypeOf(model.outputShapes.parity).toEqualTypeOf<readonly number[]>();
  expectTypeOf(loadModel('f')).resolves.toEqualTypeOf<Model>();
  expectTypeOf(loadModel('f', { inputs: ['a', 'b'], outputs: ['c'] })).resolves.toEqualTypeOf<FunctionalModel<'a' | 'b', 'c'>>();

  const optimizer = 'adam';
  const loss = { digit: 'sparseCategoricalCrossentropy', parity: 'binaryCrossentropy' };
  model.compile({ optimizer, loss, metrics: { digit: ['accuracy'] }, lossWeights: { parity: 0.3 } });
  // @ts-expect-error every output has a loss
  model.compile({ optimizer, loss: { digit: 'sparseCategoricalCrossentropy' } });
  // @ts-expect-error no output has this name
  model.compile({ optimizer, loss: { ...loss, party: 'hinge' } as const, metrics: { party: ['accuracy'] } });
  // @ts-expect-error metrics are lists
  model.compile({ optimizer, loss, metrics: { digit: 'accuracy' } });
  // @ts-expect-error loss weights are numbers by output
  model.compile({ optimizer, loss, lossWeights: 2 });
  // @ts-expect-error one loss for all is not enough
  model.compile({ optimizer, loss: 'meanSquaredError' });

  const x = { from: array };
  const y = { digit: array, parity: array };
  void model.fit(x, y, { validationData: [x, y], sampleWeight: { digit: array }, classWeight: { parity: { 1: 2 } } });
  // @ts-expect-error a target for every output
  void model.fit(x, { digit: array });
  // @ts-expect-error inputs go by name
  void model.fit(array, y);
  // @ts-expect-error validation data has the same names
  void model.fit(x, y, { validationData: [x, { digit: array }] });
  // @ts-expect-error class weights are by output
  void model.fit(x, y, { classWeight: { 3: 2 } });
  // @ts-expect-error no input has this name
  void model.predict({ to: array });
  // @ts-expect-error and no output this one
  void model.predictSync(x).party;
  // @ts-expect-error inputs by name, and an output without one
  defineModel({ inputs: { from }, outputs: head(1) });
}

test('the file has its types', () => expectTypeOf(checked).returns.toBeVoid());
