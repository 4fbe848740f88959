import { dayText, momentText } from '#components/innovation/day.ts';
import { claimValue } from '#components/showroom/demo-words.ts';
import type { Decision, FoundList, Kept } from '#lib/lists/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { areaOf } from '#lib/showroom/claims.ts';
import type { WrittenClaim } from '#lib/showroom/content.ts';
import { queryWords } from './query-words.ts';

/** Where a list is read: the hub with its zone, and whose list it is. */
export type Reading = {
  locale: Locale;
  hub: { name: string; zone: string };
  organisation: string;
};
type Fact = { label: string; value: string };
export type RecordedDemo = {
  id: string;
  title: string;
  summary: string;
  facts: Fact[];
  claims: { name: string; lines: string[] }[];
  choice: string;
};
export type ListRecord = {
  title: string;
  lang: string;
  facts: Fact[];
  neutral: string;
  demos: RecordedDemo[];
  decisions: { title: string; by: string; lines: string[] }[];
};

/** A locked list as it goes on file: the same words on paper, in a PDF and on the page. */
export function recordOf(reading: Reading, list: FoundList): ListRecord {
  const { locale } = reading;
  const t = translator(locale, 'lists');
  const kept = list.items.flatMap(({ demoId, kept: one }) => (one ? [{ demoId, kept: one }] : []));
  const [current] = list.decisions;
  return {
    title: list.name,
    lang: locale,
    facts: factsOf(reading, list),
    neutral: t('neutral'),
    demos: kept.map(({ demoId, kept: one }) => recordedDemo(reading, demoId, one, current)),
    decisions: list.decisions.map((decision) => ({
      title: t('entry', { number: decision.number }),
      by: t('entryBy', {
        person: decision.by || t('nobody'),
        at: momentText(locale, reading.hub.zone, decision.at),
      }),
      lines: linesOf(locale, decision, kept),
    })),
  };
}

export function factsOf({ locale, hub, organisation }: Reading, list: FoundList): Fact[] {
  const t = translator(locale, 'lists');
  const { lockedAt, caseNumber, purpose } = list;
  const rows: [string, string][] = [
    ['hub', hub.name],
    ['organisation', organisation],
    ['caseNumber', caseNumber],
    ['purpose', purpose],
    ['search', list.query ? queryWords(locale, list.query) : ''],
    ['lockedAt', lockedAt ? momentText(locale, hub.zone, lockedAt) : ''],
    ['lockedBy', lockedAt ? list.lockedBy || t('nobody') : ''],
  ];
  return rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ label: t(`file.${name}`), value }));
}

function recordedDemo(
  { locale, hub }: Reading,
  id: string,
  kept: Kept,
  current: Decision | undefined,
): RecordedDemo {
  const t = translator(locale, 'lists');
  const words = translator(locale, 'showroom');
  const { content, owner, ownerKind, publicId } = kept;
  const facts: [string, string][] = [
    ['number', publicId],
    ['owner', `${owner} (${translator(locale, 'site')(`kinds.${ownerKind}`)})`],
    ['version', String(kept.version)],
    ['published', dayText(locale, hub.zone, new Date(kept.publishedAt))],
  ];
  return {
    id,
    title: inLocale(content.title, locale),
    summary: inLocale(content.summary, locale),
    facts: [
      ...facts.map(([name, value]) => ({ label: t(`file.${name}`), value })),
      { label: words('demo.kind'), value: words(`kindsOfDemo.${content.kind}`) },
      { label: words('demo.stage'), value: words(`stages.${content.stage}`) },
    ],
    claims: content.claims.map((claim) => claimRecord(locale, claim)),
    choice: choiceOf(locale, id, current),
  };
}

/** Whether a demo was chosen, and why; empty while nothing is decided. */
export function choiceOf(locale: Locale, demoId: string, decision: Decision | undefined): string {
  const t = translator(locale, 'lists');
  if (!decision) return '';
  if (decision.noneFits) return `${t('noneFits')}: ${decision.reason}`;
  const choice = decision.choices.find((one) => one.demoId === demoId);
  return choice ? `${t(choice.chosen ? 'yes' : 'no')}: ${choice.reason}` : '';
}

function claimRecord(locale: Locale, claim: WrittenClaim) {
  const t = translator(locale, 'showroom');
  const { key, value, level, source, sourceUrl, checkedBy, checkedOn, expiresOn, detail } = claim;
  const said = claimValue(locale, key, value);
  const day = (on: string) => (on ? dayText(locale, 'UTC', new Date(`${on}T00:00:00Z`)) : '–');
  const check = { by: checkedBy, on: day(checkedOn), until: day(expiresOn) };
  const details = Object.entries(detail).map(
    ([name, text]) => `${t(`claimDetails.${name}`)}: ${text}`,
  );
  const name = `${t(`claimAreas.${areaOf(key)}`)} – ${t(`claimKeys.${key}`)}`;
  const lines = [
    t(`claimLevels.${level}`),
    ...(level === 'DECLARED' ? [] : [t('checked', check)]),
    ...(source ? [`${t('source')}: ${[source, sourceUrl].filter(Boolean).join(', ')}`] : []),
    ...details,
  ];
  return { name: said ? `${name}: ${said}` : name, lines };
}

/** What one entry says, a line a demo. */
function linesOf(
  locale: Locale,
  decision: Decision,
  kept: { demoId: string; kept: Kept }[],
): string[] {
  const t = translator(locale, 'lists');
  if (decision.noneFits) return [`${t('noneFits')}: ${decision.reason}`];
  const lines = kept.map(
    ({ demoId, kept: { content } }) =>
      `${inLocale(content.title, locale)} – ${choiceOf(locale, demoId, decision)}`,
  );
  return decision.reason ? [...lines, `${t('file.whole')}: ${decision.reason}`] : lines;
}
