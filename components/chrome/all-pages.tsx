import type { NavItem } from './site-header.tsx';

type Props = { heading: string; items: readonly NavItem[] };

/** Every page the menu leads to, group by group: what is there can be seen at once. */
export function AllPages({ heading, items }: Props) {
  const groups = items.filter((item) => item.items);
  if (groups.length === 0) return null;
  return (
    <nav className="mt-10" aria-labelledby="all">
      <h2 className="ds-heading" data-size="xs" id="all">
        {heading}
      </h2>
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
        {groups.map((group) => (
          <div key={group.label}>
            <h3 className="quiet m-0 mb-1 text-base">{group.label}</h3>
            <ul className="m-0 list-none p-0">
              {group.items?.map(({ href, label }) => (
                <li key={href}>
                  <a className="inline-flex min-h-8 items-center" href={href}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
