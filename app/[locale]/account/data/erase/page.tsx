import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Frame } from '#components/chrome/frame.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';
import { type LastOf, lastAdministratorOf } from '#lib/rights/erasure.ts';
import { personal } from '#lib/rights/holdings.ts';
import { erase } from './actions.ts';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'rights')('erase.title') };
}

/** Says what goes and what stays, and why, before the click. */
export default async function ErasePage({ params }: Props) {
  const { locale } = await params;
  const scope = await enterOwn(locale);
  const last = await lastAdministratorOf(scope);
  const t = translator(locale, 'rights');
  return (
    <Frame locale={locale} hub={null} items={[]} reader={scope.person.name}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: `/${locale}/account`, label: translator(locale, 'people')('account.title') },
          { href: `/${locale}/account/data`, label: t('mine.title') },
        ]}
      />
      <PageHeader title={t('erase.title')} lead={t('erase.lead')} />
      <div className="grid gap-6 md:grid-cols-2">
        <Fate locale={locale} title={t('erase.goes')} kept={false} />
        <Fate locale={locale} title={t('erase.stays')} kept={true} />
      </div>
      <p className="prose mt-6">{t('erase.why')}</p>
      <p className="prose">{t('erase.takeOut')}</p>
      {last.length > 0 ? <Refused locale={locale} last={last} /> : <EraseForm locale={locale} />}
    </Frame>
  );
}

/** Where somebody else can be made administrator first, and the way back. */
function Refused({ locale, last }: { locale: Locale; last: LastOf[] }) {
  const t = translator(locale, 'rights');
  const why = last.every(({ waiting }) => waiting) ? 'erase.waits' : 'erase.last';
  return (
    <>
      <Notice tone="warning">
        <p className="m-0">{t(why)}</p>
        <ul className="ds-list mb-0">
          {last.map(({ name, waiting, people }) => (
            <li key={name + people}>
              <a href={`/${locale}${people}`}>
                {t(waiting ? 'erase.lastWaiting' : 'erase.lastPeople', { name })}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
      <p className="mt-6 mb-0">
        <ButtonLink href={`/${locale}/account/data`} variant="secondary" tone="neutral">
          {t('mine.back')}
        </ButtonLink>
      </p>
    </>
  );
}

function EraseForm({ locale }: { locale: Locale }) {
  const t = translator(locale, 'rights');
  return (
    <div className="max-w-md">
      <ActionForm action={erase.bind(null, locale)} labels={formLabels(locale)}>
        <Choices
          name="confirm"
          type="checkbox"
          label={t('erase.title')}
          options={[{ value: 'yes', label: t('erase.confirm') }]}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton tone="danger">{t('erase.submit')}</SubmitButton>
          <ButtonLink href={`/${locale}/account/data`} variant="secondary" tone="neutral">
            {t('mine.back')}
          </ButtonLink>
        </div>
      </ActionForm>
    </div>
  );
}

function Fate({ locale, title, kept }: { locale: Locale; title: string; kept: boolean }) {
  const t = translator(locale, 'rights');
  const fated = personal.filter(([, { onErasure }]) => (onErasure === 'kept') === kept);
  const purposes = [...new Set(fated.map(([, { purpose }]) => purpose))];
  return (
    <section className="panel p-5">
      <h2 className="ds-heading m-0" data-size="xs">
        {title}
      </h2>
      <ul className="mt-2 mb-0">
        {purposes.map((purpose) => (
          <li key={purpose}>{t(`purposes.${purpose}.title`)}</li>
        ))}
      </ul>
    </section>
  );
}
