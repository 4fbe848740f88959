import { todayDate } from '#lib/platform/clock.ts';
import { settings } from '#lib/platform/env.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Demo } from '#lib/showroom/detail.ts';
import { valueName } from './facets.tsx';

type Props = { locale: Locale; hub: string; zone: string; demo: Demo };

/** Whose it is, what it is, how far it has come, when it was looked over, and the address that stays. */
export function DemoFacts({ locale, hub, zone, demo }: Props) {
  const t = translator(locale, 'showroom');
  const address = `${settings().url}/d/${demo.publicId}`;
  return (
    <aside className="panel h-fit bg-accent-background-tinted p-6">
      <dl className="m-0 grid gap-4">
        <div>
          <dt className="quiet text-base">{t('demo.owner')}</dt>
          <dd className="m-0 font-medium">
            <a href={`/${locale}/${hub}/organisations/${demo.owner.slug}`}>{demo.owner.name}</a> (
            {translator(locale, 'site')(`kinds.${demo.owner.kind}`)})
          </dd>
        </div>
        {rowsOf(locale, zone, demo).map(([term, fact]) => (
          <div key={term}>
            <dt className="quiet text-base">{term}</dt>
            <dd className="m-0 font-medium">{fact}</dd>
          </div>
        ))}
      </dl>
      <h2 className="ds-heading mt-6 mb-1" data-size="2xs">
        {t('demo.share')}
      </h2>
      <p className="m-0 text-base">{t('demo.shareText')}</p>
      <p className="m-0 break-all">
        <a href={address}>{address}</a>
      </p>
    </aside>
  );
}

function rowsOf(locale: Locale, zone: string, demo: Demo): (readonly [string, string])[] {
  const t = translator(locale, 'showroom');
  const pages = translator(locale, 'demoPages');
  const list = new Intl.ListFormat(locale);
  const rows = [
    [t('demo.stage'), t(`stages.${demo.stage}`)],
    [pages('trl'), demo.trl === null ? '' : String(demo.trl)],
    [t('demo.kind'), t(`kindsOfDemo.${demo.kind}`)],
    [t('demo.areas'), list.format(demo.areas.map((area) => valueName(locale, 'area', area)))],
    [t('demo.settings'), list.format(demo.settings.map((s) => valueName(locale, 'setting', s)))],
    [t('demo.audience'), list.format(demo.audience.map((each) => t(`audience.${each}`)))],
    [pages('iso'), demo.iso9999 ?? ''],
    [translator(locale, 'demoLinks')('reviewed'), reviewedText(locale, zone, demo)],
    [t('demo.number'), demo.publicId],
  ] as const;
  return rows.filter(([, fact]) => fact !== '');
}

type Reviewed = Pick<Demo, 'publishedAt' | 'reviewDueOn'>;

/** When somebody else last looked it over; in plain words where that is too long ago. */
export function reviewedText(locale: Locale, zone: string, demo: Reviewed): string {
  const { publishedAt, reviewDueOn } = demo;
  if (!publishedAt) return '';
  const day = formatter(locale, zone).dateTime(publishedAt, { dateStyle: 'long' });
  const overdue = reviewDueOn !== null && reviewDueOn < todayDate(zone);
  return overdue ? translator(locale, 'demoLinks')('notReviewedSince', { day }) : day;
}
