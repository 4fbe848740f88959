import type { Letter } from '#lib/platform/deed.ts';
import { settings } from '#lib/platform/env.ts';
import { defaultLocale, inLocale, isLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { NewsKind } from '#lib/showroom/news.ts';

export type ToldNews = {
  demoId: string;
  kind: NewsKind;
  what: string[];
  title: unknown;
  slug: string;
  owner: string;
};
type Hub = { slug: string; name: string };
type Addressee = { email: string; locale: string };

/** What has happened to what somebody follows, demo by demo, in their language; with a way to end such mail. */
export function newsLetter(
  hub: Hub,
  to: Addressee,
  news: readonly ToldNews[],
  token: string,
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const t = translator(locale, 'following');
  const { url } = settings();
  const demos = [...new Set(news.map(({ demoId }) => demoId))];
  const told = demos.map((id) => {
    const own = news.filter(({ demoId }) => demoId === id);
    return paragraph(locale, `${url}/${locale}/${hub.slug}/showroom`, own);
  });
  const values = {
    ...{ hub: hub.name, count: news.length, news: told.join('\n\n') },
    link: `${url}/${locale}/${hub.slug}/act/following`,
    stop: `${url}/${locale}/letters/${token}`,
  };
  return {
    to: to.email,
    subject: t('letter.subject', values),
    text: `${t('letter.text', values)}\n\n${translator(locale, 'mail')('footer', { hub: hub.name })}\n`,
    unsubscribe: `${url}/api/letters/${token}`,
  };
}

function paragraph(locale: Locale, base: string, news: readonly ToldNews[]): string {
  const [first] = news;
  if (!first) return '';
  const lines = [...new Set(news.map((one) => `– ${lineOf(locale, one)}`))];
  const head = `${inLocale(first.title, locale)} (${first.owner})`;
  return [head, ...lines, `${base}/${first.slug}`].join('\n');
}

function lineOf(locale: Locale, { kind, what }: ToldNews): string {
  const t = translator(locale, 'following');
  const claims = translator(locale, 'showroom');
  const words = what.map((one) => {
    if (kind === 'VERSION') return t(`parts.${one}`);
    return kind === 'CHECKS' ? claims(`claimKeys.${one}`) : one;
  });
  return t(`news.${kind}`, { what: new Intl.ListFormat(locale).format(words) || '–' });
}
