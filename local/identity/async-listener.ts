import type { IncomingMessage, ServerResponse } from 'node:http';

export type AsyncListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
