import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Wish } from '#lib/workspace/schema.ts';
import { withWish } from './addresses.ts';

export type View = 'list' | 'plan' | 'day' | 'week';
type Props = { locale: Locale; base: string; wish: Wish; view: View };

/** The same house as a list, a plan, a day or a week; the choice stands in the address. */
export function ViewSwitch({ locale, base, wish, view }: Props) {
  const t = translator(locale, 'workspace');
  const pages = { list: 'book', plan: 'book', day: 'book/grid', week: 'book/grid' } as const;
  return (
    <nav className="ds-toggle-group max-sm:[&>a]:px-2.5" aria-label={t('find.views')}>
      {(['list', 'plan', 'day', 'week'] as const).map((name) => (
        <a
          key={name}
          className="ds-button"
          data-variant="tertiary"
          href={withWish(`${base}/${pages[name]}`, { ...wish, view: name })}
          aria-current={view === name ? 'true' : undefined}
        >
          {t(`find.${name === 'day' ? 'dayView' : name === 'week' ? 'weekView' : name}`)}
        </a>
      ))}
    </nav>
  );
}
