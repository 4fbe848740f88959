import { stringify } from 'csv-stringify/sync';
import { claimValue } from '#components/showroom/demo-words.ts';
import type { FoundList, Kept } from '#lib/lists/reads.ts';
import { instantOf } from '#lib/platform/clock.ts';
import { inLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { areaOf, type ClaimDetail, claimDetails } from '#lib/showroom/claims.ts';
import type { WrittenClaim } from '#lib/showroom/content.ts';
import { queryWords } from './query-words.ts';
import type { Reading } from './record.ts';

const columns = [
  ...['hub', 'organisation', 'list', 'caseNumber', 'purpose', 'search', 'lockedAt', 'lockedBy'],
  ...['number', 'demo', 'owner', 'ownerKind', 'version', 'published'],
  ...['area', 'claim', 'value', 'level', 'source', 'sourceUrl', 'checkedBy', 'checkedOn'],
  ...[
    'expiresOn',
    'details',
    'chosen',
    'reason',
    'entry',
    'decidedBy',
    'decidedAt',
    'whole',
    'note',
  ],
] as const;

/**
 * A locked list as a file for spreadsheets: a row a claim, moments in the hub's zone as ISO 8601 writes them with
 * their distance from UTC, and no text that begins like a formula left as one.
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
  const when = lockedAt ? momentIn(hub.zone, lockedAt) : '';
  return [hub.name, organisation, name, caseNumber, purpose, search, when, lockedBy];
}

function momentIn(zone: string, at: Date): string {
  const here = instantOf(at).toZonedDateTimeISO(zone);
  return here.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

function demoCells({ locale, hub }: Reading, kept: Kept): string[] {
  const kind = translator(locale, 'site')(`kinds.${kept.ownerKind}`);
  const title = inLocale(kept.content.title, locale);
  const published = momentIn(hub.zone, new Date(kept.publishedAt));
  return [kept.publicId, title, kept.owner, kind, String(kept.version), published];
}

function claimCells({ locale }: Reading, claim: WrittenClaim | null): string[] {
  if (!claim) return Array.from({ length: 10 }, () => '');
  const t = translator(locale, 'showroom');
  const { key, value, level, source, sourceUrl, checkedBy, checkedOn, expiresOn, detail } = claim;
  const what = [t(`claimAreas.${areaOf(key)}`), t(`claimKeys.${key}`)];
  const said = [claimValue(locale, key, value), t(`claimLevels.${level}`)];
  const details = (claimDetails[areaOf(key)] as readonly ClaimDetail[])
    .filter((name) => detail[name])
    .map((name) => `${t(`claimDetails.${name}`)}: ${detail[name]}`);
  const check = [source, sourceUrl, checkedBy, checkedOn, expiresOn];
  return [...what, ...said, ...check, details.join('; ')];
}

function choiceCells({ locale, hub }: Reading, { decisions }: FoundList, demoId: string): string[] {
  const t = translator(locale, 'lists');
  const [decision] = decisions;
  if (!decision) return Array.from({ length: 6 }, () => '');
  const choice = decision.choices.find((one) => one.demoId === demoId);
  const what = decision.noneFits ? t('noneFits') : t(choice?.chosen ? 'yes' : 'no');
  const at = momentIn(hub.zone, decision.at);
  const by = [String(decision.number), decision.by, at, decision.reason];
  return [what, choice?.reason ?? '', ...by];
}
