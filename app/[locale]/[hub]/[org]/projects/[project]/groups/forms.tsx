import { formLabels } from '#components/chrome/form-labels.ts';
import { languageField } from '#components/chrome/language-field.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { translator } from '#lib/platform/i18n/translate.ts';
import { groupKinds, seatsFor } from '#lib/steering/moves.ts';
import { steeringLimits } from '#lib/steering/schema.ts';
import { make, name } from './actions.ts';
import type { Group, Where } from './seats.tsx';

/** Names one of the own people for a seat. */
export function NameSeat({
  where,
  group,
  people,
}: {
  where: Where;
  group: Group;
  people: { id: string; name: string }[];
}) {
  const t = translator(where.locale, 'steering');
  return (
    <div className="no-print mt-4 max-w-3xl">
      <Disclosure summary={`${t('nameSeat')}: ${group.name}`}>
        <FieldsForm
          action={name.bind(null, { ...where, group: group.id })}
          labels={formLabels(where.locale)}
          initial={{ standsFor: 'PARTY' }}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'select', name: 'person', label: t('whom') },
                  options: people.map(({ id, name }) => ({ value: id, label: name })),
                },
                {
                  ...{ as: 'radio', name: 'standsFor', label: t('stands') },
                  options: seatsFor.map((value) => ({ value, label: t(`standsFor.${value}`) })),
                },
                { ...{ as: 'date', name: 'toDay', label: t('until'), hint: t('untilHint') } },
              ],
            },
          ]}
          submit={t('sendName')}
        />
      </Disclosure>
    </div>
  );
}

/** Forms a group; of those that steer there is one. */
export function MakeGroup({ where, groups }: { where: Where; groups: Group[] }) {
  const t = translator(where.locale, 'steering');
  const steered = groups.some(({ kind }) => kind === 'STEERING');
  const kinds = groupKinds.filter((kind) => !(steered && kind === 'STEERING'));
  return (
    <div className="no-print mt-8 max-w-3xl">
      <Disclosure summary={t('make')}>
        <FieldsForm
          action={make.bind(null, where)}
          labels={formLabels(where.locale)}
          hidden={{ id: crypto.randomUUID() }}
          initial={{
            ...{ kind: kinds[0] ?? 'WORKING', language: where.locale, seatsPerParty: '1' },
            ...{ userSeats: '0', staffSeats: '0' },
          }}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'radio', name: 'kind', label: t('kind') },
                  options: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
                },
                {
                  ...{ as: 'text', name: 'name', label: t('name'), required: true },
                  maxLength: steeringLimits.name,
                },
                {
                  ...{ as: 'area', name: 'mandate', label: t('mandate'), required: true },
                  maxLength: steeringLimits.mandate,
                },
                { ...{ as: 'number', name: 'seatsPerParty', label: t('seatsPerParty') }, min: '1' },
                { ...{ as: 'number', name: 'userSeats', label: t('userSeats') }, min: '0' },
                { ...{ as: 'number', name: 'staffSeats', label: t('staffSeats') }, min: '0' },
                { ...{ as: 'number', name: 'meetingsAYear', label: t('meetings') }, min: '1' },
                languageField(t('language')),
              ],
            },
          ]}
          submit={t('saveGroup')}
        />
      </Disclosure>
    </div>
  );
}
