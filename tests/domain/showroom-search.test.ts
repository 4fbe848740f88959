import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterPublic } from '#lib/platform/scope.ts';
import { type ContentInput, demoContent } from '#lib/showroom/content.ts';
import { facetsOf } from '#lib/showroom/publishing.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';
import { listDemos } from '#lib/showroom/searching.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;

const seeds: Record<string, ContentInput> = {
  larm: { title: { sv: 'Digitalt trygghetslarm' }, summary: { sv: 'Larmen når personalen.' } },
};

beforeAll(async () => {
  world = await makeWorld();
  await world.asSystem(async (db) => {
    for (const [n, [slug, input]] of Object.entries(seeds).entries()) {
      const content = demoContent.parse(input);
      const row = await db.showroomDemo.create({
        data: {
          ...{ hubId: world.hub('nord'), ownerId: world.organisation('fjallvard'), slug },
          publicId: `D-SEEK${n}`,
          ...{ title: content.title, summary: content.summary, body: content.body },
          ...{ kind: content.kind, stage: content.stage, picture: '', pictureAlt: {} },
          ...{ areas: content.areas, settings: content.settings, audience: content.audience },
          facets: facetsOf(content, 'COMPANY', '2026-11-01'),
          status: 'PUBLISHED',
          publishedAt: new Date(Date.UTC(2026, 0, 1 + n)),
          publishedVersion: 1,
          reviewDueOn: new Date('2027-01-01'),
        },
      });
      await db.demoVersion.create({
        data: {
          ...{ hubId: row.hubId, demoId: row.id, number: 1, content, state: 'PUBLISHED' },
          ...{ sentAt: new Date(), decidedAt: new Date() },
        },
      });
    }
  });
});
afterAll(() => world.close());

const find = async (q: string, more: Record<string, string | string[]> = {}) =>
  listDemos(await enterPublic('nord'), showroomQueryOf({ q, ...more }));
const slugs = async (q: string) => (await find(q)).demos.map(({ slug }) => slug);

describe('Searching', () => {
  it('finds', async () => {
    expect(await slugs('')).toEqual(['larm']);
    for (const q of ['larm', 'larmet', 'alarm', 'larmen'])
      expect(await slugs(q), q).toEqual(['larm']);
    const found = await find('trygghetslram');
    expect(found.meant).toBe('trygghetslarm');
    console.log(JSON.stringify(found));
  });
});
