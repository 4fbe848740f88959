import { type Locale, languageNames, locales } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { DemoContent } from '#lib/showroom/content.ts';
import type { MediaShown } from '#lib/showroom/media-reads.ts';
import { claimWords, fieldName, valueWords } from './demo-words.ts';
import { Figure } from './media.tsx';

const facts = [
  'kind',
  'stage',
  'trl',
  'areas',
  'settings',
  'audience',
  'medical',
  'iso9999',
  'environment',
  'links',
] as const;

type Props = {
  locale: Locale;
  hub: string;
  content: DemoContent;
  media: readonly MediaShown[];
};

/** All that a version says, language by language, for whoever decides on it. */
export function DemoPreview({ locale, hub, content, media }: Props) {
  const t = translator(locale, 'demoPages');
  const words = translator(locale, 'showroom');
  const written = locales.filter((language) => content.title[language]);
  return (
    <div className="mt-8 grid max-w-3xl gap-8">
      {written.map((language) => (
        <article className="panel p-5" key={language} lang={language}>
          <p className="quiet m-0 text-base">{languageNames[language]}</p>
          <h2 className="ds-heading m-0" data-size="sm">
            {content.title[language]}
          </h2>
          <p className="text-lg">{content.summary[language]}</p>
          <div className="whitespace-pre-line">{content.body[language]}</div>
          {content.purpose[language] && (
            <p className="mb-0 font-medium">{content.purpose[language]}</p>
          )}
        </article>
      ))}
      <MediaPreview locale={locale} hub={hub} content={content} media={media} />
      <dl className="panel m-0 grid gap-3 p-5 sm:grid-cols-2">
        {facts.map((field) => (
          <div key={field}>
            <dt className="quiet text-base">{fieldName(locale, field)}</dt>
            <dd className="m-0">{valueWords(locale, field, content[field]) || t('notSaid')}</dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="claims">
        <h2 className="ds-heading" data-size="sm" id="claims">
          {t('parts.claims')}
        </h2>
        {content.claims.length === 0 && <p className="quiet">{t('claimsNone')}</p>}
        <ul className="m-0 grid list-none gap-2 p-0">
          {content.claims.map((claim, n) => (
            <li key={`${claim.key} ${String(n)}`}>
              <strong>{words(`claimKeys.${claim.key}`)}</strong>: {claimWords(locale, claim)}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Its pictures and films, each with what is said in their place, and who may use them. */
function MediaPreview({ locale, hub, content, media }: Props) {
  const t = translator(locale, 'media');
  const { src, alt } = content.picture;
  const said = (text: object) =>
    Object.entries(text)
      .filter(([, words]) => words)
      .map(([language, words]) => `${languageNames[language as Locale]}: ${words}`)
      .join(' · ');
  return (
    <section aria-labelledby="pictures">
      <h2 className="ds-heading" data-size="sm" id="pictures">
        {translator(locale, 'demoPages')('parts.media')}
      </h2>
      <ul className="m-0 grid list-none gap-6 p-0 sm:grid-cols-2">
        {media.length === 0 && src && (
          <li>
            <img className="h-auto w-full rounded-xl" src={src} alt="" />
            <p className="m-0 mt-2 text-base">{t('inWords', { words: said(alt) || '–' })}</p>
          </li>
        )}
        {media.map((use) => (
          <li key={use.file.id}>
            <Figure locale={locale} hub={hub} use={use} />
            <p className="m-0 mt-2 text-base">{t('inWords', { words: said(use.alt) || '–' })}</p>
            <p className="quiet m-0 text-base">{use.licence && t(`licences.${use.licence}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
