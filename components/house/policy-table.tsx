import { Scrolls } from '#components/ui/scrolls.tsx';
import type { PolicyTable } from '#lib/hubs/permissions.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { type Translate, translator } from '#lib/platform/i18n/translate.ts';
import type { Reach } from '#lib/platform/policy.ts';

type Props = { locale: Locale; table: PolicyTable };

/** Who may do what, in words: a table where there is room, a list a role where there is not. */
export function PolicyView({ locale, table }: Props) {
  return (
    <>
      <div className="hidden lg:block">
        <Wide locale={locale} table={table} />
      </div>
      <div className="lg:hidden">
        <Narrow locale={locale} table={table} />
      </div>
    </>
  );
}

const said = (t: Translate, reach: Reach) => t(`permissions.${reach}`);

function Wide({ locale, table }: Props) {
  const t = translator(locale, 'house');
  const words = translator(locale, 'permissions');
  return (
    <Scrolls label={t('permissions.caption')}>
      <table className="ds-table" data-size="sm">
        <caption className="ds-sr-only">{t('permissions.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="min-w-64">
              {t('permissions.permission')}
            </th>
            {table.roles.map(({ role, yours }) => (
              <th scope="col" key={role} className="min-w-28 hyphens-auto align-bottom text-base">
                {words(`roles.${role}`)}
                {yours && (
                  <span className="quiet block font-normal">({t('permissions.yours')})</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ permission, reaches }) => (
            <tr key={permission}>
              <th scope="row" className="text-left font-normal">
                {words(`may.${permission}`)}
              </th>
              {reaches.map((reach, n) => (
                <td key={table.roles[n]?.role} className="text-base">
                  {reach ? said(t, reach) : <Never t={t} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

function Never({ t }: { t: Translate }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="ds-sr-only">{t('permissions.no')}</span>
    </>
  );
}

function Narrow({ locale, table }: Props) {
  const t = translator(locale, 'house');
  const words = translator(locale, 'permissions');
  return table.roles.map(({ role, yours }, n) => (
    <section key={role} className="mt-8" aria-labelledby={`role-${role}`}>
      <h2 className="ds-heading" data-size="xs" id={`role-${role}`}>
        {words(`roles.${role}`)}
        {yours && <span className="quiet font-normal"> ({t('permissions.yours')})</span>}
      </h2>
      <ul className="ds-list m-0">
        {table.rows.map(({ permission, reaches }) => {
          const reach = reaches[n];
          if (!reach) return null;
          return (
            <li key={permission}>
              {words(`may.${permission}`)} <span className="quiet">({said(t, reach)})</span>
            </li>
          );
        })}
      </ul>
    </section>
  ));
}
