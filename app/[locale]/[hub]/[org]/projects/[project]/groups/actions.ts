'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { giveRole, moveSeat, nameSeat, saveGroup } from '#lib/steering/groups.ts';
import type { SeatMove } from '#lib/steering/moves.ts';
import { groupForm, roleForm, seatForm, seatMoveForm } from '#lib/steering/schema.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Before = FormState;

const enterAt = ({ locale, hub, org }: Where) => enter(locale, hub, org);
const done = ({ locale, hub, org, project }: Where, what: string) =>
  redirect(`/${locale}/${hub}/${org}/projects/${project}/groups?done=${what}`);

/** Forms a group. */
export async function make(where: Where, _before: Before, form: FormData) {
  return act(where.locale, groupForm, form, async (input) => {
    await saveGroup(await enterAt(where), where.project, input);
    done(where, 'group');
  });
}

/** Names somebody for a seat. */
export async function name(where: Where & { group: string }, _before: Before, form: FormData) {
  return act(where.locale, seatForm, form, async (input) => {
    await nameSeat(await enterAt(where), where.project, where.group, input);
    done(where, 'named');
  });
}

/** Takes, declines or ends a seat. */
export async function move(
  where: Where & { seat: string },
  which: SeatMove,
  _before: Before,
  form: FormData,
) {
  return act(where.locale, seatMoveForm, form, async ({ interests }) => {
    await moveSeat(await enterAt(where), where.project, where.seat, which, interests);
    done(where, which);
  });
}

/** Says who is chair, deputy or secretary. */
export async function give(where: Where & { seat: string }, _before: Before, form: FormData) {
  return act(where.locale, roleForm, form, async ({ role }) => {
    await giveRole(await enterAt(where), where.project, where.seat, role);
    done(where, 'role');
  });
}
