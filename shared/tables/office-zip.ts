import { unzipSync } from 'fflate';
import { Refusal } from '../domain/refusal.ts';

/** What a list of two thousand rows with long reports comes to, many times over; far below what would hurt. */
const maxUnzippedBytes = 60 * 1024 * 1024;

/** @param code what is wrong with the file that was chosen */
export const badFile = (
  code: 'notAnOfficeFile' | 'oldOfficeFile' | 'officeMacros' | 'tableTooLarge',
): Refusal => new Refusal('InputInvalid', {}, [{ field: 'file', code }]);

/**
 * Files of an Office document by their paths, as far as `wanted` takes them. Sizes are asked of the archive's own table before
 * anything is unpacked, and nothing is unpacked beyond the size that it names.
 * @throws Refusal InputInvalid `file`: `notAnOfficeFile` for what is no such archive, `oldOfficeFile` for one of before 2007 or
 * with a password, `officeMacros` for one that brings programs along, `tableTooLarge` for one that would fill the memory
 */
export function unzipOffice(
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
): Readonly<Record<string, Uint8Array>> {
  // Both begin so: https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb
  if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, place) => bytes[place] === byte)) throw badFile('oldOfficeFile');
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        total += originalSize;
        if (total > maxUnzippedBytes) throw badFile('tableTooLarge');
        if (/vbaProject\.bin$/i.test(name)) throw badFile('officeMacros');
        return wanted(name);
      },
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw badFile('notAnOfficeFile');
  }
}
