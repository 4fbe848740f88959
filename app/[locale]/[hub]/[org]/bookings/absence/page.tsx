import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { AgreedField } from '#components/prices/agreed-field.tsx';
import { moneyOf } from '#components/prices/money.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { HiddenField, SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { BookingList } from '#components/workspace/booking-list.tsx';
import { today } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { sentence } from '#lib/platform/i18n/sentence.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { listForAbsence } from '#lib/workspace/absence.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { absenceSchema } from '#lib/workspace/series-schema.ts';
import { letGo } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'workspace')('absence.title') };
}

/** From which day to which one is away; then what would be let go, and the button that does it. */
export default async function AbsencePage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const query = await searchParams;
  const scope = await enter(locale, hub, org);
  demand(scope, 'booking:cancel');
  const t = translator(locale, 'workspace');
  const typed = { from: single(query.from), to: single(query.to) };
  const asked = typed.from !== '' || typed.to !== '';
  const range = absenceSchema.safeParse(typed);
  const found = range.success ? await orNotFound(() => listForAbsence(scope, range.data)) : null;
  const { bookings: rows = [], lateFeeOre = 0 } = found ?? {};
  const fee = moneyOf(locale, scope.hub.country, lateFeeOre);
  const base = `/${locale}/${hub}/${org}`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${base}/bookings`, label: t('bookings.title') }]}
      />
      <PageHeader title={t('absence.title')} lead={t('absence.lead')} />
      <Range locale={locale} typed={typed} first={today(scope.hub.zone).toString()} />
      {asked && !range.success && (
        <p className="ds-validation-message" data-color="danger" role="alert">
          {sentence(locale, range.error.issues[0]?.message ?? 'refusals.invalid')}
        </p>
      )}
      {range.success && rows.length === 0 && <EmptyState text={t('absence.none')} />}
      {range.success && rows.length > 0 && (
        <section className="mt-8" aria-labelledby="those">
          <h2 className="ds-heading" data-size="xs" id="those">
            {t('absence.those', { count: rows.length })}
          </h2>
          <BookingList locale={locale} base={base} bookings={rows} />
          {lateFeeOre > 0 && (
            <Notice tone="warning">
              {translator(locale, 'prices')('quote.feeForAll', { fee })}
            </Notice>
          )}
          <div className="mt-6">
            <ActionForm action={letGo.bind(null, { locale, hub, org })} labels={formLabels(locale)}>
              <HiddenField name="from" value={range.data.from} />
              <HiddenField name="to" value={range.data.to} />
              <AgreedField ore={lateFeeOre} />
              <div>
                <SubmitButton tone="danger">
                  {t('absence.submit', { count: rows.length })}
                </SubmitButton>
              </div>
            </ActionForm>
          </div>
        </section>
      )}
    </>
  );
}

type RangeProps = { locale: Locale; typed: { from: string; to: string }; first: string };

function Range({ locale, typed, first }: RangeProps) {
  const t = translator(locale, 'workspace');
  return (
    <form
      method="get"
      className="panel flex flex-wrap items-end gap-5 p-5"
      aria-label={t('absence.form')}
    >
      {(['from', 'to'] as const).map((name) => (
        <div className="ds-field" key={name}>
          <label className="ds-label" htmlFor={name}>
            {t(`absence.${name}`)}
          </label>
          <input
            className="ds-input"
            id={name}
            name={name}
            type="date"
            min={first}
            defaultValue={typed[name]}
          />
        </div>
      ))}
      <button className="ds-button" type="submit">
        {t('absence.show')}
      </button>
    </form>
  );
}
