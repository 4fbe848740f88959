import type { Metadata } from 'next';
import { EffectTable } from '#components/guided/effect.tsx';
import { AnswerTag, Unanswered } from '#components/guided/guided-today.tsx';
import { whenText } from '#components/guided/times.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { groupName } from '#lib/guided/groups.ts';
import { listSessions, listUnanswered } from '#lib/guided/house.ts';
import { findHouseEffect } from '#lib/guided/survey.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'guided')('house.title') };
}

/** The groups to receive, the next on top. */
export default async function GuidedHousePage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const sessions = await orNotFound(() => listSessions(scope));
  const unanswered = await listUnanswered(scope);
  const effects = await findHouseEffect(scope);
  const t = translator(locale, 'guided');
  const base = `/${locale}/${hub}/house/guided`;
  return (
    <>
      <DoneIn locale={locale} part="guided" done={(await searchParams).done} />
      <PageHeader title={t('house.title')} lead={t('house.lead')}>
        <ButtonLink href={`${base}/past`} variant="secondary">
          {t('pastVisits.title')}
        </ButtonLink>
        <ButtonLink href={`${base}/demos`} variant="secondary">
          {t('house.presentations')}
        </ButtonLink>
        <ButtonLink href={`${base}/resources`} variant="secondary">
          {t('house.resources')}
        </ButtonLink>
      </PageHeader>
      {sessions.length === 0 && <EmptyState text={t('house.none')} />}
      <Unanswered locale={locale} hub={hub} sessions={unanswered} />
      <ul className="m-0 grid list-none gap-3 p-0">
        {sessions.map(({ id, hostAnswer, demo, place, startsAt, endsAt, taken, seats, groups }) => (
          <li className="panel px-5 py-4" key={id}>
            <a className="font-semibold" href={`${base}/${id}`}>
              {whenText(locale, place.site.zone, startsAt, endsAt)}
            </a>
            {hostAnswer === 'ASKED' && (
              <>
                {' '}
                <AnswerTag locale={locale} answer={hostAnswer} />
              </>
            )}
            <span className="block">
              {inLocale(demo.title, locale)}, {demo.owner.name}
            </span>
            <span className="quiet block text-base">
              {inLocale(place.name, locale)} · {t('house.taken', { taken, seats })}
              {groups.length > 0 && ` · ${groups.map(groupName).join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
      <section className="mt-10 max-w-3xl" aria-labelledby="effect">
        <h2 className="ds-heading" data-size="sm" id="effect">
          {t('survey.houseEffect')}
        </h2>
        {effects.length === 0 ? (
          <p>{t('survey.houseEffectNone')}</p>
        ) : (
          <EffectTable locale={locale} caption={t('survey.houseEffect')} effects={effects} />
        )}
      </section>
    </>
  );
}
