import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  norwegianCounties,
  norwegianMunicipalities,
  swedishMunicipalities,
  swedishRegions,
} from '#prisma/reference/tables.ts';
import { demoDemos } from '#prisma/seed/demos.ts';
import { demoHubs } from '#prisma/seed/hubs.ts';
import { demoNeeds } from '#prisma/seed/needs.ts';
import { needsSaidAtDemos } from '#prisma/seed/needs-at-demos.ts';
import { demoOrganisations } from '#prisma/seed/organisations.ts';
import { demoOperators, demoPeople } from '#prisma/seed/people.ts';
import { demoProjects } from '#prisma/seed/projects.ts';
import { demoProposals } from '#prisma/seed/proposals.ts';
import { roleIn } from '#prisma/seed/roles.ts';
import { demoSites } from '#prisma/seed/workspace.ts';

const hubs = new Set<string>(demoHubs.map((hub) => hub.slug));
const organisations = new Map(demoOrganisations.map((org) => [org.slug, org]));
const people = new Map(demoPeople.map((person) => [person.key, person]));
const needs = new Map(demoNeeds.map((need) => [need.key, need]));

function takesPart(org: string, hub: string) {
  expect(organisations.get(org)?.hubs ?? [], `${org} at ${hub}`).toContain(hub);
}

function unique(values: readonly string[]) {
  expect([...values].sort()).toEqual([...new Set(values)].sort());
}

describe('organisations', () => {
  const reference = [
    ...swedishRegions(),
    ...swedishMunicipalities(),
    ...norwegianCounties(),
    ...norwegianMunicipalities(),
  ].filter((body) => body.validTo === null);

  it('have slugs of their own and known hubs', () => {
    unique(demoOrganisations.map((org) => org.slug));
    for (const org of demoOrganisations) {
      expect(org.slug).toMatch(/^[a-z0-9-]+$/);
      for (const hub of org.hubs) expect(hubs).toContain(hub);
    }
  });

  it('agree with the reference tables', () => {
    const official = demoOrganisations.filter((org) =>
      ['REGION', 'MUNICIPALITY'].includes(org.kind),
    );
    expect(official.length).toBeGreaterThanOrEqual(36);
    for (const org of official) {
      const body = reference.find(
        (row) =>
          row.country === org.country && row.level === org.kind && row.code === org.officialCode,
      );
      expect(body?.regionName ?? body?.name, org.slug).toBe(org.name);
    }
  });

  it('have organisation numbers with a right check digit', () => {
    const numbered = demoOrganisations.filter((org) => org.organisationNumber !== null);
    expect(numbered.length).toBeGreaterThan(10);
    for (const org of numbered) {
      const digits = [...(org.organisationNumber ?? '')].map(Number);
      const rest = org.country === 'SE' ? luhnRest(digits) : modulo11Rest(digits);
      expect(rest, org.slug).toBe(0);
    }
  });
});

describe('people', () => {
  it('have keys and addresses of their own, and belong somewhere', () => {
    unique(demoPeople.map((person) => person.key));
    unique(demoPeople.map((person) => person.email));
    for (const person of demoPeople) {
      expect(person.email).toMatch(/^[a-z.]+@[a-z-]+\.example$/);
      // Whoever runs the installation acts for nobody.
      expect(person.memberships.length > 0).toBe(!demoOperators.includes(person.key));
      for (const membership of person.memberships) takesPart(membership.org, person.hub);
    }
  });

  it('everyone says in three languages what they do', () => {
    const silent = demoPeople.filter(
      ({ role }) => !roleIn(role, 'sv') || !roleIn(role, 'nb') || !roleIn(role, 'en'),
    );
    expect(silent.map((person) => person.role)).toEqual([]);
  });

  it.each(demoHubs.map((hub) => hub.slug))('%s has someone in every role', (hub) => {
    const here = demoPeople.filter((person) => person.hub === hub);
    const holds = (kind: string, role: string) =>
      here.some((person) =>
        person.memberships.some(
          (row) => organisations.get(row.org)?.kind === kind && row.role === role,
        ),
      );
    expect(holds('MUNICIPALITY', 'STAFF')).toBe(true);
    expect(holds('MUNICIPALITY', 'ADMIN')).toBe(true);
    expect(holds('REGION', 'STAFF')).toBe(true);
    const roles = new Set(here.flatMap((person) => person.hubRoles.map((row) => row.role)));
    expect([...roles]).toEqual(expect.arrayContaining(['ASSESSOR', 'HOST', 'HUB_ADMIN']));
    const companies = here
      .flatMap((person) => person.memberships.map((row) => row.org))
      .filter((org) => organisations.get(org)?.kind === 'COMPANY');
    expect(new Set(companies).size).toBeGreaterThanOrEqual(2);
  });

  it('one of them works for two organisations', () => {
    expect(demoPeople.some((person) => person.memberships.length === 2)).toBe(true);
  });
});

describe('demos', () => {
  it('are many, and every hub has its share', () => {
    expect(demoDemos.length).toBeGreaterThanOrEqual(34);
    const at = (hub: string) => demoDemos.filter((demo) => demo.hub === hub).length;
    expect(at('ostersund')).toBeGreaterThanOrEqual(14);
    for (const hub of hubs) expect(at(hub), hub).toBeGreaterThanOrEqual(6);
    expect(demoDemos.filter((demo) => demo.status === 'PUBLISHED').length).toBeGreaterThan(30);
  });

  it('have public ids and slugs of their own', () => {
    unique(demoDemos.map((demo) => demo.publicId));
    unique(demoDemos.map((demo) => demo.slug));
    for (const demo of demoDemos) expect(demo.publicId).toMatch(/^D-[2-9A-HJ-NP-Z]{4}$/);
  });

  it.each(demoDemos)('$slug: owner, adopters and needs are of this hub', (demo) => {
    takesPart(demo.owner, demo.hub);
    unique(demo.adopters.map((adopter) => adopter.org));
    for (const adopter of demo.adopters) {
      takesPart(adopter.org, demo.hub);
      expect(organisations.get(adopter.org)?.side).not.toBe('PRIVATE');
      expect(adopter.since).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
    }
    for (const need of demo.needs) expect(needs.get(need)?.hub).toBe(demo.hub);
    expect(demo.areas.length).toBeGreaterThan(0);
    expect(demo.areas.length).toBeLessThanOrEqual(3);
  });

  it.each(demoDemos)('$slug: texts in three languages', (demo) => {
    for (const language of ['sv', 'nb', 'en'] as const) {
      expect(demo.summary[language].length).toBeLessThanOrEqual(300);
      const paragraphs = demo.body[language].split('\n\n').length;
      expect(paragraphs).toBeGreaterThanOrEqual(2);
      expect(paragraphs).toBeLessThanOrEqual(4);
      expect(demo.pictureAlt[language]).not.toBe(demo.title[language]);
    }
  });

  it('are found as trygghetslarm in Sweden and as trygghetsalarm in Norway', () => {
    const innlandet = demoDemos.filter((demo) => demo.hub === 'innlandet');
    const others = demoDemos.filter((demo) => demo.hub !== 'innlandet');
    expect(others.some((demo) => /trygghetslarm/i.test(demo.title.sv))).toBe(true);
    expect(innlandet.some((demo) => /trygghetsalarm/i.test(demo.title.nb))).toBe(true);
  });
});

describe('pictures', () => {
  it.each([...demoDemos, ...demoHubs].map((shown) => shown.picture))('%s', (picture) => {
    const file = new URL(`../../public${picture}`, import.meta.url);
    expect(existsSync(file)).toBe(true);
    const limit = picture.startsWith('/hubs/') ? 25_000 : 15_000;
    expect(statSync(file).size).toBeLessThan(limit);
    const svg = readFileSync(file, 'utf8');
    expect(svg).toMatch(/viewBox="0 0 (640 400|1200 480)"/);
    expect(svg).not.toMatch(/<script|<text|<image|<foreignObject|href="(?!#)|url\((?!#)|\son\w+=/i);
  });
});

describe('needs, proposals and projects', () => {
  it('are many and in different states', () => {
    unique([...demoNeeds, ...needsSaidAtDemos].map((need) => need.key));
    unique(demoProposals.map((proposal) => proposal.key));
    unique(demoProjects.map((project) => project.slug));
    expect(demoNeeds.length).toBeGreaterThanOrEqual(12);
    expect(demoProposals.length).toBeGreaterThanOrEqual(14);
    expect(demoProjects.length).toBeGreaterThanOrEqual(8);
    expect(new Set(demoNeeds.map((need) => need.state)).size).toBe(5);
    expect(new Set(demoProposals.map((proposal) => proposal.state)).size).toBe(5);
    expect(new Set(demoProjects.map((project) => project.state)).size).toBe(5);
  });

  it.each([...demoNeeds, ...needsSaidAtDemos])(
    'need $key: a public or voluntary body owns it',
    (need) => {
      takesPart(need.org, need.hub);
      expect(organisations.get(need.org)?.side).not.toBe('PRIVATE');
      unique([need.org, ...need.alsoHave]);
      for (const org of need.alsoHave) takesPart(org, need.hub);
      if (need.visibility === 'DRAFT') expect(need.state).toBe('DRAFT');
    },
  );

  it.each(demoProposals)('proposal $key: author, needs and decision fit', (proposal) => {
    takesPart(proposal.org, proposal.hub);
    const author = people.get(proposal.author);
    expect(author?.memberships.map((row) => row.org)).toContain(proposal.org);
    for (const need of proposal.needs) expect(needs.get(need)?.hub).toBe(proposal.hub);
    expect(proposal.visibility === 'DRAFT').toBe(proposal.state === 'DRAFT');
    if (proposal.state === 'DRAFT') return;
    expect(proposal.needs.length).toBeGreaterThan(0);
    for (const part of ['solution', 'benefit', 'firstStep', 'wantsPartners'] as const) {
      expect(proposal[part], part).not.toBe('');
    }
  });

  it.each(demoProposals)('proposal $key: decided by an independent assessor', (proposal) => {
    const decided = ['ACCEPTED', 'DECLINED'].includes(proposal.state);
    expect(proposal.decision !== undefined).toBe(decided);
    if (!proposal.decision) return;
    const judge = people.get(proposal.decision.by);
    expect(judge?.hubRoles).toContainEqual({ hub: proposal.hub, role: 'ASSESSOR' });
    expect(judge?.memberships.map((row) => row.org)).not.toContain(proposal.org);
    expect(proposal.decision.reason.length).toBeGreaterThan(20);
    if (proposal.state === 'ACCEPTED') expect(proposal.decision.nextStep).toBeTruthy();
  });

  it.each(demoProjects)('project $slug: several parties, one of them leads', (project) => {
    const parties = project.parties.map((party) => party.org);
    unique(parties);
    for (const org of parties) takesPart(org, project.hub);
    const lead = project.parties.find((party) => party.org === project.lead);
    expect(lead?.state).toBe('CONFIRMED');
    expect(project.parties.filter((party) => party.state === 'CONFIRMED').length).toBeGreaterThan(
      1,
    );
    expect(project.startsOn < project.endsOn).toBe(true);
    for (const need of project.needs) expect(needs.get(need)?.hub).toBe(project.hub);
    const origin = demoProposals.find((proposal) => proposal.key === project.fromProposal);
    expect(origin?.state).toBe(project.fromProposal ? 'ACCEPTED' : undefined);
  });

  it('four years with the seven municipalities of southern Lappland', () => {
    const area = demoProjects.find((project) => project.slug === 'nara-vard-sodra-lappland');
    expect(area?.parties.filter((party) => party.role === 'PILOT_SITE')).toHaveLength(7);
    expect(area?.lead).toBe('region-vasterbotten');
  });
});

describe('every text', () => {
  const world = { demoHubs, demoOrganisations, demoDemos, demoProjects, demoSites };
  it('exists in Swedish, Norwegian and English', () => {
    let seen = 0;
    for (const [path, value] of leaves(world, '')) {
      if (!/\.(sv|nb|en)$/.test(path)) continue;
      seen += 1;
      expect(String(value).trim(), path).not.toBe('');
    }
    expect(seen).toBeGreaterThan(900);
    expect(seen % 3).toBe(0);
  });
});

function* leaves(value: unknown, path: string): Generator<[string, unknown]> {
  if (value === null || typeof value !== 'object') {
    yield [path, value];
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${path}.${key}`);
}

/** Zero when the last digit is the right one (Swedish organisation numbers). */
function luhnRest(digits: number[]): number {
  const doubled = digits.map((digit, index) => (index % 2 === 0 ? digit * 2 : digit));
  const sum = doubled.reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0);
  return digits.length === 10 ? sum % 10 : -1;
}

/** Zero when the last digit is the right one (Norwegian organisation numbers). */
function modulo11Rest(digits: number[]): number {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];
  const sum = weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  return digits.length === 9 ? sum % 11 : -1;
}
