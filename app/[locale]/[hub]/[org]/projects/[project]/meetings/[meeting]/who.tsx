import { Scrolls } from '#components/ui/scrolls.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { MeetingView } from '#lib/meetings/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Seat = MeetingView['seats'][number];
const tones = { COMING: 'success', NOT_COMING: 'neutral' } as const;

/** Who comes; once it is minuted, who was there. */
export function WhoTable({ locale, meeting }: { locale: Locale; meeting: MeetingView }) {
  const t = translator(locale, 'meetings');
  const held = meeting.minutesAt !== null;
  if (meeting.seats.length === 0 || meeting.state === 'CANCELLED') return null;
  return (
    <section className="mt-8" aria-labelledby="who">
      <h2 className="ds-heading" data-size="sm" id="who">
        {t(held ? 'attendance' : 'answers')}
      </h2>
      <Scrolls label={`${t(held ? 'attendance' : 'answers')}: ${meeting.group.name}`}>
        <table className="ds-table w-full" data-border="true">
          <thead>
            <tr>
              <th scope="col">{t('person')}</th>
              <th scope="col">{t('body')}</th>
              <th scope="col">{t(held ? 'attendance' : 'answers')}</th>
            </tr>
          </thead>
          <tbody>
            {meeting.seats.map((seat) => (
              <tr key={seat.id}>
                <th scope="row">{seat.person ?? t('somebody')}</th>
                <td>
                  {seat.body}
                  {seat.role !== 'MEMBER' && (
                    <span className="quiet block text-base">
                      {translator(locale, 'steering')(`roles.${seat.role}`)}
                    </span>
                  )}
                </td>
                <td>
                  <Says locale={locale} seat={seat} held={held} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}

function Says({ locale, seat, held }: { locale: Locale; seat: Seat; held: boolean }) {
  const t = translator(locale, 'meetings');
  if (held) {
    const there = seat.wasThere ?? false;
    return <Tag tone={there ? 'success' : 'neutral'}>{t(`wasThere.${there ? 'yes' : 'no'}`)}</Tag>;
  }
  if (!seat.answer) return t('says.none');
  return <Tag tone={tones[seat.answer]}>{t(`says.${seat.answer}`)}</Tag>;
}
