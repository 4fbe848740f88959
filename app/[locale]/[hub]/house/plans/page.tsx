import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { MemberTable, PlanTable } from '#components/prices/plan-tables.tsx';
import { unitOf } from '#components/prices/price-table.tsx';
import { vatOptions } from '#components/prices/vat.ts';
import { DoneIn } from '#components/ui/done.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { SelectField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { today } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { hoursField, listPlans } from '#lib/prices/plans.ts';
import { placeKinds } from '#lib/workspace/schema.ts';
import { join, leave, make, sell } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};
type Loaded = Awaited<ReturnType<typeof listPlans>>;
type Part = { locale: Locale; hub: string; loaded: Loaded };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'prices')('plans.title') };
}

/** Plans, who is in them, and passes to sell. */
export default async function PlansPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const loaded = await orNotFound(() => listPlans(scope));
  const t = translator(locale, 'prices');
  const month = today(scope.hub.zone).toString().slice(0, 7);
  const part = { locale, hub, loaded };
  const end = (id: string, name: string) => (
    <ButtonForm
      action={leave.bind(null, { locale, hub, id })}
      labels={formLabels(locale)}
      variant="secondary"
    >
      {t('plans.end')}
      <span className="ds-sr-only"> {t('plans.endNamed', { name })}</span>
    </ButtonForm>
  );
  return (
    <>
      <PageHeader title={t('plans.title')} lead={t('plans.lead')} />
      <DoneIn locale={locale} part="prices" done={(await searchParams).done} />
      <PlanTable locale={locale} country={scope.hub.country} plans={loaded.plans} />
      <MemberTable locale={locale} members={loaded.members} end={end} />
      <div className="mt-10 grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <NewPlan {...part} />
        <div className="grid content-start gap-10">
          <Join {...part} month={month} />
          <Sell {...part} />
        </div>
      </div>
    </>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <h2 className="ds-heading" data-size="sm">
      {children}
    </h2>
  );
}

function NewPlan({ locale, hub, loaded }: Part) {
  const places = translator(locale, 'places');
  const t = translator(locale, 'prices');
  const workspace = translator(locale, 'workspace');
  const vat = vatOptions(locale, loaded.vatClasses);
  return (
    <section>
      <Heading>{t('plans.new')}</Heading>
      <ActionForm action={make.bind(null, { locale, hub })} labels={formLabels(locale)}>
        {(['Sv', 'Nb', 'En'] as const).map((tongue) => (
          <TextField
            key={tongue}
            name={`name${tongue}`}
            label={places('form.name', { language: places(`form.languages.${tongue}`) })}
            maxLength={80}
            needed
          />
        ))}
        <TextField name="monthOre" label={t('plans.monthOre')} maxLength={12} required />
        <SelectField name="vatClass" label={t('fields.vatClass')} options={vat} required />
        <TextField name="creditOre" label={t('plans.creditOre')} maxLength={12} />
        {placeKinds.map((kind) => (
          <TextField
            key={kind}
            name={hoursField(kind)}
            label={t('plans.hoursOf', { kind: workspace(`kinds.${kind}`) })}
          />
        ))}
        <div>
          <SubmitButton>{t('plans.make')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}

function organisationOptions({ locale, loaded }: Part) {
  const first = { value: '', label: translator(locale, 'prices')('plans.choose') };
  const all = loaded.organisations.map(({ organisation: { id, name } }) => ({
    value: id,
    label: name,
  }));
  return [first, ...all];
}

function Join({ month, ...part }: Part & { month: string }) {
  const { locale, hub, loaded } = part;
  const t = translator(locale, 'prices');
  const plans = loaded.plans.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }));
  if (plans.length === 0) return null;
  return (
    <section>
      <Heading>{t('plans.join')}</Heading>
      <ActionForm
        action={join.bind(null, { locale, hub })}
        labels={formLabels(locale)}
        initial={{ month }}
      >
        <SelectField
          name="organisationId"
          label={t('plans.organisation')}
          options={organisationOptions(part)}
          required
        />
        <SelectField name="planId" label={t('plans.plan')} options={plans} required />
        <TextField name="month" label={t('plans.from')} type="month" required />
        <div>
          <SubmitButton>{t('plans.joinNow')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}

function Sell(part: Part) {
  const { locale, hub, loaded } = part;
  const t = translator(locale, 'prices');
  const workspace = translator(locale, 'workspace');
  const passes = loaded.passes.map((pass) => ({
    value: pass.id,
    label: `${workspace(`kinds.${pass.kind}`)}, ${t(`actors.${pass.actorClass}`)}: ${unitOf(locale, pass)}`,
  }));
  return (
    <section>
      <Heading>{t('plans.sell')}</Heading>
      {passes.length === 0 ? (
        <p className="quiet m-0">{t('plans.noPasses')}</p>
      ) : (
        <ActionForm action={sell.bind(null, { locale, hub })} labels={formLabels(locale)}>
          <SelectField name="itemId" label={t('plans.pass')} options={passes} required />
          <SelectField
            name="buyerId"
            label={t('plans.organisation')}
            options={organisationOptions(part)}
            required
          />
          <div>
            <SubmitButton>{t('plans.sellNow')}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </section>
  );
}
