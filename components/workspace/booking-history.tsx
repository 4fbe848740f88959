import { Entry } from '#components/house/log-list.tsx';
import type { Reader } from '#components/house/log-words.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { LogEntry } from '#lib/log/reads.ts';
import { readLogQuery } from '#lib/log/schema.ts';
import { inLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { BookingDetail } from '#lib/workspace/booking-reads.ts';

type Props = {
  reader: Reader;
  booking: BookingDetail;
  /** The booking's own page. */
  href: string;
  entries: readonly LogEntry[];
};

/** Everything that was done with a booking, the latest first. */
export function BookingHistory({ reader, booking, href, entries }: Props) {
  const t = translator(reader.locale, 'workspace');
  const query = readLogQuery({ object: booking.id });
  return (
    <>
      <Breadcrumbs
        label={translator(reader.locale, 'site')('breadcrumb')}
        crumbs={[{ href, label: inLocale(booking.place.name, reader.locale) }]}
      />
      <PageHeader title={t('history.title')} lead={t('history.lead')} />
      {entries.length === 0 && <EmptyState text={t('history.none')} />}
      <ol className="m-0 max-w-3xl list-none p-0">
        {entries.map((entry) => (
          <Entry key={entry.seq} {...{ reader, zone: booking.zone, base: href, query, entry }} />
        ))}
      </ol>
    </>
  );
}
