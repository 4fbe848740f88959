import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** The parts of a hub's front that its administrators write: for visitors, and to try out before. */
export type FrontHub = {
  name: string;
  picture: string;
  pictureAlt: unknown;
  welcome: unknown;
  mission: unknown;
  address: string;
  areaM2: number | null;
  contactEmail: string;
  contactRole: unknown;
  operator: { name: string };
};
type Props = { locale: Locale; hub: FrontHub };

/** Picture, name and welcome. `level` is the heading's: the page's one h1 for visitors. */
export function HubHero({ locale, hub, level: Level = 'h1' }: Props & { level?: 'h1' | 'h2' }) {
  return (
    <section className="panel mt-6 overflow-hidden bg-accent-background-tinted">
      <img
        className="aspect-[5/2] w-full object-cover"
        src={hub.picture}
        alt={inLocale(hub.pictureAlt, locale)}
        width={1200}
        height={480}
      />
      <div className="p-6 sm:p-8">
        <Level className="ds-heading m-0" data-size="xl">
          {hub.name}
        </Level>
        <p className="prose m-0 mt-3 text-xl">{inLocale(hub.welcome, locale)}</p>
      </div>
    </section>
  );
}

/** Where it is and whom one reaches. */
export function HubVisit({ locale, hub }: Props) {
  const t = translator(locale, 'site');
  return (
    <address className="not-italic">
      <h2 className="ds-heading" data-size="sm">
        {t('hub.visit')}
      </h2>
      <p className="m-0">
        {hub.address}
        {hub.areaM2 !== null && <> · {t('hub.area', { area: hub.areaM2 })}</>}
      </p>
      {hub.contactEmail && (
        <>
          <h3 className="ds-heading mt-4" data-size="2xs">
            {t('hub.contact')}
          </h3>
          <p className="m-0">
            {inLocale(hub.contactRole, locale)}:{' '}
            <a href={`mailto:${hub.contactEmail}`}>{hub.contactEmail}</a>
          </p>
        </>
      )}
      <p className="quiet m-0 mt-2">
        {t('footer.operatedBy')} {hub.operator.name}
      </p>
    </address>
  );
}
