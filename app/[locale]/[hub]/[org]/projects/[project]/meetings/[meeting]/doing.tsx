import { formLabels } from '#components/chrome/form-labels.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { answers } from '#lib/meetings/moves.ts';
import type { MeetingView } from '#lib/meetings/reads.ts';
import { meetingLimits } from '#lib/meetings/schema.ts';
import { instantOf } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { answer, approve, cancel, change } from '../actions.ts';
import { whenFields } from '../call-form.tsx';

export type Where = { locale: Locale; hub: string; org: string; project: string; meeting: string };
type Part = { where: Where; meeting: MeetingView };

/** Who sits in the group says whether they come. */
export function Answer({ where, meeting }: Part) {
  const t = translator(where.locale, 'meetings');
  const mine = meeting.seats.find((seat) => seat.mine);
  if (!mine || meeting.state !== 'CALLED' || meeting.over) return null;
  return (
    <section className="panel no-print my-6 grid gap-4 p-5" aria-labelledby="answer">
      <h2 className="ds-heading m-0" data-size="2xs" id="answer">
        {mine.answer ? t(`says.${mine.answer}`) : t('answer')}
      </h2>
      <div className="flex flex-wrap gap-3">
        {answers
          .filter((each) => each !== mine.answer)
          .map((each) => (
            <ButtonForm
              key={each}
              action={answer.bind(null, where)}
              labels={formLabels(where.locale)}
              hidden={{ answer: each }}
              variant={each === 'COMING' ? 'primary' : 'secondary'}
            >
              {t(each)}
            </ButtonForm>
          ))}
      </div>
    </section>
  );
}

/** Another who was there approves the minutes. */
export function Approve({ where, meeting }: Part) {
  const t = translator(where.locale, 'meetings');
  if (!meeting.moves.includes('approve')) return <p className="m-0">{t('waitsForAnother')}</p>;
  return (
    <div className="no-print grid justify-items-start gap-2">
      <p className="m-0">{t('approveHint')}</p>
      <ButtonForm
        action={approve.bind(null, { ...where, revision: meeting.revision })}
        labels={formLabels(where.locale)}
      >
        {t('approve')}
      </ButtonForm>
    </div>
  );
}

/** Another time or place, until it is minuted. */
export function Change({ where, meeting, zone }: Part & { zone: string }) {
  const t = translator(where.locale, 'meetings');
  if (!meeting.calls || meeting.state !== 'CALLED') return null;
  const local = (at: Date) => instantOf(at).toZonedDateTimeISO(zone);
  const clock = (at: Date) => local(at).toPlainTime().toString({ smallestUnit: 'minute' });
  const { title, place, link, startsAt, endsAt } = meeting;
  return (
    <div className="no-print mt-8 max-w-3xl">
      <Disclosure summary={t('change')}>
        <FieldsForm
          action={change.bind(null, where)}
          labels={formLabels(where.locale)}
          hidden={{ revision: `${meeting.revision}` }}
          initial={{
            ...{ title, place, link, day: local(startsAt).toPlainDate().toString() },
            ...{ from: clock(startsAt), to: clock(endsAt) },
          }}
          groups={[{ fields: whenFields(where.locale) }]}
          submit={t('saveChange')}
          variant="secondary"
        />
      </Disclosure>
    </div>
  );
}

/** Cancels it, with the reason. */
export function Cancel({ where, meeting }: Part) {
  const t = translator(where.locale, 'meetings');
  if (!meeting.moves.includes('cancel')) return null;
  return (
    <div className="no-print mt-4 max-w-3xl">
      <Disclosure summary={t('cancel')}>
        <FieldsForm
          action={cancel.bind(null, where)}
          labels={formLabels(where.locale)}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'area', name: 'words', label: t('why'), required: true },
                  maxLength: meetingLimits.words,
                },
              ],
            },
          ]}
          submit={t('cancel')}
          tone="danger"
        />
      </Disclosure>
    </div>
  );
}
