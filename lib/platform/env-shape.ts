import { availableParallelism } from 'node:os';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { type ProviderSettings, providerShape } from './session/provider-shape.ts';

const wholeNumber = (min: number, max: number, sentence: string) =>
  z
    .string()
    .regex(/^\d{1,6}$/, sentence)
    .transform(Number)
    .refine((value) => value >= min && value <= max, sentence);

const databaseAddress = (name: string) =>
  z
    .string()
    .regex(/^postgres(ql)?:\/\/./, `${name} must begin with postgres:// or postgresql://.`)
    .optional();

const webAddress = z.string().refine(isBaseAddress, {
  error: 'NAVET_URL must be a web address without a path, such as https://navet.example.',
});

/** A folder, or a bucket: `s3://bucket/folder`. */
const mediaPlace = z.string().transform((text, context) => {
  if (isAbsolute(text)) return { folder: text };
  const [, bucket = '', folder = ''] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]*))?$/.exec(text) ?? [];
  if (bucket) return { bucket, prefix: folder && `${folder.replace(/\/+$/, '')}/` };
  const message =
    'NAVET_MEDIA must be a whole path to a folder, or a bucket such as s3://navet/media.';
  context.issues.push({ code: 'custom', message, input: text });
  return z.NEVER;
});

/** Names the place that is wrong and never what stands there: a secret may. */
const openIdProviders = z.string().transform((text, context): ProviderSettings[] => {
  const wrong = (where: string) => {
    const message = `NAVET_OIDC must be a JSON list of OpenID providers; ${where}.`;
    context.issues.push({ code: 'custom', message, input: text });
    return z.NEVER;
  };
  const parsed = z.array(providerShape).safeParse(jsonOf(text));
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    return wrong(path ? `look at ${path}` : 'it is not such a list');
  }
  const keys = new Set(parsed.data.map(({ key }) => key));
  return keys.size === parsed.data.length ? parsed.data : wrong('two have the same key');
});

/** What each setting may be, and the sentence about one that is wrong. */
export const settingsShape = z.object({
  NAVET_MODE: z
    .enum(['demo', 'production'], 'NAVET_MODE must be either demo or production.')
    .default('demo'),
  PORT: wholeNumber(1, 65_535, 'PORT must be a whole number from 1 to 65535.').default(3000),
  NAVET_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'NAVET_HOST must be a host name or an IP address, such as 127.0.0.1.')
    .optional(),
  NAVET_URL: webAddress.transform((value) => new URL(value).origin).optional(),
  DATABASE_URL: databaseAddress('DATABASE_URL'),
  DATABASE_DIRECT_URL: databaseAddress('DATABASE_DIRECT_URL'),
  DATABASE_READ_URL: databaseAddress('DATABASE_READ_URL'),
  NAVET_DATA: z.string().optional(),
  NAVET_SECRET: z.string().min(32, 'NAVET_SECRET must have at least 32 characters.').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'SMTP_URL must begin with smtp:// or smtps://.')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/,
      'MAIL_FROM must be a mail address, such as Navet <navet@example.org>.',
    )
    .optional(),
  NAVET_SECURITY_CONTACT: z
    .string()
    .regex(
      /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/,
      'NAVET_SECURITY_CONTACT must begin with mailto: or https://.',
    )
    .optional(),
  NAVET_POOL: wholeNumber(1, 200, 'NAVET_POOL must be a whole number from 1 to 200.').default(10),
  NAVET_WEB_PROCESSES: wholeNumber(
    1,
    64,
    'NAVET_WEB_PROCESSES must be a whole number from 1 to 64.',
  ).default(oneACore()),
  NAVET_MEMORY: wholeNumber(
    128,
    65_536,
    'NAVET_MEMORY must be a whole number of MiB from 128 to 65536.',
  ).default(1024),
  NAVET_METRICS_PORT: wholeNumber(
    1,
    65_535,
    'NAVET_METRICS_PORT must be a whole number from 1 to 65535.',
  ).optional(),
  NAVET_METRICS_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'NAVET_METRICS_HOST must be a host name or an IP address.')
    .default('127.0.0.1'),
  NAVET_PROXIES: wholeNumber(
    0,
    9,
    'NAVET_PROXIES must be the number of proxies in front of the portal, from 0 to 9.',
  ).optional(),
  NAVET_MEDIA: mediaPlace.optional(),
  NAVET_S3_ENDPOINT: z
    .string()
    .regex(/^https?:\/\/[^\s/]+\/?$/, 'NAVET_S3_ENDPOINT must be a web address without a path.')
    .optional(),
  NAVET_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'NAVET_S3_REGION must be the name of a region, such as eu-north-1.')
    .default('eu-north-1'),
  NAVET_S3_KEY: z
    .string()
    .regex(
      /^[^\s:]+:\S+$/,
      'NAVET_S3_KEY must be the id of a key and its secret, with a colon between.',
    )
    .optional(),
  NAVET_OIDC: openIdProviders.optional(),
  NAVET_SECOND_FACTOR: z
    .enum(['production', 'always'], 'NAVET_SECOND_FACTOR must be either production or always.')
    .default('production'),
});

export type GivenSettings = z.output<typeof settingsShape>;

// Two even on one core: while a process that died is started again, the other answers.
function oneACore(): number {
  return Math.min(8, Math.max(2, availableParallelism()));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isBaseAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const bare = `${url.protocol}//${url.host}`;
  return /^https?:$/.test(url.protocol) && [bare, `${bare}/`].includes(url.href);
}
