import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { Choices, SubmitButton, TextArea, TextField } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { today } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { adoptionLimits, adoptionStates, findOwnAdoption } from '#lib/showroom/adoptions.ts';
import { state, withdraw } from './actions.ts';

type Where = { locale: Locale; hub: string; org: string; shown: string };
type Props = { params: Promise<Where> };
type Own = Awaited<ReturnType<typeof findOwnAdoption>>;

const load = cache(async (locale: Locale, hub: string, org: string, shown: string) => {
  const scope = await enter(locale, hub, org);
  return { scope, own: await orNotFound(() => findOwnAdoption(scope, shown)) };
});

const titleOf = (locale: Locale, { demo }: Own) =>
  translator(locale, 'adoptions')('formTitle', { title: inLocale(demo.title, locale) });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, shown } = await params;
  return { title: titleOf(locale, (await load(locale, hub, org, shown)).own) };
}

/** How one's own organisation uses one demo. */
export default async function UsePage({ params }: Props) {
  const where = await params;
  const { locale, hub, org } = where;
  const { scope, own } = await load(locale, hub, org, where.shown);
  const t = translator(locale, 'adoptions');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/uses`, label: t('title') }]}
      />
      <PageHeader title={titleOf(locale, own)} lead={own.demo.owner.name} />
      <div className="max-w-3xl">
        {own.demo.ownerId === scope.organisation.id && scope.organisation.kind === 'COMPANY' ? (
          <Notice>{t('refusals.ownProduct')}</Notice>
        ) : scope.may('adoption:state') ? (
          <Form where={where} own={own} last={today(scope.hub.zone).toString()} />
        ) : (
          <Notice>{t('onlyAdmins')}</Notice>
        )}
      </div>
    </>
  );
}

function Form({ where, own, last }: { where: Where; own: Own; last: string }) {
  const { locale } = where;
  const t = translator(locale, 'adoptions');
  const labels = formLabels(locale);
  const long = (name: 'scale' | 'result' | 'lesson' | 'contact') => ({
    ...{ name, label: t(name), hint: t(`${name}Hint`), maxLength: adoptionLimits[name] },
  });
  return (
    <>
      <ActionForm action={state.bind(null, where)} labels={labels} initial={initialOf(own, locale)}>
        <Choices
          name="status"
          type="radio"
          label={t('status')}
          options={adoptionStates.map((value) => ({ value, label: t(`statuses.${value}`) }))}
        />
        <TextField
          name="since"
          type="date"
          label={t('since')}
          hint={t('sinceHint')}
          max={last}
          required
        />
        <TextField
          name="stoppedOn"
          type="date"
          label={t('stoppedOn')}
          hint={t('stoppedHint')}
          max={last}
        />
        <TextField {...long('scale')} />
        <TextArea {...long('result')} rows={3} />
        <TextArea {...long('lesson')} rows={3} />
        <TextField {...long('contact')} />
        <div>
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </ActionForm>
      {own.said && (
        <div className="mt-8">
          <ButtonForm action={withdraw.bind(null, where)} labels={labels} variant="secondary">
            {t('withdraw')}
          </ButtonForm>
        </div>
      )}
    </>
  );
}

function initialOf({ said }: Own, locale: Locale): Record<string, string> {
  if (!said) return {};
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? '';
  return {
    status: said.status,
    since: day(said.since),
    stoppedOn: day(said.stoppedOn),
    scale: inLocale(said.scale, locale),
    result: inLocale(said.result, locale),
    lesson: inLocale(said.lesson, locale),
    contact: said.contact,
  };
}
