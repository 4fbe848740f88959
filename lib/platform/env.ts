import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { type ProviderSettings, providerShape } from './session/provider-shape.ts';

/** Raised when a setting is wrong or missing: one plain sentence each, never a setting's secret value. */
export class SettingsError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

const wholeNumber = (min: number, max: number, sentence: string) =>
  z
    .string()
    .regex(/^\d{1,6}$/, sentence)
    .transform(Number)
    .refine((value) => value >= min && value <= max, sentence);

const webAddress = z.string().refine(isBaseAddress, {
  error: 'NAVET_URL must be a web address without a path, such as https://navet.example.',
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

const shape = z.object({
  NAVET_MODE: z
    .enum(['demo', 'production'], 'NAVET_MODE must be either demo or production.')
    .default('demo'),
  PORT: wholeNumber(1, 65_535, 'PORT must be a whole number from 1 to 65535.').default(3000),
  NAVET_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'NAVET_HOST must be a host name or an IP address, such as 127.0.0.1.')
    .optional(),
  NAVET_URL: webAddress.transform((value) => new URL(value).origin).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'DATABASE_URL must begin with postgres:// or postgresql://.')
    .optional(),
  DATABASE_DIRECT_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/./,
      'DATABASE_DIRECT_URL must begin with postgres:// or postgresql://.',
    )
    .optional(),
  DATABASE_READ_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/./,
      'DATABASE_READ_URL must begin with postgres:// or postgresql://.',
    )
    .optional(),
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
  NAVET_PROXIES: wholeNumber(
    0,
    9,
    'NAVET_PROXIES must be the number of proxies in front of the portal, from 0 to 9.',
  ).optional(),
  NAVET_OIDC: openIdProviders.optional(),
  NAVET_SECOND_FACTOR: z
    .enum(['production', 'always'], 'NAVET_SECOND_FACTOR must be either production or always.')
    .default('production'),
});

const neededInProduction = {
  NAVET_URL: 'the address people use to reach the portal',
  NAVET_SECRET: 'a secret of at least 32 characters',
  SMTP_URL: 'the mail server',
  MAIL_FROM: 'the address mail is sent from',
} as const;

/** What the environment says; null where the supervisor decides (`npm start`). */
export type Settings = {
  mode: 'demo' | 'production';
  port: number;
  host: string;
  /** Public base address without a slash at the end. */
  url: string;
  databaseUrl: string | null;
  /** Past a pooler, for what holds a lock of its own: migrations. */
  directUrl: string | null;
  /** A streaming replica that pages for everyone may be read from. */
  readUrl: string | null;
  /** Absolute or relative to the checkout. */
  data: string | null;
  secret: string | null;
  /** Null only in demo mode: mail then lands in the local outbox page. */
  smtpUrl: string | null;
  mailFrom: string;
  /** Where people write who have found a weakness; null: to the address mail is sent from. */
  securityContact: string | null;
  /** Database connections a process may hold. */
  pool: number;
  /** How many web processes share the port. */
  webProcesses: number;
  /** How many proxies in front of the portal tell whom they speak for. */
  proxies: number;
  /** OpenID providers of the whole installation. */
  providers: ProviderSettings[];
  /** Whether what touches everyone at a hub asks for a second factor. */
  secondFactor: boolean;
};

/** The settings of a running web or worker process: nothing left open. */
export type RunningSettings = Settings & { databaseUrl: string; data: string; secret: string };

/**
 * Reads and checks every setting at once.
 * @throws SettingsError naming all wrong and missing settings together.
 */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const given = withoutEmpty(env);
  const parsed = shape.safeParse(given);
  const problems = [
    ...(parsed.error?.issues.map((issue) => issue.message) ?? []),
    ...missingInProduction(given),
    ...missingBehindPooler(given),
  ];
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  return settingsFrom(parsed.data);
}

let running: RunningSettings | undefined;

/**
 * The settings of this process, read once; for web, worker and app code, at request time.
 * @throws SettingsError also when the process was not started by the supervisor.
 */
export function settings(): RunningSettings {
  running ??= requireComplete(readSettings());
  return running;
}

function settingsFrom(value: z.output<typeof shape>): Settings {
  return {
    mode: value.NAVET_MODE,
    port: value.PORT,
    host: value.NAVET_HOST ?? (value.NAVET_MODE === 'demo' ? '127.0.0.1' : '0.0.0.0'),
    url: value.NAVET_URL ?? `http://localhost:${value.PORT}`,
    databaseUrl: value.DATABASE_URL ?? null,
    directUrl: value.DATABASE_DIRECT_URL ?? null,
    readUrl: value.DATABASE_READ_URL ?? null,
    data: value.NAVET_DATA ?? null,
    secret: value.NAVET_SECRET ?? null,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM ?? 'Navet <navet@localhost>',
    securityContact: value.NAVET_SECURITY_CONTACT ?? null,
    pool: value.NAVET_POOL,
    webProcesses: value.NAVET_WEB_PROCESSES,
    proxies: value.NAVET_PROXIES ?? (value.NAVET_MODE === 'demo' ? 0 : 1),
    providers: value.NAVET_OIDC ?? [],
    secondFactor: value.NAVET_MODE === 'production' || value.NAVET_SECOND_FACTOR === 'always',
  };
}

function requireComplete(read: Settings): RunningSettings {
  const { databaseUrl, data, secret } = read;
  if (databaseUrl && data && secret) return { ...read, databaseUrl, data, secret };
  throw new SettingsError([
    'DATABASE_URL, NAVET_DATA and NAVET_SECRET must be set for this process; npm start sets them.',
  ]);
}

function missingInProduction(given: Record<string, string>): string[] {
  if (given.NAVET_MODE !== 'production') return [];
  return Object.entries(neededInProduction)
    .filter(([name]) => !given[name])
    .map(([name, what]) => `${name} is missing: production mode needs ${what}.`);
}

function missingBehindPooler(given: Record<string, string>): string[] {
  if (!isPooled(given.DATABASE_URL ?? '') || given.DATABASE_DIRECT_URL) return [];
  return [
    'DATABASE_DIRECT_URL is missing: behind a pooler migrations need the database server itself.',
  ];
}

/** Whether an address leads to a pooler that gives each transaction another connection. */
export function isPooled(databaseUrl: string): boolean {
  return /[?&]pgbouncer=true\b/.test(databaseUrl);
}

// Only Linux shares connections out between processes that listen on one port.
function oneACore(): number {
  return process.platform === 'linux' ? Math.min(8, availableParallelism()) : 1;
}

/** `DATABASE_URL=` in a settings file means "not set". */
function withoutEmpty(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(shape.shape)
      .map((name) => [name, env[name]?.trim() ?? ''] as const)
      .filter(([, value]) => value !== ''),
  );
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
