import { formLabels } from '#components/chrome/form-labels.ts';
import { dayIn } from '#components/prices/money.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Scrolls } from '#components/ui/scrolls.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { seatRoles } from '#lib/steering/moves.ts';
import type { GroupsView } from '#lib/steering/reads.ts';
import { steeringLimits } from '#lib/steering/schema.ts';
import { give, move } from './actions.ts';

export type Where = { locale: Locale; hub: string; org: string; project: string };
export type Group = GroupsView['groups'][number];
type Seat = Group['seats'][number];
type Part = { where: Where; group: Group };

const tones: Record<Seat['state'], Tone> = {
  ...{ ACTIVE: 'success', INVITED: 'warning', DECLINED: 'danger' },
  ...{ ENDED: 'neutral', EXPIRED: 'neutral' },
};

/** Who sits there, who was asked, who has sat there; and what one can do. */
export function SeatTable({ where, group }: Part) {
  const t = translator(where.locale, 'steering');
  const mine = group.seats.find((seat) => seat.mine && seat.state === 'INVITED');
  if (group.seats.length === 0) return <p className="m-0">{t('seats', { count: 0 })}</p>;
  return (
    <>
      {mine && <Asked where={where} group={group} seat={mine} />}
      <Scrolls label={`${group.name}: ${t('seats', { count: group.seats.length })}`}>
        <table className="ds-table w-full" data-border="true">
          <thead>
            <tr>
              <th scope="col">{t('person')}</th>
              <th scope="col">{t('body')}</th>
              <th scope="col">{t('role')}</th>
              <th scope="col">{t('term')}</th>
            </tr>
          </thead>
          <tbody>
            {group.seats.map((seat) => (
              <Row key={seat.id} where={where} seat={seat} />
            ))}
          </tbody>
        </table>
      </Scrolls>
    </>
  );
}

function Row({ where, seat }: { where: Where; seat: Seat }) {
  const { locale } = where;
  const t = translator(locale, 'steering');
  const moves = seat.moves.filter((one) => !(seat.mine && seat.state === 'INVITED' && one));
  const from = dayIn(locale, seat.fromDay);
  return (
    <tr>
      <th scope="row">
        {seat.person ?? t('nobody')}
        {seat.interests && (
          <span className="quiet block text-base font-normal">
            {t('interests', { words: seat.interests })}
          </span>
        )}
      </th>
      <td>
        {seat.body}
        <span className="quiet block text-base">{t(`standsFor.${seat.standsFor}`)}</span>
      </td>
      <td>
        <span className="flex flex-wrap gap-2">
          {t(`roles.${seat.role}`)}
          {seat.votes && seat.state === 'ACTIVE' && <Tag tone="info">{t('votes')}</Tag>}
          <Tag tone={tones[seat.state]}>{t(`seatStates.${seat.state}`)}</Tag>
        </span>
        <div className="no-print mt-2 grid justify-items-start gap-2">
          {moves.map((one) => (
            <ButtonForm
              key={one}
              action={move.bind(null, { ...where, seat: seat.id }, one)}
              labels={formLabels(locale)}
              variant="secondary"
            >
              {t(one)}
              <span className="ds-sr-only"> {seat.person}</span>
            </ButtonForm>
          ))}
          {seat.mayGive && <Give where={where} seat={seat} />}
        </div>
      </td>
      <td>
        {seat.toDay ? t('term2', { from, to: dayIn(locale, seat.toDay) }) : t('term1', { from })}
      </td>
    </tr>
  );
}

function Give({ where, seat }: { where: Where; seat: Seat }) {
  const t = translator(where.locale, 'steering');
  return (
    <Disclosure summary={`${t('give')}: ${seat.person ?? ''}`}>
      <FieldsForm
        action={give.bind(null, { ...where, seat: seat.id })}
        labels={formLabels(where.locale)}
        initial={{ role: seat.role }}
        groups={[
          {
            fields: [
              {
                ...{ as: 'radio', name: 'role', label: t('giveWhich') },
                options: seatRoles.map((value) => ({ value, label: t(`roles.${value}`) })),
              },
            ],
          },
        ]}
        submit={t('giveSend')}
        variant="secondary"
      />
    </Disclosure>
  );
}

/** One is named, and answers for oneself. */
function Asked({ where, group, seat }: Part & { seat: Seat }) {
  const t = translator(where.locale, 'steering');
  const at = { ...where, seat: seat.id };
  const labels = formLabels(where.locale);
  return (
    <section className="panel mb-6 grid gap-4 p-5" aria-label={t('accept')}>
      <Notice>{t('you', { group: group.name })}</Notice>
      <FieldsForm
        action={move.bind(null, at, 'accept')}
        labels={labels}
        groups={[
          {
            fields: [
              {
                ...{ as: 'area', name: 'interests', label: t('declare') },
                ...{ hint: t('declareHint'), maxLength: steeringLimits.interests },
              },
            ],
          },
        ]}
        submit={t('accept')}
      />
      <ButtonForm action={move.bind(null, at, 'decline')} labels={labels} variant="secondary">
        {t('decline')}
      </ButtonForm>
    </section>
  );
}
