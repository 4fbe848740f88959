type Crumb = { href: string; label: string };

/** The way back up; the page itself is its heading and is not repeated. */
export function Breadcrumbs({ label, crumbs }: { label: string; crumbs: Crumb[] }) {
  return (
    <nav className="ds-breadcrumbs mt-6" aria-label={label} data-size="sm">
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <a className="ds-link" href={crumb.href}>
              {crumb.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
