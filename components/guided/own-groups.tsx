import { Tag } from '#components/ui/tag.tsx';
import type { listOwnGroups } from '#lib/guided/groups.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { whenText } from './times.ts';

type Group = Awaited<ReturnType<typeof listOwnGroups>>['coming'][number];
type Props = {
  locale: Locale;
  /** Where the organisation's pages begin. */
  base: string;
  heading?: string;
  groups: readonly Group[];
};

/** Visits of an organisation to the showroom, each with the way to it; nothing where there are none. */
export function OwnGroups({ locale, base, groups, ...said }: Props) {
  const t = translator(locale, 'guided');
  if (groups.length === 0) return null;
  const heading = said.heading ?? t('title');
  return (
    <section className="mt-8" aria-label={heading}>
      <h2 className="ds-heading" data-size="sm">
        {heading}
      </h2>
      <ul className="m-0 grid list-none gap-3 p-0">
        {groups.map((group) => (
          <li className="panel px-5 py-4" key={group.id}>
            <a className="font-semibold" href={`${base}/guided/${group.id}`}>
              {inLocale(group.demo, locale)}
            </a>{' '}
            {group.state === 'CANCELLED' && <Tag>{t('cancelledMark')}</Tag>}
            {group.state === 'OPEN' && group.hostAnswer === 'ASKED' && (
              <Tag tone="warning">{t('unconfirmedMark')}</Tag>
            )}
            <span className="block">
              {whenText(locale, group.site.zone, group.startsAt, group.endsAt)}
            </span>
            <span className="quiet block text-base">
              {inLocale(group.place, locale)} · {t('people', { count: group.size })}
              {group.came !== null && ` · ${t('pastVisits.came')}: ${group.came}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
