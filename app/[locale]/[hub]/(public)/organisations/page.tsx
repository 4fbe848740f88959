import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { Written } from '#components/ui/written.tsx';
import { listOrganisations } from '#lib/organisations/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub } = await params;
  const { name } = (await visit(hub)).hub;
  return { title: `${translator(locale, 'site')('organisations.title')} – ${name}` };
}

export default async function OrganisationsPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await visit(hub);
  const organisations = await listOrganisations(scope);
  const t = translator(locale, 'site');
  const words = translator(locale, 'organisations');
  return (
    <>
      <PageHeader
        title={t('organisations.title')}
        lead={t('organisations.lead', { hub: scope.hub.name })}
      />
      {organisations.length === 0 && <EmptyState text={t('organisations.none')} />}
      <ul className="m-0 grid list-none gap-4 p-0 sm:grid-cols-2 lg:grid-cols-3">
        {organisations.map((each) => (
          <li className="panel card-link p-5" key={each.slug}>
            <h2 className="ds-heading m-0" data-size="2xs">
              <a href={`/${locale}/${hub}/organisations/${each.slug}`}>{each.name}</a>
            </h2>
            <p className="m-0 my-2 text-base">
              <Written text={each.about} locale={locale} />
            </p>
            <Tag>{t(`kinds.${each.kind}`)}</Tag>{' '}
            <span className="quiet text-base">{each.town}</span>
          </li>
        ))}
      </ul>
      <section className="panel mt-10 bg-accent-background-tinted p-6" aria-labelledby="apply">
        <h2 className="ds-heading m-0" data-size="sm" id="apply">
          {words('page.applyTitle')}
        </h2>
        <p className="mt-2">{words('page.applyText')}</p>
        <ButtonLink href={`/${locale}/${hub}/apply`}>{words('page.applyLink')}</ButtonLink>
      </section>
    </>
  );
}
