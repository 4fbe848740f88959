import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales } from '#lib/platform/i18n/locales.ts';
import { allMessages } from '#lib/platform/i18n/translate.ts';

type Tree = { [key: string]: string | Tree };
const checkout = resolve(import.meta.dirname, '../..');

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === 'string' ? [[here, value] as [string, string]] : leaves(value, here);
  });
}

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/(?<!(?:one|other|=\d+) )\{(\w+)[,}]/g)].map((match) => match[1]))]
    .sort()
    .join(',');

describe('Messages', () => {
  const original = new Map(leaves(allMessages.sv as unknown as Tree));

  for (const locale of locales) {
    it(`are all there in ${locale}, none empty, with the same values`, () => {
      const there = new Map(leaves(allMessages[locale] as unknown as Tree));
      expect([...there.keys()].sort()).toEqual([...original.keys()].sort());
      for (const [key, text] of there) {
        expect(text.trim(), `${locale} ${key}`).not.toBe('');
        const wanted = placeholders(original.get(key) ?? '');
        expect(placeholders(text), `${locale} ${key}`).toBe(wanted);
      }
    });
  }

  it('every message asked for by name exists', () => {
    const files = ['app', 'components', 'lib'].flatMap((folder) =>
      readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(checkout, folder, name)),
    );
    const missing = files.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      // A name may stand for another namespace in the next function of the file.
      const made = [...text.matchAll(/const (\w+) = translator\([^,]+, '(\w+)'\)/g)];
      const namespacesOf = (name = '') => made.filter((m) => m[1] === name).map((m) => m[2]);
      return [...text.matchAll(/\b(\w+)\('([\w.]+)'[,)]/g)].flatMap(([, name, key]) => {
        const namespaces = namespacesOf(name);
        const found = namespaces.some((namespace) => original.has(`${namespace}.${key}`));
        return namespaces.length === 0 || found ? [] : [`${file}: ${namespaces.join()}.${key}`];
      });
    });
    expect(missing).toEqual([]);
  });
});
