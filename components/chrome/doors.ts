import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Door } from '#lib/platform/scope.ts';

export function doorPath(locale: Locale, door: Door): string {
  return `/${locale}/${door.hub}/${door.organisation ?? 'house'}`;
}

/** The organisation, or the house; with its hub where that is not the present one. */
export function nameDoor(locale: Locale, door: Door, presentHub: string): string {
  const name = door.organisationName ?? translator(locale, 'people')('account.house');
  return door.hub === presentHub ? name : `${name} – ${door.hubName}`;
}
