import { SaveSearch } from '#components/lists/save-search.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { careAreas } from '#lib/needs/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { addressOf, demosPerPage, onlyWith, type ShowroomQuery } from '#lib/showroom/rules.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';
import type { Showroom } from '#lib/showroom/searching.ts';
import { Chosen, eitherOf } from './chosen.tsx';
import { CompareChoice, CompareForm } from './compare-choice.tsx';
import { DemoCard } from './demo-card.tsx';
import { valueName } from './facets.tsx';

type Props = { locale: Locale; hub: string; base: string; query: ShowroomQuery; found: Showroom };

/** A page of what was found, with the choices that led there and the ways on. */
export function Found({ locale, hub, base, query, found }: Props) {
  const t = translator(locale, 'catalogue');
  return (
    <>
      <Chosen locale={locale} base={base} query={query} />
      {found.meant !== null && (
        <p className="mt-0 mb-5">{t('meant', { words: query.words, meant: found.meant })}</p>
      )}
      {found.count === 0 && <Nothing locale={locale} base={base} query={query} found={found} />}
      <ul className="m-0 grid list-none gap-5 p-0 sm:grid-cols-2 xl:grid-cols-3">
        {found.demos.map(({ km, ...demo }) => (
          <DemoCard
            key={demo.slug}
            demo={demo}
            locale={locale}
            hub={hub}
            level="h3"
            note={km === null ? '' : t('km', { km })}
          >
            <CompareChoice locale={locale} publicId={demo.publicId} title={demo.title} />
          </DemoCard>
        ))}
      </ul>
      <Pages locale={locale} base={base} query={query} count={found.count} />
      {found.count > 0 && <CompareForm locale={locale} base={base} />}
      <SaveSearch locale={locale} hub={hub} query={query} />
    </>
  );
}

type Part = Pick<Props, 'locale' | 'base' | 'query'>;

/** Nothing: which one choice to drop, and how much there is then. */
function Nothing({ locale, base, query, found }: Part & { found: Showroom }) {
  const t = translator(locale, 'showroom');
  const own = translator(locale, 'catalogue');
  const ways = [
    ...found.loosened.map(({ facet, count }) => ({
      href: base + addressOf({ ...query, page: 1, [facet]: [] }),
      label: own('dropFacet', { what: eitherOf(locale, query, facet), count }),
    })),
    ...(found.withoutWords > 0
      ? [
          {
            href: base + addressOf({ ...query, page: 1, words: '' }),
            label: own('dropFacet', {
              what: t('quoted', { words: query.words }),
              count: found.withoutWords,
            }),
          },
        ]
      : []),
  ];
  const unsaid = query.words !== '' && found.said === 0;
  const why = unsaid ? own('asTyped', { words: query.words }) : t('none');
  return (
    <div className="mb-5">
      <EmptyState text={ways.length > 0 ? `${why} ${own('drop')}` : `${why} ${t('noneHint')}`}>
        {ways.map(({ href, label }) => (
          <ButtonLink key={href} href={href} variant="secondary">
            {label}
          </ButtonLink>
        ))}
        <Themes locale={locale} base={base} />
        <ButtonLink href={base} variant={ways.length > 0 ? 'tertiary' : 'secondary'}>
          {t('clear')}
        </ButtonLink>
      </EmptyState>
    </div>
  );
}

/** What can be solved here: a way on for a word that nobody has used. */
function Themes({ locale, base }: Pick<Part, 'locale' | 'base'>) {
  const plain = showroomQueryOf({});
  return (
    <nav aria-labelledby="themes">
      <h3 className="ds-heading" data-size="2xs" id="themes">
        {translator(locale, 'catalogue')('browse')}
      </h3>
      <ul className="m-0 flex list-none flex-wrap justify-center gap-x-5 gap-y-1 p-0">
        {careAreas.map((area) => (
          <li key={area}>
            <a
              className="inline-flex min-h-8 items-center"
              href={base + addressOf(onlyWith(plain, 'area', area))}
            >
              {valueName(locale, 'area', area)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The way to the other pages, where there are some. */
function Pages({ locale, base, query, count }: Part & { count: number }) {
  const t = translator(locale, 'catalogue');
  const last = Math.ceil(count / demosPerPage);
  if (last < 2) return null;
  const to = (page: number) => base + addressOf({ ...query, page });
  const page = Math.min(query.page, last);
  return (
    <nav className="mt-8 flex flex-wrap items-center gap-4" aria-label={t('pages')}>
      {page > 1 && (
        <ButtonLink href={to(page - 1)} variant="secondary">
          {t('previous')}
        </ButtonLink>
      )}
      <span>{t('page', { page, last })}</span>
      {page < last && (
        <ButtonLink href={to(page + 1)} variant="secondary">
          {t('next')}
        </ButtonLink>
      )}
    </nav>
  );
}
