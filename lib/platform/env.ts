import { type GivenSettings, settingsShape } from './env-shape.ts';
import type { ProviderSettings } from './session/provider-shape.ts';

/** Raised when a setting is wrong or missing: one plain sentence each, never a setting's secret value. */
export class SettingsError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

const neededInProduction = {
  NAVET_URL: 'the address people use to reach the portal',
  NAVET_SECRET: 'a secret of at least 32 characters',
  SMTP_URL: 'the mail server',
  MAIL_FROM: 'the address mail is sent from',
} as const;

/** A bucket of something that speaks S3. */
export type MediaBucket = {
  bucket: string;
  /** Before every key; empty, or ends in a slash. */
  prefix: string;
  region: string;
  /** Of another provider than Amazon. */
  endpoint: string | null;
  /** Without one the machine's own role speaks for it. */
  key: { accessKeyId: string; secretAccessKey: string } | null;
};

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
  /** MiB a web process may hold before a fresh one takes its place. */
  memory: number;
  /** Where Prometheus is told what the portal does; null: nowhere. */
  metricsPort: number | null;
  metricsHost: string;
  /** How many proxies in front of the portal tell whom they speak for. */
  proxies: number;
  /** Where pictures and films lie: a folder or a bucket; null: a folder in `data`. */
  media: { folder: string } | MediaBucket | null;
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
  const parsed = settingsShape.safeParse(given);
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

function settingsFrom(value: GivenSettings): Settings {
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
    memory: value.NAVET_MEMORY,
    metricsPort: value.NAVET_METRICS_PORT ?? null,
    metricsHost: value.NAVET_METRICS_HOST,
    proxies: value.NAVET_PROXIES ?? (value.NAVET_MODE === 'demo' ? 0 : 1),
    media: mediaPlace(value),
    providers: value.NAVET_OIDC ?? [],
    secondFactor: value.NAVET_MODE === 'production' || value.NAVET_SECOND_FACTOR === 'always',
  };
}

function mediaPlace(value: GivenSettings): Settings['media'] {
  const { NAVET_MEDIA: place, NAVET_S3_ENDPOINT: endpoint = null, NAVET_S3_REGION: region } = value;
  if (!place || !('bucket' in place)) return place ?? null;
  const [accessKeyId = '', ...secret] = (value.NAVET_S3_KEY ?? '').split(':');
  const key = accessKeyId ? { accessKeyId, secretAccessKey: secret.join(':') } : null;
  return { ...place, endpoint, region, key };
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

/** `DATABASE_URL=` in a settings file means "not set". */
function withoutEmpty(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(settingsShape.shape)
      .map((name) => [name, env[name]?.trim() ?? ''] as const)
      .filter(([, value]) => value !== ''),
  );
}
