import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { momentWords } from '#components/workspace/hours-words.ts';
import { Paragraphs } from '#components/workspace/terms-fields.tsx';
import { termsOfWords } from '#components/workspace/terms-list.ts';
import { paragraphsOf } from '#components/workspace/terms-words.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { listOwnTerms, type OwnTerms } from '#lib/workspace/place-terms.ts';
import type { Query } from '#lib/workspace/schema.ts';
import { accept } from './actions.ts';

type Where = { locale: Locale; hub: string; org: string };
type Props = { params: Promise<Where>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'houseTerms')('title') };
}

/** What the organisation is asked to agree to before it books, and what it has agreed to. */
export default async function OwnTermsPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org } = where;
  const scope = await enter(locale, hub, org);
  const all = await orNotFound(() => listOwnTerms(scope));
  const t = translator(locale, 'houseTerms');
  const organisation = scope.organisation.name;
  return (
    <>
      <DoneIn locale={locale} part="houseTerms" done={(await searchParams).done} />
      <PageHeader title={t('title')} lead={t('ownLead', { organisation })} />
      {all.length === 0 && <EmptyState text={t('ownNone')} />}
      <ul className="m-0 grid max-w-3xl list-none gap-4 p-0">
        {all.map((terms) => (
          <li className="panel p-5" key={terms.id}>
            <One where={where} terms={terms} zone={scope.hub.zone} organisation={organisation} />
          </li>
        ))}
      </ul>
    </>
  );
}

type OneProps = { where: Where; terms: OwnTerms; zone: string; organisation: string };

function One({ where, terms, zone, organisation }: OneProps) {
  const { locale } = where;
  const t = translator(locale, 'houseTerms');
  const { accepted } = terms;
  const title = inLocale(terms.title, locale);
  return (
    <>
      <h2 className="ds-heading m-0" data-size="xs">
        {title}
      </h2>
      <p className="quiet my-1">
        {t('applies', { what: termsOfWords(locale, terms) })}.{' '}
        {t('version', { version: terms.version })}.
      </p>
      <p className="my-1">
        {accepted
          ? t('acceptedOn', { day: momentWords(locale, accepted.at, zone), person: accepted.by })
          : t('notYet')}
      </p>
      <Disclosure summary={t('read', { title })}>
        <Paragraphs of={paragraphsOf(inLocale(terms.text, locale))} />
      </Disclosure>
      {!accepted && (
        <ButtonForm
          action={accept.bind(null, { ...where, id: terms.id })}
          labels={formLabels(locale)}
        >
          {t('accept', { organisation })}
        </ButtonForm>
      )}
    </>
  );
}
