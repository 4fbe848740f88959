import { dateOf, now, today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { areaOf, hasRunOut, isChecked } from './claims.ts';
import { type DemoContent, languagesOf } from './content.ts';
import { showLinks } from './linking.ts';
import type { Licence } from './media.ts';
import { reviewMonths } from './moves.ts';

/** The day of the database that a local day is. */
const dayOf = (day: string) => (day ? new Date(`${day}T00:00:00Z`) : null);

const frameworkOf: Partial<Record<string, string>> = {
  FRAMEWORK: 'framework:ON',
  NO_FRAMEWORK: 'framework:NONE',
};

/** The agreement that a claim names, as people say it: whose it is, and which. */
function agreementOf({ key, value, detail }: DemoContent['claims'][number]): string[] {
  const name = [detail.owner, value].filter(Boolean).join(': ');
  return key === 'FRAMEWORK' && name ? [`framework:${name}`] : [];
}

/** What a demo is found by: each facet with its values; a claim as said, and as checked while that holds. */
export function facetsOf(content: DemoContent, ownerKind: string, day: string): string[] {
  const { areas, settings, kind, stage, claims } = content;
  const said = claims.map(({ key }) => `claim:${key}`);
  const checked = claims
    .filter((claim) => isChecked(claim, day))
    .map(({ key }) => `checked:${key}`);
  const frameworks = claims
    .filter((claim) => !hasRunOut(claim, day))
    .flatMap((claim) => [frameworkOf[claim.key] ?? [], agreementOf(claim)].flat());
  const classes = claims.filter(({ key }) => key === 'CLASS').map(({ value }) => `class:${value}`);
  const all = [
    ...areas.map((area) => `area:${area}`),
    ...settings.map((setting) => `setting:${setting}`),
    ...[`kind:${kind}`, `stage:${stage}`, `owner:${ownerKind}`],
    ...[...said, ...checked, ...classes, ...frameworks],
    ...languagesOf(content).map((language) => `language:${language}`),
  ];
  return [...new Set(all)];
}

type Which = { id: string; number: number; ownerKind: string };

/** Part of a publication: makes the showroom show a version's content. The reader's right is the caller's. */
export async function show(
  db: Handle,
  scope: Scope,
  { id, number, ownerKind }: Which,
  content: DemoContent,
): Promise<void> {
  const hubId = scope.hub.id;
  const day = today(scope.hub.zone);
  const { title, summary, body, kind, stage, trl, iso9999, medical, purpose } = content;
  await db.showroomDemo.updateMany({
    where: { hubId, id },
    data: {
      ...{ title, summary, body, kind, stage, trl, medical, purpose },
      iso9999: iso9999 || null,
      environment: content.environment,
      areas: content.areas,
      settings: content.settings,
      audience: content.audience,
      picture: content.picture.src,
      pictureAlt: content.picture.alt,
      facets: facetsOf(content, ownerKind, day.toString()),
      status: 'PUBLISHED',
      publishedVersion: number,
      publishedAt: dateOf(now()),
      archivedAt: null,
      reviewTold: 'NOTHING',
      reviewDueOn: dayOf(day.add({ months: reviewMonths }).toString()),
    },
  });
  await showClaims(db, hubId, id, content);
  await showMedia(db, hubId, id, content);
  await showLinks(db, hubId, id, content.links);
  await db.demoNeed.deleteMany({ where: { hubId, demoId: id } });
  const needs = await db.need.findMany({
    where: { hubId, id: { in: content.needs } },
    select: { id: true },
  });
  await db.demoNeed.createMany({
    data: needs.map((need) => ({ hubId, demoId: id, needId: need.id })),
  });
}

async function showClaims(db: Handle, hubId: string, demoId: string, { claims }: DemoContent) {
  await db.demoClaim.deleteMany({ where: { hubId, demoId } });
  await db.demoClaim.createMany({
    data: claims.map(({ checkedOn, expiresOn, ...claim }, position) => ({
      ...claim,
      ...{ hubId, demoId, position },
      area: areaOf(claim.key),
      checkedOn: dayOf(checkedOn),
      expiresOn: dayOf(expiresOn),
    })),
  });
}

async function showMedia(db: Handle, hubId: string, demoId: string, { media }: DemoContent) {
  await db.demoMedia.deleteMany({ where: { hubId, demoId } });
  await db.demoMedia.createMany({
    data: media.map(({ file: fileId, name: _, licence, captions, ...use }, position) => ({
      ...use,
      ...{ hubId, demoId, position, fileId },
      licence: licence as Licence,
      // Languages without captions are left out: what stands there are files.
      captions: Object.fromEntries(Object.entries(captions).filter(([, track]) => track !== '')),
    })),
  });
}
