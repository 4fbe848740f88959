import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { Frame } from '#components/chrome/frame.tsx';
import { dayText } from '#components/innovation/day.ts';
import { AskAgain } from '#components/organisations/ask-again.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findAnswer } from '#lib/organisations/asking-again.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterOwn, orNone } from '#lib/platform/session/entry.ts';
import { again } from './actions.ts';

type Place = { locale: Locale; hub: string; organisation: string };
type Props = { params: Promise<Place> };

// Who has been answered otherwise since finds on their account what holds now.
const load = cache(async (locale: Locale, hub: string, organisation: string) => {
  const scope = await enterOwn(locale);
  const answer = await orNone(() => findAnswer(scope, { hub, organisation }));
  return answer ? { scope, answer } : redirect(`/${locale}/account`);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, organisation } = await params;
  const { answer } = await load(locale, hub, organisation);
  const values = { hub: answer.hubName, organisation: answer.organisationName };
  return { title: translator(locale, 'organisations')(`again.title.${answer.state}`, values) };
}

/** What a hub answered one's organisation, why, and the form to ask once more with what was said before. */
export default async function AnswerPage({ params }: Props) {
  const { locale, ...where } = await params;
  const { scope, answer } = await load(locale, where.hub, where.organisation);
  const t = translator(locale, 'organisations');
  const values = { hub: answer.hubName, organisation: answer.organisationName };
  const date = dayText(locale, answer.zone, new Date(answer.since));
  return (
    <Frame locale={locale} hub={null} items={[]} reader={scope.person.name}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: `/${locale}/account`, label: translator(locale, 'people')('account.title') },
        ]}
      />
      <PageHeader
        title={t(`again.title.${answer.state}`, values)}
        lead={t(`again.lead.${answer.state}`, { date })}
      />
      {answer.reason && (
        <section className="panel max-w-2xl p-5" aria-labelledby="reason">
          <h2 className="ds-heading m-0" data-size="2xs" id="reason">
            {translator(locale, 'people')('account.answerReason')}
          </h2>
          <p className="prose m-0 mt-2 whitespace-pre-line break-words">{answer.reason}</p>
        </section>
      )}
      <AskAgain
        locale={locale}
        answer={answer}
        person={scope.person}
        action={again.bind(null, { locale, ...where })}
      />
    </Frame>
  );
}
