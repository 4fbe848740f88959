import { z } from 'zod';
import { careAreas } from '#lib/needs/rules.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/workspace/schema.ts';

/** From not at all to very well. */
export const marks = ['1', '2', '3', '4', '5'] as const;
/** Longest answer in words, in characters. */
export const longestAnswer = 500;

const codeShape = /^[0-9A-Z]{8}$/;
const mark = z.enum(marks, 'guided.refusals.mark').optional();

/** An answer: a mark for each area asked about, each of which may be left out, and words afterwards. */
export const answerForm = z
  .object({
    key: z.guid(),
    learned: z.string().trim().max(longestAnswer, 'refusals.tooLong').default(''),
    ...(Object.fromEntries(careAreas.map((area) => [`mark_${area}`, mark])) as Record<
      string,
      typeof mark
    >),
  })
  .transform(({ key, learned, ...typed }) => {
    const given = Object.entries(typed as Record<string, string | undefined>)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name.slice('mark_'.length), Number(value)]);
    return { key, learned, marks: Object.fromEntries(given) as Record<string, number> };
  })
  // Nothing at all is no answer: it would count as one of those who came.
  .refine(
    ({ learned, marks: given }) => learned !== '' || Object.keys(given).length > 0,
    'guided.refusals.nothing',
  );
export type AnswerInput = z.output<typeof answerForm>;

type Asked = {
  demo: unknown;
  areas: string[];
  moment: 'BEFORE' | 'AFTER';
  startsAt: Date;
  zone: string;
  organisation: string;
};

/** What a code asks now. Anyone who has it may. @throws NotFound for one that is none, or too late */
export async function findSurvey(scope: Scope, code: string): Promise<Asked> {
  if (!codeShape.test(code)) throw new NotFound('survey');
  const [asked] = await scope.read(
    'survey:answer',
    (db) => db.$queryRaw<
      Asked[]
    >`select demo, areas, moment::text as moment, starts_at as "startsAt",
      zone, organisation from survey_of(${code}, ${dateOf(now())}::timestamptz)`,
  );
  if (!asked) throw new NotFound('survey');
  return asked;
}

/**
 * Keeps one answer, of nobody. Anyone who has the code may, before and until a week after; as many as come.
 * @throws NotFound; Refusal when everybody has answered
 */
export async function answerSurvey(scope: Scope, code: string, input: AnswerInput): Promise<void> {
  await findSurvey(scope, code);
  try {
    await scope.write('survey:answer', async (db, deed) => {
      await db.$queryRaw`select answer_survey(${input.key}::uuid, ${code}, ${dateOf(now())}::timestamptz,
        ${JSON.stringify(input.marks)}::jsonb, ${input.learned}) is null`;
      deed.record('surveyAnswered', 'hub', scope.hub.id);
    });
  } catch (error) {
    if (refusedBy(error, 'an_answer_for_each')) throw new Refusal('guided.refusals.everyone');
    throw error;
  }
}

/** What a visit changed in one care area: the means before and after, and of how many answers. */
export type Effect = {
  area: string;
  before: number;
  after: number;
  answersBefore: number;
  answersAfter: number;
};
type Row = Record<'before_mean' | 'after_mean', { toString(): string }> & {
  area: string;
  before_count: bigint;
  after_count: bigint;
};

const effectOf = (row: Row): Effect => ({
  area: row.area,
  before: Number(row.before_mean.toString()),
  after: Number(row.after_mean.toString()),
  answersBefore: Number(row.before_count),
  answersAfter: Number(row.after_count),
});

/** One group's effect and words, once they cannot change; empty until then, and of fewer than five. */
export async function findEffect(scope: Scope, groupId: string) {
  if (!isId(groupId)) throw new NotFound('guided');
  const permission = scope.may('guided:book') ? 'guided:book' : 'guided:arrange';
  const at = dateOf(now());
  return scope.read(permission, async (db) => {
    const rows = await db.$queryRaw<Row[]>`
      select * from survey_effect(${groupId}::uuid, ${at}::timestamptz)`;
    const words = await db.$queryRaw<{ learned: string }[]>`
      select * from survey_words(${groupId}::uuid, ${at}::timestamptz)`;
    return { effects: rows.map(effectOf), words: words.map(({ learned }) => learned) };
  });
}

/** What all visits to the house changed, of those whose own effect may be shown. The house's hosts may. */
export async function findHouseEffect(scope: Scope): Promise<Effect[]> {
  const at = dateOf(now());
  const rows = await scope.read(
    'guided:arrange',
    (db) => db.$queryRaw<Row[]>`select * from house_effect(${at}::timestamptz)`,
  );
  return rows.map(effectOf);
}
