import type { Ports } from '#shared/ports.ts';

type Facts = Readonly<Record<string, unknown>>;

/** The same lines as those of Powertools' logger, which is where middy is; api and web start faster without it. */
export interface HttpLog {
  readonly info: (message: string, facts: Facts) => void;
  readonly error: (message: string, facts: Facts) => void;
  /** A line that a metric filter counts by `alarm`: an alarm of infra rings on it. */
  readonly alarm: Ports['alarm'];
}

interface LogSettings {
  readonly LOG_LEVEL: string;
  readonly POWERTOOLS_SERVICE_NAME: string;
}

const quiet = ['WARN', 'ERROR', 'CRITICAL', 'SILENT'];

export function createHttpLog(
  { LOG_LEVEL: least, POWERTOOLS_SERVICE_NAME: service }: LogSettings,
  now: () => string,
  write: (line: string) => void = (line) => process.stdout.write(line),
): HttpLog {
  const print = (level: string, message: string, facts: Facts): void => {
    write(`${JSON.stringify({ level, message, timestamp: now(), service, ...facts })}\n`);
  };
  return {
    info: (message, facts) => {
      if (!quiet.includes(least.toUpperCase())) print('INFO', message, facts);
    },
    error: (message, facts) => print('ERROR', message, facts),
    alarm: (code, facts) => print('ERROR', code, { ...facts, alarm: code }),
  };
}
