import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#tests/support/free-port.ts';
import { createClient, type Client } from './client.ts';

export interface Started {
  readonly url: string;
  readonly pid: number;
  /** From the spawn of the process to the first page. Milliseconds. */
  readonly firstPageMs: number;
  /** SIGKILL: nothing of the process is asked or told. */
  readonly kill: () => Promise<void>;
}

/**
 * Starts a program and looks at a page until it is there.
 * @param command what Node is told, for this port
 * @throws Error when the page answers anything but 200
 */
export async function startProgram(
  command: (port: number) => readonly string[],
  page: string,
  cookie?: string,
): Promise<Started> {
  const port = await freePort();
  const url = `http://localhost:${String(port)}`;
  const client = createClient(url);
  const start = performance.now();
  const child = spawn(process.execPath, command(port), { stdio: ['ignore', 'ignore', 'inherit'] });
  const gone = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  try {
    await untilShown(client, page, cookie);
    return { url, pid: child.pid ?? 0, firstPageMs: performance.now() - start, kill };
  } catch (error) {
    await kill();
    throw error;
  } finally {
    client.close();
  }
}

const longestMs = 120_000;

async function untilShown(client: Client, page: string, cookie: string | undefined): Promise<void> {
  const start = performance.now();
  for (;;) {
    try {
      const { status, body } = await client.page(page, cookie);
      if (status === 200) return;
      throw new Error(`${page}: ${String(status)} ${JSON.stringify(body).slice(0, 500)}`);
    } catch (error) {
      const notYet = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
      if (!notYet || performance.now() - start > longestMs) throw error;
      await pause(2);
    }
  }
}

/** The most memory that a process ever held, in MB; undefined where the system doesn't say. */
export function mostMemory(pid: number): number | undefined {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
  } catch {
    return undefined;
  }
}
