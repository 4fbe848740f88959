import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, SelectField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { actorOptions, lengthOptions } from '#components/workspace/rule-options.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { lengths } from '#lib/workspace/rule-forms.ts';
import { findHouseRules } from '#lib/workspace/rule-reads.ts';
import { type PlaceKind, placeKinds, type Query, single } from '#lib/workspace/schema.ts';
import { type Rule, steps } from '#lib/workspace/terms.ts';
import { saveKind } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return { title: titleOf((await params).locale, kindOf(await searchParams)) };
}

function kindOf(query: Query): PlaceKind {
  const asked = single(query.kind);
  return placeKinds.find((one) => one === asked) ?? placeKinds[0];
}

function titleOf(locale: Locale, kind: PlaceKind): string {
  const name = translator(locale, 'workspace')(`groups.${kind}`).toLowerCase();
  return translator(locale, 'hours')('rules.formTitle', { kind: name });
}

/** The rules of one kind of place. */
export default async function RulePage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const { rules } = await orNotFound(() => findHouseRules(scope));
  const kind = kindOf(await searchParams);
  const t = translator(locale, 'hours');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/rules`, label: t('rules.title') }]}
      />
      <PageHeader title={titleOf(locale, kind)} lead={t('opening.warn')} />
      <div className="max-w-2xl">
        <ActionForm
          action={saveKind.bind(null, { locale, hub, kind })}
          labels={formLabels(locale)}
          initial={valuesOf(rules[kind])}
        >
          <Fields locale={locale} rule={rules[kind]} />
        </ActionForm>
      </div>
    </>
  );
}

type LengthName = keyof typeof lengths;

function Fields({ locale, rule }: { locale: Locale; rule: Rule }) {
  const t = translator(locale, 'hours');
  const length = (name: LengthName, label: string) => (
    <SelectField
      name={name}
      label={t(`rules.${label}`)}
      required
      options={lengthOptions(locale, lengths[name], rule[name])}
    />
  );
  return (
    <>
      <SelectField
        name="step"
        label={t('rules.step')}
        required
        options={steps.map((value) => ({ value, label: t(`rules.${value}`) }))}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        {length('minMinutes', 'min')}
        {length('maxMinutes', 'max')}
      </div>
      <TextField name="daysAhead" label={t('rules.daysAhead')} type="number" required />
      {length('noticeMinutes', 'notice')}
      {length('changeNoticeMinutes', 'changeNotice')}
      {length('cancelNoticeMinutes', 'cancelNotice')}
      <TextField
        name="lateFeePercent"
        label={t('rules.fee')}
        hint={t('rules.feeHint')}
        type="number"
        required
      />
      <div className="grid gap-6 sm:grid-cols-2">
        {length('bufferBefore', 'bufferBefore')}
        {length('bufferAfter', 'bufferAfter')}
      </div>
      <Choices
        name="bookableBy"
        label={t('rules.bookableBy')}
        type="checkbox"
        options={actorOptions(locale)}
      />
      <Choices
        name="approvalFor"
        label={t('rules.approvalFor')}
        type="checkbox"
        options={actorOptions(locale)}
      />
      <Choices
        name="checkIn"
        label={t('rules.checkIn')}
        type="checkbox"
        options={[{ value: 'yes', label: t('rules.checkInOption') }]}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        {length('checkInBefore', 'before')}
        {length('checkInGrace', 'grace')}
      </div>
      {length('offerMinutes', 'offer')}
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </>
  );
}

function valuesOf({ checkIn, bookableBy, approvalFor, ...rule }: Rule) {
  const plain = Object.entries(rule).map(([name, value]) => [name, String(value)] as const);
  return {
    ...Object.fromEntries(plain),
    checkIn: checkIn ? ['yes'] : [],
    bookableBy: [...bookableBy],
    approvalFor: [...approvalFor],
  };
}
