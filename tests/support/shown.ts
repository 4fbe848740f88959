import { type ContentInput, type DemoContent, demoContent } from '#lib/showroom/content.ts';
import { facetsOf } from '#lib/showroom/publishing.ts';
import type { World } from './world.ts';

export type Seed = ContentInput & { hub?: 'nord' | 'innland'; owner?: string };
const areas: Partial<Record<string, 'REGULATION' | 'PROCUREMENT' | 'SECURITY'>> = {
  CLASS: 'REGULATION',
  FRAMEWORK: 'PROCUREMENT',
  LOGIN: 'SECURITY',
};
const day = (text: string) => (text ? new Date(text) : null);

/**
 * Shows a demo as its publication would: the row, its version, its claims. Company Fjällvard's unless `owner`
 * says which municipality's; the greater `n`, the later.
 */
export async function showDemo(
  world: World,
  slug: string,
  { hub = 'nord', owner = 'fjallvard', ...input }: Seed,
  n: number,
): Promise<{ content: DemoContent; owner: string }> {
  const content = demoContent.parse(input);
  const kind = owner === 'fjallvard' ? 'COMPANY' : 'MUNICIPALITY';
  const key = { hubId: world.hub(hub), demoId: crypto.randomUUID() };
  const { title, summary, body, stage, settings, audience } = content;
  const at = new Date(Date.UTC(2026, 0, 1 + n));
  await world.asSystem(async (db) => {
    await db.showroomDemo.create({
      data: {
        ...{ hubId: key.hubId, id: key.demoId, ownerId: world.organisation(owner), slug },
        ...{ publicId: `D-SEEK${n}`, title, summary, body, kind: content.kind, stage },
        ...{ areas: content.areas, settings, audience, picture: '', pictureAlt: {} },
        facets: facetsOf(content, kind, '2026-11-01'),
        ...{ status: 'PUBLISHED', publishedAt: at, publishedVersion: 1 },
        reviewDueOn: new Date('2027-01-01'),
      },
    });
    const said = { content, state: 'PUBLISHED' as const, sentAt: at, decidedAt: at };
    await db.demoVersion.create({ data: { ...key, number: 1, ...said } });
    for (const [position, claim] of content.claims.entries()) {
      const { checkedOn, expiresOn, ...rest } = claim;
      await db.demoClaim.create({
        data: {
          ...{ ...key, ...rest, position, area: areas[claim.key] ?? 'INTEGRATION' },
          ...{ checkedOn: day(checkedOn), expiresOn: day(expiresOn) },
        },
      });
    }
  });
  return { content, owner: kind };
}
