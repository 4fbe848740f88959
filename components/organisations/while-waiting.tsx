import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';

/** The overview of an organisation that waits: what happens next, and what there is to look at. */
export function WhileWaiting({ locale, scope }: { locale: Locale; scope: Scope }) {
  const t = translator(locale, 'organisations');
  const site = translator(locale, 'site');
  const base = `/${locale}/${scope.hub.slug}`;
  const pages = ['showroom', 'projects', 'workspace', 'organisations'] as const;
  return (
    <>
      <PageHeader title={scope.organisation.name} lead={t('waiting.next')} />
      <section className="rounded-xl bg-accent-background-tinted p-6" aria-labelledby="look">
        <h2 className="ds-heading" data-size="xs" id="look">
          {t('waiting.look')}
        </h2>
        <ul className="m-0 grid list-none grid-cols-1 gap-1 p-0">
          {pages.map((page) => (
            <li key={page}>
              <a className="inline-flex min-h-8 items-center" href={`${base}/${page}`}>
                {site(`nav.${page}`)}
              </a>
            </li>
          ))}
          <li>
            <a
              className="inline-flex min-h-8 items-center"
              href={`${base}/${scope.organisation.slug}/others`}
            >
              {translator(locale, 'innovation')('others.title')}
            </a>
          </li>
        </ul>
      </section>
      <p className="mt-8 mb-2">{t('waiting.withdrawText')}</p>
      <ButtonLink
        href={`${base}/${scope.organisation.slug}/withdraw`}
        variant="secondary"
        tone="neutral"
        size="sm"
      >
        {t('waiting.withdraw')}
      </ButtonLink>
    </>
  );
}
