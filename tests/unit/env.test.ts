import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError, settings } from '#lib/platform/env.ts';

const production = {
  NAVET_MODE: 'production',
  NAVET_URL: 'https://navet.example',
  NAVET_SECRET: 'x'.repeat(32),
  SMTP_URL: 'smtps://mail.example',
  MAIL_FROM: 'Navet <navet@hub.example>',
};

function problems(env: Record<string, string>): readonly string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

describe('settings', () => {
  test('nothing set is a demo on this machine alone', () => {
    expect(readSettings({})).toEqual({
      mode: 'demo',
      port: 3000,
      host: '127.0.0.1',
      url: 'http://localhost:3000',
      databaseUrl: null,
      directUrl: null,
      readUrl: null,
      data: null,
      secret: null,
      smtpUrl: null,
      mailFrom: 'Navet <navet@localhost>',
      securityContact: null,
      pool: 10,
      webProcesses: expect.any(Number),
      memory: 1024,
      metricsPort: null,
      metricsHost: '127.0.0.1',
      proxies: 0,
      media: null,
      providers: [],
      secondFactor: false,
    });
  });

  test('pictures lie in a folder or in a bucket', () => {
    expect(readSettings({ NAVET_MEDIA: '/srv/bilder' }).media).toEqual({ folder: '/srv/bilder' });
    const bucket = {
      NAVET_MEDIA: 's3://navet/hubb/bilder/',
      NAVET_S3_ENDPOINT: 'https://s3.region.example',
      NAVET_S3_KEY: 'id:hemlig:heten',
    };
    expect(readSettings(bucket).media).toEqual({
      ...{ bucket: 'navet', prefix: 'hubb/bilder/', region: 'eu-north-1' },
      endpoint: 'https://s3.region.example',
      key: { accessKeyId: 'id', secretAccessKey: 'hemlig:heten' },
    });
    expect(readSettings({ NAVET_MEDIA: 's3://navet' }).media).toMatchObject({
      ...{ prefix: '', endpoint: null, key: null },
    });
    for (const wrong of ['bilder', 's3://', 's3://A/b', 'ftp://navet/x']) {
      expect(problems({ NAVET_MEDIA: wrong }).join(' ')).toContain('NAVET_MEDIA must be');
    }
    expect(problems({ NAVET_S3_KEY: 'hemlig' }).join(' ')).not.toContain('hemlig');
  });

  test('production listens to everyone and may use the embedded database', () => {
    expect(readSettings(production)).toMatchObject({ host: '0.0.0.0', databaseUrl: null });
  });

  test('production names every missing setting at once', () => {
    const text = problems({ NAVET_MODE: 'production' }).join(' ');
    for (const name of ['NAVET_URL', 'NAVET_SECRET', 'SMTP_URL', 'MAIL_FROM']) {
      expect(text).toContain(`${name} is missing`);
    }
  });

  test('wrong and missing settings are named together', () => {
    const found = problems({ ...production, SMTP_URL: '', PORT: 'http' });
    expect(found).toHaveLength(2);
    expect(found.join()).toMatch(/PORT must.*SMTP_URL is missing/);
  });

  test.each([
    ['NAVET_MODE', 'test'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['NAVET_HOST', 'two words'],
    ['NAVET_URL', 'navet.example'],
    ['NAVET_URL', 'https://navet.example/portal'],
    ['NAVET_URL', 'ftp://navet.example'],
    ['DATABASE_URL', 'mysql://user:geheim@host/navet'],
    ['DATABASE_DIRECT_URL', 'mysql://user:geheim@host/navet'],
    ['DATABASE_READ_URL', 'mysql://user:geheim@host/navet'],
    ['NAVET_SECRET', 'geheim'],
    ['SMTP_URL', 'https://geheim@mail.example'],
    ['MAIL_FROM', 'navet'],
    ['MAIL_FROM', 'Navet <a@b.example>\r\nBcc: c@d.example'],
    ['NAVET_POOL', '0'],
  ])('%s=%s is refused in one sentence that does not repeat it', (name, value) => {
    const found = problems({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} .*\\.$`));
    expect(found[0]).not.toContain('geheim');
  });

  test('behind a pooler the server itself is named, too', () => {
    const pooled = { DATABASE_URL: 'postgres://navet@pool/navet?pgbouncer=true' };
    expect(problems(pooled)).toEqual([expect.stringContaining('DATABASE_DIRECT_URL is missing')]);
    expect(
      readSettings({ ...pooled, DATABASE_DIRECT_URL: 'postgres://navet@db/navet' }),
    ).toMatchObject({ directUrl: 'postgres://navet@db/navet' });
  });

  test('empty means not set, and spaces around a value do not count', () => {
    expect(readSettings({ DATABASE_URL: '', PORT: ' 8080 ' })).toMatchObject({
      databaseUrl: null,
      port: 8080,
      url: 'http://localhost:8080',
    });
  });

  test('the base address loses its slash', () => {
    expect(readSettings({ NAVET_URL: 'https://navet.example/' }).url).toBe('https://navet.example');
  });

  test('a process the supervisor did not start is told so', () => {
    expect(() => settings()).toThrow(/npm start sets them/);
  });
});
