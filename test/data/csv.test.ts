import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { type CsvOptions, datasets } from '../../lib/data/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'csv-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const save = (text: string | Uint8Array): string => {
  const path = join(folder, `${files++}.csv`);
  writeFileSync(path, text);
  return path;
};
const read = (text: string, options: CsvOptions = { target: 'y' }) => datasets.csv(save(text), options);
const refuse = (text: string, options: CsvOptions, message: RegExp, code = 'ERR_DATA') =>
  expect(read(text, options)).rejects.toEqual(expect.objectContaining({ code, message: expect.stringMatching(message) }));

describe('csv', () => {
  it('reads iris', async () => {
    const iris = await datasets.csv(fileURLToPath(new URL('./fixtures/iris.csv', import.meta.url)), { target: 'species' });
    expect(iris.x.shape).toEqual([150, 4]);
    expect(iris.featureNames).toEqual(['sepal_length', 'sepal_width', 'petal_length', 'petal_width']);
    expect(iris.classNames).toEqual(['setosa', 'versicolor', 'virginica']);
    expect(iris.y?.dtype).toBe('int32');
    expect([0, 50, 100].map((i) => iris.y?.data[i])).toEqual([0, 1, 2]);
    expect([...iris.x.rows(0, 1).data]).toEqual([5.1, 3.5, 1.4, 0.2].map(Math.fround));
    // The means that the literature gives for this table.
    expect([...iris.standardize().mean].map((m) => m.toFixed(3))).toEqual(['5.843', '3.057', '3.758', '1.199']);
  });

  it('finds the kind of the target', async () => {
    const text = await read('a,y\n1,b\n2,a\n3,b\n');
    expect([text.classNames, [...(text.y?.data ?? [])]]).toEqual([
      ['a', 'b'],
      [1, 0, 1],
    ]);
    const integers = await read('a,y\n1,10\n2,2\n3,2.0\n');
    expect([integers.classNames, [...(integers.y?.data ?? [])]]).toEqual([
      ['2', '10'],
      [1, 0, 0],
    ]);
    const floats = await read('a,y\n1,0.5\n2,2\n');
    expect([floats.classNames, floats.y?.dtype, floats.y?.toArray()]).toEqual([undefined, 'float32', [0.5, 2]]);
    const many = await read(`a,y\n${Array.from({ length: 21 }, (_, i) => `${i},${i}`).join('\n')}`);
    expect([many.classNames, many.y?.dtype]).toEqual([undefined, 'float32']);
    const told = await read('a,y\n1,3\n2,4\n', { target: 'y', task: 'regression' });
    expect(told.y?.toArray()).toEqual([3, 4]);
    const classes = await read('a,y\n1,0.5\n2,2\n', { target: 'y', task: 'classification' });
    expect(classes.classNames).toEqual(['0.5', '2']);
    const fixed = await read('a,y\n1,b\n2,b\n', { target: 'y', classNames: ['a', 'b'] });
    expect([...(fixed.y?.data ?? [])]).toEqual([1, 1]);
    expect((await read('a,b\n1,2\n', {})).y).toBeUndefined();
  });

  it('takes more numbers than there can be classes', async () => {
    const rows = Array.from({ length: 10_050 }, (_, i) => `1,${i / 2}`);
    const ds = await read(`a,y\n${rows.join('\n')}`);
    expect([ds.length, ds.y?.data[0], ds.y?.data[10_000], ds.y?.data[10_049]]).toEqual([10_050, 0, 5000, 5024.5]);
    await refuse(`a,y\n${rows.join('\n')}\n1,blue\n`, { target: 'y' }, /row 10051 .*'blue'/);
    await refuse(`a,y\n${rows.map((r) => `${r}x`).join('\n')}\n`, { target: 'y' }, /too many for classes/);
  });

  it('makes one column per category', async () => {
    const ds = await read('a,color,y\n1,red,0\n2,blue,1\n3,red,0\n', { target: 'y', categorical: ['color'] });
    expect(ds.featureNames).toEqual(['a', 'color=blue', 'color=red']);
    expect(ds.x.toArray()).toEqual([
      [1, 0, 1],
      [2, 1, 0],
      [3, 0, 1],
    ]);
    const fixed = await read('color,y\nred,0\n', { target: 'y', categorical: { color: ['red', 'green'] } });
    expect(fixed.x.toArray()).toEqual([[1, 0]]);
    await refuse('color,y\nblue,0\n', { target: 'y', categorical: { color: ['red'] } }, /'blue' is not among the categories red/);
  });

  it('keeps to the policy for missing values', async () => {
    const text = 'a,c,y\n1,u,0\n,v,1\n5,,0\nNaN,u,1\n';
    const options = { target: 'y', categorical: ['c'] };
    await refuse(text, options, /row 2 \(line 3\), column 'a': the value is missing \(empty\)/);
    await refuse('a,y\n1,0\ninf,1\n', { target: 'y' }, /column 'a': the value is missing \('inf'\)/);
    const mean = await read(text, { ...options, missing: 'mean' });
    const third = Math.fround(1 / 3);
    expect(mean.x.toArray()).toEqual([
      [1, 1, 0],
      [3, 0, 1],
      [5, Math.fround(2 / 3), third],
      [3, 1, 0],
    ]);
    const drop = await read(text, { ...options, missing: 'drop' });
    expect([drop.x.toArray(), drop.featureNames]).toEqual([[[1, 1]], ['a', 'c=u']]);
    await refuse('a,y\n1,\n2,1\n', { target: 'y', missing: 'mean' }, /column 'y'.*use missing: 'drop'/);
    expect((await read('a,y\n1,\n2,1\n', { target: 'y', missing: 'drop' })).length).toBe(1);
    await refuse('a,y\n,1\nNA,1\n', { target: 'y', missing: 'mean' }, /no value to take a mean of/);
    await refuse('a,y\n,1\n', { target: 'y', missing: 'drop' }, /left none of 1 rows/);
  });

  it('reads other dialects', async () => {
    expect((await read('a;y\r\n1;2\r\n', { target: 'y', delimiter: ';' })).x.toArray()).toEqual([[1]]);
    expect((await read('\ufeffa,y\n1,2\n')).featureNames).toEqual(['a']);
    expect((await read('"a, ""b""",y\n"1",2\n\n')).featureNames).toEqual(['a, "b"']);
    const bare = await read('1,2,0\n3,4,1\n', { target: -1, header: false });
    expect([bare.x.toArray(), bare.featureNames]).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
      ['column0', 'column1'],
    ]);
    expect((await read('0,1\n5,6\n', { target: '1', header: true })).x.toArray()).toEqual([[5]]);
    expect((await read('id,a,y\nx1,1,2\n', { target: 'y', ignore: ['id'] })).featureNames).toEqual(['a']);
    expect((await datasets.csv(save(gzipSync('a,y\n1,2\n')), { target: 'y' })).x.toArray()).toEqual([[1]]);
  });

  it('crosses blocks and chunks', async () => {
    const n = 30_000;
    const ds = await read(`a,b,c,d,e,f,g,h,i,j,y\n${Array.from({ length: n }, (_, i) => `${i},1,1,1,1,1,1,1,1,${-i},0`).join('\n')}`);
    expect(ds.x.shape).toEqual([n, 10]);
    for (let i = 0; i < n; i++) if (ds.x.data[i * 10] !== i || ds.x.data[i * 10 + 9] !== -i) throw new Error(`row ${i} moved`);
  });

  it('names what is wrong, and where', async () => {
    const y = { target: 'y' };
    await refuse('a,y\n1,0\nx,1\n', y, /row 2 \(line 3\), column 'a': expected a number, got 'x'; name the column in categorical/);
    await refuse('a,y\n0x10,1\n', y, /got '0x10'/);
    await refuse('a,y\n1e300,1\n', y, /too large for float32/);
    await refuse('a,y\n1,0\n1,2,3\n', y, /row 2 \(line 3\) has 3 fields, expected 2/);
    await refuse('"a\nb",y\n1,0\nx,1\n', y, /row 2 \(line 4\)/);
    await refuse('alpha,label\n1,2\n', { target: 'lable' }, /no column 'lable'. Did you mean 'label'\? Columns: alpha, label/);
    await refuse('a;y\n1;2\n', y, /Is the delimiter ";"/);
    await refuse('a,y\n1,2\n', { target: 2 }, /no column 2/);
    await refuse('a,y\n1,2\n', { target: -3 }, /no column -3/);
    await refuse('a,y\n1,2\n', { ...y, categorical: ['y'] }, /is the target/);
    await refuse('a,y\n1,2\n', { ...y, categorical: ['b'] }, /categorical: no column 'b'/);
    await refuse('a,a,y\n1,2,3\n', y, /two columns 'a'/);
    await refuse('y\n1\n', y, /no column is left/);
    await refuse('', y, /the file is empty/);
    await refuse('\n\n', y, /the file is empty/);
    await refuse('a,y\n', y, /a header and no rows/);
    await refuse('1,2\n3,4\n', { target: 1 }, /all numbers; pass header: false/);
    await refuse('a,y\n"1,2\n3,4\n', y, /Quote Not Closed/);
    await refuse('a,y\n1,red\n', { ...y, task: 'regression' }, /row 1 .*expected a number \(task is 'regression'\), got 'red'/);
    await refuse('a,y\n1,c\n', { ...y, classNames: ['a'] }, /'c', which is not among classNames a/);
    await refuse('a,y\n1,2\n', { ...y, headers: true } as CsvOptions, /unknown option 'headers'. Did you mean 'header'/, 'ERR_OPTION');
    await refuse('a,y\n1,2\n', { ...y, missing: 'skip' as 'drop' }, /missing/, 'ERR_OPTION');
    await refuse('a,y\n1,2\n', { ...y, classNames: ['a', 'a'] }, /distinct/, 'ERR_OPTION');
    const none = join(folder, 'none.csv');
    await expect(datasets.csv(none, y)).rejects.toEqual(
      expect.objectContaining({ code: 'ERR_DATA', message: `datasets.csv: cannot read ${none}: no such file` }),
    );
    await expect(datasets.csv(folder, y)).rejects.toEqual(expect.objectContaining({ code: 'ERR_DATA' }));
    const packed = gzipSync(`a,y\n${'1,2\n'.repeat(1000)}`);
    await expect(datasets.csv(save(packed.subarray(0, packed.length - 12)), y)).rejects.toEqual(
      expect.objectContaining({ code: 'ERR_DATA', message: expect.stringMatching(/gzip/) }),
    );
  });
});
