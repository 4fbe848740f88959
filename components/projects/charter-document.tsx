import { dayText } from '#components/innovation/day.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { CharterView } from '#lib/projects/charter.ts';
import { charterParts } from '#lib/projects/schema.ts';

type Props = { locale: Locale; zone: string; base: string; charter: CharterView };

/** A version of a charter, what it changed, and the way to every other. */
export function CharterDocument({ locale, zone, base, charter }: Props) {
  const t = translator(locale, 'projects');
  const { shown, before, versions } = charter;
  if (!shown) return <EmptyState text={t('charter.none')} />;
  const signed = ({ by, at }: { by: { name: string } | null; at: Date }) =>
    t('charter.by', { name: by?.name ?? '–', date: dayText(locale, zone, at) });
  return (
    <>
      <p className="quiet m-0">
        {t('charter.version', { version: shown.version })} · {signed(shown)}
      </p>
      {charterParts
        .filter((part) => shown[part] || before?.[part])
        .map((part) => (
          <section className="mt-6" key={part} aria-labelledby={part}>
            <h2 className="ds-heading" data-size="sm" id={part}>
              {t(`charter.${part}`)}
            </h2>
            <p className="prose m-0 whitespace-pre-line" lang={shown.language}>
              {shown[part] || '–'}
            </p>
            {before && before[part] !== shown[part] && (
              <Disclosure summary={t('charter.before', { version: before.version })}>
                <p className="prose quiet m-0 whitespace-pre-line" lang={before.language}>
                  {before[part] || '–'}
                </p>
              </Disclosure>
            )}
          </section>
        ))}
      {versions.length > 1 && (
        <section className="mt-10" aria-labelledby="versions">
          <h2 className="ds-heading" data-size="sm" id="versions">
            {t('charter.versions')}
          </h2>
          <ul className="m-0 grid list-none gap-1 p-0">
            {versions.map((one) => (
              <li key={one.version}>
                {one.version === shown.version ? (
                  <strong>{t('charter.version', { version: one.version })}</strong>
                ) : (
                  <a className="inline-flex min-h-8 items-center" href={`${base}/${one.version}`}>
                    {t('charter.version', { version: one.version })}
                  </a>
                )}{' '}
                <span className="quiet">{signed(one)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
