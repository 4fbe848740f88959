import { formLabels } from '#components/chrome/form-labels.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { DraftView } from '#lib/results/reads.ts';
import { resultLimits } from '#lib/results/schema.ts';
import { publish, replace, retire } from '../actions.ts';

type Where = { locale: Locale; hub: string; org: string; project: string; result: string };
type Part = { where: Where; draft: DraftView };

/** What is missing before it can be published; or the button to do so. */
export function Publishing({ where, draft }: Part) {
  const t = translator(where.locale, 'results');
  const { missing, publishes, revision, changed, version } = draft;
  return (
    <section className="panel my-6 grid justify-items-start gap-3 p-5" aria-label={t('publish')}>
      {missing.length > 0 && (
        <>
          <p className="m-0">{t('missing')}</p>
          <ul className="m-0 pl-6">
            {missing.map((each) => (
              <li key={each}>{t(`lacks.${each as 'what'}`)}</li>
            ))}
          </ul>
        </>
      )}
      {!changed && <p className="m-0">{t('unchanged')}</p>}
      {missing.length === 0 && changed && !publishes && <p className="m-0">{t('waitsForAdmin')}</p>}
      {missing.length === 0 && changed && publishes && (
        <ButtonForm
          action={publish.bind(null, { ...where, revision })}
          labels={formLabels(where.locale)}
        >
          {t(version === 0 ? 'publish' : 'publishAgain')}
        </ButtonForm>
      )}
    </section>
  );
}

/** Takes it down, or says which other has taken its place. */
export function TakingDown({ where, draft }: Part) {
  const t = translator(where.locale, 'results');
  const labels = formLabels(where.locale);
  return (
    <div className="no-print mt-8 grid max-w-3xl gap-4">
      {draft.others.length > 0 && (
        <Disclosure summary={t('replace')}>
          <FieldsForm
            action={replace.bind(null, where)}
            labels={labels}
            groups={[
              {
                fields: [
                  {
                    ...{ as: 'select', name: 'by', label: t('replaceBy') },
                    options: draft.others.map(({ id, title }) => ({ value: id, label: title })),
                  },
                ],
              },
            ]}
            submit={t('replace')}
            variant="secondary"
          />
        </Disclosure>
      )}
      <Disclosure summary={t('retire')}>
        <FieldsForm
          action={retire.bind(null, where)}
          labels={labels}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'area', name: 'words', label: t('why'), required: true },
                  maxLength: resultLimits.words,
                },
              ],
            },
          ]}
          submit={t('retire')}
          tone="danger"
        />
      </Disclosure>
    </div>
  );
}
