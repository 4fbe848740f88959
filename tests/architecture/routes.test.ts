import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routes } from '#tests/support/routes.ts';

const app = resolve(import.meta.dirname, '../../app');
const addresses = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .map((file) =>
    `/${file}`
      .replace(/\/\([a-z]+\)/g, '')
      .replace(/\/(page\.tsx|route\.ts)$/, '')
      .replace(/\[(?:\.\.\.)?(\w+)\]/g, ':$1'),
  );

describe('The list of addresses', () => {
  it('has every one there is, and no other', () => {
    expect(Object.keys(routes).sort()).toEqual(addresses.sort());
  });

  it('lets nobody through [org] or house by an open door', () => {
    const wrong = Object.entries(routes).filter(
      ([path, { door }]) =>
        (/\/:org(\/|$)/.test(path) && door !== 'organisation') ||
        (/\/house(\/|$)/.test(path) && door !== 'house'),
    );
    expect(wrong).toEqual([]);
  });
});
