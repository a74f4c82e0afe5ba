/**
 * What lies in quarantine is not what was inspected: somebody sent the form once more in between. Nothing was released,
 * and the file has to be attached anew.
 */
export class BytesReplaced extends Error {
  constructor(fileId: string) {
    super(`the bytes of ${fileId} were replaced after they were inspected`);
    this.name = 'BytesReplaced';
  }
}
