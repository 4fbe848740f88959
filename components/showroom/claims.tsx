import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { claimAreas } from '#lib/showroom/claims.ts';
import type { Demo } from '#lib/showroom/detail.ts';
import { checkWords, Own, ranOut, Source, Value } from './claim-words.tsx';
import { Evidence } from './evidence.tsx';

type Claim = Demo['claims'][number];
type Props = { locale: Locale; claims: readonly Claim[]; today: Date };

/** What a demo claims, by area: how far it is proven, who checked it, by what, and until when that holds. */
export function Claims({ locale, claims, today }: Props) {
  const t = translator(locale, 'showroom');
  if (claims.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="claims">
      <h2 className="ds-heading" data-size="sm" id="claims">
        {translator(locale, 'demoPages')('parts.claims')}
      </h2>
      <p className="quiet mt-0">{t('claimsLead')}</p>
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        {claimAreas
          .filter((area) => claims.some((claim) => claim.area === area))
          .map((area) => (
            <div className={area === 'EVIDENCE' ? 'lg:col-span-2' : undefined} key={area}>
              <h3 className="ds-heading" data-size="2xs">
                {t(`claimAreas.${area}`)}
              </h3>
              <InArea
                locale={locale}
                claims={claims.filter((claim) => claim.area === area)}
                today={today}
              />
            </div>
          ))}
      </div>
    </section>
  );
}

/** Studies stand in a table; everything else says itself in a line or two. */
function InArea({ locale, claims, today }: Props) {
  if (claims[0]?.area === 'EVIDENCE') {
    return <Evidence locale={locale} claims={claims} today={today} />;
  }
  return (
    <ul className="m-0 grid list-none gap-2 p-0">
      {claims.map((claim) => (
        <Row key={claim.position} locale={locale} claim={claim} today={today} />
      ))}
    </ul>
  );
}

function Row({ locale, claim, today }: { locale: Locale; claim: Claim; today: Date }) {
  const { key, value, level, source, detail } = claim;
  const t = translator(locale, 'showroom');
  const old = ranOut(claim, today);
  const details = Object.entries((detail ?? {}) as Record<string, string>);
  return (
    <li className={`panel px-4 py-3 ${old ? 'bg-neutral-surface-tinted' : ''}`}>
      <strong className={old ? 'quiet' : undefined}>{t(`claimKeys.${key}`)}</strong>
      {value && (
        <>
          : <Value locale={locale} claim={claim} />
        </>
      )}
      <span className="quiet block text-base">
        {old ? t('ranOut') : t(`claimLevels.${level}`)}
        {level !== 'DECLARED' && `. ${checkWords(locale, claim)}`}
      </span>
      {details.map(([name, text]) => (
        <span className="quiet block text-base" key={name}>
          {t(`claimDetails.${name}`)}: <Own locale={locale} claim={claim} text={text} />
        </span>
      ))}
      {source && (
        <span className="quiet block text-base">
          {t('source')}: <Source locale={locale} claim={claim} />
        </span>
      )}
    </li>
  );
}
