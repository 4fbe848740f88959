import { formLabels } from '#components/chrome/form-labels.ts';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { dayInWords, timeOfDay } from '#components/workspace/describe.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { VisitRow, VisitState } from '#lib/visits/reads.ts';

export type VisitStep = 'in' | 'out' | 'cancelled';
type Props = {
  locale: Locale;
  visits: readonly (VisitRow & { state: VisitState })[];
  act: (id: string, step: VisitStep) => (before: FormState, form: FormData) => Promise<FormState>;
  /** Where they are of several days. */
  withDay: boolean;
};

const tones = { EXPECTED: 'info', HERE: 'success', LEFT: 'neutral', CANCELLED: 'danger' } as const;

/** Guests by time: who, from where, for whom, and what can be done now. */
export function VisitList({ locale, visits, act, withDay }: Props) {
  return (
    <ol className="m-0 grid list-none gap-3 p-0">
      {visits.map((visit) => (
        <Row key={visit.id} {...{ locale, visit, act, withDay }} />
      ))}
    </ol>
  );
}

type RowProps = Pick<Props, 'locale' | 'act' | 'withDay'> & { visit: Props['visits'][number] };

function Row({ locale, visit, act, withDay }: RowProps) {
  const t = translator(locale, 'visits');
  const format = formatter(locale, visit.zone);
  const [from, to] = [visit.startsAt, visit.endsAt].map((at) => format.dateTime(at, timeOfDay));
  const place = visit.place && inLocale(visit.place, locale);
  const host = visit.host ?? t('hostGone');
  return (
    <li className="panel grid items-start gap-x-6 gap-y-2 px-5 py-4 md:grid-cols-[12rem_1fr_auto]">
      <div>
        {withDay && (
          <span className="block first-letter:uppercase">
            {format.dateTime(visit.startsAt, dayInWords)}
          </span>
        )}
        <span className="text-lg font-semibold">
          <time dateTime={visit.startsAt.toISOString()}>{from}</time>–{to}
        </span>
      </div>
      <div className="min-w-0">
        <span className="text-lg font-semibold">{visit.guest}</span>{' '}
        <Tag tone={tones[visit.state]}>{t(`states.${visit.state}`)}</Tag>
        <p className="quiet m-0 text-base">
          {[visit.company, t('toSee', { host }), visit.organisation, place]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {visit.note && <p className="m-0 text-base">{visit.note}</p>}
        {visit.state === 'EXPECTED' && (
          <p className="quiet m-0 text-base">
            {t('code', { code: `${visit.code.slice(0, 3)} ${visit.code.slice(3)}` })}
          </p>
        )}
      </div>
      <Steps locale={locale} visit={visit} act={act} />
    </li>
  );
}

function Steps({ locale, visit, act }: Omit<RowProps, 'withDay'>) {
  const t = translator(locale, 'visits');
  const labels = formLabels(locale);
  if (visit.state === 'HERE') {
    return (
      <ButtonForm action={act(visit.id, 'out')} labels={labels} variant="secondary">
        {t('letOut')}
      </ButtonForm>
    );
  }
  if (visit.state !== 'EXPECTED') return null;
  return (
    <div className="flex flex-wrap gap-3">
      <ButtonForm action={act(visit.id, 'in')} labels={labels}>
        {t('letIn')}
      </ButtonForm>
      <ButtonForm action={act(visit.id, 'cancelled')} labels={labels} variant="secondary">
        {t('cancel')}
      </ButtonForm>
    </div>
  );
}
