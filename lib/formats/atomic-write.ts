import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type ErrorCode, RidgelineError } from '../errors.ts';
import { systemReason } from './system-reason.ts';

/** Writing more than this in one call is refused by some systems. */
const maxWriteBytes = 2 ** 30;

/** The bytes of a typed array, as a view. */
export const bytesOf = (array: ArrayBufferView): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/**
 * Writes `chunks` to a file that appears under `path` whole or not at all: into a new file of the same folder, flushed
 * to disk, then renamed. On failure the old file, if any, is untouched. Throws `code` naming `where`, the path and why.
 */
export async function writeFileAtomic(where: string, code: ErrorCode, path: string, chunks: Iterable<Uint8Array>): Promise<void> {
  const temporary = temporaryBeside(path);
  try {
    const file = await open(temporary, 'wx');
    try {
      for (const chunk of chunks) {
        for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at, Math.min(maxWriteBytes, chunk.length - at))).bytesWritten;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw unwritable(where, code, path, cause);
  }
  await syncFolder(dirname(path));
}

/** Throws as {@link writeFileAtomic} would, before there is anything to write; leaves nothing behind. */
export async function checkWritable(where: string, code: ErrorCode, path: string): Promise<void> {
  const temporary = temporaryBeside(path);
  try {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
    await (await open(temporary, 'wx')).close();
  } catch (cause) {
    throw unwritable(where, code, path, cause);
  } finally {
    await rm(temporary, { force: true });
  }
}

const temporaryBeside = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`);

const unwritable = (where: string, code: ErrorCode, path: string, cause: unknown): RidgelineError =>
  new RidgelineError(code, `${where}: cannot write ${path}: ${systemReason(cause, 'write')}`, { cause });

/** Makes the rename last through a power cut; some systems cannot open a folder, and there the rename is as good as it gets. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // The file itself is complete and in place.
  }
}
