import { Tag } from '#components/ui/tag.tsx';
import type { NeedCard as Card } from '#lib/needs/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { AreaTags } from './area-tags.tsx';

type Props = {
  need: Card;
  locale: Locale;
  /** Null for a reader who may not propose. */
  answerHref: string | null;
  /** Where the whole of it is read; null where the card is the whole. */
  href: string | null;
  level?: 2 | 3;
};

/** A need with how urgent it is, how many have it, and the way to answer it. */
export function NeedCard({ need, locale, answerHref, href, level = 3 }: Props) {
  const Heading = `h${level}` as const;
  const t = translator(locale, 'innovation');
  const open = need.state === 'OPEN' || need.state === 'LINKED';
  return (
    <li className="panel flex flex-col p-5">
      <div className="flex flex-wrap gap-2">
        <Tag tone={open ? 'info' : 'neutral'}>{t(`needStates.${need.state}`)}</Tag>
        <Tag tone={need.urgency > 2 ? 'warning' : 'neutral'}>{t(`urgency.${need.urgency}`)}</Tag>
      </div>
      <Heading className="ds-heading m-0 mt-3" data-size="xs" lang={need.language}>
        {href === null ? need.title : <a href={href}>{need.title}</a>}
      </Heading>
      <p className="m-0 mt-2 text-base" lang={need.language}>
        {need.problem}
      </p>
      {need.affected && (
        <p className="m-0 mt-2 text-base">
          <span className="font-semibold">{t('others.affected')}:</span>{' '}
          <span lang={need.language}>{need.affected}</span>
        </p>
      )}
      <p className="quiet mt-3 mb-3 grow text-base">
        {need.own ? t('others.own') : (need.organisation ?? t('gone'))} ·{' '}
        {t('others.supports', { count: need.supports })}
        {need.inhabitants > 0 && ` · ${t('others.inhabitants', { count: need.inhabitants })}`}
      </p>
      <AreaTags locale={locale} areas={need.areas} />
      {open && answerHref !== null && (
        <p className="m-0 mt-3">
          <a
            className="inline-flex min-h-11 items-center"
            href={answerHref}
            aria-label={t('others.answerThis', { title: need.title })}
          >
            {t('others.answer')}
          </a>
        </p>
      )}
    </li>
  );
}
