import { TextArea, TextField } from '#components/ui/form/fields.tsx';
import { longest, visitorRoles } from '#lib/guided/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { locale: Locale; least: number; most: number };

/** Who comes, why, and what somebody needs to take part: the same when booking and when changing. */
export function GroupFields({ locale, least, most }: Props) {
  const t = translator(locale, 'guided');
  return (
    <>
      <TextField
        name="size"
        label={t('size')}
        type="number"
        min={String(least)}
        max={String(most)}
        required
      />
      <fieldset className="ds-fieldset grid gap-4">
        <legend className="ds-heading" data-size="xs">
          {t('who')}
        </legend>
        <p className="quiet m-0 text-base">{t('whoHint')}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          {visitorRoles.map((role) => (
            <TextField
              key={role}
              name={`role_${role}`}
              label={t(`roles.${role}`)}
              type="number"
              min="0"
              max={String(most)}
            />
          ))}
        </div>
      </fieldset>
      <TextArea name="hopes" label={t('hopes')} maxLength={longest.hopes} />
      <TextArea
        name="needs"
        label={t('needs')}
        hint={t('needsHint')}
        rows={2}
        maxLength={longest.needs}
      />
    </>
  );
}

/** A group as the fields of its form. */
export function groupValues(group: {
  size: number;
  hopes: string;
  needs: string;
  roles: Partial<Record<string, number>>;
}): Record<string, string> {
  const counted = visitorRoles.map((role) => [`role_${role}`, String(group.roles[role] ?? '')]);
  return {
    ...{ size: String(group.size), hopes: group.hopes, needs: group.needs },
    ...Object.fromEntries(counted),
  };
}
