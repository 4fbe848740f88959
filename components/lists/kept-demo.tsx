import type { ListItem } from '#lib/lists/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { hasRunOut } from '#lib/showroom/claims.ts';
import { DemoRecord } from './demo-record.tsx';
import type { RecordedDemo } from './record.ts';

type Props = {
  locale: Locale;
  hub: { slug: string };
  demo: RecordedDemo;
  item: ListItem | undefined;
  /** The hub's day, YYYY-MM-DD. */
  day: string;
};

/** A demo as the list keeps it, and beside it what has changed since. */
export function KeptDemo({ locale, hub, demo, item, day }: Props) {
  const since = item ? changesSince(locale, item, day) : [];
  const t = translator(locale, 'lists');
  return (
    <li className="panel p-5">
      <DemoRecord locale={locale} demo={demo} folded />
      {since.length > 0 && (
        <ul className="m-0 mt-4 list-none border-l-4 border-warning-border-default p-0 pl-4">
          {since.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {item?.now.status === 'PUBLISHED' && (
        <p className="m-0 mt-3">
          <a
            className="inline-flex min-h-8 items-center"
            href={`/${locale}/${hub.slug}/showroom/${item.now.slug}`}
          >
            {t('see')}
            <span className="ds-sr-only"> {demo.title}</span>
          </a>
        </p>
      )}
    </li>
  );
}

function changesSince(locale: Locale, { kept, now }: ListItem, day: string): string[] {
  const t = translator(locale, 'lists');
  if (!kept) return [];
  const words = translator(locale, 'showroom');
  const ended = kept.content.claims.filter((claim) => hasRunOut(claim, day));
  const what = ended.map(({ key }) => words(`claimKeys.${key}`)).join(', ');
  return [
    ...(now.status === 'PUBLISHED' ? [] : [t('gone')]),
    ...(now.status === 'PUBLISHED' && now.version !== kept.version
      ? [t('changed', { version: now.version ?? 0, what: partsOf(locale, now.changed) })]
      : []),
    ...(what ? [t('ranOut', { what })] : []),
  ];
}

function partsOf(locale: Locale, parts: readonly string[]): string {
  const words = translator(locale, 'following');
  const named = parts.map((part) => words(`parts.${part}`));
  return new Intl.ListFormat(locale).format(named) || '–';
}
