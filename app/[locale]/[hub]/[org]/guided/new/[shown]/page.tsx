import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { GroupFields } from '#components/guided/group-fields.tsx';
import {
  choicesOf,
  Later,
  type Query,
  TimeField,
  type Times,
  TimeWish,
  wishOf,
} from '#components/guided/time-choice.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { HiddenField, SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findTimes } from '#lib/guided/offers.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { book } from '../../actions.ts';

type Where = { locale: Locale; hub: string; org: string; shown: string };
type Props = { params: Promise<Where>; searchParams: Promise<Query> };

const load = cache(async ({ locale, hub, org, shown }: Where, query: Query) => {
  const scope = await enter(locale, hub, org);
  const wish = wishOf(query, locale);
  return orNotFound(async () => {
    const found = await findTimes(scope, { demoId: shown, ...wish, size: Math.max(wish.size, 1) });
    return { ...found, size: wish.size || found.offer.groupFrom };
  });
});

const titleOf = (locale: Locale, { offer }: Pick<Times, 'offer'>) =>
  translator(locale, 'guided')('newTitle', { demo: inLocale(offer.demo.title, locale) });

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const where = await params;
  return { title: titleOf(where.locale, await load(where, await searchParams)) };
}

/** A guided demo for a group: first how many and in which language, then the time, then who comes and why. */
export default async function NewGuidedPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org } = where;
  const found = await load(where, await searchParams);
  const { offer } = found;
  const t = translator(locale, 'guided');
  const values = {
    minutes: offer.minutes,
    place: inLocale(offer.place.name, locale),
    ...{ from: offer.groupFrom, to: offer.groupTo },
  };
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/guided`, label: t('title') }]}
      />
      <PageHeader title={titleOf(locale, found)} lead={t('newLead', values)} />
      {found.languages.length === 0 ? (
        <Notice>{t('closed')}</Notice>
      ) : (
        <div className="grid max-w-3xl gap-8">
          <TimeWish locale={locale} found={found} size={found.size} />
          <Booking where={where} found={found} />
        </div>
      )}
    </>
  );
}

type PartProps = { where: Where; found: Times & { size: number } };

function Booking({ where, found }: PartProps) {
  const { locale, shown } = where;
  const t = translator(locale, 'guided');
  const { size, language, offer } = found;
  const later = <Later locale={locale} found={found} size={size} />;
  if (choicesOf(locale, found).length === 0) {
    return (
      <Notice>
        {t('noTimes')} {later}
      </Notice>
    );
  }
  return (
    <ActionForm
      action={book.bind(null, where, shown)}
      labels={formLabels(locale)}
      initial={{ size: String(size) }}
    >
      <HiddenField name="key" value={crypto.randomUUID()} />
      <HiddenField name="language" value={language ?? locale} />
      <TimeField locale={locale} found={found} />
      <div>{later}</div>
      <GroupFields locale={locale} least={offer.groupFrom} most={offer.groupTo} />
      <div>
        <SubmitButton>{t('bookIt')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
