import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { SiteName } from '#lib/workspace/house.ts';

type Props = {
  locale: Locale;
  sites: readonly SiteName[];
  /** The short name of the one that is shown. */
  chosen: string;
};

/** Which house is looked at, for a form that asks by its address; nothing where there is only one. */
export function SiteSelect({ locale, sites, chosen }: Props) {
  if (sites.length < 2) return null;
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor="site">
        {translator(locale, 'workspace')('find.site')}
      </label>
      <select className="ds-input" id="site" name="site" defaultValue={chosen}>
        {sites.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {inLocale(name, locale)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The same as a form of its own. */
export function SiteChoice(props: Props) {
  if (props.sites.length < 2) return null;
  const t = translator(props.locale, 'workspace');
  return (
    <form method="get" className="mb-6 flex flex-wrap items-end gap-3" aria-label={t('find.site')}>
      <SiteSelect {...props} />
      <button className="ds-button" data-variant="secondary" type="submit">
        {t('grid.show')}
      </button>
    </form>
  );
}
