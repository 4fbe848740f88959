'use client';

import { usePathname } from 'next/navigation';
import { AccountMenu } from './account-menu.tsx';

/** With `items`: a part of several pages, which stand below while one is in it. */
export type NavItem = {
  href: string;
  label: string;
  items?: NavItem[];
  /** The pages below are no part of it. */
  exact?: true;
};

type Props = {
  home: string;
  name: string;
  items: NavItem[];
  labels: { skip: string; menu: string; nav: string; signIn: string };
  accountHref: string;
  /** Who is signed in, where the page knows. */
  reader?: string | undefined;
};

/**
 * The top of every page. On a narrow screen the links fold into a menu that needs no script. A
 * component of the browser, so that a page carries its words and not its markup a second time.
 */
export function SiteHeader({ home, name, items, labels, accountHref, reader }: Props) {
  const here = usePathname();
  return (
    <header className="border-b border-neutral-border-subtle bg-neutral-background-default">
      <a className="ds-skip-link" href="#content">
        {labels.skip}
      </a>
      <div
        className={`wrap flex flex-wrap items-center gap-x-3 pt-2 sm:gap-x-6 ${items.length === 0 ? 'pb-2' : ''}`}
      >
        <a
          className="flex min-h-11 min-w-0 grow basis-44 items-center gap-3 font-semibold text-neutral-text-default leading-tight no-underline hover:underline sm:text-lg"
          href={home}
        >
          <Mark />
          <span className="min-w-0 hyphens-auto break-words">{name}</span>
        </a>
        {items.length > 0 && (
          <nav className="order-last w-full" aria-label={labels.nav}>
            <details className="unfolds">
              <summary>
                <span aria-hidden="true" className="mr-2">
                  ☰
                </span>
                {labels.menu}
              </summary>
              <Links items={items} here={here} />
            </details>
          </nav>
        )}
        <AccountMenu href={accountHref} signIn={labels.signIn} reader={reader} />
      </div>
    </header>
  );
}

function Links({ items, here }: { items: NavItem[]; here: string }) {
  const page = nearest(
    items.flatMap((item) => item.items ?? [item]),
    here,
  );
  const part = items.find((item) => page && item.items?.includes(page));
  return (
    <>
      <ul className="m-0 list-none p-0 pb-3 lg:-ml-3 lg:flex lg:flex-wrap lg:pb-0">
        {items.map((item) => (
          <li key={item.href}>
            <a className="nav-link" href={item.href} aria-current={mark(item, page, part)}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
      {part?.items && (
        <ul className="m-0 list-none border-neutral-border-subtle border-t p-0 pb-3 text-base lg:-ml-3 lg:flex lg:flex-wrap lg:pb-0">
          {part.items.map((item) => (
            <li key={item.href}>
              <a className="nav-link" href={item.href} aria-current={mark(item, page, part)}>
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function mark(item: NavItem, page: NavItem | undefined, part: NavItem | undefined) {
  if (item === page) return 'page';
  return item === part ? 'true' : undefined;
}

/** The item with the longest address that the present one lies under. */
function nearest(items: NavItem[], here: string): NavItem | undefined {
  return items
    .filter(({ href, exact }) => here === href || (!exact && here.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0];
}

/** Spokes that meet in a hub. */
function Mark() {
  return (
    <svg
      width="32"
      height="32"
      viewBox="0 0 32 32"
      aria-hidden="true"
      className="shrink-0 text-accent-base-default"
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
