import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Manifest = Record<'staticRoutes' | 'dynamicRoutes', { page: string; regex: string }[]>;

/**
 * Tells which page a path belongs to, as `/[locale]/[hub]/[org]`: a path itself may name people.
 * @param build the folder of Next's build, which lists its pages, the most special first
 */
export function routeNames(build: string): (path: string) => string {
  const file = join(build, 'routes-manifest.json');
  if (!existsSync(file)) return () => 'unknown';
  const { staticRoutes, dynamicRoutes }: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    page,
    pattern: new RegExp(regex),
  }));
  return (path) => {
    const [bare = ''] = path.split('?');
    return routes.find(({ pattern }) => pattern.test(bare))?.page ?? 'unknown';
  };
}
