import type { Metadata } from 'next';
import { dayText } from '#components/innovation/day.ts';
import { StateTag } from '#components/innovation/state-tag.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { listReviews, type QueuedProposal } from '#lib/proposals/reviews.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'innovation')('reviews.title') };
}

export default async function ReviewsPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const { waiting, resting, decided } = await orNotFound(() => listReviews(scope));
  const t = translator(locale, 'innovation');
  const base = `/${locale}/${hub}/house/reviews`;
  return (
    <>
      <PageHeader title={t('reviews.title')} lead={t('reviews.lead')} />
      <section aria-labelledby="waiting">
        <h2 className="ds-heading" data-size="sm" id="waiting">
          {t('reviews.waiting')}
        </h2>
        {waiting.length === 0 && <EmptyState text={t('reviews.none')} />}
        <ul className="m-0 grid list-none gap-4 p-0">
          {waiting.map((proposal) => (
            <Row key={proposal.id} locale={locale} base={base} proposal={proposal}>
              {howLong(locale, proposal)}
            </Row>
          ))}
        </ul>
      </section>
      {resting.length > 0 && (
        <section className="mt-10" aria-labelledby="resting">
          <h2 className="ds-heading" data-size="sm" id="resting">
            {t('reviews.resting')}
          </h2>
          <ul className="m-0 grid list-none gap-4 p-0">
            {resting.map((proposal) => (
              <Row key={proposal.id} locale={locale} base={base} proposal={proposal}>
                {howLong(locale, proposal)}
              </Row>
            ))}
          </ul>
        </section>
      )}
      <section className="mt-10" aria-labelledby="decided">
        <h2 className="ds-heading" data-size="sm" id="decided">
          {t('reviews.decided')}
        </h2>
        {decided.length === 0 && <p className="quiet">{t('reviews.noneDecided')}</p>}
        <ul className="m-0 grid list-none gap-4 p-0">
          {decided.map((proposal) => (
            <Row key={proposal.id} locale={locale} base={base} proposal={proposal}>
              {proposal.decidedAt && dayText(locale, scope.hub.zone, proposal.decidedAt)}
            </Row>
          ))}
        </ul>
      </section>
    </>
  );
}

/** How long it has waited or been reviewed, and what for. */
function howLong(locale: Locale, { state, days, reviewOn, appealOpen }: QueuedProposal): string {
  const t = translator(locale, 'innovation');
  if (state === 'SUBMITTED') return t('reviews.daysWaited', { count: days });
  if (reviewOn) return t('reviews.until', { date: dayText(locale, 'UTC', reviewOn) });
  const reviewed = t('reviews.daysReviewed', { count: days });
  if (appealOpen) return `${t('reviews.appealed')} · ${reviewed}`;
  return state === 'NEEDS_INFO' ? `${t('reviews.asked')} · ${reviewed}` : reviewed;
}

type RowProps = {
  locale: Locale;
  base: string;
  proposal: QueuedProposal;
  children: React.ReactNode;
};

function Row({ locale, base, proposal, children }: RowProps) {
  const t = translator(locale, 'innovation');
  return (
    <li className="panel card-link p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <StateTag locale={locale} state={proposal.state} />
        <span className="quiet text-base">{children}</span>
      </div>
      <h3 className="ds-heading m-0 mt-3" data-size="xs">
        <a href={`${base}/${proposal.id}`} lang={proposal.language}>
          {proposal.title}
        </a>
      </h3>
      <p className="quiet m-0 mt-1 text-base">{proposal.organisation ?? t('gone')}</p>
      {proposal.endorsements > 0 && (
        <p className="m-0 mt-1 text-base">{t('endorsed.card', { count: proposal.endorsements })}</p>
      )}
      {proposal.ownBody && proposal.decidedAt === null && (
        <p className="m-0 mt-2 text-base font-semibold">{t('reviews.ownBody')}</p>
      )}
    </li>
  );
}
