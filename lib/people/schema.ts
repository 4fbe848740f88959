import { z } from 'zod';
import { address, limits, line } from '#lib/organisations/schema.ts';
import { hubRoles, membershipRoles } from './rules.ts';

/** Invites a colleague; `anyway` is ticked for an address outside the organisation's mail domains. */
export const invitationForm = z.object({
  email: address,
  role: z.enum(membershipRoles, 'people.refusals.role'),
  anyway: z.array(z.literal('yes')).default([]),
});
export type InvitationInput = z.output<typeof invitationForm>;

/** Invites somebody to work in the house. */
export const staffInvitationForm = z.object({
  email: address,
  hubRole: z.enum(hubRoles, 'people.refusals.role'),
});

/** The role somebody is to have. */
export const roleForm = z.object({ role: z.enum(membershipRoles, 'people.refusals.role') });

/** Which of the hub's roles somebody is to hold: those that are ticked, and no other. */
export const hubRolesForm = z.object({ roles: z.array(z.enum(hubRoles)).max(3).default([]) });

/** Says yes; whoever is new says who they are. */
export const acceptanceForm = z.object({ name: line(limits.name).default('') });

export const buttonForm = z.object({});

const id = z.guid();

/** Whether an address's part can be an id at all. */
export function isId(value: string): boolean {
  return id.safeParse(value).success;
}

export type PeopleQuery = { words: string; organisation: string; role: string; page: number };

const shownRoles = [...membershipRoles, ...hubRoles] as const;
type Search = Record<string, string | string[] | undefined>;

/** What the list of everyone at a hub is asked for; whatever makes no sense is left out. */
export function readPeopleQuery(search: Search): PeopleQuery {
  const last = (name: string) => [search[name] ?? []].flat().at(-1) ?? '';
  const page = z.coerce.number().int().min(1).max(10_000).safeParse(last('page'));
  return {
    words: last('q').slice(0, 80).trim(),
    organisation: /^[a-z0-9-]{1,80}$/.test(last('organisation')) ? last('organisation') : '',
    role: shownRoles.find((role) => role === last('role')) ?? '',
    page: page.success ? page.data : 1,
  };
}

/** The address of a query, its empty parts left out; begins with `?` or is empty. */
export function peopleAddress({ words, organisation, role, page }: PeopleQuery): string {
  const query = new URLSearchParams();
  if (words) query.set('q', words);
  if (organisation) query.set('organisation', organisation);
  if (role) query.set('role', role);
  if (page > 1) query.set('page', String(page));
  const written = query.toString();
  return written && `?${written}`;
}
