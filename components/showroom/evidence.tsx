import type { ReactNode } from 'react';
import { Table } from '#components/ui/table.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { evidenceColumns } from '#lib/showroom/claims.ts';
import type { Demo } from '#lib/showroom/detail.ts';
import { checkWords, Own, ranOut, Source, Value } from './claim-words.tsx';

type Claim = Demo['claims'][number];
type Props = { locale: Locale; claims: readonly Claim[]; today: Date };

/** What studies there are, row by row: so that two can be held against one another (S11). */
export function Evidence({ locale, claims, today }: Props) {
  const t = translator(locale, 'showroom');
  const old = (claim: Claim) => ranOut(claim, today);
  const rows = claims.map((claim) => {
    const said = (claim.detail ?? {}) as Record<string, string>;
    const quiet = old(claim) ? 'quiet' : undefined;
    const cells: ReactNode[] = [
      <span className={quiet} key="study">
        <strong>{t(`claimKeys.${claim.key}`)}</strong>
        {claim.value && (
          <span className="block text-base">
            <Value locale={locale} claim={claim} />
          </span>
        )}
      </span>,
      ...evidenceColumns.map((name) =>
        said[name] ? <Own key={name} locale={locale} claim={claim} text={said[name]} /> : '–',
      ),
      <span className={quiet} key="checked">
        {old(claim) ? t('ranOut') : t(`claimLevels.${claim.level}`)}
        {claim.level !== 'DECLARED' && (
          <span className="block text-base">{checkWords(locale, claim)}</span>
        )}
        <span className="block text-base">
          <Source locale={locale} claim={claim} />
        </span>
      </span>,
    ];
    return { key: String(claim.position), cells };
  });
  const columns = evidenceColumns.map((name) => t(`claimDetails.${name}`));
  const head = [t('claimAreas.EVIDENCE'), ...columns, t('standing')];
  return <Table caption={t('claimAreas.EVIDENCE')} head={head} rows={rows} />;
}
