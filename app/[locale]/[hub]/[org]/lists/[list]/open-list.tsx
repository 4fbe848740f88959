import { formLabels } from '#components/chrome/form-labels.ts';
import { ListForm } from '#components/lists/list-form.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import type { FoundList } from '#lib/lists/reads.ts';
import { inLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { drop, edit, lock, takeOff, type Where } from '../actions.ts';

type Props = { where: Where; list: FoundList };

/** A list that is put together still: what stands on it, locking it, changing what it is called. */
export function OpenList({ where, list }: Props) {
  const { locale, hub } = where;
  const t = translator(locale, 'lists');
  const labels = formLabels(locale);
  const at = { ...where, id: list.id };
  const { name, purpose, caseNumber } = list;
  return (
    <>
      <section className="mt-8" aria-labelledby="demos">
        <h2 className="ds-heading" data-size="sm" id="demos">
          {t('demos')}
        </h2>
        {list.items.length === 0 && <EmptyState text={t('demosNone')} />}
        <ul className="m-0 grid list-none gap-3 p-0">
          {list.items.map(({ demoId, now }) => (
            <li
              className="panel flex flex-wrap items-center justify-between gap-4 px-5 py-3"
              key={demoId}
            >
              <div className="min-w-0">
                <a href={`/${locale}/${hub}/showroom/${now.slug}`}>{inLocale(now.title, locale)}</a>
                <span className="quiet block text-base">{now.owner}</span>
                {now.status !== 'PUBLISHED' && <strong>{t('gone')}</strong>}
              </div>
              <ButtonForm
                action={takeOff.bind(null, { ...at, shown: demoId })}
                labels={labels}
                variant="secondary"
              >
                {t('takeOff')}
                <span className="ds-sr-only"> {inLocale(now.title, locale)}</span>
              </ButtonForm>
            </li>
          ))}
        </ul>
      </section>
      {list.items.length > 0 && (
        <div className="mt-8">
          <ButtonForm action={lock.bind(null, at)} labels={labels} hint={t('lockHint')}>
            {t('lock')}
          </ButtonForm>
        </div>
      )}
      <div className="mt-8 max-w-2xl">
        <Disclosure summary={t('change')}>
          <ListForm
            locale={locale}
            action={edit.bind(null, at)}
            labels={labels}
            submit={t('save')}
            initial={{ name, purpose, caseNumber }}
          />
          <div className="mt-8">
            <ButtonForm action={drop.bind(null, at)} labels={labels} variant="secondary">
              {t('dropList')}
            </ButtonForm>
          </div>
        </Disclosure>
      </div>
    </>
  );
}
