'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { type Locale, languageNames, locales } from '#lib/platform/i18n/locales.ts';

type Link = { href: string; label: string };
type Props = {
  locale: Locale;
  languageLabel: string;
  links: Link[];
  notes: string[];
};

/** The end of every page: the other languages, accessibility, data, who runs this. */
export function SiteFooter({ locale, languageLabel, links, notes }: Props) {
  const search = useSearchParams();
  const path = usePathname().replace(/^\/\w\w(?=\/|$)/, '');
  return (
    <footer className="mt-16 border-t border-neutral-border-subtle bg-accent-background-tinted">
      <div className="wrap flex flex-wrap justify-between gap-x-12 gap-y-6 py-8">
        <div className="max-w-md">
          {notes.map((note) => (
            <p className="m-0 mb-2" key={note}>
              {note}
            </p>
          ))}
        </div>
        <ul className="m-0 list-none p-0">
          {links.map((link) => (
            <li key={link.href}>
              <a
                className="inline-flex min-h-8 items-center text-neutral-text-default"
                href={link.href}
              >
                {link.label}
              </a>
            </li>
          ))}
        </ul>
        <nav aria-label={languageLabel}>
          <ul className="m-0 flex list-none gap-4 p-0">
            {locales.map((each) => (
              <li key={each}>
                <a
                  className="inline-flex min-h-8 items-center text-neutral-text-default aria-[current]:font-semibold aria-[current]:no-underline"
                  href={`/${each}${path}${queryIn(each, search)}`}
                  lang={each}
                  hrefLang={each}
                  aria-current={each === locale ? 'true' : undefined}
                >
                  {languageNames[each]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}

/** The page's query in another language: where one goes on to follows along. */
function queryIn(locale: Locale, given: URLSearchParams): string {
  const query = new URLSearchParams(given);
  const next = query.get('next');
  if (next) query.set('next', next.replace(/^\/(sv|nb|en)(?=[/?]|$)/, `/${locale}`));
  const written = query.toString();
  return written && `?${written}`;
}
