import { Logger } from '@aws-lambda-powertools/logger';
import type { Ports } from '#shared/ports.ts';

/** Structured lines with service, function and trace; never personal data, never a token, never an event. */
export const logger = new Logger();

/** A line that a metric filter counts by `alarm`: an alarm of infra rings on it. */
export const alarm: Ports['alarm'] = (code, facts) => {
  logger.error(code, { ...facts, alarm: code });
};
