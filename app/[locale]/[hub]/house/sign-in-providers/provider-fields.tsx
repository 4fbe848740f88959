import { formLabels } from '#components/chrome/form-labels.ts';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton, TextArea, TextField } from '#components/ui/form/fields.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { type HubProvider, newProvider } from '#lib/platform/session/hub-providers.ts';
import { callbackAddress } from '#lib/platform/session/providers.ts';
import { save } from './actions.ts';

type Props = { locale: Locale; hub: string; provider: HubProvider | null };

/** Everything about one provider; its secret goes in and never comes out. */
export function ProviderFields({ locale, hub, provider }: Props) {
  const t = translator(locale, 'identity');
  const field = (name: string) => t(`own.fields.${name}`);
  const initial = provider ? { ...provider, ...listed(provider) } : newProvider;
  const { id = null } = provider ?? {};
  return (
    <div className="max-w-2xl">
      <p className="prose">
        {t('own.backAddress')}{' '}
        <code className="[overflow-wrap:anywhere]">
          {callbackAddress(`${hub}.${provider?.key ?? '…'}`)}
        </code>
      </p>
      <ActionForm
        action={save.bind(null, { locale, hub, id })}
        labels={formLabels(locale)}
        initial={initial as Record<string, string>}
      >
        <TextField name="name" label={field('name')} hint={field('nameHint')} required />
        <TextField name="key" label={field('key')} hint={field('keyHint')} required />
        <TextField name="issuer" label={field('issuer')} hint={field('issuerHint')} required />
        <TextField name="clientId" label={field('clientId')} autoComplete="off" required />
        <TextField
          name="clientSecret"
          label={field('clientSecret')}
          hint={`${field('secretHint')}${provider ? ` ${field('secretKept')}` : ''}`}
          autoComplete="off"
          required={!provider}
        />
        <TextField name="scope" label={field('scope')} hint={field('scopeHint')} required />
        <TextField name="acrValues" label={field('acrValues')} />
        <TextArea
          name="acceptedAcr"
          label={field('acceptedAcr')}
          hint={field('acceptedHint')}
          rows={2}
        />
        <TextArea name="strongAcr" label={field('strongAcr')} hint={field('strongHint')} rows={2} />
        <TextArea
          name="affiliationClaims"
          label={field('affiliationClaims')}
          hint={field('affiliationHint')}
          rows={2}
        />
        <TextArea
          name="numberClaims"
          label={field('numberClaims')}
          hint={field('numberHint')}
          rows={2}
        />
        <div>
          <SubmitButton>{t('own.save')}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}

/** Lists as they are typed: one a line. */
function listed(provider: HubProvider) {
  const names = ['acceptedAcr', 'strongAcr', 'affiliationClaims', 'numberClaims'] as const;
  return Object.fromEntries(names.map((name) => [name, provider[name].join('\n')]));
}
