import { Tag } from '#components/ui/tag.tsx';
import type { PolicyTable } from '#lib/hubs/permissions.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Permission, Reach } from '#lib/platform/policy.ts';

type Props = { locale: Locale; table: PolicyTable };
type Right = { permission: Permission; reach: Reach };

// Their sentence says itself how far they reach: to what is shown to the reader, and to oneself.
const wordsSayReach: readonly Permission[] = [
  'project:read',
  'need:read',
  'proposal:read',
  'notice:read',
];

/**
 * Who may do what, in words: what everyone may once, then a panel a role with the rest, the reader's own
 * first. A table of all roles would be wider than any screen.
 */
export function PolicyView({ locale, table }: Props) {
  const t = translator(locale, 'house');
  const words = translator(locale, 'permissions');
  const shared = table.rows.filter(({ reaches }) => reaches.every((reach) => reach === 'any'));
  const rest = table.rows.filter((row) => !shared.includes(row));
  const everyone = shared.map(({ permission }) => ({ permission, reach: 'any' as const }));
  return (
    <>
      <Panel locale={locale} id="everyone" title={t('permissions.everyone')} rights={everyone} />
      <div className="mt-6 gap-6 lg:columns-2">
        {table.roles.map(({ role, yours }, n) => (
          <div className="mb-6 break-inside-avoid" key={role}>
            <Panel
              locale={locale}
              id={role}
              title={words(`roles.${role}`)}
              yours={yours}
              rights={rest.flatMap(({ permission, reaches }) => {
                const reach = reaches[n];
                return reach ? [{ permission, reach }] : [];
              })}
            />
          </div>
        ))}
      </div>
    </>
  );
}

type PanelProps = {
  locale: Locale;
  id: string;
  title: string;
  yours?: boolean;
  rights: readonly Right[];
};

function Panel({ locale, id, title, yours = false, rights }: PanelProps) {
  const t = translator(locale, 'house');
  const words = translator(locale, 'permissions');
  if (rights.length === 0) return null;
  return (
    <section className="panel p-5" aria-labelledby={`role-${id}`}>
      <h2 className="ds-heading flex flex-wrap items-center gap-3" data-size="xs" id={`role-${id}`}>
        {title}
        {yours && <Tag tone="info">{t('permissions.yours')}</Tag>}
      </h2>
      <ul className="m-0 list-disc pl-5">
        {rights.map(({ permission, reach }) => (
          <li key={permission}>
            {words(`may.${permission}`)}
            {!wordsSayReach.includes(permission) && (
              <span className="quiet"> ({t(`permissions.${reach}`)})</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
