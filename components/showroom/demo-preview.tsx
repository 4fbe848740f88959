import { type Locale, languageNames, locales } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { DemoContent } from '#lib/showroom/content.ts';
import { claimWords, fieldName, valueWords } from './demo-words.ts';

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

/** All that a version says, language by language, for whoever decides on it. */
export function DemoPreview({ locale, content }: { locale: Locale; content: DemoContent }) {
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
