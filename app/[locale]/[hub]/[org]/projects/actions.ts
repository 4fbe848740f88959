'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { stopProject } from '#lib/projects/closing.ts';
import { convertProposal, joinProposal, unjoinProposal } from '#lib/projects/joining.ts';
import type { PartyMove } from '#lib/projects/moves.ts';
import { moveParty } from '#lib/projects/parties.ts';
import {
  askForm,
  convertForm,
  inviteForm,
  joinForm,
  lessonsForm,
  projectForm,
  wordsForm,
} from '#lib/projects/schema.ts';
import { saveProject } from '#lib/projects/starting.ts';

type Place = { locale: Locale; hub: string; org: string };
type Where = Place & { project: string };
type Before = FormState;

const baseOf = ({ locale, hub, org }: Place) => `/${locale}/${hub}/${org}`;
const enterAt = ({ locale, hub, org }: Place) => enter(locale, hub, org);

/** Starts a project, or changes one; a form that was refused as too old goes on from what is newer. */
export async function save(place: Place, _before: Before, form: FormData): Promise<FormState> {
  const state = await act(place.locale, projectForm, form, async (input) => {
    const { slug } = await saveProject(await enterAt(place), input);
    const done = input.revision === 0 ? 'started' : 'changed';
    redirect(`${baseOf(place)}/projects/${slug}?done=${done}`);
  });
  const { revision } = (state.detail ?? {}) as { revision?: number };
  const values: FormState['values'] = { areas: [], needs: [], ...state.values };
  if (revision !== undefined) values.revision = String(revision);
  return { ...state, values };
}

/** Invites an organisation. */
export async function invite(where: Where, _before: Before, form: FormData): Promise<FormState> {
  return act(where.locale, inviteForm, form, async ({ organisation, ...given }) => {
    await moveParty(await enterAt(where), where.project, organisation, 'invite', given);
    redirect(`${baseOf(where)}/projects/${where.project}?done=invite`);
  });
}

/** Asks to be in a project that one can see. */
export async function ask(where: Where, _before: Before, form: FormData): Promise<FormState> {
  return act(where.locale, askForm, form, async (given) => {
    const scope = await enterAt(where);
    await moveParty(scope, where.project, scope.organisation.id, 'ask', given);
    redirect(`${baseOf(where)}/projects/${where.project}?done=ask`);
  });
}

/** Any other move of a party: one's own organisation, when none is named. */
export async function move(
  where: Where & { organisation?: string },
  name: PartyMove,
  _before: Before,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, wordsForm, form, async (given) => {
    const scope = await enterAt(where);
    const body = where.organisation ?? scope.organisation.id;
    await moveParty(scope, where.project, body, name, given);
    const gone = ['decline', 'leave', 'takeBack'].includes(name);
    redirect(`${baseOf(where)}/projects${gone ? '' : `/${where.project}`}?done=${name}`);
  });
}

/** Stops a project that is forming. */
export async function stop(where: Where, _before: Before, form: FormData): Promise<FormState> {
  return act(where.locale, lessonsForm, form, async ({ lessons }) => {
    await stopProject(await enterAt(where), where.project, lessons);
    redirect(`${baseOf(where)}/projects/${where.project}?done=stopped`);
  });
}

type Joining = Place & { proposal: string; back: 'others' | 'proposals' };

/** Says that the organisation joins what an accepted proposal becomes. */
export async function join(where: Joining, _before: Before, form: FormData): Promise<FormState> {
  return act(where.locale, joinForm, form, async ({ role }) => {
    await joinProposal(await enterAt(where), where.proposal, role);
    redirect(`${baseOf(where)}/${where.back}/${where.proposal}?done=joined`);
  });
}

/** Takes that back. */
export async function unjoin(where: Joining, _before: Before, form: FormData): Promise<FormState> {
  return act(where.locale, wordsForm, form, async () => {
    await unjoinProposal(await enterAt(where), where.proposal);
    redirect(`${baseOf(where)}/${where.back}/${where.proposal}?done=unjoined`);
  });
}

/** A region makes an accepted proposal a project. */
export async function convert(where: Joining, _before: Before, form: FormData): Promise<FormState> {
  return act(where.locale, convertForm, form, async ({ lead }) => {
    const slug = await convertProposal(await enterAt(where), where.proposal, lead);
    redirect(`${baseOf(where)}/others/projects/${slug}?done=converted`);
  });
}
