import { formLabels } from '#components/chrome/form-labels.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { SubmitButton, TextArea } from '#components/ui/form/fields.tsx';
import type { TakingPart } from '#lib/organisations/judging.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Action = (before: FormState, form: FormData) => Promise<FormState>;
type Props = {
  locale: Locale;
  organisation: TakingPart;
  leaveHref: string;
  verify: Action;
  reject: Action;
  reopen: Action;
};

/** What the hub can answer now, each with what happens next; nothing that cannot be done has a button. */
export function Decision({ locale, organisation, leaveHref, ...actions }: Props) {
  const t = translator(locale, 'organisations');
  const labels = formLabels(locale);
  const { moves, reason, state } = organisation;
  const titles = { PENDING: 'decide', VERIFIED: 'standing', LEFT: 'standing' } as const;
  return (
    <section className="panel h-fit bg-accent-background-tinted p-6" aria-labelledby="decide">
      <h2 className="ds-heading" data-size="sm" id="decide">
        {t(`judge.${state in titles ? titles[state as keyof typeof titles] : 'answered'}`)}
      </h2>
      {reason && (
        <>
          <h3 className="ds-heading" data-size="2xs">
            {t('judge.rejectedBecause')}
          </h3>
          <p className="whitespace-pre-line break-words">{reason}</p>
        </>
      )}
      {state === 'WITHDRAWN' && <p className="m-0">{t('judge.withdrawnText')}</p>}
      {moves.includes('reopen') && (
        <ButtonForm
          action={actions.reopen}
          labels={labels}
          hint={t('judge.reopenHint')}
          variant="secondary"
        >
          {t('judge.reopen')}
        </ButtonForm>
      )}
      <ButtonForm
        action={actions.verify}
        labels={labels}
        hint={t('judge.verifyHint')}
        closed={!moves.includes('verify')}
      >
        {t('judge.verify')}
      </ButtonForm>
      {moves.includes('reject') && (
        <div className="mt-8">
          <h3 className="ds-heading" data-size="2xs">
            {t('judge.rejectTitle')}
          </h3>
          <ActionForm action={actions.reject} labels={labels}>
            <TextArea
              name="reason"
              label={t('judge.reason')}
              hint={t('judge.reasonHint')}
              required
            />
            <div>
              <SubmitButton variant="secondary" tone="danger">
                {t('judge.reject')}
              </SubmitButton>
            </div>
          </ActionForm>
        </div>
      )}
      {moves.includes('leave') && (
        <>
          <p>{t('judge.leaveHint')}</p>
          <ButtonLink href={leaveHref} variant="secondary" tone="danger">
            {t('judge.leave')}
          </ButtonLink>
        </>
      )}
      {state === 'VERIFIED' && moves.length === 0 && <p className="m-0">{t('judge.runsTheHub')}</p>}
    </section>
  );
}
