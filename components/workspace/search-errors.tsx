import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { locale: Locale; sentences: Record<string, string> };

/** What to put right, on top of a search, each line leading to its field. */
export function SearchErrors({ locale, sentences }: Props) {
  return (
    <section className="ds-error-summary mb-6" aria-labelledby="errors">
      <h2 className="ds-heading" data-size="xs" id="errors">
        {translator(locale, 'workspace')('find.errors')}
      </h2>
      <ul className="ds-list">
        {Object.entries(sentences).map(([field, text]) => (
          <li key={field}>
            <a className="ds-link" href={`#${field}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
