import type { Locale } from '#lib/platform/i18n/locales.ts';
import { languageNames } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { type ClaimKey, claimValues } from '#lib/showroom/claims.ts';
import type { WrittenClaim } from '#lib/showroom/content.ts';
import type { WrittenLink } from '#lib/showroom/links.ts';
import { valueName } from './facets.tsx';

const texts: Record<string, string> = {
  title: 'name',
  summary: 'summary',
  body: 'body',
  purpose: 'purpose',
};
const named: Record<string, string> = {
  kind: 'kind',
  stage: 'stage',
  trl: 'trl',
  areas: 'areas',
  settings: 'settings',
  audience: 'audience',
  iso9999: 'iso',
  medical: 'medical',
  environment: 'environment',
  picture: 'parts.media',
  media: 'parts.media',
  needs: 'parts.needs',
  links: 'parts.links',
};

/** A field of a version by its name: a text with its language, a claim by its key. */
export function fieldName(locale: Locale, field: string): string {
  const t = translator(locale, 'demoPages');
  const [name = '', part = ''] = field.split('.');
  const text = texts[name];
  if (text) return t(text, { language: languageNames[part as Locale].toLocaleLowerCase(locale) });
  if (name === 'claim') return translator(locale, 'showroom')(`claimKeys.${part}`);
  return t(named[name] ?? 'parts.facts');
}

/** What a field said, in words. */
export function valueWords(locale: Locale, field: string, value: unknown): string {
  const [name] = field.split('.');
  if (value === undefined || value === null) return '';
  if (name === 'claim') return claimWords(locale, value as WrittenClaim);
  if (name === 'medical') return translator(locale, 'demoPages')(value ? 'yes' : 'no');
  if (name === 'kind' || name === 'stage') return valueName(locale, name, String(value));
  if (name === 'areas') return listed(locale, value, (one) => valueName(locale, 'area', one));
  if (name === 'settings') return listed(locale, value, (one) => valueName(locale, 'setting', one));
  if (name === 'audience') {
    return listed(locale, value, (one) => translator(locale, 'showroom')(`audience.${one}`));
  }
  if (name === 'links') return linkWords(locale, value as WrittenLink[]);
  if (Array.isArray(value)) return String(value.length);
  return typeof value === 'object' ? plain(value) : String(value);
}

function listed(locale: Locale, value: unknown, word: (one: string) => string): string {
  return new Intl.ListFormat(locale).format([value].flat().map((one) => word(String(one))));
}

function linkWords(locale: Locale, links: readonly WrittenLink[]): string {
  const t = translator(locale, 'demoLinks');
  return links.map(({ number, kind }) => `${t(`kinds.${kind}`)} ${number}`).join('; ');
}

function plain(value: object): string {
  return Object.values(value)
    .flatMap((one) => (one && typeof one === 'object' ? Object.values(one) : [one]))
    .filter((one) => one !== null && one !== '')
    .join(', ');
}

/** A claim in a line: what, how it is shown, by whom, until when. */
export function claimWords(locale: Locale, claim: WrittenClaim): string {
  const t = translator(locale, 'showroom');
  const { key, value, level, source, checkedBy, checkedOn, expiresOn, detail } = claim;
  const said = claimValue(locale, key, value);
  const check = level === 'DECLARED' ? [] : [source, checkedBy, `${checkedOn} – ${expiresOn}`];
  const details = Object.entries(detail).map(
    ([name, text]) => `${t(`claimDetails.${name}`)}: ${text}`,
  );
  return [said, t(`claimLevels.${level}`), ...check, ...details].filter(Boolean).join(' · ');
}

/** What a claim says: one of its key's values by name, or the words as they were written. */
export function claimValue(locale: Locale, key: string, value: string): string {
  const choices = claimValues[key as ClaimKey];
  return choices?.includes(value) ? translator(locale, 'showroom')(`claimValues.${value}`) : value;
}
