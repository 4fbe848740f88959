import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { PriceTable } from '#components/prices/price-table.tsx';
import { vatOptions } from '#components/prices/vat.ts';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SelectField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { today } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { listPrices } from '#lib/prices/reads.ts';
import { priceUnits, type VatClass } from '#lib/prices/rules.ts';
import { placeKinds } from '#lib/workspace/schema.ts';
import { actorClasses } from '#lib/workspace/terms.ts';
import { set } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'prices')('title') };
}

/** Every price with its history, and a form for the next one. */
export default async function PricesPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const { prices, vatClasses } = await orNotFound(() => listPrices(scope));
  const t = translator(locale, 'prices');
  const kinds = placeKinds.filter((kind) => prices.some((price) => price.kind === kind));
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <DoneIn locale={locale} part="prices" done={(await searchParams).done} />
      {kinds.length === 0 && <EmptyState text={t('none')} />}
      {kinds.map((kind) => (
        <PriceTable
          key={kind}
          locale={locale}
          country={scope.hub.country}
          kind={kind}
          prices={prices.filter((price) => price.kind === kind)}
          vatClasses={vatClasses}
          today={today(scope.hub.zone).toString()}
        />
      ))}
      <NewPrice locale={locale} scope={scope} vatClasses={vatClasses} />
    </>
  );
}

type FormProps = { locale: Locale; scope: Scope; vatClasses: VatClass[] };

function NewPrice({ locale, scope, vatClasses }: FormProps) {
  const t = translator(locale, 'prices');
  const workspace = translator(locale, 'workspace');
  const field = (name: string) => t(`fields.${name}`);
  const options = <V extends string>(values: readonly V[], label: (value: V) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <section className="mt-10 max-w-2xl">
      <h2 className="ds-heading" data-size="sm">
        {t('newTitle')}
      </h2>
      <ActionForm
        action={set.bind(null, { locale, hub: scope.hub.slug })}
        labels={formLabels(locale)}
        initial={{ from: today(scope.hub.zone).toString() }}
      >
        <SelectField
          name="kind"
          label={field('kind')}
          options={options(placeKinds, (kind) => workspace(`kinds.${kind}`))}
          required
        />
        <SelectField
          name="actorClass"
          label={field('actorClass')}
          options={options(actorClasses, (actor) => t(`actors.${actor}`))}
          required
        />
        <SelectField
          name="unit"
          label={field('unit')}
          options={options(priceUnits, (unit) => t(`units.${unit}`))}
          required
        />
        <TextField name="ore" label={field('ore')} maxLength={12} required />
        <SelectField
          name="vatClass"
          label={field('vatClass')}
          options={vatOptions(locale, vatClasses)}
          required
        />
        <TextField name="from" label={field('from')} type="date" required />
        <TextField name="passHours" label={field('passHours')} hint={field('passHint')} />
        <TextField name="passMonths" label={field('passMonths')} hint={field('passHint')} />
        <div>
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
