import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { DemoContent } from './content.ts';
import { differencesOf } from './version-reads.ts';

export const newsKinds = ['NEW', 'VERSION', 'CHECKS', 'ARCHIVED', 'ADOPTED', 'STOPPED'] as const;
export type NewsKind = (typeof newsKinds)[number];
/** What a piece of news names: parts of a version, keys of claims, or an organisation. */
export type News = { kind: NewsKind; what?: string[]; version?: number };

/** Part of a change: it is told to those who follow the demo once the change stands (`lib/following`). */
export async function noteNews(
  db: Handle,
  scope: Scope,
  demoId: string,
  { kind, what = [], version = 0 }: News,
  byId: string | null = scope.person.id,
): Promise<void> {
  const detail = { what, version };
  const at = dateOf(now());
  await db.showroomNews.createMany({
    data: [{ hubId: scope.hub.id, demoId, kind, detail, byId, at }],
  });
}

const partOf: Record<string, string> = {
  ...{ title: 'text', summary: 'text', body: 'text', purpose: 'text' },
  ...{ claim: 'claims', picture: 'media', media: 'media' },
  ...{ needs: 'needs', environment: 'environment' },
};

/** Which parts of a demo another version says differently. */
export function changedParts(before: DemoContent, after: DemoContent): string[] {
  const fields = differencesOf(before, after).map(({ field }) => field.split('.')[0] ?? '');
  return [...new Set(fields.map((field) => partOf[field] ?? 'facts'))];
}
