import { Notice } from '#components/ui/notice.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';

/** On every page while the hub has not answered: why there are no buttons. */
export function WaitingBanner({ locale, scope }: { locale: Locale; scope: Scope }) {
  const values = { organisation: scope.organisation.name, hub: scope.hub.name };
  return <Notice>{translator(locale, 'organisations')('waiting.banner', values)}</Notice>;
}
