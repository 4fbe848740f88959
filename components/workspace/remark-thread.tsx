import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Remark } from '#lib/workspace/remarks.ts';

type Props = { locale: Locale; zone: string; remarks: readonly Remark[] };

/** What was said about a booking, oldest first; nothing when nothing was. */
export function RemarkThread({ locale, zone, remarks }: Props) {
  const t = translator(locale, 'workspace');
  const format = formatter(locale, zone);
  if (remarks.length === 0) return null;
  const spoken = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;
  return (
    <section className="mt-8 max-w-3xl" aria-labelledby="remarks">
      <h2 className="ds-heading" data-size="xs" id="remarks">
        {t('remarks.title')}
      </h2>
      <ol className="m-0 grid list-none gap-3 p-0">
        {remarks.map(({ at, kind, text, by }) => (
          <li className="panel px-5 py-3" key={at.toISOString()}>
            <p className="quiet m-0 text-base">
              {t(`remarks.${kind}`, { person: by ?? t('remarks.gone') })},{' '}
              <time dateTime={at.toISOString()}>{format.dateTime(at, spoken)}</time>
            </p>
            <p className="m-0 whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
