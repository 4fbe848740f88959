import { Disclosure } from '#components/ui/disclosure.tsx';
import { Written } from '#components/ui/written.tsx';
import { fileAddress, pictureAddress, sourcesOf, widthFor } from '#lib/media/rules.ts';
import { inLocale, type Locale, languageIn } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { MediaShown } from '#lib/showroom/media-reads.ts';

type Props = { locale: Locale; hub: string; media: readonly MediaShown[] };

/** The first picture or film of a demo, large. */
export function FirstMedia({ locale, hub, media: [first] }: Props) {
  return first ? <Figure locale={locale} hub={hub} use={first} large /> : null;
}

/** All others, as a gallery. */
export function MediaGallery({ locale, hub, media: [, ...rest] }: Props) {
  if (rest.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="gallery">
      <h2 className="ds-heading" data-size="sm" id="gallery">
        {translator(locale, 'media')('gallery')}
      </h2>
      <ul className="m-0 grid list-none gap-6 p-0 sm:grid-cols-2 lg:grid-cols-3">
        {rest.map((use) => (
          <li key={use.file.id}>
            <Figure locale={locale} hub={hub} use={use} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type FigureProps = { locale: Locale; hub: string; use: MediaShown; large?: boolean };

/** One picture or film, with what belongs to it in words. */
export function Figure({ locale, hub, use, large = false }: FigureProps) {
  const t = translator(locale, 'media');
  const caption = inLocale(use.caption, locale);
  const credit = use.credit && t(`credits.${use.kind}`, { credit: use.credit });
  const free = use.licence.startsWith('CC') ? t(`licences.${use.licence}`) : '';
  const told = [credit, free].filter(Boolean).join('. ');
  return (
    <figure className="m-0">
      {use.kind === 'PICTURE' ? (
        <Picture locale={locale} hub={hub} use={use} large={large} />
      ) : (
        <Film locale={locale} hub={hub} use={use} />
      )}
      {(caption || told) && (
        <figcaption className="mt-2 text-base">
          {caption && <Written text={use.caption} locale={locale} />}
          {told && <span className="quiet block">{told}</span>}
        </figcaption>
      )}
      <Transcript locale={locale} use={use} />
    </figure>
  );
}

function Picture({ locale, hub, use: { file, alt }, large }: FigureProps) {
  const sizes = large ? '(min-width: 64rem) 32rem, 100vw' : '(min-width: 40rem) 20rem, 100vw';
  return (
    <picture>
      {file.avif.length === file.widths.length && (
        <source type="image/avif" srcSet={sourcesOf(hub, file, 'avif')} sizes={sizes} />
      )}
      <img
        className="h-auto w-full rounded-xl"
        src={pictureAddress(hub, file, widthFor(file, 640))}
        srcSet={sourcesOf(hub, file, 'webp')}
        sizes={sizes}
        alt={inLocale(alt, locale)}
        lang={languageIn(alt, locale)}
        width={file.width ?? undefined}
        height={file.height ?? undefined}
        loading={large ? undefined : 'lazy'}
      />
    </picture>
  );
}

function Film({ locale, hub, use: { file, alt, tracks } }: FigureProps) {
  const t = translator(locale, 'media');
  return (
    // biome-ignore lint/a11y/useMediaCaption: captions, or else the transcript below, are demanded before
    <video
      className="h-auto w-full rounded-xl bg-black"
      controls
      preload="metadata"
      playsInline
      src={fileAddress(hub, file)}
      width={file.width ?? undefined}
      height={file.height ?? undefined}
      aria-label={inLocale(alt, locale)}
    >
      {tracks.map((track) => (
        <track
          key={track.locale}
          kind="captions"
          src={fileAddress(hub, track.file)}
          srcLang={track.locale}
          label={t(`languages.${track.locale}`)}
          default={track.locale === locale}
        />
      ))}
    </video>
  );
}

function Transcript({ locale, use: { transcript } }: Pick<FigureProps, 'locale' | 'use'>) {
  if (!inLocale(transcript, locale)) return null;
  return (
    <Disclosure summary={translator(locale, 'media')('transcript')}>
      <p className="m-0 whitespace-pre-line">
        <Written text={transcript} locale={locale} />
      </p>
    </Disclosure>
  );
}
