import type { Metadata } from 'next';
import { cache } from 'react';
import { dayText } from '#components/innovation/day.ts';
import { Decision } from '#components/organisations/decision.tsx';
import { Applied, Resembling, TheirPeople } from '#components/organisations/dossier.tsx';
import { NumberForm, Rescue } from '#components/organisations/hub-help.tsx';
import { RelatedApplications } from '#components/organisations/related-applications.tsx';
import { organisationsDone } from '#components/people/sentences.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Done } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import { findTakingPart } from '#lib/organisations/judging.ts';
import { needsRescue } from '#lib/people/rescuing.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { inviteOne, nameOne, reject, reopen, setNumber, verify } from '../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; organisation: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const load = cache(async (locale: Locale, hub: string, slug: string) => {
  const scope = await enterHouseOf(locale, hub);
  return { scope, organisation: await orNotFound(() => findTakingPart(scope, slug)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, organisation } = await params;
  return { title: (await load(locale, hub, organisation)).organisation.name };
}

const tones: Record<string, Tone> = { PENDING: 'info', VERIFIED: 'success', REJECTED: 'danger' };

export default async function OrganisationPage({ params, searchParams }: Props) {
  const { locale, hub, organisation: slug } = await params;
  await enterHouseOf(locale, hub);
  const { scope, organisation } = await load(locale, hub, slug);
  const t = translator(locale, 'organisations');
  const base = `/${locale}/${hub}/house/organisations`;
  const which = { locale, hub, slug };
  const here = organisation.state === 'VERIFIED' || organisation.state === 'PENDING';
  const alone = here && (await orNotFound(() => needsRescue(scope, slug)));
  const since = dayText(locale, scope.hub.zone, organisation.since);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${base}?state=${organisation.state}`, label: t('judge.title') }]}
      />
      <PageHeader title={organisation.name} />
      <Done sentences={organisationsDone(locale)} done={(await searchParams).done} />
      <p className="flex flex-wrap items-center gap-3">
        <Tag tone={tones[organisation.state] ?? 'neutral'}>
          {t(`judge.state.${organisation.state}`)}
        </Tag>
        <span className="quiet">{t(`judge.since.${organisation.state}`, { date: since })}</span>
        {(organisation.state === 'VERIFIED' || organisation.state === 'LEFT') && (
          <a href={`/${locale}/${hub}/organisations/${slug}`}>{t('judge.publicPage')}</a>
        )}
      </p>
      <div className="mt-6 grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-8">
          <Applied locale={locale} organisation={organisation} />
          <RelatedApplications
            locale={locale}
            zone={scope.hub.zone}
            base={base}
            related={organisation.related}
          />
          <Resembling locale={locale} base={base} similar={organisation.similar} />
          <TheirPeople locale={locale} people={organisation.people} />
        </div>
        <div className="grid min-w-0 grid-cols-1 content-start gap-8">
          {alone && (
            <Rescue
              locale={locale}
              people={organisation.people}
              name={nameOne.bind(null, which)}
              invite={inviteOne.bind(null, which)}
            />
          )}
          <Decision
            locale={locale}
            organisation={organisation}
            leaveHref={`${base}/${slug}/leave`}
            verify={verify.bind(null, which)}
            reject={reject.bind(null, which)}
            reopen={reopen.bind(null, which)}
          />
          {here && (
            <NumberForm
              locale={locale}
              organisation={organisation}
              action={setNumber.bind(null, which)}
            />
          )}
        </div>
      </div>
    </>
  );
}
