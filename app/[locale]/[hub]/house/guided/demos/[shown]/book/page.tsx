import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { GroupFields } from '#components/guided/group-fields.tsx';
import {
  choicesOf,
  Later,
  type Query,
  TimeField,
  TimeWish,
  wishOf,
} from '#components/guided/time-choice.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { HiddenField, SelectField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findTimes } from '#lib/guided/offers.ts';
import { longest } from '#lib/guided/schema.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { findBehalfChoices } from '#lib/workspace/behalf.ts';
import { isId, single } from '#lib/workspace/schema.ts';
import { bookFor } from '../../../actions.ts';

type Where = { locale: Locale; hub: string; shown: string };
type Props = { params: Promise<Where>; searchParams: Promise<Query> };

const load = cache(async ({ locale, hub, shown }: Where, query: Query) => {
  const scope = await enterHouseOf(locale, hub);
  const wish = wishOf(query, locale);
  const asked = single(query.organisation);
  return orNotFound(async () => {
    const found = await findTimes(scope, { demoId: shown, ...wish, size: Math.max(wish.size, 1) });
    const choices = await findBehalfChoices(scope, isId(asked) ? asked : null);
    const chosen = choices.organisations.find(({ id }) => id === asked)?.id ?? '';
    return { ...found, size: wish.size || found.offer.groupFrom, ...choices, chosen };
  });
});
type Found = Awaited<ReturnType<typeof load>>;

const titleOf = (locale: Locale, { offer }: Found) =>
  `${translator(locale, 'guided')('behalf.title')}: ${inLocale(offer.demo.title, locale)}`;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const where = await params;
  await enterHouseOf(where.locale, where.hub);
  return { title: titleOf(where.locale, await load(where, await searchParams)) };
}

/** The house books for whoever called: first for whom and how many, then when, as groups book themselves. */
export default async function BookForPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, shown } = where;
  await enterHouseOf(locale, hub);
  const found = await load(where, await searchParams);
  const t = translator(locale, 'guided');
  const base = `/${locale}/${hub}/house/guided`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: base, label: t('house.title') },
          { href: `${base}/demos/${shown}`, label: inLocale(found.offer.demo.title, locale) },
        ]}
      />
      <PageHeader title={titleOf(locale, found)} lead={t('behalf.lead')} />
      {found.languages.length === 0 ? (
        <Notice>{t('closed')}</Notice>
      ) : (
        <div className="grid max-w-3xl gap-8">
          <TimeWish locale={locale} found={found} size={found.size}>
            <Organisation locale={locale} found={found} />
          </TimeWish>
          <Booking where={where} found={found} />
        </div>
      )}
    </>
  );
}

function Organisation({ locale, found }: { locale: Locale; found: Found }) {
  const t = translator(locale, 'guided');
  return (
    <div className="ds-field sm:col-span-3">
      <label className="ds-label" htmlFor="wish-organisation">
        {t('behalf.organisation')}
      </label>
      <select
        className="ds-input max-w-full"
        id="wish-organisation"
        name="organisation"
        defaultValue={found.chosen}
      >
        <option value="">{t('behalf.outside')}</option>
        {found.organisations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Booking({ where, found }: { where: Where; found: Found }) {
  const { locale, shown } = where;
  const t = translator(locale, 'guided');
  const { size, language, offer, chosen } = found;
  const kept = { organisation: chosen };
  const later = <Later locale={locale} found={found} size={size} kept={kept} />;
  if (chosen && found.people.length === 0) return <Notice>{t('behalf.nobody')}</Notice>;
  if (choicesOf(locale, found).length === 0) {
    return (
      <Notice>
        {t('noTimes')} {later}
      </Notice>
    );
  }
  return (
    <ActionForm
      action={bookFor.bind(null, where, shown)}
      labels={formLabels(locale)}
      initial={{ size: String(size) }}
    >
      <HiddenField name="key" value={crypto.randomUUID()} />
      <HiddenField name="language" value={language ?? locale} />
      <HiddenField name="organisationId" value={chosen} />
      <Whom locale={locale} found={found} />
      <TimeField locale={locale} found={found} />
      <div>{later}</div>
      <GroupFields locale={locale} least={offer.groupFrom} most={offer.groupTo} />
      <div>
        <SubmitButton>{t('bookIt')}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Whom({ locale, found }: { locale: Locale; found: Found }) {
  const t = translator(locale, 'guided');
  if (found.chosen) {
    const people = found.people.map(({ id, name }) => ({ value: id, label: name }));
    return (
      <SelectField
        name="forId"
        label={t('behalf.forWhom')}
        options={[{ value: '', label: '–' }, ...people]}
        required
      />
    );
  }
  return (
    <>
      <TextField name="guestName" label={t('behalf.guestName')} maxLength={longest.name} required />
      <TextField
        name="guestEmail"
        label={t('behalf.guestEmail')}
        hint={t('behalf.guestEmailHint')}
        type="email"
        required
      />
    </>
  );
}
