import { organisationKinds } from '#lib/organisations/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { locale: Locale; heading: string; base: string; country: 'SE' | 'NO' };

/** The first question: what kind of body. Each answer is a link, so Back and a bookmark work. */
export function KindChoice({ locale, heading, base, country }: Props) {
  const t = translator(locale, 'organisations');
  const site = translator(locale, 'site');
  return (
    <section aria-labelledby="kind">
      <h2 className="ds-heading" data-size="sm" id="kind">
        {heading}
      </h2>
      <ul className="m-0 grid list-none gap-4 p-0 sm:grid-cols-2 lg:grid-cols-3">
        {organisationKinds.map((kind) => (
          <li className="panel card-link p-5" key={kind}>
            <h3 className="ds-heading m-0" data-size="xs">
              <a href={`${base}?kind=${kind}&country=${country}`}>{site(`kinds.${kind}`)}</a>
            </h3>
            <p className="quiet m-0 mt-1 text-base">{t(`apply.kindHints.${kind}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
