import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { AnswerTag } from '#components/guided/guided-today.tsx';
import { whenText } from '#components/guided/times.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { groupName } from '#lib/guided/groups.ts';
import { findSession } from '#lib/guided/house.ts';
import { longest, type VisitorRoles, visitorRoles } from '#lib/guided/schema.ts';
import { now } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { cancel, stop, tick } from '../actions.ts';

type Where = { locale: Locale; hub: string; session: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };
type Session = Awaited<ReturnType<typeof findSession>>;

const load = cache(async ({ locale, hub, session }: Where) => {
  const scope = await enterHouseOf(locale, hub);
  return orNotFound(() => findSession(scope, session));
});

const titleOf = (locale: Locale, { place, startsAt, endsAt }: Session) =>
  whenText(locale, place.site.zone, startsAt, endsAt);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const where = await params;
  await enterHouseOf(where.locale, where.hub);
  return { title: titleOf(where.locale, await load(where)) };
}

/** One session: the groups with what they hope and need, who and what shows it, and how it ends early. */
export default async function GuidedSessionPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub } = where;
  const session = await load(where);
  const t = translator(locale, 'guided');
  const begun = session.state === 'OPEN' && session.startsAt.getTime() <= now().epochMilliseconds;
  const open = session.state === 'OPEN' && !begun;
  const { demo, place, taken, seats } = session;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/guided`, label: t('house.title') }]}
      />
      <DoneIn locale={locale} part="guided" done={(await searchParams).done} />
      <PageHeader
        title={titleOf(locale, session)}
        lead={`${inLocale(demo.title, locale)}, ${inLocale(place.name, locale)}`}
      />
      {session.state === 'CANCELLED' && (
        <p>
          <Tag>{t('cancelledMark')}</Tag> {session.reason}
        </p>
      )}
      <p>
        {t('house.taken', { taken, seats })} · {t(`languages.${session.language}`)}
      </p>
      {session.state === 'OPEN' && session.hostAnswer !== 'NONE' && (
        <p>
          <AnswerTag locale={locale} answer={session.hostAnswer} />
        </p>
      )}
      <Groups where={where} session={session} open={open} />
      {begun && session.groups.length > 0 && <Attendance where={where} session={session} />}
      <ShownBy locale={locale} session={session} />
      {open && <Stop where={where} session={session} />}
    </>
  );
}

type GroupsProps = { where: Where; session: Session; open: boolean };

function Groups({ where, session: { id: sessionId, groups }, open }: GroupsProps) {
  const { locale, hub } = where;
  const t = translator(locale, 'guided');
  return (
    <section className="mt-6 max-w-3xl" aria-labelledby="groups">
      <h2 className="ds-heading" data-size="sm" id="groups">
        {t('house.groups')}
      </h2>
      {groups.length === 0 && <p className="quiet">{t('house.noGroups')}</p>}
      <ul className="m-0 grid list-none gap-3 p-0">
        {groups.map(({ id, state, organisation, guestName, guestEmail, bookedBy, ...rest }) => (
          <li className="panel px-5 py-4" key={id}>
            <strong>{groupName({ organisation, guestName })}</strong>,{' '}
            {t('people', { count: rest.size })}
            <span className="quiet block text-base">
              {t('house.bookedBy', { person: bookedBy.name })}
              {guestEmail && (
                <>
                  {', '}
                  <a href={`mailto:${guestEmail}`}>{guestEmail}</a>
                </>
              )}
            </span>
            <span className="block text-base">{rolesText(locale, rest.roles as VisitorRoles)}</span>
            {rest.hopes && <p className="m-0 mt-2 whitespace-pre-line">{rest.hopes}</p>}
            {rest.access && (
              <p className="m-0 mt-2 whitespace-pre-line">
                <strong>{t('house.needs')}:</strong> {rest.access.needs}
              </p>
            )}
            {open && state === 'OPEN' && (
              <div className="mt-3 flex flex-wrap items-center gap-4">
                <a
                  className="inline-flex min-h-11 items-center"
                  href={`/${locale}/${hub}/house/guided/${sessionId}/move/${id}`}
                >
                  {t('move.whose', { organisation: groupName({ organisation, guestName }) })}
                </a>
                <ButtonForm
                  action={cancel.bind(null, where, id)}
                  labels={formLabels(locale)}
                  variant="secondary"
                >
                  {t('house.cancelWhose', { organisation: groupName({ organisation, guestName }) })}
                </ButtonForm>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many of each group came, once it has begun. */
function Attendance({ where, session: { groups } }: { where: Where; session: Session }) {
  const { locale } = where;
  const t = translator(locale, 'guided');
  const ticked = groups.filter(({ came }) => came !== null);
  return (
    <section className="mt-8 max-w-3xl" aria-labelledby="attendance">
      <h2 className="ds-heading" data-size="sm" id="attendance">
        {t('pastVisits.attendance')}
      </h2>
      <FieldsForm
        action={tick.bind(null, where, where.session)}
        labels={formLabels(locale)}
        initial={Object.fromEntries(ticked.map(({ id, came }) => [`came_${id}`, String(came)]))}
        groups={[
          {
            fields: groups.map((group) => ({
              ...{ as: 'number' as const, name: `came_${group.id}`, min: '0' },
              label: t('pastVisits.howMany', { group: groupName(group), size: group.size }),
            })),
          },
        ]}
        submit={t('save')}
      />
    </section>
  );
}

function rolesText(locale: Locale, roles: VisitorRoles): string {
  const t = translator(locale, 'guided');
  return visitorRoles
    .filter((role) => roles[role])
    .map((role) => `${t(`roles.${role}`)}: ${roles[role]}`)
    .join(', ');
}

function ShownBy({ locale, session: { shownBy } }: { locale: Locale; session: Session }) {
  const t = translator(locale, 'guided');
  return (
    <section className="mt-8 max-w-3xl" aria-labelledby="shown-by">
      <h2 className="ds-heading" data-size="sm" id="shown-by">
        {t('house.shownBy')}
      </h2>
      <ul className="m-0 grid list-none gap-3 p-0">
        {shownBy.map(({ id, kind, name, person, organisation }) => (
          <li className="panel px-5 py-3" key={id}>
            <strong>{person?.name ?? name}</strong>
            <span className="quiet block text-base">
              {t(`house.kinds.${kind}`)}
              {organisation && `, ${organisation.name}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Calls it off, or lets somebody else take over for one who cannot come. */
function Stop({ where, session }: { where: Where; session: Session }) {
  const { locale } = where;
  const t = translator(locale, 'guided');
  const people = session.shownBy.filter(({ kind }) => kind !== 'KIT');
  const options = [
    ...people.map(({ id, person }) => ({
      value: id,
      label: t('house.cannot', { person: person?.name ?? '' }),
      hint: t('house.replaceHint'),
    })),
    { value: 'off', label: t('house.callOff'), hint: t('house.callOffHint') },
  ];
  const reason = { name: 'reason', label: t('house.reason'), maxLength: longest.reason };
  return (
    <section className="mt-8 max-w-3xl" aria-labelledby="stop">
      <h2 className="ds-heading" data-size="sm" id="stop">
        {t('house.stop')}
      </h2>
      <FieldsForm
        action={stop.bind(null, where, where.session)}
        labels={formLabels(locale)}
        groups={[
          {
            fields: [
              { as: 'radio', name: 'what', label: t('house.what'), options },
              { as: 'area', required: true, ...reason },
            ],
          },
        ]}
        submit={t('save')}
        variant="secondary"
      />
    </section>
  );
}
