import { AccountMenu } from './account-menu.tsx';

export type NavItem = { href: string; label: string; current?: boolean };

type Props = {
  home: string;
  name: string;
  items: NavItem[];
  labels: { skip: string; menu: string; nav: string; signIn: string };
  accountHref: string;
};

/** The top of every page. On a narrow screen the links fold into a menu that needs no script. */
export function SiteHeader({ home, name, items, labels, accountHref }: Props) {
  return (
    <header className="border-b border-neutral-border-subtle bg-neutral-background-default">
      <a className="ds-skip-link" href="#content">
        {labels.skip}
      </a>
      <div className="wrap flex flex-wrap items-center gap-x-6 pt-2">
        <a
          className="flex min-h-11 items-center gap-3 text-lg font-semibold text-neutral-text-default no-underline hover:underline"
          href={home}
        >
          <Mark />
          {name}
        </a>
        <nav className="order-last w-full" aria-label={labels.nav}>
          <details className="lg:hidden">
            <summary className="flex min-h-11 cursor-pointer items-center font-semibold">
              {labels.menu}
            </summary>
            <NavList items={items} className="grid pb-3" />
          </details>
          <NavList items={items} className="-ml-3 hidden flex-wrap lg:flex" />
        </nav>
        <AccountMenu href={accountHref} signIn={labels.signIn} />
      </div>
    </header>
  );
}

function NavList({ items, className }: { items: NavItem[]; className: string }) {
  return (
    <ul className={`m-0 list-none p-0 ${className}`}>
      {items.map((item) => (
        <li key={item.href}>
          <a className="nav-link" href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Spokes that meet in a hub. */
function Mark() {
  return (
    <svg
      width="32"
      height="32"
      viewBox="0 0 32 32"
      aria-hidden="true"
      className="text-accent-base-default"
    >
      <g stroke="currentColor" strokeWidth="2.5" strokeLinecap="round">
        <path d="M16 16 16 4M16 16 26.4 10M16 16 26.4 22M16 16 16 28M16 16 5.6 22M16 16 5.6 10" />
      </g>
      <g fill="currentColor">
        <circle cx="16" cy="16" r="5.5" />
        <circle cx="16" cy="4" r="2.6" />
        <circle cx="26.4" cy="22" r="2.6" />
        <circle cx="5.6" cy="22" r="2.6" />
      </g>
    </svg>
  );
}
