import type { Metadata } from 'next';
import { cache } from 'react';
import { dayText, momentText } from '#components/innovation/day.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { findMeeting } from '#lib/meetings/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { meetingTones } from '../tones.ts';
import { Agenda } from './agenda.tsx';
import { Answer, Approve, Cancel, Change } from './doing.tsx';
import { MinutesForm } from './minutes-form.tsx';
import { WhoTable } from './who.tsx';

type Where = { locale: Locale; hub: string; org: string; project: string; meeting: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((scope: Scope, slug: string, id: string) =>
  orNotFound(() => findMeeting(scope, slug, id)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, project, meeting } = await params;
  return { title: (await load(await enter(locale, hub, org), project, meeting)).title };
}

/** A meeting: when and where, who comes or was there, the agenda, the minutes. */
export default async function MeetingPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, project: slug } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const meeting = await load(scope, slug, where.meeting);
  const { zone } = scope.hub;
  const t = translator(locale, 'meetings');
  const base = `/${locale}/${hub}/${org}/projects/${slug}`;
  const { done } = await searchParams;
  const ends = formatter(locale, zone).dateTime(meeting.endsAt, {
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  return (
    <article key={String(done)}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: base, label: inLocale(meeting.project.title, locale) },
          { href: `${base}/meetings`, label: t('title') },
        ]}
      />
      <DoneIn locale={locale} part="meetings" done={done} />
      <h1 className="ds-heading mt-4 mb-3" data-size="lg" lang={meeting.language}>
        {meeting.title}
      </h1>
      <p className="m-0 flex flex-wrap items-center gap-2">
        <Tag tone={meetingTones[meeting.state]}>{t(`states.${meeting.state}`)}</Tag>
        <span lang={meeting.group.language}>{meeting.group.name}</span>
      </p>
      <p className="my-4 text-xl">
        {momentText(locale, zone, meeting.startsAt)}–{ends}
        {meeting.place && <span className="block">{meeting.place}</span>}
        {meeting.link && (
          <a className="ds-link block break-all" href={meeting.link} rel="noreferrer">
            {meeting.link}
          </a>
        )}
      </p>
      {meeting.state === 'CANCELLED' && (
        <Notice tone="warning">
          {t('cancelled')} <span className="whitespace-pre-line">{meeting.words}</span>
        </Notice>
      )}
      {meeting.state === 'CALLED' && !meeting.over && (
        <p className="no-print">
          <ButtonLink href={`${base}/meetings/${meeting.id}/calendar.ics`} variant="secondary">
            {t('calendar')}
          </ButtonLink>
        </p>
      )}
      <Answer where={where} meeting={meeting} />
      <Agenda where={where} meeting={meeting} />
      <Minutes where={where} meeting={meeting} zone={zone} />
      <WhoTable locale={locale} meeting={meeting} />
      {meeting.moves.includes('minute') && <MinutesForm where={where} meeting={meeting} />}
      <Change where={where} meeting={meeting} zone={zone} />
      <Cancel where={where} meeting={meeting} />
    </article>
  );
}

type Part = { where: Where; meeting: Awaited<ReturnType<typeof findMeeting>>; zone: string };

/** What the minutes say of the whole, who wrote and who approved them. */
function Minutes({ where, meeting, zone }: Part) {
  const { locale } = where;
  const t = translator(locale, 'meetings');
  if (!meeting.minutesAt) return null;
  const signed = (name: string | null | undefined, at: Date) => ({
    ...{ name: name || t('somebody'), date: dayText(locale, zone, at) },
  });
  return (
    <section className="mt-8" aria-labelledby="minutes">
      <h2 className="ds-heading" data-size="sm" id="minutes">
        {t('minutes')}
      </h2>
      {meeting.minutes && (
        <p className="prose whitespace-pre-line" lang={meeting.language}>
          {meeting.minutes}
        </p>
      )}
      <p className="quiet">
        {t('writtenBy', signed(meeting.minutesBy, meeting.minutesAt))}
        {meeting.approvedAt && (
          <span className="block">
            {t('approvedBy', signed(meeting.approvedBy, meeting.approvedAt))}
          </span>
        )}
      </p>
      {meeting.state === 'HELD' && <Approve where={where} meeting={meeting} />}
    </section>
  );
}
