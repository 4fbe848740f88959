import { EmptyState } from '#components/ui/empty-state.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { ListedNotice } from '#lib/notices/reads.ts';
import { detailOf, sentenceOf } from '#lib/notices/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { momentText } from './day.ts';

type Props = { locale: Locale; zone: string; notices: readonly ListedNotice[] };

/** What someone has been told, newest first, each with a way to what it is about. */
export function NoticeList({ locale, zone, notices }: Props) {
  const t = translator(locale, 'innovation');
  if (notices.length === 0) return <EmptyState text={t('notices.none')} />;
  return (
    <ul className="m-0 grid list-none gap-3 p-0">
      {notices.map((notice) => (
        <li
          className={`panel relative p-4 ${notice.readAt ? '' : 'border-l-4 border-l-accent-base-default'}`}
          key={notice.id}
        >
          <p className="quiet m-0 flex flex-wrap items-center gap-2 text-base">
            {!notice.readAt && <Tag tone="info">{t('notices.new')}</Tag>}
            {momentText(locale, zone, notice.createdAt)}
          </p>
          <p className="m-0 mt-1">
            <a
              className={`inline-flex min-h-8 items-center ${notice.readAt ? '' : 'font-semibold'}`}
              href={`/${locale}${notice.path}`}
            >
              {t(sentenceOf(notice.kind), detailOf(notice.detail))}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
