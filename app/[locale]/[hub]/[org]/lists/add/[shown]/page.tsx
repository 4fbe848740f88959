import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findListChoices } from '#lib/lists/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { add } from '../../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string; shown: string }> };

const load = cache(async (locale: Locale, hub: string, org: string, shown: string) => {
  const scope = await enter(locale, hub, org);
  return orNotFound(() => findListChoices(scope, shown));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, shown } = await params;
  const { demo } = await load(locale, hub, org, shown);
  return {
    title: translator(locale, 'lists')('addTitle', { title: inLocale(demo.title, locale) }),
  };
}

/** Which list a demo goes on. */
export default async function AddToListPage({ params }: Props) {
  const { locale, hub, org, shown } = await params;
  const { demo, lists } = await load(locale, hub, org, shown);
  const t = translator(locale, 'lists');
  const title = inLocale(demo.title, locale);
  const base = `/${locale}/${hub}/${org}/lists`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: `/${locale}/${hub}/showroom/${demo.slug}`, label: title },
          { href: base, label: t('title') },
        ]}
      />
      <PageHeader title={t('addTitle', { title })} />
      {lists.length === 0 && <p>{t('addNone')}</p>}
      <ul className="m-0 grid list-none gap-3 p-0">
        {lists.map(({ id, name, has }) => (
          <li key={id}>
            {has ? (
              <span className="quiet">{t('already', { name })}</span>
            ) : (
              <ButtonForm
                action={add.bind(null, { locale, hub, org, id, shown })}
                labels={formLabels(locale)}
              >
                {t('addTo', { name })}
              </ButtonForm>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-8">
        <ButtonLink href={`${base}/new?with=${shown}`} variant="secondary">
          {t('newList')}
        </ButtonLink>
      </p>
    </>
  );
}
