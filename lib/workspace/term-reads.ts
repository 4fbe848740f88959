import { todayDate } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Terms } from './place-terms.ts';
import { isId, type PlaceKind } from './schema.ts';

/** A version for the house: of what, since when, whether it is the one that is asked for, and by how many agreed to. */
export type TermsVersion = Terms & {
  kind: PlaceKind | null;
  placeId: string | null;
  place: Text | null;
  validFrom: Date;
  demanded: boolean;
  state: 'COMING' | 'IN_FORCE' | 'ENDED' | 'OLDER';
  agreed: number;
};

/** Every version that was written, the latest of each thing first. For hub admins. */
export async function listTerms(scope: Scope): Promise<TermsVersion[]> {
  return scope.read('rule:edit', async (db) => {
    const rows = await db.houseTerms.findMany({
      where: { hubId: scope.hub.id },
      include: {
        place: { select: { name: true } },
        _count: { select: { acceptances: true } },
      },
      orderBy: [{ kind: 'asc' }, { placeId: 'asc' }, { validFrom: 'desc' }, { version: 'desc' }],
      take: 500,
    });
    const today = todayDate(scope.hub.zone);
    const current = new Set<string>();
    return rows.map(({ place, _count, title, text, hubId: _hub, madeById: _by, ...row }) => {
      const of = row.kind ?? row.placeId ?? '';
      const coming = row.validFrom > today;
      const latest = !coming && !current.has(of);
      if (latest) current.add(of);
      const now = row.demanded ? ('IN_FORCE' as const) : ('ENDED' as const);
      return {
        ...{ ...row, title: title as Text, text: text as Text, agreed: _count.acceptances },
        place: (place?.name ?? null) as Text | null,
        state: coming ? ('COMING' as const) : latest ? now : ('OLDER' as const),
      };
    });
  });
}

export type TermsDetail = TermsVersion & {
  acceptances: { organisation: string; slug: string; person: string; at: Date }[];
};

/** One version and who has agreed to it. For hub admins. @throws NotFound */
export async function findTerms(scope: Scope, id: string): Promise<TermsDetail> {
  const terms = isId(id) ? (await listTerms(scope)).find((one) => one.id === id) : undefined;
  if (!terms) throw new NotFound('terms');
  return scope.read('rule:edit', async (db) => {
    const rows = await db.termsAcceptance.findMany({
      where: { hubId: scope.hub.id, termsId: id },
      include: {
        organisation: { select: { name: true, slug: true } },
        person: { select: { name: true } },
      },
      orderBy: { acceptedAt: 'desc' },
      take: 500,
    });
    return {
      ...terms,
      acceptances: rows.map(({ organisation, person, acceptedAt }) => ({
        ...{ organisation: organisation.name, slug: organisation.slug },
        ...{ person: person.name, at: acceptedAt },
      })),
    };
  });
}
