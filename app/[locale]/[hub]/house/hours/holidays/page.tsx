import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SelectField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { today } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, type Translate, translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { type Holiday, holidayName, holidaysOf } from '#lib/workspace/holidays.ts';
import type { HolidayChoice } from '#lib/workspace/opening.ts';
import { listSiteHours, siteBy } from '#lib/workspace/rule-reads.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { timeOf } from '#lib/workspace/times.ts';
import { saveChoices } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub } = await params;
  const { zone } = (await enterHouseOf(locale, hub)).hub;
  return { title: translator(locale, 'hours')('holidayPage.title', { year: yearsFrom(zone) }) };
}

/** The holidays of the coming twelve months, each closed unless the house chose otherwise. */
export default async function HolidaysPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const query = await searchParams;
  const site = await orNotFound(async () => siteBy(await listSiteHours(scope), single(query.site)));
  const from = today(site.zone);
  const days = comingYear(scope.hub.country, from.toString(), from.year);
  const t = translator(locale, 'hours');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/hours`, label: t('opening.title') }]}
      />
      <PageHeader
        title={t('holidayPage.title', { year: yearsFrom(site.zone) })}
        lead={t('holidayPage.lead')}
      />
      <div className="max-w-3xl">
        <ActionForm
          action={saveChoices.bind(null, { locale, hub, site: site.slug })}
          labels={formLabels(locale)}
          initial={valuesOf(site.holidays)}
        >
          <p className="quiet m-0">{t('holidayPage.ownHint')}</p>
          {days.map((day) => (
            <Day key={day.key} t={t} locale={locale} holiday={day} />
          ))}
          <div>
            <SubmitButton>{t('save')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </>
  );
}

/** From today a year on. */
function yearsFrom(zone: string): string {
  const { year } = today(zone);
  return `${year}–${year + 1}`;
}

// Each holiday once: the next time it comes.
function comingYear(country: 'SE' | 'NO', today: string, year: number): Holiday[] {
  const days = [...holidaysOf(country, year), ...holidaysOf(country, year + 1)];
  const coming = days.filter(({ date }) => date >= today);
  return coming.filter(({ key }, n) => coming.findIndex((one) => one.key === key) === n);
}

function Day({ t, locale, holiday }: { t: Translate; locale: Locale; holiday: Holiday }) {
  const name = inLocale(holidayName(holiday.key), locale);
  const date = formatter(locale, 'UTC').dateTime(new Date(`${holiday.date}T00:00:00Z`), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return (
    <div className="grid gap-4 sm:grid-cols-[2fr_1fr_1fr]">
      <SelectField
        name={`choice-${holiday.key}`}
        label={t('holidayPage.choice', { name, date })}
        needed
        options={[
          { value: '', label: t('holidayPage.closed') },
          { value: 'usual', label: t('holidayPage.usual') },
          { value: 'own', label: t('holidayPage.own') },
        ]}
      />
      <TextField
        name={`opens-${holiday.key}`}
        label={t('holidayPage.opens', { name })}
        maxLength={5}
        needed
      />
      <TextField
        name={`closes-${holiday.key}`}
        label={t('holidayPage.closes', { name })}
        maxLength={5}
        needed
      />
    </div>
  );
}

function valuesOf(choices: readonly HolidayChoice[]): Record<string, string> {
  return Object.fromEntries(
    choices.flatMap(({ holiday, open, opens, closes }) => [
      [`choice-${holiday}`, open ? (opens === null ? 'usual' : 'own') : ''],
      [`opens-${holiday}`, opens === null ? '' : timeOf(opens)],
      [`closes-${holiday}`, closes === null ? '' : timeOf(closes)],
    ]),
  );
}
