import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { DraftForm } from '#components/showroom/draft-form.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Choices } from '#components/ui/form/fields.tsx';
import { listNeedsToLink } from '#lib/needs/reads.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { partValues } from '#lib/showroom/part-values.ts';
import { savePart } from '../actions.ts';
import { draftWords, loadDraft, nameOf, PartFrame, type Where } from '../load.tsx';

type Props = { params: Promise<Where> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'demoPages')('parts.needs') };
}

/** The needs of the hub that a demo answers. */
export default async function NeedsPage({ params }: Props) {
  const where = await params;
  const { locale, hub, org, demo } = where;
  const scope = await enter(locale, hub, org);
  const { content, revision, open } = await loadDraft(scope, demo);
  const needs = await listNeedsToLink(scope);
  const t = translator(locale, 'demoPages');
  return (
    <PartFrame where={where} open={open} part="needs" title={nameOf(locale, content.title)}>
      {needs.length === 0 && <EmptyState text={t('needsNone')} />}
      {needs.length > 0 && (
        <div className="max-w-3xl">
          <DraftForm
            action={savePart.bind(null, where, 'needs')}
            labels={formLabels(locale)}
            words={draftWords(locale)}
            part="needs"
            initial={partValues('needs', content)}
            revision={revision}
            open={open}
            names={{ needs: t('parts.needs') }}
          >
            <Choices
              name="needs"
              label={t('parts.needs')}
              type="checkbox"
              options={needs.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </DraftForm>
        </div>
      )}
    </PartFrame>
  );
}
