import { z } from 'zod';
import { careAreas, type NeedOrder, needOrders, shownNeedStates } from '#lib/needs/rules.ts';
import { address } from '#lib/organisations/schema.ts';
import { locales } from '#lib/platform/i18n/locales.ts';
import { proposalStates } from './moves.ts';
import { proposalVisibilities } from './rules.ts';

/** Most characters of each text; the hints say so. */
export const limits = {
  title: 120,
  summary: 400,
  problem: 4000,
  solution: 4000,
  benefit: 4000,
  firstStep: 2000,
  partnersWanted: 2000,
  reason: 4000,
  nextStep: 2000,
  words: 2000,
} as const;

type LimitedField = keyof typeof limits;

// Browsers send line breaks as two characters, and PostgreSQL takes no null character at all.
export const asWritten = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .trim();

const text = (field: LimitedField) =>
  z
    .string()
    .max(limits[field] * 4, `innovation.tooLong.${field}`)
    .transform(asWritten)
    .pipe(z.string().max(limits[field], `innovation.tooLong.${field}`))
    .default('');

const id = z.guid();

/** The form of a proposal. Everything may be empty, so that it can be saved at any time. */
export const proposalForm = z.object({
  /** Made with the form, so that the same form sent twice makes one proposal. */
  id,
  /** The version the form was opened on; 0 before the first saving. */
  revision: z.coerce.number().int().min(0).max(1_000_000),
  language: z.enum(locales),
  title: text('title').transform((line) => line.replace(/\s+/g, ' ')),
  summary: text('summary'),
  problem: text('problem'),
  solution: text('solution'),
  benefit: text('benefit'),
  firstStep: text('firstStep'),
  partnersWanted: text('partnersWanted'),
  areas: z.array(z.enum(careAreas)).max(careAreas.length).default([]),
  needs: z.array(id).max(50).default([]),
  visibility: z.enum(proposalVisibilities),
});
export type ProposalInput = z.output<typeof proposalForm>;

/** What a version keeps: the form without what the form itself needs. */
export const proposalContent = proposalForm.omit({ id: true, revision: true });
export type ProposalContent = z.output<typeof proposalContent>;

/** The same form with the button that was pressed. */
export const proposalFormSent = proposalForm.extend({
  intent: z.enum(['save', 'submit']).default('save'),
});

/** Asks somebody to write it, too; the address is kept in lower case. */
export const coauthorForm = z.object({ email: address });

/** Other words for parts of a proposal, with a reason; a part that is left as it is is not changed. */
export const amendmentForm = proposalForm
  .pick({
    revision: true,
    title: true,
    summary: true,
    problem: true,
    solution: true,
    benefit: true,
    firstStep: true,
    partnersWanted: true,
  })
  .extend({
    reason: text('words').refine((said) => said !== '', 'innovation.refusals.amendment.reason'),
    /** The one that it takes the place of, since the text has changed. */
    renews: z.union([z.literal(''), id]).default(''),
  });
export type AmendmentInput = z.output<typeof amendmentForm>;
export const amendmentAnswerForm = z.object({ answer: text('words') });

/** A button alone: sending a saved draft, taking back, beginning a review. */
export const buttonForm = z.object({});

/** The assessor's decision. That a reason and a next step are given is judged with the move. */
export const decisionForm = z.object({
  decision: z.enum(['accept', 'decline', 'park'], 'innovation.refusals.decisionMissing'),
  reason: text('reason'),
  nextStep: text('nextStep'),
  /** The day on which a parked one comes back. */
  reviewOn: z.union([z.literal(''), z.iso.date('innovation.refusals.reviewOnMissing')]).default(''),
});
export type DecisionInput = z.output<typeof decisionForm>;

/** What is said with a move: a field with the move's own name. */
export const wordsForms = {
  ask: z.object({ ask: text('words') }),
  answer: z.object({ answer: text('words') }),
  callOff: z.object({ callOff: text('words') }),
  appeal: z.object({ appeal: text('words') }),
  undo: z.object({ undo: text('words') }),
} as const;

export const othersKinds = ['projects', 'proposals', 'needs'] as const;
export type OthersKind = (typeof othersKinds)[number];
export type OthersQuery = {
  show: OthersKind;
  words: string;
  areas: string[];
  states: string[];
  /** The order of needs; the other sections have one each. */
  order: NeedOrder;
  page: number;
};

const othersStates: Record<OthersKind, readonly string[]> = {
  projects: ['ACTIVE', 'FORMING', 'READY', 'ON_HOLD', 'COMPLETED', 'STOPPED'],
  proposals: proposalStates.filter((state) => state !== 'DRAFT'),
  needs: shownNeedStates,
};

/** The states by which each section can be narrowed. */
export function statesOf(show: OthersKind): readonly string[] {
  return othersStates[show];
}

type Search = Record<string, string | string[] | undefined>;

/** What an address of "what others do" asks for; whatever makes no sense is left out. */
export function readOthersQuery(search: Search): OthersQuery {
  const all = (name: string) => [search[name] ?? []].flat();
  const show = othersKinds.find((kind) => kind === all('show').at(-1)) ?? 'projects';
  const chosen = (name: string, known: readonly string[]) =>
    known.filter((value) => all(name).includes(value));
  const page = z.coerce.number().int().min(1).max(10_000).safeParse(all('page').at(-1));
  return {
    show,
    words: asWritten((all('q').at(-1) ?? '').slice(0, 80)),
    areas: chosen('area', careAreas),
    states: chosen('state', othersStates[show]),
    order: needOrders.find((order) => order === all('sort').at(-1)) ?? 'shared',
    page: page.success ? page.data : 1,
  };
}

/** The address of a query, its default parts left out; begins with `?` or is empty. */
export function othersAddress({ show, words, areas, states, order, page }: OthersQuery): string {
  const query = new URLSearchParams();
  if (show !== 'projects') query.set('show', show);
  if (words) query.set('q', words);
  for (const area of areas) query.append('area', area);
  for (const state of states) query.append('state', state);
  if (show === 'needs' && order !== 'shared') query.set('sort', order);
  if (page > 1) query.set('page', String(page));
  const written = query.toString();
  return written && `?${written}`;
}

/** Whether an address's part can be an id at all; PostgreSQL would stumble over anything else. */
export function isId(value: string): boolean {
  return id.safeParse(value).success;
}
