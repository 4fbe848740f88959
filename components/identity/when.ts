import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter } from '#lib/platform/i18n/translate.ts';

// One's own account lies at no hub; the portal's hubs share the clock of Stockholm and Oslo.
export function told(locale: Locale, at: Date): string {
  const format = formatter(locale, 'Europe/Stockholm');
  return format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
}
