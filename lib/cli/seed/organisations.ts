import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { demoHubs } from '#prisma/seed/hubs.ts';
import { demoOrganisations } from '#prisma/seed/organisations.ts';
import { demoOperators, demoPeople } from '#prisma/seed/people.ts';
import { demoStatements } from '#prisma/seed/statements.ts';
import { idOf } from './ids.ts';

/** Who runs each demo hub. */
export const operators = new Map([
  ['ostersund', 'region-jamtland-harjedalen'],
  ['vasterbotten', 'region-vasterbotten'],
  ['vastra-gotaland', 'vastra-gotalandsregionen'],
  ['innlandet', 'innlandet-fylkeskommune'],
]);

/** Organisations, the hubs they run or take part in, and the people who work there. */
export async function loadOrganisations(db: Handle): Promise<void> {
  await db.organisation.createMany({
    data: demoOrganisations.map((o) => ({
      id: idOf('organisation', o.slug),
      slug: o.slug,
      name: o.name,
      shortName: o.shortName,
      kind: o.kind,
      side: o.side,
      country: o.country,
      organisationNumber: o.organisationNumber,
      town: o.town,
      about: o.about,
    })),
  });
  const coded = (kind: string) =>
    demoOrganisations.flatMap((o) =>
      o.kind === kind && o.officialCode !== null
        ? [
            {
              organisationId: idOf('organisation', o.slug),
              country: o.country,
              code: o.officialCode,
            },
          ]
        : [],
    );
  await db.region.createMany({ data: coded('REGION') });
  await db.municipality.createMany({ data: coded('MUNICIPALITY') });
  const companies = demoOrganisations.filter((o) => o.kind === 'COMPANY');
  await db.company.createMany({
    data: companies.map((o) => ({ organisationId: idOf('organisation', o.slug) })),
  });
}

export async function loadHubs(db: Handle): Promise<void> {
  await db.hub.createMany({
    data: demoHubs.map(({ theme, address, contact, languages, ...hub }) => ({
      ...hub,
      id: idOf('hub', hub.slug),
      languages: [...languages],
      accent: theme.accent,
      support: theme.support,
      address: `${address.street}, ${address.postalCode} ${address.town}`,
      contactEmail: contact.email,
      contactRole: contact.role,
      operatorId: idOf('organisation', operators.get(hub.slug) ?? ''),
      live: true,
    })),
  });
  const day = (text: string | null) => (text === null ? null : new Date(`${text}T00:00:00Z`));
  await db.accessibilityStatement.createMany({
    data: Object.entries(demoStatements).map(([hub, { assessedOn, updatedOn, ...statement }]) => ({
      ...statement,
      hubId: idOf('hub', hub),
      assessedOn: day(assessedOn),
      updatedOn: day(updatedOn),
    })),
  });
  await db.participation.createMany({
    data: demoOrganisations.flatMap((o) =>
      o.hubs.map((hub) => ({
        hubId: idOf('hub', hub),
        organisationId: idOf('organisation', o.slug),
        state: o.applied ? ('PENDING' as const) : ('VERIFIED' as const),
        since: dateOf(now().subtract({ hours: 24 * (o.applied ? 2 : 400) })),
      })),
    ),
  });
}

export async function loadPeople(db: Handle): Promise<void> {
  await db.person.createMany({
    data: demoPeople.map(({ key, name, email, locale }) => ({
      id: idOf('person', key),
      name,
      email,
      locale,
      demo: true,
    })),
  });
  await db.membership.createMany({
    data: demoPeople.flatMap((p) =>
      p.memberships.map(({ org, role }) => ({
        personId: idOf('person', p.key),
        organisationId: idOf('organisation', org),
        role,
        since: dateOf(now().subtract({ hours: 24 * 200 })),
      })),
    ),
  });
  await db.hubRole.createMany({
    data: demoPeople.flatMap((p) =>
      p.hubRoles.map(({ hub, role }) => ({
        hubId: idOf('hub', hub),
        personId: idOf('person', p.key),
        role,
      })),
    ),
  });
  await db.installationOperator.createMany({
    data: demoOperators.map((key) => ({ personId: idOf('person', key) })),
  });
}

/** What was applied for: what a hub's administrators answer. */
export async function loadApplications(db: Handle): Promise<void> {
  const daysAgo = (days: number) => now().subtract({ hours: 24 * days });
  const applied = demoOrganisations.flatMap((o) =>
    o.applied ? [{ ...o, applied: o.applied }] : [],
  );
  await db.application.createMany({
    data: applied.map(({ applied: { by, role, why }, ...o }) => {
      const person = demoPeople.find((each) => each.key === by);
      return {
        hubId: idOf('hub', o.hubs[0] ?? ''),
        kind: o.kind,
        country: o.country,
        organisationNumber: o.organisationNumber,
        name: o.name,
        town: o.town,
        applicantName: person?.name ?? '',
        email: person?.email ?? '',
        workRole: role,
        why,
        locale: person?.locale ?? 'sv',
        createdAt: dateOf(daysAgo(2)),
        expiresAt: dateOf(daysAgo(1)),
        confirmedAt: dateOf(daysAgo(2)),
        organisationId: idOf('organisation', o.slug),
        personId: idOf('person', by),
      };
    }),
  });
}
