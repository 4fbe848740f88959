import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Permission } from '#lib/platform/policy.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { NavItem } from './site-header.tsx';

/** A visitor's ways through a hub. */
export function publicNavigation(locale: Locale, hub: string): NavItem[] {
  const t = translator(locale, 'site');
  const pages = ['showroom', 'projects', 'results', 'workspace', 'organisations'] as const;
  const start = { href: `/${locale}/${hub}`, label: t('nav.start'), exact: true as const };
  return [
    start,
    ...pages.map((page) => ({ href: `${start.href}/${page}`, label: t(`nav.${page}`) })),
  ];
}

/** What one does for an organisation; only what the policy allows. */
export function actingNavigation(locale: Locale, scope: Scope): NavItem[] {
  const t = translator(locale, 'people');
  const base = `/${locale}/${scope.hub.slug}/${scope.organisation.slug}`;
  const house = translator(locale, 'house');
  const billing = translator(locale, 'billing');
  return shown(scope, [
    [t('overview.links.overview'), base, 'overview:read'],
    [t('overview.links.find'), `${base}/book`, 'booking:create'],
    [
      t('overview.links.house'),
      [
        [t('overview.links.bookings'), `${base}/bookings`, 'booking:list'],
        [translator(locale, 'visits')('nav'), `${base}/visits`, 'visit:register'],
        [translator(locale, 'presence')('nav'), `${base}/presence`, 'presence:share'],
        [translator(locale, 'leases')('own.title'), `${base}/leases`, 'lease:read'],
        [billing('costs.title'), `${base}/costs`, 'cost:read'],
        [translator(locale, 'houseTerms')('nav'), `${base}/terms`, 'booking:list'],
      ],
    ],
    [t('overview.links.others'), `${base}/others`, 'proposal:read'],
    [
      t('overview.links.work'),
      [
        [translator(locale, 'needs')('nav'), `${base}/needs`, 'need:say'],
        [t('overview.links.proposals'), `${base}/proposals`, 'proposal:draft'],
        [translator(locale, 'projects')('own.nav'), `${base}/projects`, 'proposal:draft'],
        [translator(locale, 'results')('title'), `${base}/results`, 'proposal:read'],
        [translator(locale, 'results')('spread.title'), `${base}/spread`, 'proposal:read'],
      ],
    ],
    [
      translator(locale, 'showroom')('title'),
      [
        [translator(locale, 'demoPages')('nav'), `${base}/demos`, 'demo:draft'],
        [translator(locale, 'demoImport')('nav'), `${base}/demos/import`, 'demo:draft'],
        [translator(locale, 'adoptions')('nav'), `${base}/uses`, 'adoption:read'],
        [translator(locale, 'lists')('nav'), `${base}/lists`, 'list:keep'],
        [following(locale), followingAt(locale, scope.hub.slug), 'follow:own'],
        [translator(locale, 'guided')('nav'), `${base}/guided`, 'guided:book'],
      ],
    ],
    [
      t('overview.links.organisation'),
      [
        [t('overview.links.people'), `${base}/people`, 'people:read'],
        [t('overview.links.facts'), `${base}/organisation`, 'organisation:edit'],
        [translator(locale, 'adoptions')('profileNav'), `${base}/profile`, 'adoption:read'],
        [house('nav.log'), `${base}/log`, 'log:own'],
        [house('nav.permissions'), `${base}/permissions`, 'policy:read'],
      ],
    ],
    [notices(locale, scope), `${base}/notices`, 'notice:read'],
  ]);
}

/** What the hub's own staff do. */
export function houseNavigation(locale: Locale, scope: Scope): NavItem[] {
  const t = translator(locale, 'people');
  const base = `/${locale}/${scope.hub.slug}/house`;
  const prices = translator(locale, 'prices');
  const house = translator(locale, 'house');
  const hours = translator(locale, 'hours');
  return shown(scope, [
    [
      t('overview.houseLinks.house'),
      [
        [t('overview.houseLinks.today'), `${base}/today`, 'house:today'],
        [translator(locale, 'workspace')('answer.title'), `${base}/bookings`, 'booking:decide'],
        [translator(locale, 'visits')('houseTitle'), `${base}/visits`, 'visit:receive'],
        [translator(locale, 'workspace')('feeds.nav'), `${base}/calendars`, 'calendar:subscribe'],
        [hours('nav.closures'), `${base}/closures`, 'closure:publish'],
        [translator(locale, 'reports')('nav'), `${base}/reports`, 'report:read'],
      ],
    ],
    [
      t('overview.houseLinks.terms'),
      [
        [translator(locale, 'places')('title'), `${base}/places`, 'place:block'],
        [translator(locale, 'places')('sites.title'), `${base}/sites`, 'place:manage'],
        [translator(locale, 'floors')('title'), `${base}/floors`, 'plan:draw'],
        [translator(locale, 'places')('attributes.title'), `${base}/attributes`, 'place:manage'],
        [hours('nav.hours'), `${base}/hours`, 'rule:edit'],
        [hours('nav.rules'), `${base}/rules`, 'rule:edit'],
        [translator(locale, 'houseTerms')('nav'), `${base}/terms`, 'rule:edit'],
        [translator(locale, 'leases')('title'), `${base}/leases`, 'lease:manage'],
        [prices('title'), `${base}/prices`, 'price:edit'],
        [prices('plans.title'), `${base}/plans`, 'price:edit'],
        [translator(locale, 'billing')('title'), `${base}/billing`, 'billing:manage'],
      ],
    ],
    [t('overview.houseLinks.reviews'), `${base}/reviews`, 'proposal:oversee'],
    [translator(locale, 'projects')('check.title'), `${base}/projects`, 'project:check'],
    [
      translator(locale, 'showroom')('title'),
      [
        [translator(locale, 'demoPages')('reviewTitle'), `${base}/demos`, 'demo:review'],
        [translator(locale, 'guided')('house.title'), `${base}/guided`, 'guided:arrange'],
      ],
    ],
    [translator(locale, 'needs')('houseTitle'), `${base}/needs`, 'need:read'],
    [t('overview.houseLinks.organisations'), `${base}/organisations`, 'organisation:judge'],
    [t('overview.houseLinks.people'), `${base}/people`, 'hub:people'],
    [
      house('nav.settings'),
      [
        [house('nav.hub'), `${base}/settings`, 'hub:edit'],
        [translator(locale, 'identity')('own.nav'), `${base}/sign-in-providers`, 'provider:edit'],
        [translator(locale, 'catalogue')('synonyms.title'), `${base}/synonyms`, 'synonym:edit'],
        [house('nav.log'), `${base}/log`, 'log:read'],
        [house('nav.permissions'), `${base}/permissions`, 'policy:read'],
      ],
    ],
    [notices(locale, scope), `${base}/notices`, 'notice:read'],
  ]);
}

type Link = [label: string, href: string, permission: Permission];
type Group = [label: string, links: Link[]];

/** A group leads to its first page; with one page it is no group. */
function shown(scope: Scope, rows: (Link | Group)[]): NavItem[] {
  return rows.flatMap((row): NavItem[] => {
    const links = (row.length === 2 ? row[1] : [row]).filter(([, , needed]) => scope.may(needed));
    const items = links.map(([label, href]) => ({ label, href }));
    const [first] = items;
    if (!first) return [];
    return items.length === 1 ? items : [{ label: row[0], href: first.href, items }];
  });
}

const following = (locale: Locale) => translator(locale, 'following')('nav');
const followingAt = (locale: Locale, hub: string) => `/${locale}/${hub}/act/following`;

function notices(locale: Locale, scope: Scope): string {
  const label = translator(locale, 'people')('overview.links.notices');
  return scope.unread > 0 ? `${label} (${scope.unread})` : label;
}
