import { Tag } from '#components/ui/tag.tsx';
import type { PolicyTable } from '#lib/hubs/permissions.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Permission } from '#lib/platform/policy.ts';

type Props = { locale: Locale; table: PolicyTable };

// Their sentence says itself how far they reach: to what is shown to the reader, and to oneself.
const wordsSayReach: readonly Permission[] = [
  'project:read',
  'need:read',
  'proposal:read',
  'notice:read',
];

/**
 * Who may do what, in words: a panel a role, one's own first. A table of all roles would be wider than
 * any screen.
 */
export function PolicyView({ locale, table }: Props) {
  const t = translator(locale, 'house');
  const words = translator(locale, 'permissions');
  return (
    <div className="gap-6 lg:columns-2">
      {table.roles.map(({ role, yours }, n) => (
        <section
          key={role}
          className="panel mb-6 break-inside-avoid p-5"
          aria-labelledby={`role-${role}`}
        >
          <h2
            className="ds-heading flex flex-wrap items-center gap-3"
            data-size="xs"
            id={`role-${role}`}
          >
            {words(`roles.${role}`)}
            {yours && <Tag tone="info">{t('permissions.yours')}</Tag>}
          </h2>
          <ul className="ds-list m-0">
            {table.rows.map(({ permission, reaches }) => {
              const reach = reaches[n];
              if (!reach) return null;
              return (
                <li key={permission}>
                  {words(`may.${permission}`)}
                  {!wordsSayReach.includes(permission) && (
                    <span className="quiet"> ({t(`permissions.${reach}`)})</span>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
