import type { Page } from 'playwright-core';

/** A page, and what it did since it was last asked. */
export interface Watched {
  readonly page: Page;
  /** Of the last document. */
  status(): number;
  /** What the console said, what was missing, what broke. */
  complaints(): string[];
}

/** The console repeats the status of every answer; answers are judged by themselves. */
const repeated = 'Failed to load resource';

export function watch(page: Page): Watched {
  let status = 0;
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith(repeated))
      complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('requestfailed', (request) => {
    complaints.push(`${request.url()}: ${request.failure()?.errorText ?? 'failed'}`);
  });
  page.on('response', (response) => {
    const isDocument = response.request().isNavigationRequest();
    if (isDocument) status = response.status();
    if (response.status() >= (isDocument ? 500 : 400))
      complaints.push(`${response.url()} answered ${String(response.status())}`);
  });
  return { page, status: () => status, complaints: () => complaints.splice(0) };
}
