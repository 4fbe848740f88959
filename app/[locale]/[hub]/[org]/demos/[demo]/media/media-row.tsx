import { formLabels } from '#components/chrome/form-labels.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { HiddenField, SubmitButton } from '#components/ui/form/fields.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { pictureAddress, type ShownFile, widthFor } from '#lib/media/rules.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { lacksInMedia, type MediaUse } from '#lib/showroom/media.ts';
import { move } from './actions.ts';

type Place = { locale: Locale; hub: string; org: string; demo: string };
type Among = { n: number; count: number; open: boolean };
type Props = {
  place: Place;
  use: MediaUse;
  file: ShownFile | undefined;
  among: Among;
  languages: readonly Locale[];
};

/** A picture or film of a draft: what it shows, what it lacks, and what can be done with it. */
export function MediaRow({ place, use, file, among, languages }: Props) {
  const { locale, hub, org, demo } = place;
  const t = translator(locale, 'media');
  const lacks = lacksInMedia(use, languages);
  const name = t('nth', { kind: t(`kinds.${use.kind}`), n: among.n + 1 });
  return (
    <li className="panel grid gap-4 p-4 sm:grid-cols-[10rem_1fr]">
      <div>
        {file?.kind === 'PICTURE' && (
          <img
            className="h-auto w-full rounded-md"
            src={pictureAddress(hub, file, widthFor(file, 320))}
            alt=""
            width={file.width ?? undefined}
            height={file.height ?? undefined}
          />
        )}
      </div>
      <div className="min-w-0">
        <h2 className="ds-heading m-0" data-size="xs">
          {name}
        </h2>
        <p className="m-0 break-words">{inLocale(use.alt, locale) || t('undescribed')}</p>
        <p className="quiet m-0 break-all text-base">{use.name}</p>
        <p className="my-2 flex flex-wrap gap-2">
          <Tag tone={lacks ? 'warning' : 'success'}>
            {lacks ? t('lacking', { what: t(`refusals.${lacks}`) }) : t('ready')}
          </Tag>
          {among.n === 0 && <Tag tone="accent">{t('first')}</Tag>}
        </p>
        {among.open && (
          <>
            <ButtonLink
              href={`/${locale}/${hub}/${org}/demos/${demo}/media/${use.file}`}
              variant="secondary"
            >
              {t('describeNth', { what: name.toLocaleLowerCase(locale) })}
            </ButtonLink>
            <Moves place={place} use={use} among={among} name={name.toLocaleLowerCase(locale)} />
          </>
        )}
      </div>
    </li>
  );
}

function Moves({ place, use, among, name }: Omit<Props, 'file' | 'languages'> & { name: string }) {
  const t = translator(place.locale, 'media');
  const { n, count } = among;
  const ways = [
    ...(n > 0 ? (['makeFirst', 'earlier'] as const) : []),
    ...(n < count - 1 ? (['later'] as const) : []),
    'remove' as const,
  ];
  return (
    <ActionForm action={move.bind(null, place)} labels={formLabels(place.locale)}>
      <HiddenField name="file" value={use.file} />
      <div className="mt-2 flex flex-wrap gap-x-6">
        {ways.map((way) => (
          <SubmitButton
            key={way}
            variant="tertiary"
            tone={way === 'remove' ? 'danger' : 'accent'}
            name="move"
            value={way === 'makeFirst' ? 'first' : way}
          >
            {t(way, { what: name })}
          </SubmitButton>
        ))}
      </div>
    </ActionForm>
  );
}
