import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { ProposalCard as Card } from '#lib/proposals/rows.ts';
import { AreaTags } from './area-tags.tsx';
import { dayText } from './day.ts';
import { StateTag } from './state-tag.tsx';

type Props = { proposal: Card; locale: Locale; zone: string; href: string };

/** Another organisation's proposal in a list. */
export function ProposalCard({ proposal, locale, zone, href }: Props) {
  const t = translator(locale, 'innovation');
  const sent = proposal.submittedAt;
  return (
    <li className="panel card-link p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <StateTag locale={locale} state={proposal.state} />
        {sent && (
          <span className="quiet text-base">
            {t('others.sent', { date: dayText(locale, zone, sent) })}
          </span>
        )}
      </div>
      <h3 className="ds-heading m-0 mt-3" data-size="xs">
        <a href={href} lang={proposal.language}>
          {proposal.title}
        </a>
      </h3>
      <p className="m-0 mt-2 mb-3 grow text-base" lang={proposal.language}>
        {proposal.summary}
      </p>
      <p className="quiet m-0 mb-3 text-base">{proposal.organisation ?? t('gone')}</p>
      {proposal.endorsements > 0 && (
        <p className="m-0 mb-3 text-base font-semibold">
          {t('endorsed.card', { count: proposal.endorsements })}
        </p>
      )}
      <AreaTags locale={locale} areas={proposal.areas} />
    </li>
  );
}
