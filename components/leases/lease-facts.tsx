import { vatWord } from '#components/prices/vat.ts';
import { Tag } from '#components/ui/tag.tsx';
import type { LeaseDetail, Proposal } from '#lib/leases/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { dayWords, moneyOf, periodOf, placesOf, tones } from './words.ts';

type Props = {
  locale: Locale;
  hub: { name: string; country: 'SE' | 'NO' };
  lease: LeaseDetail;
};

/** What a lease says: places, days, money, terms; and what has happened to it. */
export function LeaseFacts({ locale, hub, lease }: Props) {
  const t = translator(locale, 'leases');
  const money = (ore: number) => moneyOf(locale, hub.country, ore);
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
    [t('vat'), vatWord(locale, lease.vat)],
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
      <Story locale={locale} hub={hub} lease={lease} />
    </div>
  );
}

/** What one side proposed, and what became of it. */
function proposed(locale: Locale, hub: string, lease: LeaseDetail, one: Proposal): string[] {
  const t = translator(locale, 'leases');
  const format = formatter(locale, lease.zone);
  const at = (date: Date) => format.dateTime(date, { dateStyle: 'long' });
  const day = (kept: string | null) => (kept ? dayWords(locale, kept) : t('untilNotice'));
  const [own, other] = one.byHouse
    ? [hub, lease.organisation.name]
    : [lease.organisation.name, hub];
  const { madeAt, madeByName: name, why, state, answer, answeredAt, answeredByName } = one;
  const words = { from: day(one.from), to: day(one.to), why, name, who: own, at: at(madeAt) };
  const who = state === 'TAKEN_BACK' ? own : other;
  const by = { at: answeredAt ? at(answeredAt) : '', name: answeredByName ?? '', who };
  return [
    t('story.proposed', words),
    ...(state === 'OPEN' ? [] : [t(`story.${state}`, by)]),
    ...(answer ? [t('story.reason', { reason: answer })] : []),
  ];
}

function Story({ locale, hub, lease }: Props) {
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
    ...lease.proposals.flatMap((one) => proposed(locale, hub.name, lease, one)),
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
