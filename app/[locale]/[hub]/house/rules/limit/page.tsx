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
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { quotaMeasures, quotaPeriods, quotaScopes } from '#lib/workspace/rule-forms.ts';
import { findHouseRules, type Quota } from '#lib/workspace/rule-reads.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { dropLimit, saveLimit } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const kept = single((await searchParams).limit) !== '';
  return {
    title: translator(
      (await params).locale,
      'hours',
    )(kept ? 'quotas.editTitle' : 'quotas.newTitle'),
  };
}

/** How much somebody may have booked: a new limit, or one that is there. */
export default async function LimitPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const { quotas } = await orNotFound(() => findHouseRules(scope));
  const asked = single((await searchParams).limit);
  const kept = quotas.find(({ id }) => id === asked);
  if (asked && !kept) notFound();
  const t = translator(locale, 'hours');
  const labels = formLabels(locale);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/rules`, label: t('rules.title') }]}
      />
      <PageHeader title={t(kept ? 'quotas.editTitle' : 'quotas.newTitle')} />
      <div className="grid max-w-2xl gap-8">
        <ActionForm
          action={saveLimit.bind(null, { locale, hub, id: kept?.id ?? null })}
          labels={labels}
          initial={kept ? valuesOf(kept) : {}}
        >
          <Fields locale={locale} />
        </ActionForm>
        {kept && (
          <ButtonForm
            action={dropLimit.bind(null, { locale, hub, id: kept.id })}
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

function Fields({ locale }: { locale: Locale }) {
  const t = translator(locale, 'hours');
  const named = (all: readonly string[]) =>
    all.map((value) => ({ value, label: t(`quotas.${value}`) }));
  const any = (label: string) => ({ value: '', label });
  return (
    <>
      <SelectField name="scope" label={t('quotas.scope')} required options={named(quotaScopes)} />
      <SelectField
        name="measure"
        label={t('quotas.measure')}
        required
        options={named(quotaMeasures)}
      />
      <TextField
        name="most"
        label={t('quotas.most')}
        hint={t('quotas.mostHint')}
        type="number"
        required
      />
      <SelectField
        name="period"
        label={t('quotas.period')}
        required
        options={named(quotaPeriods)}
      />
      <SelectField
        name="kind"
        label={t('quotas.kind')}
        needed
        options={[any(t('anyKind')), ...kindOptions(locale)]}
      />
      <SelectField
        name="actorClass"
        label={t('quotas.actor')}
        needed
        options={[any(t('anyone')), ...actorOptions(locale)]}
      />
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </>
  );
}

function valuesOf({ scope, measure, period, most, kind, actorClass }: Quota) {
  return {
    ...{ scope, measure, period, kind: kind ?? '', actorClass: actorClass ?? '' },
    most: String(measure === 'MINUTES' ? most / 60 : most),
  };
}
