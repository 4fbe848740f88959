import type { Permission } from '#lib/platform/policy.ts';

/**
 * Every address of the portal: through which door, and which permission it takes. A test holds this
 * list against app/, so that a new route cannot go without a row; another walks it in every role.
 */
export type Route = {
  door: 'open' | 'own' | 'organisation' | 'house';
  needs: Permission | null;
  /** What stands for a parameter: something of the acting organisation, or of the hub. */
  of?: Partial<Record<Parameter, 'organisation' | 'hub' | 'person'>>;
};
export type Parameter =
  | 'identity'
  | 'passkey'
  | 'provider'
  | 'colleague'
  | 'invitation'
  | 'staffInvitation'
  | 'body'
  | 'closure'
  | 'terms'
  | 'booking'
  | 'place'
  | 'floor'
  | 'site'
  | 'version'
  | 'lease'
  | 'proposal'
  | 'draft'
  | 'openProposal'
  | 'project'
  | 'ledProject'
  | 'charter'
  | 'decision'
  | 'meeting'
  | 'pilot'
  | 'result'
  | 'review'
  | 'basis'
  | 'attribute'
  | 'synonym'
  | 'demo'
  | 'media'
  | 'import'
  | 'sentDemo'
  | 'claim'
  | 'shown'
  | 'theme'
  | 'search'
  | 'list'
  | 'group'
  | 'session'
  | 'need'
  | 'openNeed';

const org = (needs: Permission, of?: Route['of']): Route => ({
  door: 'organisation',
  needs,
  ...(of && { of }),
});
const house = (needs: Permission | null, of?: Route['of']): Route => ({
  door: 'house',
  needs,
  ...(of && { of }),
});
const open: Route = { door: 'open', needs: null };
const own: Route = { door: 'own', needs: 'account:own' };

export const routes: Record<string, Route> = {
  '/.well-known/security.txt': open,
  '/api/auth/:nextauth': open,
  '/api/calendars/:token': open,
  '/api/letters/:token': open,
  '/api/me': open,
  '/api/suggestions/:hub': open,
  '/api/theme/:colours': open,
  '/d/:publicId': open,
  '/datasets/dcat': open,
  '/datasets/:hub/demos.csv': open,
  '/datasets/:hub/demos.json': open,
  '/:locale': open,
  '/:locale/accessibility': open,
  '/:locale/privacy': open,
  '/:locale/privacy/erased': open,
  '/:locale/:hub/privacy': open,
  '/:locale/trouble/:kind': open,
  '/:locale/display/:token': open,
  '/:locale/scan/:code': open,
  '/:locale/letters/:token': open,
  '/q/:code': open,
  '/:locale/sign-in': open,
  '/:locale/sign-in/arrived': open,
  '/:locale/sign-in/link': open,
  '/:locale/sign-in/with/:provider': open,
  '/:locale/outbox': open,
  '/:locale/:hub': open,
  '/:locale/:hub/accessibility': open,
  '/:locale/:hub/accessibility/report': open,
  '/:locale/:hub/workspace/arrive': open,
  '/:locale/invitation/:token': open,
  '/:locale/:hub/apply': open,
  '/:locale/:hub/apply/confirm/:token': open,
  '/:locale/:hub/organisations/:organisation': open,
  '/:locale/:hub/organisations': open,
  '/:locale/:hub/projects': open,
  '/:locale/:hub/projects/:project': open,
  '/:locale/:hub/results': open,
  '/:locale/:hub/results/:result': open,
  '/:locale/:hub/showroom': open,
  '/:locale/:hub/visited/:code': open,
  '/:locale/:hub/showroom/compare': open,
  '/:locale/:hub/showroom/screen': open,
  '/:locale/:hub/showroom/:demo': open,
  '/:locale/:hub/showroom/:demo/here': open,
  '/:locale/:hub/act/visit/:shown': { ...own, of: { shown: 'hub' } },
  '/:locale/:hub/act/use/:shown': { ...own, of: { shown: 'hub' } },
  '/:locale/:hub/act/list/:shown': { ...own, of: { shown: 'hub' } },
  '/:locale/:hub/act/search': own,
  '/:locale/:hub/act/coauthor': own,
  '/:locale/:hub/act/following': own,
  '/:locale/:hub/act/follow/demo/:shown': { ...own, of: { shown: 'hub' } },
  '/:locale/:hub/act/follow/owner/:organisation': { ...own, of: { body: 'hub' } },
  '/:locale/:hub/act/follow/theme/:theme': { ...own, of: { theme: 'hub' } },
  '/:locale/:hub/act/need/:shown': { ...own, of: { shown: 'hub' } },
  '/:locale/:hub/workspace': open,
  '/:locale/operator': { ...own, needs: 'hub:create' },
  '/:locale/operator/new': { ...own, needs: 'hub:create' },
  '/:locale/account': own,
  '/:locale/account/answers/:hub/:organisation': own,
  '/:locale/account/second-factor': own,
  '/:locale/account/security': own,
  '/:locale/account/security/identities/:identity': { ...own, of: { identity: 'person' } },
  '/:locale/account/security/passkeys/:passkey': { ...own, of: { passkey: 'person' } },
  '/:locale/account/letters': own,
  '/:locale/account/data': own,
  '/:locale/account/data/erase': own,
  '/:locale/account/data/export': own,
  '/:locale/:hub/:org': org('overview:read'),
  '/:locale/:hub/:org/book': org('place:find'),
  '/:locale/:hub/:org/book/:place': org('place:find', { place: 'hub' }),
  '/:locale/:hub/:org/book/:place/repeat': org('place:find', { place: 'hub' }),
  '/:locale/:hub/:org/bookings/absence': org('booking:cancel'),
  '/:locale/:hub/:org/book/grid': org('place:find'),
  '/:locale/:hub/:org/bookings/calendars': org('calendar:subscribe'),
  '/:locale/:hub/:org/bookings': org('booking:list'),
  '/:locale/:hub/:org/bookings/waiting': org('booking:create'),
  '/:locale/:hub/:org/presence': org('presence:share'),
  '/:locale/:hub/:org/uses': org('adoption:read'),
  '/:locale/:hub/:org/uses/:shown': org('adoption:read', { shown: 'hub' }),
  '/:locale/:hub/:org/needs': org('need:say'),
  '/:locale/:hub/:org/needs/new': org('proposal:draft'),
  '/:locale/:hub/:org/needs/:need': org('proposal:read', { openNeed: 'hub' }),
  '/:locale/:hub/:org/needs/:need/edit': org('need:say', { need: 'organisation' }),
  '/:locale/:hub/house/needs': house('need:read'),
  '/:locale/:hub/:org/profile': org('adoption:read'),
  '/:locale/:hub/:org/terms': org('booking:list'),
  '/:locale/:hub/:org/bookings/:booking': org('booking:list', { booking: 'organisation' }),
  '/:locale/:hub/:org/bookings/:booking/calendar.ics': org('booking:list', {
    booking: 'organisation',
  }),
  '/:locale/:hub/:org/bookings/:booking/change': org('booking:list', { booking: 'organisation' }),
  '/:locale/:hub/:org/bookings/:booking/history': org('booking:list', { booking: 'organisation' }),
  '/:locale/:hub/:org/bookings/:booking/cancel': org('booking:list', { booking: 'organisation' }),
  '/:locale/:hub/:org/here/:place': org('place:find', { place: 'hub' }),
  '/:locale/:hub/:org/leases': org('lease:read'),
  '/:locale/:hub/:org/leases/:lease': org('lease:read', { lease: 'organisation' }),
  '/:locale/:hub/:org/costs': org('cost:read'),
  '/:locale/:hub/:org/costs/:basis/export.csv': org('cost:read', { basis: 'organisation' }),
  '/:locale/:hub/:org/log': org('log:own'),
  '/:locale/:hub/:org/log/export.csv': org('log:own'),
  '/:locale/:hub/:org/organisation': org('organisation:edit'),
  '/:locale/:hub/:org/people': org('people:read'),
  '/:locale/:hub/:org/people/:person': org('people:manage', { colleague: 'organisation' }),
  '/:locale/:hub/:org/people/:person/remove': org('people:manage', { colleague: 'organisation' }),
  '/:locale/:hub/:org/people/invitations/:invitation': org('people:manage', {
    invitation: 'organisation',
  }),
  '/:locale/:hub/:org/people/invite': org('people:manage'),
  '/:locale/:hub/:org/people/leave': org('people:leave'),
  '/:locale/:hub/:org/visits': org('visit:register'),
  '/:locale/:hub/:org/lists': org('list:keep'),
  '/:locale/:hub/:org/lists/new': org('list:keep'),
  '/:locale/:hub/:org/lists/add/:shown': org('list:keep', { shown: 'hub' }),
  '/:locale/:hub/:org/lists/searches/new': org('list:keep'),
  '/:locale/:hub/:org/lists/searches/:search': org('list:keep', { search: 'organisation' }),
  '/:locale/:hub/:org/lists/:list': org('list:keep', { list: 'organisation' }),
  '/:locale/:hub/:org/lists/:list/print': org('list:keep', { list: 'organisation' }),
  '/:locale/:hub/:org/lists/:list/export.csv': org('list:keep', { list: 'organisation' }),
  '/:locale/:hub/:org/lists/:list/export.pdf': org('list:keep', { list: 'organisation' }),
  '/:locale/:hub/:org/demos': org('demo:draft'),
  '/:locale/:hub/:org/demos/new': org('demo:draft'),
  '/:locale/:hub/:org/demos/:demo': org('demo:draft', { demo: 'organisation' }),
  '/:locale/:hub/:org/demos/:demo/text': org('demo:draft', { demo: 'organisation' }),
  '/:locale/:hub/:org/demos/:demo/facts': org('demo:draft', { demo: 'organisation' }),
  '/:locale/:hub/:org/guided': org('guided:book'),
  '/:locale/:hub/:org/guided/new/:shown': org('guided:book', { shown: 'hub' }),
  '/:locale/:hub/:org/guided/:group': org('guided:book', { group: 'organisation' }),
  '/:locale/:hub/:org/guided/:group/move': org('guided:book', { group: 'organisation' }),
  '/:locale/:hub/:org/guided/:group/calendar.ics': org('guided:book', { group: 'organisation' }),
  '/:locale/:hub/:org/demos/:demo/links': org('demo:draft', { demo: 'organisation' }),
  '/:locale/:hub/:org/demos/:demo/needs': org('demo:draft', { demo: 'organisation' }),
  '/:locale/:hub/:org/demos/:demo/claims': org('demo:draft', { demo: 'organisation' }),
  '/:locale/:hub/:org/demos/:demo/claims/:claim': org('demo:draft', { demo: 'organisation' }),
  '/:locale/:hub/house/guided': house('guided:arrange'),
  '/:locale/:hub/house/guided/past': house('guided:arrange'),
  '/:locale/:hub/house/guided/resources': house('guided:arrange'),
  '/:locale/:hub/house/guided/demos': house('guided:arrange'),
  '/:locale/:hub/house/guided/demos/:shown': house('guided:arrange', { shown: 'hub' }),
  '/:locale/:hub/house/guided/demos/:shown/book': house('guided:arrange', { shown: 'hub' }),
  '/:locale/:hub/house/guided/:session': house('guided:arrange', { session: 'hub' }),
  '/:locale/:hub/house/guided/:session/move/:group': house('guided:arrange', {
    ...{ session: 'hub', group: 'hub' },
  }),
  '/:locale/:hub/house/demos': house('demo:review'),
  '/:locale/:hub/house/demos/signs': house('demo:review'),
  '/:locale/:hub/house/demos/:demo': house('demo:review', { sentDemo: 'hub' }),
  '/:locale/:hub/:org/demos/:demo/media': org('demo:draft', { demo: 'organisation' }),
  '/:locale/:hub/:org/demos/:demo/media/:media': org('demo:draft', {
    ...{ demo: 'organisation', media: 'organisation' },
  }),
  '/:locale/:hub/:org/demos/import': org('demo:draft'),
  '/:locale/:hub/:org/demos/signs': org('demo:draft'),
  '/:locale/:hub/:org/demos/import/:import': org('demo:draft', { import: 'organisation' }),
  '/:locale/:hub/:org/demos/import/template.csv': org('demo:draft'),
  '/:locale/:hub/:org/demos/import/template.xlsx': org('demo:draft'),
  '/:locale/:hub/:org/withdraw': org('organisation:withdraw'),
  '/:locale/:hub/:org/permissions': org('policy:read'),
  '/:locale/:hub/:org/notices': org('notice:read'),
  '/:locale/:hub/:org/others': org('proposal:read'),
  '/:locale/:hub/:org/others/:proposal': org('proposal:read', { openProposal: 'hub' }),
  '/:locale/:hub/:org/others/:proposal/amend': org('proposal:draft', { openProposal: 'hub' }),
  '/:locale/:hub/:org/others/projects/:project': org('project:read', { project: 'hub' }),
  '/:locale/:hub/:org/projects': org('proposal:draft'),
  '/:locale/:hub/:org/projects/new': org('project:start'),
  '/:locale/:hub/:org/projects/:project': org('proposal:draft', { ledProject: 'organisation' }),
  '/:locale/:hub/:org/projects/:project/charter': org('proposal:draft', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/projects/:project/charter/edit': org('project:lead', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/projects/:project/charter/:version': org('proposal:draft', {
    ...{ ledProject: 'organisation', charter: 'organisation' },
  }),
  '/:locale/:hub/:org/projects/:project/groups': org('proposal:draft', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/results': org('proposal:read'),
  '/:locale/:hub/:org/results/:result': org('proposal:read', { result: 'organisation' }),
  '/:locale/:hub/:org/spread': org('proposal:read'),
  '/:locale/:hub/:org/spread/export.csv': org('result:adopt'),
  '/:locale/:hub/:org/projects/:project/results': org('proposal:draft', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/projects/:project/results/new': org('project:lead', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/projects/:project/results/:result': org('project:lead', {
    ...{ ledProject: 'organisation', result: 'organisation' },
  }),
  '/:locale/:hub/:org/projects/:project/pilots': org('proposal:draft', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/projects/:project/pilots/:pilot': org('proposal:draft', {
    ...{ ledProject: 'organisation', pilot: 'organisation' },
  }),
  '/:locale/:hub/:org/projects/:project/meetings': org('proposal:draft', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/projects/:project/meetings/:meeting': org('proposal:draft', {
    ...{ ledProject: 'organisation', meeting: 'organisation' },
  }),
  '/:locale/:hub/:org/projects/:project/meetings/:meeting/calendar.ics': org('proposal:draft', {
    ...{ ledProject: 'organisation', meeting: 'organisation' },
  }),
  '/:locale/:hub/:org/projects/:project/timeline': org('proposal:draft', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/projects/:project/decisions': org('proposal:draft', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/projects/:project/decisions/new': org('seat:sit', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/projects/:project/decisions/:decision': org('proposal:draft', {
    ...{ ledProject: 'organisation', decision: 'organisation' },
  }),
  '/:locale/:hub/:org/projects/:project/decisions/:decision/edit': org('seat:sit', {
    ...{ ledProject: 'organisation', decision: 'organisation' },
  }),
  '/:locale/:hub/:org/projects/:project/money': org('proposal:draft', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/projects/:project/money/statement.csv': org('proposal:draft', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/projects/:project/money/statement.pdf': org('proposal:draft', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/projects/:project/money/plan': org('project:lead', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/projects/:project/edit': org('project:lead', {
    ledProject: 'organisation',
  }),
  '/:locale/:hub/:org/proposals': org('proposal:draft'),
  '/:locale/:hub/:org/proposals/:proposal': org('proposal:draft', { proposal: 'organisation' }),
  '/:locale/:hub/:org/proposals/:proposal/edit': org('proposal:draft', { draft: 'organisation' }),
  '/:locale/:hub/:org/proposals/new': org('proposal:draft'),
  '/:locale/:hub/house': house(null),
  '/:locale/:hub/house/billing': house('billing:manage'),
  '/:locale/:hub/house/billing/:basis': house('billing:manage', { basis: 'hub' }),
  '/:locale/:hub/house/billing/:basis/export.csv': house('billing:manage', { basis: 'hub' }),
  '/:locale/:hub/house/billing/:basis/invoice.xml': house('billing:manage', { basis: 'hub' }),
  '/:locale/:hub/house/billing/settings': house('billing:manage'),
  '/:locale/:hub/house/plans': house('price:edit'),
  '/:locale/:hub/house/prices': house('price:edit'),
  '/:locale/:hub/house/bookings': house('booking:decide'),
  '/:locale/:hub/house/bookings/:booking': house('booking:decide', { booking: 'hub' }),
  '/:locale/:hub/house/bookings/:booking/history': house('booking:decide', { booking: 'hub' }),
  '/:locale/:hub/house/bookings/new': house('booking:behalf'),
  '/:locale/:hub/house/calendars': house('calendar:subscribe'),
  '/:locale/:hub/house/closures': house('closure:publish'),
  '/:locale/:hub/house/closures/new': house('closure:publish'),
  '/:locale/:hub/house/closures/:closure': house('closure:publish', { closure: 'hub' }),
  '/:locale/:hub/house/closures/:closure/edit': house('closure:publish', { closure: 'hub' }),
  '/:locale/:hub/house/hours': house('rule:edit'),
  '/:locale/:hub/house/hours/holidays': house('rule:edit'),
  '/:locale/:hub/house/hours/week': house('rule:edit'),
  '/:locale/:hub/house/rules': house('rule:edit'),
  '/:locale/:hub/house/rules/kind': house('rule:edit'),
  '/:locale/:hub/house/rules/limit': house('rule:edit'),
  '/:locale/:hub/house/leases': house('lease:manage'),
  '/:locale/:hub/house/leases/new': house('lease:manage'),
  '/:locale/:hub/house/leases/:lease': house('lease:manage', { lease: 'hub' }),
  '/:locale/:hub/house/leases/:lease/edit': house('lease:manage', { lease: 'hub' }),
  '/:locale/:hub/house/places': house('place:block'),
  '/:locale/:hub/house/places/new': house('place:manage'),
  '/:locale/:hub/house/places/:place': house('place:block', { place: 'hub' }),
  '/:locale/:hub/house/places/:place/signs': house('sign:hang', { place: 'hub' }),
  '/:locale/:hub/house/places/signs': house('sign:hang'),
  '/:locale/:hub/house/places/:place/edit': house('place:manage', { place: 'hub' }),
  '/:locale/:hub/house/sites': house('place:manage'),
  '/:locale/:hub/house/sites/:site': house('place:manage', { site: 'hub' }),
  '/:locale/:hub/house/sites/new': house('place:manage'),
  '/:locale/:hub/house/floors': house('plan:draw'),
  '/:locale/:hub/house/floors/:floor': house('plan:draw', { floor: 'hub' }),
  '/:locale/:hub/house/floors/:floor/draw': house('plan:draw', { floor: 'hub' }),
  '/:locale/:hub/house/floors/:floor/versions/:version': house('plan:draw', {
    ...{ floor: 'hub', version: 'hub' },
  }),
  '/:locale/:hub/house/synonyms': house('synonym:edit'),
  '/:locale/:hub/house/synonyms/new': house('synonym:edit'),
  '/:locale/:hub/house/synonyms/:synonym': house('synonym:edit', { synonym: 'hub' }),
  '/:locale/:hub/house/attributes': house('place:manage'),
  '/:locale/:hub/house/attributes/new': house('place:manage'),
  '/:locale/:hub/house/attributes/:attribute': house('place:manage', { attribute: 'hub' }),
  '/:locale/:hub/house/log': house('log:read'),
  '/:locale/:hub/house/log/export.csv': house('log:read'),
  '/:locale/:hub/house/invitations/:which/:invitation': house('hub:appoint', {
    staffInvitation: 'hub',
  }),
  '/:locale/:hub/house/invite-organisation': house('organisation:invite'),
  '/:locale/:hub/house/organisations': house('organisation:judge'),
  '/:locale/:hub/house/organisations/:organisation': house('organisation:judge', { body: 'hub' }),
  '/:locale/:hub/house/organisations/:organisation/leave': house('organisation:judge', {
    body: 'hub',
  }),
  '/:locale/:hub/house/people': house('hub:people'),
  '/:locale/:hub/house/people/:person': house('hub:people', { colleague: 'hub' }),
  '/:locale/:hub/house/people/invite': house('hub:appoint'),
  '/:locale/:hub/house/permissions': house('policy:read'),
  '/:locale/:hub/house/settings': house('hub:edit'),
  '/:locale/:hub/house/settings/accessibility': house('hub:edit'),
  '/:locale/:hub/house/settings/barriers': house('hub:edit'),
  '/:locale/:hub/house/settings/close': house('hub:edit'),
  '/:locale/:hub/house/settings/colours': house('hub:edit'),
  '/:locale/:hub/house/settings/preview': house('hub:edit'),
  '/:locale/:hub/house/settings/texts': house('hub:edit'),
  '/:locale/:hub/house/notices': house('notice:read'),
  '/:locale/:hub/house/retention': house('log:read'),
  '/:locale/:hub/house/projects': house('project:check'),
  '/:locale/:hub/house/projects/:project': house('project:check', { project: 'hub' }),
  '/:locale/:hub/house/reviews': house('proposal:oversee'),
  '/:locale/:hub/house/reviews/:proposal': house('proposal:oversee', { review: 'hub' }),
  '/:locale/:hub/house/sign-in-providers': house('provider:edit'),
  '/:locale/:hub/house/sign-in-providers/:provider': house('provider:edit', { provider: 'hub' }),
  '/:locale/:hub/house/sign-in-providers/:provider/remove': house('provider:edit', {
    provider: 'hub',
  }),
  '/:locale/:hub/house/sign-in-providers/new': house('provider:edit'),
  '/:locale/:hub/house/visits': house('visit:receive'),
  '/:locale/:hub/house/today': house('house:today'),
  '/:locale/:hub/house/terms': house('rule:edit'),
  '/:locale/:hub/house/terms/new': house('rule:edit'),
  '/:locale/:hub/house/terms/:terms': house('rule:edit', { terms: 'hub' }),
  '/:locale/:hub/house/reports': house('report:read'),
  '/:locale/:hub/house/reports/export.csv': house('report:read'),
};
