import { Disclosure } from '#components/ui/disclosure.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { RecordedDemo } from './record.ts';

type Props = { locale: Locale; demo: RecordedDemo; folded?: boolean };

/** A demo as it was kept: its facts, what it said, and what became of it. */
export function DemoRecord({ locale, demo, folded = false }: Props) {
  const t = translator(locale, 'lists');
  return (
    <>
      <h3 className="ds-heading m-0" data-size="xs">
        {demo.title}
      </h3>
      {demo.summary && <p className="m-0 mt-2">{demo.summary}</p>}
      {demo.choice && <p className="m-0 mt-2 font-medium">{demo.choice}</p>}
      <dl className="m-0 mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {demo.facts.map(({ label, value }) => (
          <div key={label}>
            <dt className="quiet text-base">{label}</dt>
            <dd className="m-0">{value}</dd>
          </div>
        ))}
      </dl>
      {folded ? (
        <Disclosure summary={`${t('claims')} (${String(demo.claims.length)})`}>
          <Claims locale={locale} demo={demo} />
        </Disclosure>
      ) : (
        <>
          <h4 className="ds-heading mt-4 mb-1" data-size="2xs">
            {t('claims')}
          </h4>
          <Claims locale={locale} demo={demo} />
        </>
      )}
    </>
  );
}

function Claims({ locale, demo: { claims } }: { locale: Locale; demo: RecordedDemo }) {
  if (claims.length === 0) {
    return <p className="quiet m-0">{translator(locale, 'lists')('claimsNone')}</p>;
  }
  return (
    <ul className="m-0 grid list-none gap-2 p-0">
      {claims.map(({ name, lines }, n) => (
        <li key={`${name} ${String(n)}`} className="[overflow-wrap:anywhere]">
          <strong>{name}</strong>
          <span className="quiet block text-base">{lines.join('. ')}</span>
        </li>
      ))}
    </ul>
  );
}
