import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { LogEntry, LogPage } from '#lib/log/reads.ts';
import { isNarrowed, type LogQuery, logAddress } from '#lib/log/schema.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { changesTold, circumstancesOf, type Reader, sentenceOf } from './log-words.ts';

type Props = {
  reader: Reader;
  zone: string;
  /** The page's own address, without a query. */
  base: string;
  query: LogQuery;
  page: LogPage;
};

/** Events as sentences, newest first, and the way to older ones. */
export function LogList({ reader, zone, base, query, page }: Props) {
  const t = translator(reader.locale, 'house');
  const { entries, older } = page;
  const narrowed = isNarrowed(query);
  const again = logAddress({ ...query, before: null });
  return (
    <>
      {query.object && <p>{t('log.narrowedObject')}</p>}
      {entries.length === 0 && (
        <EmptyState text={t(narrowed ? 'log.none' : 'log.empty')}>
          {narrowed && (
            <ButtonLink href={base} variant="secondary">
              {t('log.clear')}
            </ButtonLink>
          )}
        </EmptyState>
      )}
      <ol className="m-0 list-none p-0">
        {entries.map((entry) => (
          <Entry key={entry.seq} {...{ reader, zone, base, query, entry }} />
        ))}
      </ol>
      <nav className="mt-6 flex flex-wrap gap-3" aria-label={t('nav.log')}>
        {query.before !== null && (
          <ButtonLink href={`${base}${again}`} variant="secondary">
            {t('log.newest')}
          </ButtonLink>
        )}
        {older !== null && (
          <ButtonLink
            href={`${base}${logAddress({ ...query, before: older })}`}
            variant="secondary"
          >
            {t('log.older')}
          </ButtonLink>
        )}
        {entries.length > 0 && (
          <ButtonLink href={`${base}/export.csv${again}`} variant="tertiary" download>
            {t('log.export')}
          </ButtonLink>
        )}
      </nav>
    </>
  );
}

type EntryProps = Pick<Props, 'reader' | 'zone' | 'base' | 'query'> & { entry: LogEntry };

/** One event: the sentence, when, and what changed. */
export function Entry({ reader, zone, base, query, entry }: EntryProps) {
  const { locale, own } = reader;
  const t = translator(locale, 'house');
  const at = formatter(locale, zone).dateTime(entry.at, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const about = circumstancesOf(reader, entry);
  const changes = changesTold(locale, entry);
  const sentence = sentenceOf(reader, entry);
  return (
    <li className="border-b border-neutral-border-subtle py-3">
      <p className="m-0">
        {sentence} {entry.actedAs === 'house' && own && <Tag tone="info">{t('log.asHouse')}</Tag>}
      </p>
      <p className="quiet m-0 text-base">
        <time dateTime={entry.at.toISOString()}>{at}</time>
        {about.map((words) => (
          <span key={words}> · {words}</span>
        ))}
        {!query.object && entry.object !== null && (
          <>
            {' · '}
            <a className="underline" href={`${base}${logAddress({ object: entry.objectId })}`}>
              {t('log.onlyObject')}
              <span className="ds-sr-only">: {entry.object}</span>
            </a>
          </>
        )}
      </p>
      {changes.length > 0 && (
        <ul className="ds-list m-0 mt-1 text-base [overflow-wrap:anywhere]">
          {changes.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
