import { open, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { RidgelineError } from '../errors.ts';
import { systemReason } from '../formats/system-reason.ts';

const inflate = promisify(gunzip);

/** No data file is expected to unpack to more; a small hostile one could, and would take the process with it. */
const maxUnpackedBytes = 2 ** 32 - 1;

/** gzip is told by its first two bytes, not by the file's name. */
export const isGzip = (bytes: Uint8Array): boolean => bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;

/** ERR_DATA for a file that the system cannot give, with its reason. */
export function unreadable(where: string, path: string, cause: unknown): RidgelineError {
  return new RidgelineError('ERR_DATA', `${where}: cannot read ${path}: ${systemReason(cause, 'read')}`, { cause });
}

/** The whole file, unpacked where it is gzip. Throws ERR_DATA naming `where` and the file. */
export async function readData(where: string, path: string): Promise<Buffer> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw unreadable(where, path, cause);
  }
  if (!isGzip(bytes)) return bytes;
  try {
    return await inflate(bytes, { maxOutputLength: maxUnpackedBytes });
  } catch (cause) {
    throw badGzip(where, path, cause);
  }
}

/** ERR_DATA for a gzip file that does not unpack. */
export const badGzip = (where: string, path: string, cause: unknown): RidgelineError =>
  new RidgelineError('ERR_DATA', `${where}: ${path} is a damaged or truncated gzip file (${(cause as Error).message})`, { cause });

/** The first two bytes of a file, or fewer. Throws ERR_DATA naming `where` and the file. */
export async function firstBytes(where: string, path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw unreadable(where, path, cause);
  }
}
