import type { ReactNode } from 'react';
import { Disclosure } from '#components/ui/disclosure.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { DemoContent } from '#lib/showroom/content.ts';
import type { VersionState } from '#lib/showroom/moves.ts';
import { differencesOf } from '#lib/showroom/version-reads.ts';
import { fieldName, valueWords } from './demo-words.ts';

type Version = {
  number: number;
  state: VersionState;
  reason: string;
  content: DemoContent;
  createdAt: Date;
  sentAt: Date | null;
  decidedAt: Date | null;
  author: { name: string } | null;
  decidedBy: { name: string } | null;
};
type Props = {
  locale: Locale;
  zone: string;
  versions: readonly Version[];
  /** Whether the showroom shows it now. */
  shown: boolean;
  /** What an older version is begun again from, where one may. */
  takeUp?: ((number: number) => ReactNode) | null;
};

/** Every version, the newest first: who, when, what was answered, and what changed since the one before. */
export function DemoHistory({ locale, zone, versions, shown, takeUp }: Props) {
  const t = translator(locale, 'demoPages');
  const states = translator(locale, 'showroom');
  const day = (date: Date) => formatter(locale, zone).dateTime(date, { dateStyle: 'long' });
  return (
    <section className="mt-10 max-w-3xl" aria-labelledby="history">
      <h2 className="ds-heading" data-size="sm" id="history">
        {t('history')}
      </h2>
      <ol className="m-0 grid list-none gap-3 p-0">
        {versions.map((version, n) => {
          const { number, state, reason, author, decidedBy, decidedAt, sentAt, createdAt } =
            version;
          const person = (decidedBy ?? author)?.name ?? '–';
          return (
            <li className="panel px-5 py-3" key={number}>
              <strong>{t('version', { number })}</strong>{' '}
              {state === 'PUBLISHED' && !shown ? t('notShown') : states(`versionStates.${state}`)}
              <span className="quiet block text-base">
                {t('by', { person, day: day(decidedAt ?? sentAt ?? createdAt) })}
              </span>
              {reason && <p className="m-0 whitespace-pre-line text-base">{reason}</p>}
              {versions[n + 1] && (
                <Disclosure summary={t('changed')}>
                  <Differences
                    locale={locale}
                    before={(versions[n + 1] as Version).content}
                    after={version.content}
                  />
                </Disclosure>
              )}
              {n > 0 && takeUp?.(number)}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

type DifferencesProps = { locale: Locale; before: DemoContent; after: DemoContent };

/** What two versions say differently, field by field. */
export function Differences({ locale, before, after }: DifferencesProps) {
  const t = translator(locale, 'demoPages');
  const all = differencesOf(before, after);
  if (all.length === 0) return <p className="m-0">{t('unchanged')}</p>;
  return (
    <dl className="m-0 grid gap-4">
      {all.map(({ field, before: old, after: young }) => (
        <div key={field}>
          <dt className="font-semibold">{fieldName(locale, field)}</dt>
          <dd className="m-0 grid gap-2 sm:grid-cols-2">
            {(
              [
                ['before', old],
                ['after', young],
              ] as const
            ).map(([name, value]) => (
              <span className="block" key={name}>
                <span className="quiet block text-base">{t(name)}</span>
                <span className="whitespace-pre-line">
                  {valueWords(locale, field, value) || t('empty')}
                </span>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
