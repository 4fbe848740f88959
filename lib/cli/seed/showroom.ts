import type { Handle } from '#lib/platform/db.ts';
import { areaOf } from '#lib/showroom/claims.ts';
import { type DemoContent, demoContent } from '#lib/showroom/content.ts';
import { facetsOf } from '#lib/showroom/publishing.ts';
import { demoClaims } from '#prisma/seed/demos/claims.ts';
import { demoEnvironments, demoProfiles } from '#prisma/seed/demos/environments.ts';
import { demoLinks } from '#prisma/seed/demos/links.ts';
import { demoDemos } from '#prisma/seed/demos.ts';
import { demoOrganisations } from '#prisma/seed/organisations.ts';
import { idOf } from './ids.ts';

type Seeded = (typeof demoDemos)[number];
// The first day of the demo world.
const firstDay = '2026-11-16';
const dayOf = (day: string) => (day ? new Date(`${day}T00:00:00Z`) : null);

/** Demos in their first version with what they claim, who uses them and which needs they answer. */
export async function loadShowroom(db: Handle): Promise<void> {
  const all = demoDemos.map((demo, n) => ({ demo, content: contentOf(demo), n }));
  await db.showroomDemo.createMany({ data: all.map(rowOf) });
  await db.demoVersion.createMany({
    data: all.map(({ demo, content, n }) => ({
      ...keysOf(demo),
      number: 1,
      content,
      createdAt: publishedOn(n),
      ...(demo.status === 'PUBLISHED' && {
        state: 'PUBLISHED' as const,
        ...{ sentAt: publishedOn(n), decidedAt: publishedOn(n) },
      }),
    })),
  });
  await db.demoClaim.createMany({
    data: all.flatMap(({ demo, content }) =>
      content.claims.map(({ checkedOn, expiresOn, ...claim }, position) => ({
        ...{ ...keysOf(demo), ...claim, position, area: areaOf(claim.key) },
        ...{ checkedOn: dayOf(checkedOn), expiresOn: dayOf(expiresOn) },
      })),
    ),
  });
  await db.demoLink.createMany({
    data: all.flatMap(({ demo, content }) =>
      content.links.map(({ number, kind }) => ({
        ...{ ...keysOf(demo), toId: idOf('demo', number), kind },
      })),
    ),
  });
  await db.workingProfile.createMany({
    data: demoProfiles.map(({ hub, organisation, ...profile }) => ({
      ...{ hubId: idOf('hub', hub), organisationId: idOf('organisation', organisation) },
      ...profile,
    })),
  });
  await db.demoAdoption.createMany({ data: demoDemos.flatMap(adoptionsOf) });
  await db.demoNeed.createMany({
    data: demoDemos.flatMap((demo) =>
      demo.needs.map((need) => ({ ...keysOf(demo), needId: idOf('need', need) })),
    ),
  });
}

function contentOf(demo: Seeded): DemoContent {
  const { title, summary, body, kind, stage, areas, settings, audience, picture, pictureAlt } =
    demo;
  return demoContent.parse({
    ...{ title, summary, body, kind, stage, areas, settings, audience },
    picture: { src: picture, alt: pictureAlt },
    needs: demo.needs.map((need) => idOf('need', need)),
    claims: (demoClaims[demo.publicId] ?? []).map((claim) => ({
      ...claim,
      language: demo.hub === 'innlandet' ? 'nb' : 'sv',
    })),
    environment: demoEnvironments[demo.publicId] ?? {},
    links: [...(demoLinks[demo.publicId] ?? [])],
  });
}

function rowOf({ demo, content, n }: { demo: Seeded; content: DemoContent; n: number }) {
  const { publicId, slug, owner, status, title, summary, body, kind, stage, picture, pictureAlt } =
    demo;
  const shown = status === 'PUBLISHED';
  const ownerKind = demoOrganisations.find((one) => one.slug === owner)?.kind ?? 'COMPANY';
  return {
    ...{ hubId: idOf('hub', demo.hub), id: idOf('demo', publicId), publicId, slug, status },
    ownerId: idOf('organisation', owner),
    ...{ title, summary, body, kind, stage, picture, pictureAlt, purpose: {} },
    ...{ areas: [...demo.areas], settings: [...demo.settings], audience: [...demo.audience] },
    environment: content.environment,
    facets: facetsOf(content, ownerKind, firstDay),
    ...(shown && {
      publishedVersion: 1,
      publishedAt: publishedOn(n),
      reviewDueOn: new Date(Date.UTC(2027, 8, 1 + n)),
    }),
  };
}

function adoptionsOf(demo: Seeded) {
  return demo.adopters.map(({ org, since, scale, lesson, status }) => ({
    ...keysOf(demo),
    organisationId: idOf('organisation', org),
    status,
    since: new Date(`${since}-01T00:00:00Z`),
    ...(scale && { scale }),
    ...(lesson && { lesson }),
  }));
}

function keysOf(demo: { hub: string; publicId: string }) {
  return { hubId: idOf('hub', demo.hub), demoId: idOf('demo', demo.publicId) };
}

// Spread over the weeks before the demo world's first day, so that "newest" has an order.
function publishedOn(n: number): Date {
  return new Date(Date.UTC(2026, 8, 1 + n, 8));
}
