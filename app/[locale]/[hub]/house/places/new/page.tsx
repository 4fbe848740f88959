import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { newPlace, placeFields } from '#components/places/place-fields.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findPlaceChoices } from '#lib/places/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { placeKinds, type Query, single } from '#lib/workspace/schema.ts';
import { save } from '../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'places')('new') };
}

/** A new place: first of what kind, since that decides what is told of it. */
export default async function NewPlacePage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const asked = single((await searchParams).kind);
  const kind = placeKinds.find((each) => each === asked) ?? 'HOT_DESK';
  const scope = await enterHouseOf(locale, hub);
  const choices = await orNotFound(() => findPlaceChoices(scope));
  const t = translator(locale, 'places');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/places`, label: t('title') }]}
      />
      <PageHeader title={t('new')} lead={t('newLead')} />
      <nav className="ds-toggle-group mb-6 flex-wrap" aria-label={t('form.kind')}>
        {placeKinds.map((each) => (
          <a
            key={each}
            className="ds-button"
            data-variant="tertiary"
            href={`/${locale}/${hub}/house/places/new?kind=${each}`}
            aria-current={each === kind ? 'true' : undefined}
          >
            {translator(locale, 'workspace')(`kinds.${each}`)}
          </a>
        ))}
      </nav>
      <div className="max-w-3xl">
        <FieldsForm
          action={save.bind(null, { locale, hub, id: null })}
          labels={formLabels(locale)}
          groups={placeFields(locale, choices, null, kind)}
          initial={{ ...newPlace, kind }}
          submit={t('form.save')}
        />
      </div>
    </>
  );
}
