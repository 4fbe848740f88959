/**
 * The pages a visitor reads without signing in. Only these may be cached, and they are rendered
 * without the reader's cookies, so nothing personal can get in. A test holds this list against app/.
 */
export const publicRoutes = [
  '/:locale',
  '/:locale/accessibility',
  '/:locale/privacy',
  '/:locale/trouble/:kind',
  '/:locale/:hub',
  '/:locale/:hub/accessibility',
  '/:locale/:hub/showroom',
  '/:locale/:hub/showroom/:demo',
  '/:locale/:hub/projects',
  '/:locale/:hub/projects/:project',
  '/:locale/:hub/workspace',
  '/:locale/:hub/organisations',
  '/:locale/:hub/organisations/:organisation',
] as const;

/** Names under /:locale that are no hub. */
const elsewhere = new Set(['sign-in', 'account', 'outbox', 'trouble', 'operator', 'invitation']);

const patterns = publicRoutes.map((route) => ({
  hasHub: route.includes(':hub'),
  pattern: new RegExp(
    `^${route.replace(/:(?!locale)\w+/g, '([a-z0-9-]+)').replace(':locale', '(?:sv|nb|en)')}$`,
  ),
}));

/** The hub (or null: the whole site) whose public page this path is; undefined when it is none. */
export function publicHub(path: string): string | null | undefined {
  for (const { pattern, hasHub } of patterns) {
    const match = pattern.exec(path);
    if (!match) continue;
    if (!hasHub) return null;
    if (!elsewhere.has(match[1] ?? '')) return match[1];
  }
  return undefined;
}
