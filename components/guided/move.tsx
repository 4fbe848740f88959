import { formLabels } from '#components/chrome/form-labels.ts';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { HiddenField, SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { findMoveTimes } from '#lib/guided/moving.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { choicesOf, Later, TimeField, TimeWish } from './time-choice.tsx';
import { whenText } from './times.ts';

type Found = Awaited<ReturnType<typeof findMoveTimes>>;
type Props = {
  locale: Locale;
  found: Found;
  action: (before: FormState, form: FormData) => Promise<FormState>;
};

/** What the page that moves a group is called. */
export const moveTitle = (locale: Locale, { group }: Found) =>
  `${translator(locale, 'guided')('move.title')}: ${inLocale(group.demo, locale)}`;

/** Another time for a group: the same for who booked it and for the house. */
export function MoveGroup({ locale, found, action }: Props) {
  const t = translator(locale, 'guided');
  const { group } = found;
  const when = whenText(locale, group.site.zone, group.startsAt, group.endsAt);
  const lead = t('move.lead', {
    organisation: group.organisation.name,
    ...{ count: group.size, when },
  });
  const later = <Later locale={locale} found={found} />;
  return (
    <>
      <PageHeader title={moveTitle(locale, found)} lead={lead} />
      <div className="grid max-w-3xl gap-8">
        <TimeWish locale={locale} found={found} />
        {choicesOf(locale, found).length === 0 ? (
          <Notice>
            {t('noTimes')} {later}
          </Notice>
        ) : (
          <ActionForm action={action} labels={formLabels(locale)}>
            <HiddenField name="language" value={found.language ?? locale} />
            <p className="m-0">{t('move.hint')}</p>
            <TimeField locale={locale} found={found} />
            <div>{later}</div>
            <div>
              <SubmitButton>{t('move.submit')}</SubmitButton>
            </div>
          </ActionForm>
        )}
      </div>
    </>
  );
}
