import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { VersionList } from '#components/floors/version-list.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findFloor } from '#lib/floors/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import type { Query } from '#lib/workspace/schema.ts';
import { begin, discard } from '../actions.ts';

type Params = { locale: Locale; hub: string; floor: string };
type Props = { params: Promise<Params>; searchParams: Promise<Query> };

const load = cache(async (locale: Locale, hub: string, floor: string) => {
  const scope = await enterHouseOf(locale, hub);
  return orNotFound(() => findFloor(scope, floor));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, floor } = await params;
  return { title: inLocale((await load(locale, hub, floor)).name, locale) };
}

/** One floor: every version of its plan, and the way to draw the next. */
export default async function FloorPage({ params, searchParams }: Props) {
  const { locale, hub, floor: id } = await params;
  const floor = await load(locale, hub, id);
  const t = translator(locale, 'floors');
  const base = `/${locale}/${hub}/house/floors`;
  const which = { locale, hub, floor: id };
  const draft = floor.plans.find(({ state }) => state === 'DRAFT');
  const labels = formLabels(locale);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: t('title') }]}
      />
      <PageHeader title={inLocale(floor.name, locale)} lead={inLocale(floor.site, locale)}>
        {draft && <ButtonLink href={`${base}/${id}/draw`}>{t('draw')}</ButtonLink>}
      </PageHeader>
      <DoneIn locale={locale} part="floors" done={(await searchParams).done} />
      {!draft && (
        <ButtonForm action={begin.bind(null, which)} labels={labels}>
          {t('begin')}
        </ButtonForm>
      )}
      <h2 className="ds-heading mt-8" data-size="sm">
        {t('versions')}
      </h2>
      {floor.plans.length === 0 ? (
        <EmptyState text={t('noVersions')} />
      ) : (
        <VersionList locale={locale} base={`${base}/${id}`} floor={floor} />
      )}
      {draft && (
        <div className="mt-8">
          <ButtonForm
            action={discard.bind(null, which)}
            labels={labels}
            variant="secondary"
            hint={t('discardHint')}
          >
            {t('discard')}
          </ButtonForm>
        </div>
      )}
    </>
  );
}
