import { formLabels } from '#components/chrome/form-labels.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import type { PilotsView } from '#lib/pilots/reads.ts';
import { pilotLimits } from '#lib/pilots/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { ResultCard } from '#lib/results/reads.ts';
import { resultLimits } from '#lib/results/schema.ts';
import { pausePilot, retire } from '../actions.ts';

type Where = { locale: Locale; hub: string; project: string };
type Props = { where: Where; pilots: PilotsView['pilots']; results: readonly ResultCard[] };

/** Who runs the hub pauses a pilot at once, and takes a result down that should not be taken over. */
export function ForSafety({ where, pilots, results }: Props) {
  const labels = formLabels(where.locale);
  const t = translator(where.locale, 'pilots');
  const words = translator(where.locale, 'results');
  return (
    <>
      {pilots
        .filter(({ state }) => state === 'RUNNING')
        .map(({ id, site, place }) => (
          <Disclosure key={id} summary={`${t('moves.pause')}: ${site}, ${place}`}>
            <FieldsForm
              action={pausePilot.bind(null, { ...where, pilot: id })}
              labels={labels}
              groups={[
                {
                  fields: [
                    {
                      ...{ as: 'area', name: 'words', label: t('why'), hint: t('whyHint') },
                      ...{ required: true, maxLength: pilotLimits.words },
                    },
                  ],
                },
              ]}
              submit={t('moves.pause')}
              tone="danger"
            />
          </Disclosure>
        ))}
      {results
        .filter(({ state }) => state === 'PUBLISHED')
        .map(({ id, slug, title }) => (
          <Disclosure key={id} summary={`${words('retire')}: ${title}`}>
            <FieldsForm
              action={retire.bind(null, { ...where, result: slug })}
              labels={labels}
              groups={[
                {
                  fields: [
                    {
                      ...{ as: 'area', name: 'words', label: words('why'), required: true },
                      maxLength: resultLimits.words,
                    },
                  ],
                },
              ]}
              submit={words('retire')}
              tone="danger"
            />
          </Disclosure>
        ))}
    </>
  );
}
