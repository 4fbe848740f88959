import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { claimAreas } from '#lib/showroom/claims.ts';
import type { Demo } from '#lib/showroom/reads.ts';
import { claimValue } from './demo-words.ts';

type Claim = Demo['claims'][number];
type Props = { locale: Locale; claims: readonly Claim[]; today: Date };

/** What a demo claims, by area: how far it is proven, who checked it, by what, and until when that holds. */
export function Claims({ locale, claims, today }: Props) {
  const t = translator(locale, 'showroom');
  if (claims.length === 0) return null;
  return (
    <section aria-labelledby="claims">
      <h2 className="ds-heading" data-size="sm" id="claims">
        {translator(locale, 'demoPages')('parts.claims')}
      </h2>
      <p className="quiet mt-0">{t('claimsLead')}</p>
      <div className="grid gap-6">
        {claimAreas
          .filter((area) => claims.some((claim) => claim.area === area))
          .map((area) => (
            <div key={area}>
              <h3 className="ds-heading" data-size="2xs">
                {t(`claimAreas.${area}`)}
              </h3>
              <ul className="m-0 grid list-none gap-2 p-0">
                {claims
                  .filter((claim) => claim.area === area)
                  .map((claim) => (
                    <Row key={claim.position} locale={locale} claim={claim} today={today} />
                  ))}
              </ul>
            </div>
          ))}
      </div>
    </section>
  );
}

function Row({ locale, claim, today }: { locale: Locale; claim: Claim; today: Date }) {
  const { key, value, level, source, sourceUrl, detail } = claim;
  const t = translator(locale, 'showroom');
  const ranOut = claim.expiresOn !== null && claim.expiresOn < today;
  const details = Object.entries((detail ?? {}) as Record<string, string>);
  const said = claimValue(locale, key, value);
  return (
    <li className={`panel px-4 py-3 ${ranOut ? 'bg-neutral-surface-tinted' : ''}`}>
      <strong className={ranOut ? 'quiet' : undefined}>{t(`claimKeys.${key}`)}</strong>
      {said && `: ${said}`}
      <span className="quiet block text-base">
        {ranOut ? t('ranOut') : t(`claimLevels.${level}`)}
        {level !== 'DECLARED' && `. ${checkWords(locale, claim)}`}
      </span>
      {details.map(([name, text]) => (
        <span className="quiet block text-base" key={name}>
          {t(`claimDetails.${name}`)}: {text}
        </span>
      ))}
      {source && (
        <span className="quiet block text-base">
          {t('source')}: {sourceUrl ? <a href={sourceUrl}>{source}</a> : source}
        </span>
      )}
    </li>
  );
}

function checkWords(locale: Locale, { checkedBy, checkedOn, expiresOn }: Claim): string {
  const day = (date: Date | null) =>
    date ? formatter(locale, 'UTC').dateTime(date, { dateStyle: 'medium' }) : '–';
  const values = { by: checkedBy, on: day(checkedOn), until: day(expiresOn) };
  return translator(locale, 'showroom')('checked', values);
}
