import type { ReactNode } from 'react';
import { Written } from '#components/ui/written.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { claimAreas, claimKeys } from '#lib/showroom/claims.ts';
import { writtenLanguages } from '#lib/showroom/content.ts';
import type { Demo } from '#lib/showroom/detail.ts';
import { environmentShape } from '#lib/showroom/environment.ts';
import { checkWords, ranOut, Value } from './claim-words.tsx';
import { reviewedText } from './demo-facts.tsx';
import { claimValue } from './demo-words.ts';
import { valueName } from './facets.tsx';

type Context = { locale: Locale; zone: string; today: Date };
/** A line of a comparison: what each says, as text to be held against the others, and as it is shown. */
export type CompareRow = {
  key: string;
  label: string;
  /** Begins a new part of the table with this heading. */
  part?: string;
  texts: string[];
  cells: ReactNode[];
};

/** Whether not all say the same. */
export const differs = ({ texts }: CompareRow) => new Set(texts).size > 1;

/** All that demos say, line by line: the facts, every claim that any of them makes, and what each needs. */
export function compareRows(demos: readonly Demo[], context: Context): CompareRow[] {
  return [...factRows(demos, context), ...claimRows(demos, context), ...needRows(demos, context)];
}

function row(key: string, label: string, texts: string[], cells: ReactNode[] = texts): CompareRow {
  return { key, label, texts, cells };
}

function factRows(demos: readonly Demo[], { locale, zone }: Context): CompareRow[] {
  const t = translator(locale, 'showroom');
  const words = translator(locale, 'compare');
  const list = new Intl.ListFormat(locale);
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const each = (of: (demo: Demo) => string) => demos.map(of);
  const listed = (names: readonly string[], word: (one: string) => string) =>
    list.format(names.map(word));
  return [
    row(
      'summary',
      words('rows.summary'),
      each(({ summary }) => inLocale(summary, locale)),
      demos.map(({ summary, slug }) => <Written key={slug} text={summary} locale={locale} />),
    ),
    row(
      'owner',
      t('demo.owner'),
      each(({ owner }) => {
        const kind = translator(locale, 'site')(`kinds.${owner.kind}`);
        return `${owner.name} (${kind})`;
      }),
    ),
    row(
      'uses',
      words('rows.uses'),
      each((demo) => usesText(locale, demo)),
    ),
    row(
      'stage',
      t('demo.stage'),
      each(({ stage }) => t(`stages.${stage}`)),
    ),
    row(
      'kind',
      t('demo.kind'),
      each(({ kind }) => t(`kindsOfDemo.${kind}`)),
    ),
    row(
      'areas',
      t('demo.areas'),
      each(({ areas }) => listed(areas, (one) => valueName(locale, 'area', one))),
    ),
    row(
      'settings',
      t('demo.settings'),
      each(({ settings }) => listed(settings, (one) => valueName(locale, 'setting', one))),
    ),
    row(
      'audience',
      t('demo.audience'),
      each(({ audience }) => listed(audience, (one) => t(`audience.${one}`))),
    ),
    row(
      'languages',
      words('rows.languages'),
      each((demo) => listed(writtenLanguages(demo), (one) => languages.of(one) ?? one)),
    ),
    row(
      'reviewed',
      words('rows.reviewed'),
      each((demo) => reviewedText(locale, zone, demo)),
    ),
  ];
}

function usesText(locale: Locale, { adoptions }: Demo): string {
  const count = (status: string) => adoptions.filter((one) => one.status === status).length;
  return translator(locale, 'compare')('uses', {
    using: count('USING'),
    testing: count('TESTING'),
    stopped: count('STOPPED'),
  });
}

function claimRows(demos: readonly Demo[], context: Context): CompareRow[] {
  const t = translator(context.locale, 'showroom');
  return claimAreas.flatMap((area) =>
    claimKeys[area]
      .filter((key) => demos.some(({ claims }) => claims.some((claim) => claim.key === key)))
      .map((key, n) => ({
        ...row(
          key,
          t(`claimKeys.${key}`),
          demos.map((demo) => claimsText(demo, key, context)),
          demos.map((demo) => <Said key={demo.slug} demo={demo} claim={key} context={context} />),
        ),
        ...(n === 0 && { part: t(`claimAreas.${area}`) }),
      })),
  );
}

function linesOf(demo: Demo, key: string, { locale, today }: Context) {
  const t = translator(locale, 'showroom');
  return demo.claims
    .filter((claim) => claim.key === key)
    .map((claim) => {
      const { level, value } = claim;
      const old = ranOut(claim, today);
      const said =
        claimValue(locale, key, value) || (level === 'DECLARED' ? t(`claimKeys.${key}`) : '');
      const standing = old ? t('ranOut') : t(`claimLevels.${level}`);
      const check = level === 'DECLARED' ? '' : checkWords(locale, claim);
      return { claim, said, standing, check, old };
    });
}

function claimsText(demo: Demo, key: string, context: Context): string {
  return linesOf(demo, key, context)
    .map(({ said, standing }) => `${said} ${standing}`)
    .join('\n');
}

type SaidProps = { demo: Demo; claim: string; context: Context };

function Said({ demo, claim, context }: SaidProps) {
  const lines = linesOf(demo, claim, context);
  if (lines.length === 0) {
    return <span className="quiet">{translator(context.locale, 'compare')('notSaid')}</span>;
  }
  return lines.map(({ claim: one, said, standing, check, old }) => (
    <span className={`block ${old ? 'quiet' : ''}`} key={one.position}>
      {said && (
        <span className="block">
          {one.value ? <Value locale={context.locale} claim={one} /> : said}
        </span>
      )}
      <span className="quiet block text-base">
        {standing}
        {check && `. ${check}`}
      </span>
    </span>
  ));
}

function needRows(demos: readonly Demo[], { locale }: Context): CompareRow[] {
  const words = translator(locale, 'compare');
  const units = translator(locale, 'adoptions');
  const pages = translator(locale, 'demoPages');
  const amount = (value: number | null, unit: string) =>
    value === null
      ? ''
      : units('number', { number: String(value), unit: units(`units.${unit}`, { count: value }) });
  const needs = demos.map(({ environment }) => environmentShape.parse(environment));
  type Need = (typeof needs)[number];
  const texts: Record<string, (need: Need) => string> = {
    bandwidthKbps: ({ bandwidthKbps: kilobits }) =>
      amount(kilobits === null ? null : kilobits / 1000, 'bandwidthKbps'),
    mobileNet: ({ mobileNet }) => mobileNet && pages(mobileNet === 'YES' ? 'yes' : 'no'),
    withinKm: ({ withinKm }) => amount(withinKm, 'farthestKm'),
    staffMinutes: ({ staffMinutes }) => amount(staffMinutes, 'staffMinutes'),
    trainingHours: ({ trainingHours }) => amount(trainingHours, 'trainingHours'),
    offline: ({ offline }) => offline && units(`offline.${offline}`),
  };
  return Object.entries(texts)
    .map(([key, text]) => row(key, words(`rows.${key}`), needs.map(text)))
    .filter((each) => each.texts.some(Boolean))
    .map((each, n) => ({
      ...each,
      cells: each.texts.map((text) => text || words('notSaid')),
      ...(n === 0 && { part: pages('environment') }),
    }));
}
