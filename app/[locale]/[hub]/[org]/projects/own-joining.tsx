import { Joining } from '#components/projects/joining.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { orNotFound } from '#lib/platform/session/entry.ts';
import { listJoined, mayConvert } from '#lib/projects/joining.ts';
import { convert, join, unjoin } from './actions.ts';

type Props = {
  place: { locale: Locale; hub: string; org: string };
  scope: Scope;
  proposal: string;
  back: 'others' | 'proposals';
};

/** Who joins an accepted proposal, for an organisation that may join, and for a region that may make it a project. */
export async function OwnJoining({ place, scope, proposal, back }: Props) {
  const joined = await orNotFound(() => listJoined(scope, proposal));
  const where = { ...place, proposal, back };
  const { id, kind } = scope.organisation;
  if (!scope.may('proposal:draft')) return null;
  return (
    <Joining
      locale={place.locale}
      zone={scope.hub.zone}
      joined={joined}
      own={{ id, company: kind === 'COMPANY', admin: scope.may('party:answer') }}
      join={join.bind(null, where)}
      unjoin={unjoin.bind(null, where)}
      convert={mayConvert(scope) ? convert.bind(null, where) : null}
    />
  );
}
