import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { RidgelineError } from '../errors.ts';
import { decodeIdx } from '../formats/idx.ts';
import { packageRoot } from '../package-root.ts';
import type { Dataset } from './dataset.ts';
import { labelled } from './idx.ts';

const images = 'digits-images.idx3-ubyte.gz';
const labels = 'digits-labels.idx1-ubyte.gz';

/**
 * Handwritten digits that come with the package: x uint8 [1797, 8, 8] with values 0..16, y int32 [1797], classes
 * '0'..'9'. Each call returns arrays of its own. Source: E. Alpaydin and C. Kaynak, "Optical Recognition of
 * Handwritten Digits", UCI Machine Learning Repository, 1998, doi:10.24432/C50P49, CC BY 4.0.
 * Throws ERR_DATA where the package's files are damaged.
 */
export function digits(): Dataset {
  return labelled('datasets.digits', asset(images), images, asset(labels), labels);
}

function asset(name: string) {
  let bytes: Buffer;
  try {
    bytes = gunzipSync(readFileSync(join(packageRoot(), 'assets', name)));
  } catch (cause) {
    throw new RidgelineError('ERR_DATA', `datasets.digits: cannot read assets/${name} of the package: ${(cause as Error).message}`, {
      cause,
    });
  }
  return decodeIdx('datasets.digits', name, bytes);
}
