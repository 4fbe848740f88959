import { formLabels } from '#components/chrome/form-labels.ts';
import { roleOptions } from '#components/projects/project-words.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { Scrolls } from '#components/ui/scrolls.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { partyMoveNamed } from '#lib/projects/moves.ts';
import type { OwnProjectView } from '#lib/projects/own.ts';
import { projectLimits } from '#lib/projects/schema.ts';
import { invite, move, stop } from '../actions.ts';

export type Where = { locale: Locale; hub: string; org: string; project: string };
type MoveName = OwnProjectView['moves'][number];

const first = { confirm: 'primary', accept: 'primary' } as Partial<Record<MoveName, 'primary'>>;

/** One move of a party, with room for why where why is demanded. */
function Move({
  where,
  name,
  of,
}: {
  where: Where & { organisation?: string };
  name: MoveName;
  of?: string | null;
}) {
  const t = translator(where.locale, 'projects');
  const labels = formLabels(where.locale);
  const label = t(`partyPage.moves.${name}`);
  if (!partyMoveNamed(name).words) {
    return (
      <ButtonForm
        action={move.bind(null, where, name)}
        labels={labels}
        variant={first[name] ?? 'secondary'}
      >
        {label}
        {of && <span className="ds-sr-only"> {of}</span>}
      </ButtonForm>
    );
  }
  return (
    <Disclosure summary={label}>
      <FieldsForm
        action={move.bind(null, where, name)}
        labels={labels}
        groups={[
          {
            fields: [
              {
                ...{ as: 'area', name: 'words', label: t('partyPage.why') },
                ...{ hint: t('partyPage.whyHint'), required: true },
                maxLength: projectLimits.words,
              },
            ],
          },
        ]}
        submit={label}
        variant="secondary"
      />
    </Disclosure>
  );
}

/** Where one's own organisation stands, and what its administrators can answer. */
export function OwnAnswer({
  where,
  scope,
  project,
}: {
  where: Where;
  scope: Scope;
  project: OwnProjectView;
}) {
  const t = translator(where.locale, 'projects');
  const { state, role, words } = project.own;
  const lead = project.lead ?? '–';
  const facts = { lead, role: t(`roles.${role}`) };
  const says = { INVITED: 'invitedBy', ASKED: 'youAsked', CONFIRMED: 'youAre' } as const;
  const waits = state === 'INVITED' && !scope.may('party:answer');
  return (
    <section className="panel my-6 grid gap-4 p-5" aria-label={scope.organisation.name}>
      <p className="m-0">
        {project.ours ? t('own.youLead') : t(`partyPage.${says[state as 'ASKED']}`, facts)}
      </p>
      {state === 'INVITED' && words && <p className="m-0 whitespace-pre-line">{words}</p>}
      {waits && <p className="m-0">{t('partyPage.waitsForAdmin')}</p>}
      {project.moves.length > 0 && (
        <div className="no-print flex flex-wrap items-start gap-3">
          {project.moves.map((name) => (
            <Move key={name} where={where} name={name} />
          ))}
        </div>
      )}
    </section>
  );
}

type TableProps = { where: Where; project: OwnProjectView; dateOf: (date: Date) => string };

/** Who is in it and who has been asked, and what whoever leads can answer. */
export function PartyTable({ where, project, dateOf }: TableProps) {
  const t = translator(where.locale, 'projects');
  return (
    <section className="mt-10" aria-labelledby="parties">
      <h2 className="ds-heading" data-size="sm" id="parties">
        {t('partyPage.title')}
      </h2>
      <Scrolls label={t('parties', { count: project.parties.length })}>
        <table className="ds-table w-full" data-border="true">
          <thead>
            <tr>
              <th scope="col">{t('partyPage.organisation')}</th>
              <th scope="col">{t('partyPage.role')}</th>
              <th scope="col">{t('partyPage.state')}</th>
            </tr>
          </thead>
          <tbody>
            {project.parties.map((party) => (
              <tr key={party.organisationId}>
                <th scope="row">{party.name ?? '–'}</th>
                <td>{t(`roles.${party.role}`)}</td>
                <td>
                  <Tag tone={tones[party.state]}>{t(`partyPage.states.${party.state}`)}</Tag>
                  <span className="quiet block text-base">{signed(where, party, dateOf)}</span>
                  {party.state !== 'CONFIRMED' && party.words}
                  {party.moves.length > 0 && (
                    <div className="no-print mt-2 grid justify-items-start gap-2">
                      {party.moves.map((name) => (
                        <Move
                          key={name}
                          where={{ ...where, organisation: party.organisationId }}
                          name={name}
                          of={party.name}
                        />
                      ))}
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}

const tones: Record<string, Tone> = {
  ...{ CONFIRMED: 'success', INVITED: 'info', ASKED: 'warning' },
  ...{ DECLINED: 'danger', WITHDRAWN: 'neutral', LEFT: 'neutral' },
};

/** Who signed last, and when. */
function signed(
  where: Where,
  party: OwnProjectView['parties'][number],
  dateOf: (date: Date) => string,
) {
  const at = party.answeredAt ?? party.invitedAt;
  const by = party.answeredAt ? party.answeredBy : party.invitedBy;
  if (!at) return '';
  const date = dateOf(at);
  return by?.name
    ? translator(where.locale, 'projects')('partyPage.signed', { name: by.name, date })
    : date;
}

type Bodies = { id: string; name: string; kind: string }[];

/** Asks an organisation of the hub to be in it. */
export function InviteForm({ where, bodies }: { where: Where; bodies: Bodies }) {
  const t = translator(where.locale, 'projects');
  if (bodies.length === 0) return null;
  return (
    <div className="no-print mt-6 max-w-3xl">
      <Disclosure summary={t('partyPage.invite')}>
        <FieldsForm
          action={invite.bind(null, where)}
          labels={formLabels(where.locale)}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'select', name: 'organisation', label: t('partyPage.whom') },
                  options: bodies.map(({ id, name }) => ({ value: id, label: name })),
                },
                {
                  ...{ as: 'radio', name: 'role', label: t('partyPage.as') },
                  ...{ hint: t('partyPage.asHint'), options: roleOptions(where.locale, false) },
                },
                {
                  ...{ as: 'area', name: 'words', label: t('partyPage.greeting') },
                  maxLength: projectLimits.words,
                },
              ],
            },
          ]}
          submit={t('partyPage.moves.invite')}
        />
      </Disclosure>
    </div>
  );
}

/** Stops it while it forms, with what was learned. */
export function StopForm({ where }: { where: Where }) {
  const t = translator(where.locale, 'projects');
  const { lessonsLeast: least, lessons: maxLength } = projectLimits;
  return (
    <div className="no-print mt-10 max-w-3xl">
      <Disclosure summary={t('work.stop')}>
        <FieldsForm
          action={stop.bind(null, where)}
          labels={formLabels(where.locale)}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'area', name: 'lessons', label: t('work.lessons'), required: true },
                  ...{ hint: t('work.lessonsHint', { least }), maxLength },
                },
              ],
            },
          ]}
          submit={t('work.stop')}
          tone="danger"
        />
      </Disclosure>
    </div>
  );
}
