import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { ListRecord } from './record.ts';

type Props = { locale: Locale; decisions: ListRecord['decisions'] };

/** What was chosen and why, the newest entry first; those before stay readable. */
export function Decisions({ locale, decisions: [current, ...earlier] }: Props) {
  const t = translator(locale, 'lists');
  return (
    <section className="mt-10" aria-labelledby="decision">
      <h2 className="ds-heading" data-size="sm" id="decision">
        {t('decision')}
      </h2>
      {current ? <Entry entry={current} /> : <p className="quiet">{t('decisionNone')}</p>}
      {earlier.length > 0 && (
        <>
          <h3 className="ds-heading mt-6" data-size="xs">
            {t('earlier')}
          </h3>
          {earlier.map((entry) => (
            <Entry key={entry.title} entry={entry} />
          ))}
        </>
      )}
    </section>
  );
}

function Entry({ entry: { title, by, lines } }: { entry: ListRecord['decisions'][number] }) {
  return (
    <div className="panel mt-3 max-w-3xl p-5">
      <p className="m-0 font-medium">{title}</p>
      <p className="quiet m-0 text-base">{by}</p>
      <ul className="m-0 mt-2 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
