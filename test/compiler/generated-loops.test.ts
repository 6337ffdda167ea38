import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commonPrograms } from '../../scripts/common-programs.mjs';
import { headersOf } from '../../scripts/loop-headers.mjs';
import { root } from '../../scripts/native-toolchain.mjs';

describe('compiled loops', () => {
  it('are those of the programs that the package compiles to today (node scripts/generate-loops.mjs)', { timeout: 60_000 }, () => {
    const headers = headersOf(commonPrograms());
    expect(Object.keys(headers)).toEqual(['ew_codes.h', 'ew_loops.h', 'reduce_codes.h', 'reduce_loops.h', 'sweep_loops.h']);
    for (const [name, text] of Object.entries(headers)) {
      expect(readFileSync(join(root, 'native/kernels/generated', name), 'utf8') === text, name).toBe(true);
    }
  });
});
