import { showShape } from '../errors.ts';
import { sizeOf } from '../tensor/shape.ts';
import { type Engine, parameterCount } from './engine.ts';

/** Layers, output shapes and parameters as a table. */
export function summarize(engine: Engine): string {
  const { network, layerShapes, parameters } = engine;
  const rows = [['layer', 'kind', 'output', 'parameters']];
  for (const { name, shape } of network.inputs) rows.push([name, 'input', showShape(shape), '0']);
  network.applications.forEach((application, i) => {
    const { name, layer } = network.layers[application.layer];
    const first = network.applications.findIndex((a) => a.layer === application.layer) === i;
    const own = first ? parameters.filter((p) => p.name.startsWith(`${name}/`)) : [];
    rows.push([name, layer.kind, showShape(layerShapes[i].shape), String(own.reduce((n, p) => n + sizeOf(p.shape), 0))]);
  });
  const widths = rows[0].map((_, c) => Math.max(...rows.map((r) => r[c].length)));
  const lines = rows.map((r) =>
    r
      .map((cell, c) => (c === 3 ? cell.padStart(widths[c]) : cell.padEnd(widths[c])))
      .join('  ')
      .trimEnd(),
  );
  const trained = parameters.filter((p) => p.role === 'weight' && p.trainable !== false);
  lines.splice(1, 0, widths.map((w) => '-'.repeat(w)).join('  '));
  return [...lines, `parameters: ${parameterCount(parameters)} (${parameterCount(trained)} trained)`].join('\n');
}
