import { Tag } from '#components/ui/tag.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** The care areas of a need, a proposal or a project. */
export function AreaTags({ locale, areas }: { locale: Locale; areas: readonly string[] }) {
  const t = translator(locale, 'showroom');
  if (areas.length === 0) return null;
  return (
    <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
      {areas.map((area) => (
        <li key={area}>
          <Tag>{t(`areas.${area}`)}</Tag>
        </li>
      ))}
    </ul>
  );
}
