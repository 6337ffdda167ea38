/** A dense network as an ONNX file: the few messages of onnx.proto3 that it takes, in protocol buffer encoding. */
import { kernel } from '../../workloads/shapes.mjs';

const varint = (value) => {
  const bytes = [];
  let v = value;
  for (; v > 127; v = Math.floor(v / 128)) bytes.push((v % 128) + 128);
  return Buffer.from([...bytes, v]);
};
const integer = (field, value) => Buffer.concat([varint(field * 8), varint(value)]);
const bytes = (field, content) => {
  const body = typeof content === 'string' ? Buffer.from(content) : content;
  return Buffer.concat([varint(field * 8 + 2), varint(body.length), body]);
};
const message = (...parts) => Buffer.concat(parts);
const float32 = 1;

/** TensorProto: dims 1, data_type 2, name 8, raw_data 9. */
const tensor = (name, dims, data) =>
  message(...dims.map((d) => integer(1, d)), integer(2, float32), bytes(8, name), bytes(9, Buffer.from(data.buffer)));
/** NodeProto: input 1, output 2, op_type 4. */
const node = (type, inputs, output) => message(...inputs.map((i) => bytes(1, i)), bytes(2, output), bytes(4, type));
/** ValueInfoProto name 1, type 2; TypeProto tensor_type 1; its elem_type 1, shape 2; shape's dim 1; dim_value 1. */
const value = (name, dims) =>
  message(bytes(1, name), bytes(2, bytes(1, message(integer(1, float32), bytes(2, message(...dims.map((d) => bytes(1, integer(1, d)))))))));

/** ModelProto for `rows` rows: Gemm with bias, activation, ..., softmax for a classifier. */
export function onnxModel({ sizes, activation, loss }, rows) {
  const last = sizes.length - 2;
  const nodes = [];
  const weights = [];
  let at = 'x';
  sizes.slice(1).forEach((units, k) => {
    weights.push(tensor(`w${k}`, [sizes[k], units], kernel(k, sizes[k], units)), tensor(`b${k}`, [units], new Float32Array(units)));
    nodes.push(node('Gemm', [at, `w${k}`, `b${k}`], `z${k}`));
    const type = k < last ? { tanh: 'Tanh', relu: 'Relu' }[activation] : loss === 'crossentropy' ? 'Softmax' : 'Identity';
    at = k < last ? `a${k}` : 'y';
    nodes.push(node(type, [`z${k}`], at));
  });
  // GraphProto: node 1, name 2, initializer 5, input 11, output 12.
  const graph = message(
    ...nodes.map((n) => bytes(1, n)),
    bytes(2, 'dense'),
    ...weights.map((w) => bytes(5, w)),
    bytes(11, value('x', [rows, sizes[0]])),
    bytes(12, value('y', [rows, sizes.at(-1)])),
  );
  // ModelProto: ir_version 1, graph 7, opset_import 8 with version 2.
  return message(integer(1, 8), bytes(7, graph), bytes(8, integer(2, 17)));
}
