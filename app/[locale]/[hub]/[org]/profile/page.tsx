import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { DoneIn } from '#components/ui/done.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { profileFields } from '#lib/showroom/environment.ts';
import { findOwnProfile } from '#lib/showroom/profiles.ts';
import { save } from './actions.ts';

type Where = { locale: Locale; hub: string; org: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'adoptions')('profileTitle') };
}

/** How one's own organisation works: what "works here?" is held against. */
export default async function ProfilePage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org } = where;
  const scope = await enter(locale, hub, org);
  const profile = await orNotFound(() => findOwnProfile(scope));
  const t = translator(locale, 'adoptions');
  const typed = (field: (typeof profileFields)[number]) => {
    const kept = profile[field];
    if (kept === null) return '';
    return formatter(locale, 'UTC').number(field === 'bandwidthKbps' ? kept / 1000 : kept, {
      useGrouping: false,
    });
  };
  return (
    <>
      <DoneIn locale={locale} part="adoptions" done={(await searchParams).done} />
      <PageHeader title={t('profileTitle')} lead={t('profileLead')} />
      <div className="max-w-xl">
        {scope.may('profile:edit') ? (
          <ActionForm
            action={save.bind(null, where)}
            labels={formLabels(locale)}
            initial={Object.fromEntries(profileFields.map((field) => [field, typed(field)]))}
          >
            {profileFields.map((field) => (
              <TextField
                key={field}
                name={field}
                label={t(`fields.${field}`)}
                hint={t(`units.${field}`, { count: 2 })}
              />
            ))}
            <div>
              <SubmitButton>{t('profileSave')}</SubmitButton>
            </div>
          </ActionForm>
        ) : (
          <Notice>{t('onlyAdmins')}</Notice>
        )}
      </div>
    </>
  );
}
