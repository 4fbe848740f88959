import { formLabels } from '#components/chrome/form-labels.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import type { MeetingView } from '#lib/meetings/reads.ts';
import { meetingLimits } from '#lib/meetings/schema.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { drop, item as saveItem } from '../actions.ts';
import type { Where } from './doing.tsx';

type Item = MeetingView['items'][number];
type Part = { where: Where; meeting: MeetingView };

/** What is on the agenda, each with its background, its decision and what was said of it. */
export function Agenda({ where, meeting }: Part) {
  const t = translator(where.locale, 'meetings');
  const writing = meeting.calls && ['CALLED', 'HELD'].includes(meeting.state);
  return (
    <section className="mt-8" aria-labelledby="agenda">
      <h2 className="ds-heading" data-size="sm" id="agenda">
        {t('agenda')}
      </h2>
      {meeting.items.length === 0 && <p className="m-0">{t('noItems')}</p>}
      <ol className="m-0 grid gap-4 pl-6">
        {meeting.items.map((item) => (
          <li key={item.id}>
            <strong lang={meeting.language}>{item.title}</strong>
            <Said where={where} item={item} language={meeting.language} />
            {writing && <ItemForm where={where} meeting={meeting} item={item} />}
          </li>
        ))}
      </ol>
      {writing && <ItemForm where={where} meeting={meeting} />}
    </section>
  );
}

function Said({ where, item, language }: { where: Where; item: Item; language: string }) {
  const { locale, hub, org, project } = where;
  const t = translator(locale, 'meetings');
  const { decision } = item;
  return (
    <>
      {item.words && (
        <p className="prose m-0 whitespace-pre-line" lang={language}>
          {item.words}
        </p>
      )}
      {decision && (
        <p className="m-0">
          {t('decision')}:{' '}
          <a
            className="ds-link"
            href={`/${locale}/${hub}/${org}/projects/${project}/decisions/${decision.id}`}
            lang={decision.language}
          >
            {decision.title}
          </a>
        </p>
      )}
      {item.minutes && (
        <p className="prose mt-2 border-s-4 ps-4 whitespace-pre-line" lang={language}>
          {item.minutes}
        </p>
      )}
    </>
  );
}

function ItemForm({ where, meeting, item }: Part & { item?: Item }) {
  const t = translator(where.locale, 'meetings');
  const labels = formLabels(where.locale);
  const last = String(meeting.items.length + 1);
  const none = { value: '', label: t('noDecision') };
  const options = meeting.decisions.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <div className="no-print mt-2 max-w-3xl">
      <Disclosure summary={item ? `${t('changeItem')}: ${item.title}` : t('addItem')}>
        <FieldsForm
          action={saveItem.bind(null, where)}
          labels={labels}
          hidden={{ id: item?.id ?? crypto.randomUUID() }}
          initial={{
            ...{ title: item?.title ?? '', words: item?.words ?? '' },
            ...{ decision: item?.decisionId ?? '', position: item ? `${item.position}` : last },
          }}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'text', name: 'title', label: t('item'), required: true },
                  maxLength: meetingLimits.item,
                },
                {
                  ...{ as: 'area', name: 'words', label: t('background') },
                  maxLength: meetingLimits.words,
                },
                {
                  ...{ as: 'select', name: 'decision', label: t('decision') },
                  options: [none, ...options],
                },
                { ...{ as: 'number', name: 'position', label: t('position') }, min: '1' },
              ],
            },
          ]}
          submit={t('saveItem')}
          variant="secondary"
        />
        {item && item.minutes === '' && (
          <div className="mt-4">
            <ButtonForm
              action={drop.bind(null, { ...where, item: item.id })}
              labels={labels}
              variant="secondary"
            >
              {t('dropItem')}
              <span className="ds-sr-only"> {item.title}</span>
            </ButtonForm>
          </div>
        )}
      </Disclosure>
    </div>
  );
}
