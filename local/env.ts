import { z } from 'zod';

/** Settings of an office that stand in the environment, since they hold secrets or names of this machine. */
const schema = z
  .object({
    PUBLIC_URL: z.url({ protocol: /^https$/ }).optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    SMTP_FROM: z.string().includes('@').optional(),
  })
  .refine(({ SMTP_URL, SMTP_FROM }) => (SMTP_URL === undefined) === (SMTP_FROM === undefined), {
    path: ['SMTP_URL, SMTP_FROM'],
  });

export interface OfficeSettings {
  /** Address by which people come: `https://khenthuong.sodau.lan:8443`. */
  readonly publicUrl: URL | undefined;
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
}

/** @throws Error that names what is wrong, never what stands in it */
export function readOfficeSettings(): OfficeSettings {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => path.join('.')).join('; ');
    throw new Error(
      `Thiết lập chưa đúng: ${names} (xem README). / These settings are wrong: ${names} (see the README).`,
    );
  }
  const { PUBLIC_URL, SMTP_URL, SMTP_FROM } = parsed.data;
  return {
    publicUrl: PUBLIC_URL === undefined ? undefined : new URL(PUBLIC_URL),
    smtp: SMTP_URL === undefined || SMTP_FROM === undefined ? undefined : { url: SMTP_URL, from: SMTP_FROM },
  };
}
