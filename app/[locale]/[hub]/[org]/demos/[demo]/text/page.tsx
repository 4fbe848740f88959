import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { DraftForm } from '#components/showroom/draft-form.tsx';
import { TextArea, TextField } from '#components/ui/form/fields.tsx';
import { type Locale, locales } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { contentLimits } from '#lib/showroom/content.ts';
import { partValues } from '#lib/showroom/part-values.ts';
import { savePart } from '../actions.ts';
import { draftWords, loadDraft, nameOf, PartFrame, type Where } from '../load.tsx';

type Props = { params: Promise<Where> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'demoPages')('parts.text') };
}

/** The words of a demo, language by language. */
export default async function TextPage({ params }: Props) {
  const where = await params;
  const { locale, hub, org, demo } = where;
  const { content, revision, open } = await loadDraft(await enter(locale, hub, org), demo);
  const names = namesOf(locale);
  const t = translator(locale, 'demoPages');
  return (
    <PartFrame where={where} open={open} part="text" title={nameOf(locale, content.title)}>
      <div className="max-w-3xl">
        <DraftForm
          action={savePart.bind(null, where, 'text')}
          labels={formLabels(locale)}
          words={draftWords(locale)}
          part="text"
          initial={partValues('text', content)}
          revision={revision}
          open={open}
          names={names}
        >
          {[locale, ...locales.filter((one) => one !== locale)].map((language) => (
            <div className="grid gap-6" key={language}>
              <TextField
                name={`title_${language}`}
                label={names[`title_${language}`] ?? ''}
                maxLength={contentLimits.title}
                needed
              />
              <TextArea
                name={`summary_${language}`}
                label={names[`summary_${language}`] ?? ''}
                hint={t('summaryHint')}
                maxLength={contentLimits.summary}
                rows={3}
                needed
              />
              <TextArea
                name={`body_${language}`}
                label={names[`body_${language}`] ?? ''}
                hint={t('bodyHint')}
                maxLength={contentLimits.body}
                rows={8}
                needed
              />
              {content.medical && (
                <TextArea
                  name={`purpose_${language}`}
                  label={names[`purpose_${language}`] ?? ''}
                  maxLength={contentLimits.purpose}
                  rows={2}
                  needed
                />
              )}
            </div>
          ))}
        </DraftForm>
      </div>
    </PartFrame>
  );
}

function namesOf(locale: Locale): Record<string, string> {
  const t = translator(locale, 'demoPages');
  const languages = translator(locale, 'houseTerms');
  const fields = { title: 'name', summary: 'summary', body: 'body', purpose: 'purpose' } as const;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, word]) =>
      locales.map((language) => [
        `${field}_${language}`,
        t(word, { language: languages(`language.${language}`) }),
      ]),
    ),
  );
}
