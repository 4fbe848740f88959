import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Wish } from '#lib/workspace/schema.ts';
import { withWish } from './addresses.ts';

type Props = { locale: Locale; base: string; wish: Wish; view: 'list' | 'plan' };

/** List or plan first; the choice stands in the address. */
export function ViewSwitch({ locale, base, wish, view }: Props) {
  const t = translator(locale, 'workspace');
  return (
    <nav className="ds-toggle-group" aria-label={t('find.views')}>
      {(['list', 'plan'] as const).map((name) => (
        <a
          key={name}
          className="ds-button"
          data-variant="tertiary"
          href={withWish(`${base}/book`, { ...wish, view: name })}
          aria-current={view === name ? 'true' : undefined}
        >
          {t(`find.${name}`)}
        </a>
      ))}
    </nav>
  );
}
