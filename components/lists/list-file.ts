import { stringify } from 'csv-stringify/sync';
import { claimValue } from '#components/showroom/demo-words.ts';
import type { FoundList, Kept } from '#lib/lists/reads.ts';
import { inLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { areaOf } from '#lib/showroom/claims.ts';
import type { WrittenClaim } from '#lib/showroom/content.ts';
import { queryWords } from './query-words.ts';
import type { Reading } from './record.ts';

const columns = [
  ...['hub', 'organisation', 'list', 'caseNumber', 'purpose', 'search', 'lockedAt', 'lockedBy'],
  ...['number', 'demo', 'owner', 'ownerKind', 'version', 'published'],
  ...['area', 'claim', 'value', 'level', 'source', 'sourceUrl', 'checkedBy', 'checkedOn'],
  ...['expiresOn', 'chosen', 'reason', 'entry', 'decidedBy', 'decidedAt', 'whole', 'note'],
] as const;

/**
 * A locked list as a file for spreadsheets: a row a claim, moments in UTC as ISO 8601 writes them, and no
 * text that begins like a formula left as one.
 */
export function listText(reading: Reading, list: FoundList): string {
  const t = translator(reading.locale, 'lists');
  const rows = list.items.flatMap(({ demoId, kept }) => {
    if (!kept) return [];
    const claims = kept.content.claims.length > 0 ? kept.content.claims : [null];
    return claims.map((claim) => [
      ...listCells(reading, list),
      ...demoCells(reading, kept),
      ...claimCells(reading, claim),
      ...choiceCells(reading, list, demoId),
      t('neutral'),
    ]);
  });
  const head = columns.map((name) => t(`file.${name}`));
  return stringify([head, ...rows], { delimiter: ';', bom: true, escape_formulas: true });
}

function listCells({ locale, hub, organisation }: Reading, list: FoundList): string[] {
  const { name, caseNumber, purpose, lockedAt, lockedBy } = list;
  const search = list.query ? queryWords(locale, list.query) : '';
  const when = lockedAt?.toISOString() ?? '';
  return [hub.name, organisation, name, caseNumber, purpose, search, when, lockedBy];
}

function demoCells({ locale }: Reading, kept: Kept): string[] {
  const kind = translator(locale, 'site')(`kinds.${kept.ownerKind}`);
  const title = inLocale(kept.content.title, locale);
  const published = new Date(kept.publishedAt).toISOString();
  return [kept.publicId, title, kept.owner, kind, String(kept.version), published];
}

function claimCells({ locale }: Reading, claim: WrittenClaim | null): string[] {
  if (!claim) return Array.from({ length: 9 }, () => '');
  const t = translator(locale, 'showroom');
  const { key, value, level, source, sourceUrl, checkedBy, checkedOn, expiresOn } = claim;
  const what = [t(`claimAreas.${areaOf(key)}`), t(`claimKeys.${key}`)];
  const said = [claimValue(locale, key, value), t(`claimLevels.${level}`)];
  return [...what, ...said, source, sourceUrl, checkedBy, checkedOn, expiresOn];
}

function choiceCells({ locale }: Reading, { decisions }: FoundList, demoId: string): string[] {
  const t = translator(locale, 'lists');
  const [decision] = decisions;
  if (!decision) return Array.from({ length: 6 }, () => '');
  const choice = decision.choices.find((one) => one.demoId === demoId);
  const what = decision.noneFits ? t('noneFits') : t(choice?.chosen ? 'yes' : 'no');
  const by = [String(decision.number), decision.by, decision.at.toISOString(), decision.reason];
  return [what, choice?.reason ?? '', ...by];
}
