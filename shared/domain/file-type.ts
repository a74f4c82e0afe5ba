/** Types of papers that are taken in, and how their first bytes tell them. */
export interface FileType {
  readonly extension: 'pdf' | 'png' | 'jpg' | 'docx' | 'xlsx';
  readonly contentType: string;
  readonly beginsRight: (head: Uint8Array) => boolean;
}

const beginsWith =
  (...bytes: readonly number[]) =>
  (head: Uint8Array): boolean =>
    bytes.every((byte, index) => head[index] === byte);

const zipEntry = beginsWith(0x50, 0x4b, 0x03, 0x04);
const office = 'application/vnd.openxmlformats-officedocument';

export const fileTypes: readonly FileType[] = [
  { extension: 'pdf', contentType: 'application/pdf', beginsRight: beginsWith(0x25, 0x50, 0x44, 0x46, 0x2d) },
  {
    extension: 'png',
    contentType: 'image/png',
    beginsRight: beginsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  { extension: 'jpg', contentType: 'image/jpeg', beginsRight: beginsWith(0xff, 0xd8, 0xff) },
  {
    extension: 'docx',
    contentType: `${office}.wordprocessingml.document`,
    beginsRight: (head) => isOfficeFile(head, 'word/', 'xl/'),
  },
  {
    extension: 'xlsx',
    contentType: `${office}.spreadsheetml.sheet`,
    beginsRight: (head) => isOfficeFile(head, 'xl/', 'word/'),
  },
];

/** What an office file may begin with; a plain archive or a program (`META-INF/`) begins otherwise. */
const officeFolders = ['[Content_Types].xml', '_rels/', 'docProps/', 'customXml/'];

/**
 * Documents and sheets are both zip archives, and the folder that tells one from the other may lie behind the head:
 * then the declared type is believed.
 */
function isOfficeFile(head: Uint8Array, own: string, foreign: string): boolean {
  const names = zipNames(head);
  const [first] = names;
  if (first === undefined || ![...officeFolders, own].some((folder) => first.startsWith(folder)))
    return false;
  return names.some((name) => name.startsWith(own)) || !names.some((name) => name.startsWith(foreign));
}

/** Names in the local headers that the head holds (APPNOTE.TXT 4.3.7). The archive must begin with one. */
function zipNames(head: Uint8Array): string[] {
  const names: string[] = [];
  if (!zipEntry(head)) return names;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  for (let at = 0; at + 30 <= head.length; at += 1) {
    if (!zipEntry(head.subarray(at, at + 4))) continue;
    const length = view.getUint16(at + 26, true);
    names.push(new TextDecoder().decode(head.subarray(at + 30, at + 30 + length)));
  }
  return names;
}

/** Whether the first bytes are of the declared type. */
export function beginsAs(contentType: string, head: Uint8Array): boolean {
  return fileTypes.some((type) => type.contentType === contentType && type.beginsRight(head));
}
