import type { ReactNode } from 'react';
import { Tag } from '#components/ui/tag.tsx';
import { NotTranslated, Written } from '#components/ui/written.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { DemoCard as Card } from '#lib/showroom/reads.ts';

type Props = {
  demo: Card;
  locale: Locale;
  hub: string;
  level?: 'h2' | 'h3';
  note?: string;
  /** What can be done with it from the list. */
  children?: ReactNode;
};

/** A demo in a list: picture, what it is, who shows it, how far it has come. */
export function DemoCard({ demo, locale, hub, level: Heading = 'h2', note, children }: Props) {
  const t = translator(locale, 'showroom');
  const kind = translator(locale, 'site')(`kinds.${demo.ownerKind}`);
  return (
    <li className="panel card-link">
      <img
        className="aspect-[8/5] w-full object-cover"
        src={demo.picture}
        alt=""
        width={640}
        height={400}
        loading="lazy"
      />
      <div className="flex grow flex-col gap-2 p-5">
        <Heading className="ds-heading m-0" data-size="xs">
          <a href={`/${locale}/${hub}/showroom/${demo.slug}`}>
            <Written text={demo.title} locale={locale} />
          </a>
        </Heading>
        <p className="m-0 grow text-base">
          <Written text={demo.summary} locale={locale} />
        </p>
        <p className="quiet m-0 text-base">
          {demo.owner} · {kind}
        </p>
        {note && <p className="m-0 text-base">{note}</p>}
        <div className="flex flex-wrap gap-2">
          <Tag tone="accent">{t(`stages.${demo.stage}`)}</Tag>
          <NotTranslated text={demo.title} locale={locale} />
        </div>
        {children}
      </div>
    </li>
  );
}
