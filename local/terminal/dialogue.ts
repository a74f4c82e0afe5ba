import { Writable } from 'node:stream';
import { createInterface } from 'node:readline';
import { TransferRefused } from '#shared/transfer/refused.ts';

/** Questions at a terminal, or lines of a pipe that answer them in their order. */
export interface Dialogue {
  readonly say: (line: string) => void;
  readonly ask: (question: string) => Promise<string>;
  /** What is typed isn't shown. */
  readonly askHidden: (question: string) => Promise<string>;
  readonly close: () => void;
}

/** Whoever was asked may go, by Ctrl+C or with a pipe of too few lines: TransferRefused NothingTyped. */
export function openDialogue(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Dialogue {
  let hidden = false;
  const shown = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!hidden) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output: shown, terminal: input.isTTY, historySize: 0 });
  const typed = lines[Symbol.asyncIterator]();
  const ask = async (question: string, secret: boolean): Promise<string> => {
    lines.setPrompt(question);
    lines.prompt();
    hidden = secret;
    const { done, value } = await typed.next();
    hidden = false;
    if (secret || !input.isTTY) output.write('\n');
    if (done === true) throw new TransferRefused('NothingTyped');
    return value;
  };
  return {
    say: (line) => {
      output.write(`${line}\n`);
    },
    ask: (question) => ask(question, false),
    askHidden: (question) => ask(question, true),
    close: () => {
      lines.close();
    },
  };
}
