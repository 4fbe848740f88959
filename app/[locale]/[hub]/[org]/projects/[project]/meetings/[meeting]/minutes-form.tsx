import { formLabels } from '#components/chrome/form-labels.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { type FieldFacts, FieldsForm } from '#components/ui/form/fields-form.tsx';
import type { MeetingView } from '#lib/meetings/reads.ts';
import { meetingLimits } from '#lib/meetings/schema.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { minute } from '../actions.ts';
import type { Where } from './doing.tsx';

/** What was said, item by item, and who was there. */
export function MinutesForm({ where, meeting }: { where: Where; meeting: MeetingView }) {
  const t = translator(where.locale, 'meetings');
  const maxLength = meetingLimits.minutes;
  const items: FieldFacts[] = meeting.items.map(({ id, title }, n) => ({
    ...{ as: 'area', name: `said-${id}`, label: t('said', { n: n + 1, title }), maxLength },
  }));
  const said = meeting.items.map(({ id, minutes }) => [`said-${id}`, minutes]);
  const noted = meeting.minutesAt !== null;
  const there = meeting.seats.filter((seat) =>
    noted ? seat.wasThere : seat.answer !== 'NOT_COMING',
  );
  return (
    <div className="no-print mt-8 max-w-3xl">
      <Disclosure summary={t(noted ? 'changeMinutes' : 'writeMinutes')}>
        <FieldsForm
          action={minute.bind(null, where)}
          labels={formLabels(where.locale)}
          hidden={{ revision: `${meeting.revision}` }}
          initial={{
            ...{ minutes: meeting.minutes, there: there.map(({ id }) => id) },
            ...Object.fromEntries(said),
          }}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'checkbox', name: 'there', label: t('there') },
                  options: meeting.seats.map(({ id, person, body }) => ({
                    ...{ value: id, label: `${person ?? t('somebody')}, ${body}` },
                  })),
                },
                ...items,
                {
                  ...{ as: 'area', name: 'minutes', label: t('whole'), hint: t('wholeHint') },
                  maxLength,
                },
              ],
            },
          ]}
          submit={t('saveMinutes')}
        />
      </Disclosure>
    </div>
  );
}
