import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { SelectField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { actorOptions, kindOptions } from '#components/workspace/rule-options.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { type Translate, translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import type { Hours, Schedule } from '#lib/workspace/hours.ts';
import { listSiteHours, siteBy } from '#lib/workspace/rule-reads.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { timeOf } from '#lib/workspace/times.ts';
import { dropWeek, saveWeek } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const usual = single((await searchParams).week) === 'usual';
  const t = translator((await params).locale, 'hours');
  return { title: t(usual ? 'opening.usualTitle' : 'opening.newTitle') };
}

/** A week of hours: the usual ones, differing ones, or new differing ones. */
export default async function WeekPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const query = await searchParams;
  const site = await orNotFound(async () => siteBy(await listSiteHours(scope), single(query.site)));
  const week = single(query.week);
  const usual = week === 'usual';
  const kept = site.schedules.find(({ id }) => id === week);
  if (week && !usual && !kept) notFound();
  const t = translator(locale, 'hours');
  const place = { locale, hub, site: site.slug };
  const which = usual ? 'usual' : (kept?.id ?? null);
  const labels = formLabels(locale);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/hours`, label: t('opening.title') }]}
      />
      <PageHeader
        title={t(usual ? 'opening.usualTitle' : 'opening.newTitle')}
        lead={t('opening.warn')}
      />
      <div className="grid max-w-2xl gap-8">
        <ActionForm
          action={saveWeek.bind(null, { ...place, which })}
          labels={labels}
          initial={usual ? weekValues(site.usual) : kept ? scheduleValues(kept) : {}}
        >
          {!usual && <ScopeFields t={t} locale={locale} />}
          <WeekFields t={t} />
          <div>
            <SubmitButton>{t('save')}</SubmitButton>
          </div>
        </ActionForm>
        {kept && (
          <ButtonForm
            action={dropWeek.bind(null, { ...place, which: kept.id })}
            labels={labels}
            variant="secondary"
          >
            {t('remove')}
          </ButtonForm>
        )}
      </div>
    </>
  );
}

function ScopeFields({ t, locale }: { t: Translate; locale: Locale }) {
  const any = (label: string) => ({ value: '', label });
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <SelectField
        name="kind"
        label={t('opening.kind')}
        needed
        options={[any(t('anyKind')), ...kindOptions(locale)]}
      />
      <SelectField
        name="actorClass"
        label={t('opening.actor')}
        needed
        options={[any(t('anyone')), ...actorOptions(locale)]}
      />
      <TextField
        name="validFrom"
        label={t('opening.validFrom')}
        hint={t('opening.rangeHint')}
        type="date"
      />
      <TextField
        name="validTo"
        label={t('opening.validTo')}
        hint={t('opening.rangeHint')}
        type="date"
      />
    </div>
  );
}

function WeekFields({ t }: { t: Translate }) {
  return (
    <>
      <p className="quiet m-0">{t('opening.blank')}</p>
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const day = t(`weekdays.d${weekday}`);
        return (
          <div className="grid grid-cols-2 gap-4" key={weekday}>
            <TextField
              name={`opens-${weekday}`}
              label={t('opening.opens', { day })}
              maxLength={5}
              needed
            />
            <TextField
              name={`closes-${weekday}`}
              label={t('opening.closes', { day })}
              maxLength={5}
              needed
            />
          </div>
        );
      })}
    </>
  );
}

function weekValues(hours: readonly Hours[]): Record<string, string> {
  return Object.fromEntries(
    hours.flatMap(({ weekday, opens, closes }) => [
      [`opens-${weekday}`, timeOf(opens)],
      [`closes-${weekday}`, timeOf(closes)],
    ]),
  );
}

function scheduleValues({ kind, actor, from, to, hours }: Schedule): Record<string, string> {
  return {
    ...{ kind: kind ?? '', actorClass: actor ?? '', validFrom: from ?? '', validTo: to ?? '' },
    ...weekValues(hours),
  };
}
