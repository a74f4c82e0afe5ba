import { mkdtempSync, rmSync } from 'node:fs';
import { request as askSecurely } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { once } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import { listen } from '#local/http/listening.ts';
import { underOwnHost } from '#local/http/own-host.ts';
import { openAuthority } from '#local/tls/office-authority.ts';
import { epochMs, instantOf } from '#shared/domain/time.ts';
import { machineNow } from '#shared/machine/system-clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-listening-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const authority = openAuthority(folder, 'localhost', machineNow());

describe('a server that ends', () => {
  it('answers what was asked before, and takes nothing more', async () => {
    const listening = await listen({ host: '127.0.0.1', port: 0 });
    const asked = Promise.withResolvers<undefined>();
    const mayAnswer = Promise.withResolvers<undefined>();
    listening.answerWith((_, response) => {
      asked.resolve(undefined);
      void mayAnswer.promise.then(() => response.end('whole'));
    });
    const url = `http://127.0.0.1:${String(listening.port)}/`;
    const answer = fetch(url).then((response) => response.text());
    await asked.promise;
    const drained = listening.drain();
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    mayAnswer.resolve(undefined);
    expect(await answer).toBe('whole');
    await drained;
  });
});

describe('a server on a network', () => {
  it('renews its certificate while it runs', async () => {
    let passed = -61;
    const listening = await listen({
      host: '127.0.0.1',
      port: 0,
      tls: {
        authority,
        publicHost: 'localhost',
        now: () => instantOf(epochMs(machineNow()) + passed * 86_400_000),
        lookEveryMs: 1,
      },
    });
    const serial = async (): Promise<string> => {
      const socket = connect({ host: '127.0.0.1', port: listening.port, ca: [authority.certificate] });
      await once(socket, 'secureConnect');
      const { serialNumber } = socket.getPeerCertificate();
      socket.destroy();
      return serialNumber;
    };
    const first = await serial();
    expect(await serial()).toBe(first);
    passed = 0;
    let next = first;
    for (let tries = 0; next === first && tries < 200; tries += 1) next = await serial();
    expect(next).not.toBe(first);
    await listening.drain();
  });

  it('speaks no plain http, and no TLS older than 1.2', async () => {
    const listening = await listen({
      host: '127.0.0.1',
      port: 0,
      tls: { authority, publicHost: 'localhost' },
    });
    listening.answerWith((_, response) => response.end('ok'));
    await expect(fetch(`http://127.0.0.1:${String(listening.port)}/`)).rejects.toThrow('fetch failed');
    const old = connect({
      host: '127.0.0.1',
      port: listening.port,
      ca: [authority.certificate],
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    const [error] = (await once(old, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toMatch(/PROTOCOL/);
    await listening.drain();
  });
});

describe('an office', () => {
  async function answerTo(headers: Record<string, string>, method = 'GET'): Promise<[number, string?]> {
    const listening = await listen({
      host: '127.0.0.1',
      port: 0,
      tls: { authority, publicHost: 'localhost' },
    });
    listening.answerWith(
      underOwnHost('https://may-chu:8443', (_, response) => {
        response.end('own');
      }),
    );
    const sent = askSecurely({
      host: '127.0.0.1',
      port: listening.port,
      path: '//evil.example/cases?x=1',
      ca: [authority.certificate],
      servername: 'localhost',
      method,
      headers,
    }).end();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    answer.resume();
    await listening.drain();
    const { location } = answer.headers;
    return [answer.statusCode ?? 0, ...(location === undefined ? [] : [location])] as [number, string?];
  }

  it('answers under its own name, leads on who typed another, and takes no form under another', async () => {
    expect(await answerTo({ host: 'may-chu:8443' })).toEqual([200]);
    expect(await answerTo({ host: 'rebound.evil.example' })).toEqual([
      303,
      'https://may-chu:8443/evil.example/cases?x=1',
    ]);
    expect(await answerTo({ host: 'rebound.evil.example' }, 'POST')).toEqual([421]);
    expect(await answerTo({ host: 'may-chu:8443.evil.example', 'x-forwarded-host': 'may-chu:8443' })).toEqual(
      [303, 'https://may-chu:8443/evil.example/cases?x=1'],
    );
  });
});

describe('a port', () => {
  it('that is taken is said', async () => {
    const first = await listen({ host: '127.0.0.1', port: 0 });
    await expect(listen({ host: '127.0.0.1', port: first.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await first.drain();
  });
});
