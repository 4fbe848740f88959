import { describe, expect, it } from 'vitest';
import { discreet, textOf } from '#lib/platform/watch/discretion.ts';

describe('What is written into the log', () => {
  it.each([
    ['no mail', 'lost for Anna <anna.lind+x@kommun.example>.', 'lost for Anna <<mail>>.'],
    [
      'no address',
      'from 192.0.2.7, ::1 and 2001:db8::7f',
      'from <address>, <address> and <address>',
    ],
    ['no query', 'GET /sv/ny?email=a%40b.se&x=1 failed', 'GET /sv/ny?… failed'],
    ['no token', `code ${'aB3_-x'.repeat(9)} used`, 'code <token> used'],
    ['what it needs', 'at web.ts:12:34 (fault 1a2b3c4d)', 'at web.ts:12:34 (fault 1a2b3c4d)'],
  ])('has %s', (_what, text, written) => expect(discreet(text)).toBe(written));

  it('has none of what Prisma quotes', () => {
    const error = new Error(
      'Invalid `db.person.create()`:\n{ name: "Anna Lind" }\nName is too long',
    );
    error.name = 'PrismaClientValidationError';
    const text = textOf(error);
    expect(text).not.toContain('Anna');
    expect(text).toMatch(/^PrismaClientValidationError: Name is too long\n +at /);
  });
});
