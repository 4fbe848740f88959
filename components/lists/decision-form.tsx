import { ActionForm } from '#components/ui/form/action-form.tsx';
import type { FormLabels } from '#components/ui/form/context.ts';
import { Choices, HiddenField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import type { FoundList } from '#lib/lists/reads.ts';
import { listLimits } from '#lib/lists/schema.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = {
  locale: Locale;
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  list: FoundList;
};

/** What was chosen from a locked list: of every demo, or that none fits. */
export function DecisionForm({ locale, action, labels, list }: Props) {
  const t = translator(locale, 'lists');
  return (
    <ActionForm action={action} labels={labels} initial={initialOf(list)}>
      <HiddenField name="last" value={String(list.decisions.length)} />
      <Choices
        name="fits"
        type="radio"
        label={t('fits')}
        hint={t('fitsHint')}
        options={[
          { value: 'some', label: t('fitsSome') },
          { value: 'none', label: t('fitsNone') },
        ]}
      />
      {list.items.map(({ demoId, kept, now }) => {
        const title = inLocale(kept?.content.title ?? now.title, locale);
        return (
          <div className="panel grid gap-4 p-5" key={demoId}>
            <Choices
              name={`chosen.${demoId}`}
              type="radio"
              label={title}
              options={[
                { value: 'yes', label: t('yes') },
                { value: 'no', label: t('no') },
              ]}
            />
            <TextField
              name={`reason.${demoId}`}
              label={t('why', { title })}
              maxLength={listLimits.reason}
              needed
            />
          </div>
        );
      })}
      <TextField
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        maxLength={listLimits.reason}
      />
      <div>
        <SubmitButton>{t('decide')}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** A correction begins with what was said last. */
function initialOf({ decisions: [last] }: FoundList): Record<string, string> {
  if (!last) return {};
  const said = last.choices.flatMap(({ demoId, chosen, reason }) => [
    [`chosen.${demoId}`, chosen ? 'yes' : 'no'],
    [`reason.${demoId}`, reason],
  ]);
  return { fits: last.noneFits ? 'none' : 'some', ...Object.fromEntries(said) };
}
