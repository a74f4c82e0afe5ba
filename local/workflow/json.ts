import { z } from 'zod';
import type { Json } from '#shared/ports.ts';

// What JSON.parse returns is JSON by construction; walking it again would only cost time.
const parsed = z.custom<Json>();

export function parseJson(text: string): Json {
  return parsed.parse(JSON.parse(text));
}

/** @returns the value as JSON would carry it, undefined for what JSON can't carry (nothing, a function). */
export function toJson(value: unknown): Json | undefined {
  return typeof value === 'function' || value === undefined ? undefined : parseJson(JSON.stringify(value));
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** 256 KiB of UTF-8: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const payloadLimit = 262_144;

export function exceedsPayloadLimit(value: Json): boolean {
  return bytesOf(value) > payloadLimit;
}

export function bytesOf(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}
