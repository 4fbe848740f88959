import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { Choices, SelectField, SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { dayWords, whatClosed, whenClosed } from '#components/workspace/hours-words.ts';
import { inLocale, type Locale, type Text } from '#lib/platform/i18n/locales.ts';
import { formatter, type Translate, translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { choiceOf } from '#lib/workspace/closing-forms.ts';
import type { Closure } from '#lib/workspace/closures.ts';
import { findMet, type Met } from '#lib/workspace/moving.ts';
import { drop, publish, withdraw } from '../actions.ts';

type Params = { locale: Locale; hub: string; closure: string };
type Props = {
  params: Promise<Params>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const load = cache(async (locale: Locale, hub: string, id: string) => {
  const scope = await enterHouseOf(locale, hub);
  return orNotFound(() => findMet(scope, id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, closure: id } = await params;
  await enterHouseOf(locale, hub);
  return { title: whatClosed(locale, (await load(locale, hub, id)).closure) };
}

/** One closure: a draft with what it meets and what is to become of each; or published, to take back. */
export default async function ClosurePage({ params, searchParams }: Props) {
  const { locale, hub, closure: id } = await params;
  const { closure, met, leased } = await load(locale, hub, id);
  const t = translator(locale, 'hours');
  const which = { locale, hub, id };
  const when = `${whenClosed(locale, closure)}. ${inLocale(closure.message, locale)}`;
  const draft = closure.state === 'DRAFT';
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/closures`, label: t('closures.title') }]}
      />
      <DoneIn locale={locale} part="hours" done={(await searchParams).done} />
      <PageHeader title={whatClosed(locale, closure)} lead={when}>
        {draft && (
          <ButtonLink href={`/${locale}/${hub}/house/closures/${id}/edit`} variant="secondary">
            {t('closures.edit')}
          </ButtonLink>
        )}
      </PageHeader>
      {draft && <Notice>{t('closures.draftNote')}</Notice>}
      {leased.length > 0 && <Leased locale={locale} leased={leased} />}
      {draft ? (
        <Draft t={t} which={which} closure={closure} met={met} />
      ) : (
        <ButtonForm
          action={withdraw.bind(null, which)}
          labels={formLabels(locale)}
          variant="secondary"
          closed={closure.state !== 'PUBLISHED'}
          hint={t('closures.withdrawHint')}
        >
          {t('closures.withdraw')}
        </ButtonForm>
      )}
    </>
  );
}

function Leased({ locale, leased }: { locale: Locale; leased: readonly Text[] }) {
  const places = leased.map((name) => inLocale(name, locale)).join(', ');
  return <p className="prose">{translator(locale, 'hours')('closures.leased', { places })}</p>;
}

type DraftProps = {
  t: Translate;
  which: { locale: Locale; hub: string; id: string };
  closure: Closure;
  met: readonly Met[];
};

function Draft({ t, which, closure, met }: DraftProps) {
  const labels = formLabels(which.locale);
  return (
    <div className="grid max-w-3xl gap-8">
      <ActionForm action={publish.bind(null, which)} labels={labels}>
        <h2 className="ds-heading m-0" data-size="sm">
          {met.length === 0 ? t('closures.noneMet') : t('closures.met', { count: met.length })}
        </h2>
        {met.length > 0 && <p className="prose m-0">{t('closures.metLead')}</p>}
        {met.map((one) => (
          <Choice
            key={one.booking.id}
            locale={which.locale}
            zone={closure.site.zone}
            t={t}
            met={one}
          />
        ))}
        {met.length > 1 && (
          <Choices
            name="rest"
            label={t('closures.rest')}
            type="checkbox"
            options={[{ value: 'cancel', label: t('closures.restOption') }]}
          />
        )}
        <div>
          <SubmitButton>{t('closures.publish')}</SubmitButton>
        </div>
      </ActionForm>
      <ButtonForm action={drop.bind(null, which)} labels={labels} variant="secondary">
        {t('closures.drop')}
      </ButtonForm>
    </div>
  );
}

type ChoiceProps = { locale: Locale; zone: string; t: Translate; met: Met };

function Choice({ locale, zone, t, met: { booking, ways } }: ChoiceProps) {
  const format = formatter(locale, zone);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const ends = format.dateTime(booking.endsAt, time);
  const when = `${format.dateTime(booking.startsAt, { dateStyle: 'medium', ...{ timeStyle: 'short' } })}–${ends}`;
  const place = inLocale(booking.place.name, locale);
  const gone = translator(locale, 'workspace')('today.organisationGone');
  const organisation = booking.organisation?.name ?? gone;
  return (
    <SelectField
      name={`for-${booking.id}`}
      label={t('closures.for', { place, when, organisation })}
      needed
      options={[
        { value: '', label: t('closures.choose') },
        ...ways.map((way) => ({
          value: choiceOf(way),
          label: t('closures.move', {
            ...{ from: way.from, to: way.to, date: dayWords(locale, way.date) },
            place: inLocale(way.place, locale),
          }),
        })),
        { value: 'cancel', label: t('closures.cancel') },
      ]}
    />
  );
}
