import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientOf, disbelieve, isCrossSite, isOurHost } from '#lib/platform/web/client.ts';
import { protectiveHeaders, unmarked, withoutScripts } from '#lib/platform/web/protection.ts';

const asked = (headers: Record<string, string>) =>
  ({
    headers: { ...headers },
    socket: { remoteAddress: '10.0.0.1' },
  }) as unknown as IncomingMessage;
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('Scripts of a kept page', () => {
  const page = Buffer.from(
    '<script src="/_next/a.js" nonce="MARK" async=""></script><script nonce="MARK">mine("MARK")</script>' +
      '<p>Namn</p><script>theirs()</script><script nonce="guess">theirs()</script>',
  );
  const { body, scripts } = unmarked(page, 'MARK');

  it('are named by their content when the renderer made them, and only then', () => {
    expect(scripts).toBe(`'self' ${hash('mine("")')}`);
  });

  it('carry no mark that anyone could use', () => {
    expect(body.toString()).not.toContain('MARK');
    expect(body.toString()).toContain('<script>mine("")</script>');
  });

  it('are taken out of a page about trouble', () => {
    const page =
      'a<script nonce="x">1\n2</script>b<script src=x></script><link rel="preload" as="script" href="x"/>c';
    expect(withoutScripts(page)).toBe('abc');
  });
});

describe('What a client says', () => {
  it('is not believed about ourselves or about proxies that are not there', () => {
    const req = asked({
      host: 'navet.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-for': '1.2.3.4',
      'x-middleware-subrequest': 'middleware:middleware',
      'x-navet-path': '/sv/elsewhere',
      'content-security-policy': "script-src 'nonce-mine'",
    });
    disbelieve(req, 0);
    expect(req.headers).toEqual({ host: 'navet.example', 'x-navet-client': '10.0.0.1' });
  });

  it('is taken from the nearest trusted proxy', () => {
    const req = asked({ host: 'inside', 'x-forwarded-host': 'navet.example' });
    disbelieve(req, 1);
    expect(req.headers.host).toBe('navet.example');
    const through = asked({ 'x-forwarded-for': 'forged, 1.2.3.4, 10.0.0.7' });
    expect([clientOf(through, 0), clientOf(through, 1), clientOf(through, 2)]).toEqual([
      '10.0.0.1',
      '10.0.0.7',
      '1.2.3.4',
    ]);
  });

  it.each([
    [{ host: 'a.se', origin: 'https://a.se' }, false],
    [{ host: 'a.se' }, false],
    [{ host: 'a.se', origin: 'https://b.se' }, true],
    [{ host: 'a.se', origin: 'null' }, true],
    [{ host: 'a.se', 'sec-fetch-site': 'cross-site' }, true],
    [{ host: 'a.se', origin: 'https://a.se', 'sec-fetch-site': 'same-origin' }, false],
    [{ host: 'a.se', origin: 'http://a.se' }, true],
  ])('%j from another site: %s', (headers, other) => {
    expect(isCrossSite(asked(headers), true)).toBe(other);
  });

  it('may come without TLS where the portal is reached without', () => {
    expect(isCrossSite(asked({ host: 'a.se', origin: 'http://a.se' }), false)).toBe(false);
  });

  it('must name us', () => {
    expect(isOurHost(asked({ host: 'navet.example' }), 'https://navet.example')).toBe(true);
    expect(isOurHost(asked({ host: 'evil.example' }), 'https://navet.example')).toBe(false);
  });
});

describe('Headers of every answer', () => {
  it('ask for TLS where there is TLS', () => {
    const names = (tls: boolean) => protectiveHeaders({ tls, dev: false }).map(([name]) => name);
    expect(names(true)).toContain('Strict-Transport-Security');
    expect(names(false)).not.toContain('Strict-Transport-Security');
    expect(names(false)).toContain('Content-Security-Policy');
  });
});
