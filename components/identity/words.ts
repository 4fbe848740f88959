import Bowser from 'bowser';
import type { PasskeyWords } from '#components/identity/passkey-forms.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { findProvider, providerName } from '#lib/platform/session/providers.ts';

/** A browser by what it says of itself: "Chrome på Windows". */
export function deviceName(locale: Locale, agent: string): string {
  const t = translator(locale, 'identity');
  const { browser, os } = agent ? Bowser.parse(agent) : { browser: {}, os: {} };
  const named = { browser: browser.name ?? '', system: os.name ?? '' };
  if (!named.browser) return t('sessions.unknownDevice');
  return named.system ? t('sessions.device', named) : named.browser;
}

/** How one signed in, in words: a link, the demo, or a provider by its name while there is one. */
export async function methodName(locale: Locale, method: string): Promise<string> {
  const t = translator(locale, 'identity');
  if (method === 'link' || method === 'demo') return t(`sessions.methods.${method}`);
  const provider = await findProvider(method);
  return provider ? providerName(provider, locale) : method;
}

export function passkeyWords(locale: Locale): PasskeyWords {
  const t = translator(locale, 'identity');
  return {
    name: t('passkeys.name'),
    nameHint: t('passkeys.nameHint'),
    add: t('passkeys.add'),
    show: t('passkeys.show'),
    working: t('passkeys.working'),
    cancelled: t('passkeys.cancelled'),
    noAnswer: translator(locale, 'site')('form.noAnswer'),
    needsScript: t('passkeys.needsScript'),
  };
}
