import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { authorities, type Controller } from '#lib/rights/controllers.ts';

type Props = { locale: Locale; of: Controller };

/** Who answers for a hub's data, whom to ask, and where to complain. */
export function ControllerFacts({ locale, of }: Props) {
  const t = translator(locale, 'rights');
  const authority = authorities[of.country];
  const ask = of.officer || of.contact;
  return (
    <dl className="m-0 text-base">
      <dt className="quiet">{t('controllers.controller')}</dt>
      <dd className="m-0 [overflow-wrap:anywhere]">{of.controller}</dd>
      {ask && (
        <>
          <dt className="quiet mt-2">
            {t(of.officer ? 'controllers.officer' : 'controllers.contact')}
          </dt>
          <dd className="m-0 [overflow-wrap:anywhere]">
            <a className="underline" href={`mailto:${ask}`}>
              {ask}
            </a>
          </dd>
        </>
      )}
      <dt className="quiet mt-2">{t('controllers.authority')}</dt>
      <dd className="m-0 [overflow-wrap:anywhere]">
        <a className="underline" href={authority.href}>
          {authority.name}
        </a>
      </dd>
    </dl>
  );
}
