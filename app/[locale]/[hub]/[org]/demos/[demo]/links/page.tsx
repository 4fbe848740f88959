import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { DraftForm } from '#components/showroom/draft-form.tsx';
import { SelectField, TextField } from '#components/ui/form/fields.tsx';
import { inLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { findNamedDemos } from '#lib/showroom/linking.ts';
import { linkKinds, mostLinks } from '#lib/showroom/links.ts';
import { partValues } from '#lib/showroom/part-values.ts';
import { keepLinks } from '../actions.ts';
import { draftWords, loadDraft, nameOf, PartFrame, type Where } from '../load.tsx';

type Props = { params: Promise<Where> };
// Room for so many more than there are, until it is full.
const empty = 3;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'demoPages')('parts.links') };
}

/** The other demos that one stands beside. */
export default async function LinksPage({ params }: Props) {
  const where = await params;
  const { locale, hub, org, demo } = where;
  const scope = await enter(locale, hub, org);
  const { content, revision, open } = await loadDraft(scope, demo);
  const known = await findNamedDemos(scope, content.links);
  const t = translator(locale, 'demoLinks');
  const options = linkKinds.map((value) => ({ value, label: t(`kinds.${value}`) }));
  const rows = Math.min(content.links.length + empty, mostLinks);
  const fields = Array.from({ length: rows }, (_, n) => ({
    number: { name: `number_${n}`, label: t('number', { n: n + 1 }) },
    kind: { name: `kind_${n}`, label: t('kind', { n: n + 1 }) },
    hint: inLocale(known.get(content.links[n]?.number ?? '')?.title, locale) || t('numberHint'),
  }));
  const names = fields.flatMap(({ number, kind }) => [number, kind]);
  return (
    <PartFrame
      where={where}
      open={open}
      part="links"
      title={nameOf(locale, content.title)}
      lead={t('lead')}
    >
      <div className="max-w-3xl">
        <DraftForm
          action={keepLinks.bind(null, where)}
          labels={formLabels(locale)}
          words={draftWords(locale)}
          part="links"
          initial={partValues('links', content)}
          revision={revision}
          open={open}
          names={Object.fromEntries(names.map(({ name, label }) => [name, label]))}
        >
          {fields.map(({ number, kind, hint }) => (
            <div className="panel grid gap-4 p-5" key={number.name}>
              <TextField {...number} hint={hint} maxLength={300} />
              <SelectField {...kind} options={options} needed />
            </div>
          ))}
        </DraftForm>
      </div>
    </PartFrame>
  );
}
