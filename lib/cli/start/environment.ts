import { createHmac } from 'node:crypto';
import type { RunningSettings } from '#lib/platform/env.ts';

/** The settings as web, worker and seed read them again: complete, whatever this process was given. */
export function environmentFor(settings: RunningSettings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NAVET_MODE: settings.mode,
    PORT: String(settings.port),
    NAVET_HOST: settings.host,
    NAVET_URL: settings.url,
    DATABASE_URL: settings.databaseUrl,
    NAVET_DATA: settings.data,
    NAVET_SECRET: settings.secret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: sealOfForms(settings.secret),
    NAVET_PROXIES: String(settings.proxies),
    NAVET_SECURITY_CONTACT: settings.securityContact ?? '',
    NAVET_POOL: String(settings.pool),
    NAVET_WEB_PROCESSES: String(settings.webProcesses),
    NAVET_MEMORY: String(settings.memory),
    MAIL_FROM: settings.mailFrom,
    SMTP_URL: settings.smtpUrl ?? '',
  };
}

/** The same in every process and on every machine, as the secret is. */
function sealOfForms(secret: string): string {
  return createHmac('sha256', secret).update('server actions').digest('base64');
}
