import { listSaidAt } from '#lib/needs/own.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';

type Props = { locale: Locale; base: string; scope: Scope; demo: string };

/** How many organisations have said a need at a demo, and which, as far as its owner may see them. */
export async function SaidAtDemo({ locale, base, scope, demo }: Props) {
  const { organisations, needs } = await listSaidAt(scope, demo);
  const t = translator(locale, 'needs');
  return (
    <section className="mt-10 max-w-3xl" aria-labelledby="said-at">
      <h2 className="ds-heading" data-size="sm" id="said-at">
        {t('atYourDemo')}
      </h2>
      <p>{t('atYourDemoCount', { count: organisations })}</p>
      <ul className="m-0 grid list-none gap-2 p-0">
        {needs.map(({ id, title, language, organisation }) => (
          <li key={id}>
            <a
              className="inline-flex min-h-8 items-center"
              href={`${base}/needs/${id}`}
              lang={language}
            >
              {title}
            </a>
            <span className="quiet block text-base">{organisation ?? t('gone')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
