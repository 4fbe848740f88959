import { Tag } from '#components/ui/tag.tsx';
import type { LeaseDetail } from '#lib/leases/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { dayWords, moneyOf, periodOf, placesOf, tones } from './words.ts';

type Props = { locale: Locale; country: 'SE' | 'NO'; lease: LeaseDetail };

/** What a lease says: places, days, money, terms; and what has happened to it. */
export function LeaseFacts({ locale, country, lease }: Props) {
  const t = translator(locale, 'leases');
  const money = (ore: number) => moneyOf(locale, country, ore);
  const { renewalMonths, noticeMonths, depositOre, vatNote, document } = lease;
  const to = lease.validTo && dayWords(locale, lease.validTo);
  const renewal =
    to && (renewalMonths > 0 ? t('renews', { to, count: renewalMonths }) : t('renewsNot'));
  const facts = [
    [t('organisation'), lease.organisation.name],
    [t('places'), placesOf(locale, lease)],
    [t('period'), periodOf(locale, lease)],
    [t('renewal'), renewal],
    [t('noticePeriod'), t('months', { count: noticeMonths })],
    [t('monthly'), money(lease.monthlyOre)],
    [t('deposit'), depositOre > 0 ? money(depositOre) : null],
    [t('vatNote'), vatNote],
    [t('document'), document],
  ].filter(([, value]) => value);
  return (
    <div className="panel max-w-3xl p-5">
      <p className="m-0">
        <Tag tone={tones[lease.standing]}>{t(`standings.${lease.standing}`)}</Tag>
      </p>
      <dl className="mt-4 mb-0 grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        {facts.map(([term, value]) => (
          <div className="contents" key={term}>
            <dt className="quiet">{term}</dt>
            <dd className="m-0 [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      {lease.terms && (
        <>
          <h2 className="ds-heading mt-5" data-size="xs">
            {t('terms')}
          </h2>
          <p className="prose m-0 whitespace-pre-line">{lease.terms}</p>
        </>
      )}
      <p className="prose quiet mt-4 mb-0">
        {t('reclaimUntil', { count: Math.max(1, lease.reclaimDays) })}
      </p>
      <Story locale={locale} lease={lease} />
    </div>
  );
}

function Story({ locale, lease }: Omit<Props, 'country'>) {
  const t = translator(locale, 'leases');
  const format = formatter(locale, lease.zone);
  const at = (date: Date) => format.dateTime(date, { dateStyle: 'long' });
  const { offeredAt, signedAt, signedName, noticeAt, noticeByHouse, answeredAt, standing } = lease;
  const giver = noticeByHouse ? t('story.house') : lease.organisation.name;
  const lines = [
    offeredAt && t('story.offered', { at: at(offeredAt) }),
    signedAt && t('story.signed', { at: at(signedAt), name: signedName ?? '' }),
    noticeAt && t('story.notice', { at: at(noticeAt), who: giver }),
    answeredAt && standing === 'DECLINED' && t('story.declined', { at: at(answeredAt) }),
    answeredAt && standing === 'WITHDRAWN' && t('story.withdrawn', { at: at(answeredAt) }),
    lease.reason && t('story.reason', { reason: lease.reason }),
  ].filter((line) => typeof line === 'string' && line !== '');
  if (lines.length === 0) return null;
  return (
    <>
      <h2 className="ds-heading mt-5" data-size="xs">
        {t('story.title')}
      </h2>
      <ul className="ds-list m-0">
        {lines.map((line) => (
          <li key={String(line)}>{line}</li>
        ))}
      </ul>
    </>
  );
}
