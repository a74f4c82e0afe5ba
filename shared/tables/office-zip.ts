import { unzipSync } from 'fflate';
import { Refusal } from '../domain/refusal.ts';

/** What a list of two thousand rows with long reports comes to, many times over; far below what would hurt. */
const maxUnzippedBytes = 60 * 1024 * 1024;

/**
 * Files of an Office document by their paths, as far as `wanted` takes them. Sizes are asked of the archive's own table before
 * anything is unpacked, and nothing is unpacked beyond the size that it names.
 * @throws Refusal InputInvalid `file`: `notAnOfficeFile` for what is no such archive, `tooLarge` for one that would fill the memory
 */
export function unzipOffice(
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
): Readonly<Record<string, Uint8Array>> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        total += originalSize;
        if (total > maxUnzippedBytes) throw new Refusal('InputInvalid', {}, [tooLarge]);
        return wanted(name);
      },
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('InputInvalid', {}, [{ field: 'file', code: 'notAnOfficeFile' }]);
  }
}

const tooLarge = { field: 'file', code: 'tableTooLarge' };
