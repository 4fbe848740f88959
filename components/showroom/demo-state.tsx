import { Tag, type Tone } from '#components/ui/tag.tsx';
import { todayDate } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { VersionState } from '#lib/showroom/moves.ts';

type Props = {
  locale: Locale;
  zone: string;
  demo: {
    status: string;
    publishedAt: Date | null;
    reviewDueOn: Date | null;
    version: { state: VersionState };
  };
};
const tones: Record<VersionState, Tone> = {
  DRAFT: 'neutral',
  REVIEW: 'info',
  RETURNED: 'warning',
  PUBLISHED: 'success',
  REPLACED: 'neutral',
};

/** How far a demo has come: its newest version, since when it is shown, until when it is looked over. */
export function DemoState({ locale, zone, demo }: Props) {
  const { status, publishedAt, reviewDueOn, version } = demo;
  const t = translator(locale, 'demoPages');
  const day = (date: Date, at = zone) =>
    formatter(locale, at).dateTime(date, { dateStyle: 'long' });
  const shown = status === 'PUBLISHED';
  const overdue = reviewDueOn !== null && reviewDueOn < todayDate(zone);
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
      {/* What was published last is not shown where the demo was taken out since. */}
      {(shown || version.state !== 'PUBLISHED') && (
        <Tag tone={tones[version.state]}>
          {translator(locale, 'showroom')(`versionStates.${version.state}`)}
        </Tag>
      )}
      <span className="quiet">
        {shown && publishedAt ? t('shownSince', { day: day(publishedAt) }) : t('notShown')}
      </span>
      {shown && reviewDueOn && (
        <span className={overdue ? 'font-semibold' : 'quiet'}>
          {t(overdue ? 'overdue' : 'due', { day: day(reviewDueOn, 'UTC') })}
        </span>
      )}
    </div>
  );
}
