import { formLabels } from '#components/chrome/form-labels.ts';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { ListedNotice } from '#lib/notices/reads.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { NoticeList } from './notice-list.tsx';

type Props = {
  locale: Locale;
  hub: { name: string; zone: string };
  notices: readonly ListedNotice[];
  done: string | string[] | undefined;
  markRead: (before: FormState, form: FormData) => Promise<FormState>;
};

/** The notices of a person at a hub, the same in the house and under an organisation. */
export function NoticeBoard({ locale, hub, notices, done, markRead }: Props) {
  const t = translator(locale, 'innovation');
  const unread = notices.filter(({ readAt }) => readAt === null).length;
  const newest = notices[0]?.createdAt.toISOString() ?? '';
  return (
    <>
      <PageHeader title={t('notices.title')} lead={t('notices.lead', { hub: hub.name })} />
      <DoneIn locale={locale} part="innovation" done={done} />
      {notices.length > 0 && (
        <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
          <p className="m-0 font-semibold">{t('notices.unread', { count: unread })}</p>
          {unread > 0 && (
            <ButtonForm
              action={markRead}
              labels={formLabels(locale)}
              variant="secondary"
              hidden={{ upTo: newest }}
            >
              {t('notices.markRead')}
            </ButtonForm>
          )}
        </div>
      )}
      <NoticeList locale={locale} zone={hub.zone} notices={notices} />
    </>
  );
}
