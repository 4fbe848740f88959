import type { ReactNode } from 'react';
import { AreaTags } from '#components/innovation/area-tags.tsx';
import { dayText } from '#components/innovation/day.ts';
import { Tag } from '#components/ui/tag.tsx';
import type { NeedView } from '#lib/needs/own.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { NeedStateTag } from './need-state-tag.tsx';

type Props = { locale: Locale; hub: string; zone: string; need: NeedView; children: ReactNode };

/** A need as it is read: whose, how it stands, the words, where it was said, who else has it. */
export function NeedDocument({ locale, hub, zone, need, children }: Props) {
  const t = translator(locale, 'needs');
  const others = translator(locale, 'innovation');
  const { fromDemo } = need;
  return (
    <article className="max-w-3xl">
      <div className="mt-4 flex flex-wrap gap-2">
        <NeedStateTag locale={locale} state={need.state} />
        <Tag tone={need.urgency > 2 ? 'warning' : 'neutral'}>
          {others(`urgency.${need.urgency as 1 | 2 | 3 | 4}`)}
        </Tag>
      </div>
      <h1 className="ds-heading mt-3" data-size="lg" lang={need.language}>
        {need.title}
      </h1>
      <p className="quiet">{need.organisation ?? t('gone')}</p>
      {need.state === 'CLOSED' && need.closedReason && (
        <p>{t('closedBecause', { reason: need.closedReason })}</p>
      )}
      {children}
      <h2 className="ds-heading mt-8" data-size="sm">
        {t('problem')}
      </h2>
      <p className="prose whitespace-pre-line" lang={need.language}>
        {need.problem}
      </p>
      {need.affected && (
        <p>
          <span className="font-semibold">{others('others.affected')}:</span>{' '}
          <span lang={need.language}>{need.affected}</span>
        </p>
      )}
      <AreaTags locale={locale} areas={need.areas} />
      {fromDemo?.status === 'PUBLISHED' && (
        <p className="mt-4">
          <a href={`/${locale}/${hub}/showroom/${fromDemo.slug}`}>
            {t('saidAt', { demo: inLocale(fromDemo.title, locale) })}
          </a>
        </p>
      )}
      <h2 className="ds-heading mt-8" data-size="sm">
        {t('whoHas')}
      </h2>
      {need.backers.length === 0 && <p className="quiet">{t('noOther')}</p>}
      <ul className="ds-list">
        {need.backers.map(({ name, since }) => (
          <li key={`${name} ${since.toISOString()}`}>
            {t('since', { organisation: name ?? t('gone'), day: dayText(locale, zone, since) })}
          </li>
        ))}
      </ul>
    </article>
  );
}
