import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface PostOffice {
  readonly url: string;
  /** Mails as they came, headers first. */
  readonly taken: readonly string[];
  /** Resolves when nobody is connected: whatever a dead sender still said has been heard. */
  readonly quiet: () => Promise<void>;
  readonly close: () => void;
}

/** Refuses every recipient; says nothing at all; hangs up when it has taken a mail, before it has said so. */
export type Manner = 'refusing' | 'silent' | 'hangingUp';

/** Speaks just enough SMTP (RFC 5321) to take a mail, unless it behaves otherwise. */
export async function openPostOffice(manner?: Manner): Promise<PostOffice> {
  const taken: string[] = [];
  const connected = new Set<Socket>();
  const server = createServer((socket) => {
    let lines: string[] | undefined;
    let begun = '';
    connected.add(socket);
    // One that is killed resets its connections.
    socket.on('error', () => undefined).on('close', () => connected.delete(socket));
    if (manner === 'silent') return;
    socket.write('220 post office\r\n');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const said = (begun + chunk).split('\r\n');
      begun = said.pop() ?? '';
      for (const line of said) {
        if (lines !== undefined && line !== '.') lines.push(line);
        else if (line === '.') {
          taken.push((lines ?? []).join('\n'));
          lines = undefined;
          if (manner === 'hangingUp') socket.destroy();
          else socket.write('250 taken\r\n');
        } else if (line === 'DATA') {
          lines = [];
          socket.write('354 go on\r\n');
        } else if (line.startsWith('RCPT') && manner === 'refusing') socket.write('550 nobody here\r\n');
        else if (line !== '') socket.write('250 ok\r\n');
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    taken,
    async quiet() {
      for (const socket of connected) await once(socket, 'close');
    },
    close: () => server.close(),
  };
}
