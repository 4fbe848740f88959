import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicPage, publicRoutes } from '#lib/platform/web/public-routes.ts';

const app = resolve(import.meta.dirname, '../../app');
const all = readdirSync(app, { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(join(app, file), 'utf8');
const pages = all.filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file));

describe('Doors', () => {
  it('every page under an organisation enters for it', () => {
    const acting = pages.filter((file) => file.includes('[org]'));
    expect(acting.length).toBeGreaterThan(3);
    expect(acting.filter((file) => !/\benter\(locale, hub, org\)/.test(read(file)))).toEqual([]);
  });

  it('every page of the house enters the house', () => {
    const house = pages.filter((file) => file.includes('[hub]/house'));
    expect(house.length).toBeGreaterThan(2);
    expect(house.filter((file) => !/\benterHouseOf\(locale, hub\)/.test(read(file)))).toEqual([]);
  });

  it('every page of one’s own account enters for oneself', () => {
    const own = pages.filter((file) => /\[locale\]\/account\/./.test(file));
    const entering = own.filter((file) => file !== '[locale]/account/page.tsx');
    expect(entering.length).toBeGreaterThan(2);
    expect(entering.filter((file) => !/\benterOwn\(locale\)/.test(read(file)))).toEqual([]);
  });

  it('every page of the installation enters for oneself', () => {
    const own = pages.filter((file) => file.includes('operator/') && file.endsWith('page.tsx'));
    expect(own.length).toBe(2);
    expect(own.filter((file) => !/\benterOwn\(locale\)/.test(read(file)))).toEqual([]);
  });

  it('every action enters, or is part of signing in', () => {
    const actions = all.filter((file) => /actions\.ts$/.test(file) && !file.includes('sign-in'));
    expect(actions.length).toBeGreaterThan(1);
    const without = actions.filter(
      (file) => !/\b(enter|enterAt|enterHouseOf|enterOwn)\(/.test(read(file)),
    );
    // Forms for people without an account: reporting a barrier, which must need no signing in (Swedish
    // law), applying, the links in mails that prove an address, and a guest's code at the door.
    expect(without.sort()).toEqual([
      '[locale]/[hub]/accessibility/report/actions.ts',
      '[locale]/[hub]/apply/actions.ts',
      '[locale]/[hub]/apply/confirm/[token]/actions.ts',
      '[locale]/[hub]/visited/[code]/actions.ts',
      '[locale]/[hub]/workspace/arrive/actions.ts',
      '[locale]/invitation/[token]/actions.ts',
      '[locale]/letters/[token]/actions.ts',
    ]);
    expect(read('[locale]/[hub]/accessibility/report/actions.ts')).toMatch(/\bvisit\(hub\)/);
  });

  it('the public pages are exactly the declared ones, and read no session', () => {
    const open = pages.filter(
      (file) => /\((public|screen|site)\)/.test(file) && file.endsWith('page.tsx'),
    );
    const routes = open.map((file) =>
      `/${file}`
        .replace(/\/\([a-z]+\)/g, '')
        .replace(/\/page\.tsx$/, '')
        .replace(/\[(\w+)\]/g, ':$1'),
    );
    expect(routes.sort()).toEqual(Object.keys(publicRoutes).sort());
    const personal = /currentSession|enter\(|enterHouseOf|enterOwn|cookies\(/;
    expect(open.filter((file) => personal.test(read(file)))).toEqual([]);
  });

  it('no page for members is taken for a public one', () => {
    const hubOf = (path: string) => publicPage(new URL(path, 'http://portal'))?.hub;
    expect(hubOf('/sv/ostersund/showroom')).toBe('ostersund');
    expect(hubOf('/sv')).toBe(null);
    for (const path of ['/sv/sign-in', '/sv/account', '/sv/outbox', '/sv/ostersund/bergs-kommun']) {
      expect(hubOf(path), path).toBe(undefined);
    }
    expect(hubOf('/sv/ostersund/house/today')).toBe(undefined);
  });

  it('a page is one page however its address is written, and no query invents another', () => {
    const keyOf = (path: string) => publicPage(new URL(path, 'http://portal'))?.key;
    const asked = '/sv/ostersund/showroom?kind=AI&q=trygg';
    expect(keyOf('/sv/ostersund/showroom?q=trygg&utm=7&kind=AI&_rsc=x')).toBe(asked);
    expect(keyOf('/sv/ostersund?anything=1')).toBe('/sv/ostersund');
  });
});
