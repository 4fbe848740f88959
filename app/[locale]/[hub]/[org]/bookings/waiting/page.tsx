import type { Metadata } from 'next';
import { Confirm } from '#components/people/confirm.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { waitWords } from '#components/workspace/waiting-list.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { listWaiting } from '#lib/workspace/waiting.ts';
import { leave } from '../waiting-actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'hours')('waiting.remove') };
}

/** Asks before a colleague's place in the line is taken away (`?wait=`). */
export default async function WaitingPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const id = single((await searchParams).wait);
  const scope = await enter(locale, hub, org);
  demand(scope, 'booking:create');
  const t = translator(locale, 'hours');
  const bookings = translator(locale, 'workspace');
  const back = `/${locale}/${hub}/${org}/bookings`;
  const wait = (await listWaiting(scope)).find((one) => one.id === id);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: back, label: bookings('bookings.title') }]}
      />
      {wait ? (
        <Confirm
          locale={locale}
          title={t('waiting.removeTitle', { person: wait.person ?? bookings('booking.gone') })}
          lead={t('waiting.removeLead', { what: waitWords(locale, wait) })}
          action={leave.bind(null, { locale, hub, org, id })}
          submit={t('waiting.remove')}
          keep={{ href: back, label: t('waiting.keep') }}
        />
      ) : (
        <>
          <PageHeader title={t('waiting.remove')} />
          <EmptyState text={t('waiting.gone')}>
            <ButtonLink href={back} variant="secondary">
              {bookings('bookings.title')}
            </ButtonLink>
          </EmptyState>
        </>
      )}
    </>
  );
}
