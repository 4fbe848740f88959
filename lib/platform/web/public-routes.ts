/**
 * The pages a visitor reads without signing in, each with what its address may ask; anything else in a
 * query is left out, so that nobody can have a page made as often as they can invent one. Only these may
 * be kept, and they are rendered without the reader's cookies, so nothing personal can get in. A test
 * holds this list against app/.
 */
export const publicRoutes: Record<string, readonly string[]> = {
  '/:locale': [],
  '/:locale/accessibility': [],
  '/:locale/privacy': [],
  '/:locale/privacy/erased': [],
  '/:locale/trouble/:kind': [],
  '/:locale/:hub': [],
  '/:locale/:hub/accessibility': [],
  '/:locale/:hub/privacy': [],
  '/:locale/:hub/showroom': [
    ...['q', 'area', 'kind', 'stage', 'setting', 'owner', 'user', 'class', 'claim', 'checked'],
    ...['framework', 'language', 'sort', 'at', 'page'],
  ],
  '/:locale/:hub/showroom/compare': ['d', 'only'],
  '/:locale/:hub/showroom/screen': ['n', 'area', 'go'],
  '/:locale/:hub/showroom/:demo': [],
  '/:locale/:hub/showroom/:demo/here': [
    ...['at', 'bandwidthKbps', 'coveragePercent', 'farthestKm', 'staffMinutes', 'trainingHours'],
  ],
  '/:locale/:hub/projects': ['state', 'area'],
  '/:locale/:hub/projects/:project': [],
  '/:locale/:hub/results': ['page'],
  '/:locale/:hub/results/:result': [],
  '/:locale/:hub/workspace': ['site'],
  '/:locale/:hub/organisations': [],
  '/:locale/:hub/organisations/:organisation': [],
};

/** Names under /:locale that are no hub. */
const elsewhere = new Set([
  ...[
    'sign-in',
    'account',
    'outbox',
    'trouble',
    'operator',
    'invitation',
    'display',
    'scan',
    'letters',
    'datasets',
  ],
]);

const patterns = Object.entries(publicRoutes).map(([route, asks]) => ({
  asks,
  hasHub: route.includes(':hub'),
  pattern: new RegExp(
    `^${route.replace(/:(?!locale)\w+/g, '([a-z0-9-]+)').replace(':locale', '(?:sv|nb|en)')}$`,
  ),
}));

export type PublicPage = {
  /** The hub's name in the address; null for a page of the whole site. */
  hub: string | null;
  /** One address for all that ask the same. */
  key: string;
};

/** The public page that an address asks for; undefined when it is none. */
export function publicPage({ pathname, searchParams }: URL): PublicPage | undefined {
  for (const { pattern, hasHub, asks } of patterns) {
    const match = pattern.exec(pathname);
    if (!match || (hasHub && elsewhere.has(match[1] ?? ''))) continue;
    const asked = new URLSearchParams([...searchParams].filter(([name]) => asks.includes(name)));
    asked.sort();
    const query = String(asked);
    const hub = hasHub ? (match[1] ?? null) : null;
    return { hub, key: pathname + (query && `?${query}`) };
  }
}
