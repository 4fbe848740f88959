import type { Metadata } from 'next';
import { NoticeBoard } from '#components/innovation/notice-board.tsx';
import { listNotices } from '#lib/notices/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { markRead } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'innovation')('notices.title') };
}

export default async function HouseNoticesPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  return (
    <NoticeBoard
      locale={locale}
      hub={scope.hub}
      notices={await orNotFound(() => listNotices(scope))}
      done={(await searchParams).done}
      markRead={markRead.bind(null, { locale, hub })}
    />
  );
}
