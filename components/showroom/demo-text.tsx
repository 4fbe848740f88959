import { NotTranslated, Written } from '#components/ui/written.tsx';
import { inLocale, type Locale, languageIn } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Demo } from '#lib/showroom/detail.ts';
import type { MediaShown } from '#lib/showroom/media-reads.ts';
import { FirstMedia } from './media.tsx';

type Props = { locale: Locale; hub: string; demo: Demo; media: readonly MediaShown[] };

/** What its owner writes of it, with the first picture; in another language than the reader's, that is said. */
export function DemoText({ locale, hub, demo, media }: Props) {
  const purpose = inLocale(demo.purpose, locale);
  return (
    <div className="mt-4 grid gap-8 lg:grid-cols-[3fr_2fr]">
      <div>
        <h1 className="ds-heading m-0" data-size="lg">
          <Written text={demo.title} locale={locale} />
        </h1>
        <p className="m-0 mt-2 empty:hidden">
          <NotTranslated text={demo.title} locale={locale} />
        </p>
        <p className="prose mt-4 text-xl">
          <Written text={demo.summary} locale={locale} />
        </p>
      </div>
      <div className="lg:row-span-2">
        {media.length > 0 ? (
          <FirstMedia locale={locale} hub={hub} media={media} />
        ) : (
          <img
            className="w-full rounded-xl"
            src={demo.picture}
            alt={inLocale(demo.pictureAlt, locale)}
            lang={languageIn(demo.pictureAlt, locale)}
            width={640}
            height={400}
          />
        )}
      </div>
      <div className="prose" lang={languageIn(demo.body, locale)}>
        {inLocale(demo.body, locale)
          .split(/\n\s*\n/)
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        {demo.medical && purpose && (
          <p className="font-medium">
            {translator(locale, 'demoPages')('intended')}:{' '}
            <Written text={demo.purpose} locale={locale} />
          </p>
        )}
      </div>
    </div>
  );
}
