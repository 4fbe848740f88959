import { Notice } from '#components/ui/notice.tsx';
import { Table } from '#components/ui/table.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { type Check, type Environment, wholeVerdict } from '#lib/showroom/environment.ts';
import { numberIn } from './here-form.tsx';

type Props = { locale: Locale; checks: readonly Check[]; needs: Environment };
const tones = { YES: 'success', PARTLY: 'warning', NO: 'warning', UNKNOWN: 'info' } as const;

/** Each line of what is needed beside what there is, and the answer of them all in a sentence. */
export function HereResult({ locale, checks, needs }: Props) {
  const t = translator(locale, 'adoptions');
  if (checks.length === 0) return <Notice>{t('nothing')}</Notice>;
  const whole = wholeVerdict(checks);
  return (
    <section className="mb-8" aria-labelledby="answer">
      <h2 className="ds-heading" data-size="sm" id="answer">
        {t(`whole.${whole}`)}
      </h2>
      <Notice tone={tones[whole]}>
        {needs.offline ? t(`offline.${needs.offline}`) : t(`whole.${whole}`)}
      </Notice>
      <Table
        caption={t('here')}
        head={[t('what'), t('needs'), t('has'), t('verdict')]}
        rows={checks.map((check) => ({
          key: check.field,
          cells: [
            t(`fields.${check.field}`),
            needed(locale, check),
            check.has === null ? t('notSaid') : amount(locale, check, check.has),
            t(`verdicts.${check.verdict}`),
          ],
        }))}
      />
    </section>
  );
}

function needed(locale: Locale, check: Check): string {
  const t = translator(locale, 'adoptions');
  if (check.field === 'coveragePercent') return t('everywhere');
  const bound = check.field === 'farthestKm' ? 'upTo' : 'atLeast';
  return t(bound, valuesOf(locale, check, check.needs ?? 0));
}

function amount(locale: Locale, check: Check, value: number): string {
  return translator(locale, 'adoptions')('number', valuesOf(locale, check, value));
}

function valuesOf(locale: Locale, { field }: Check, value: number) {
  const unit = translator(locale, 'adoptions')(`units.${field}`, { count: value });
  return { number: numberIn(locale, field, value), unit };
}
