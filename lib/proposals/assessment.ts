import { z } from 'zod';
import { asWritten, limits } from './schema.ts';

/** How far it has come, from an idea to what is in use. */
export const maturities = ['IDEA', 'DESCRIBED', 'TESTED', 'PILOTED', 'IN_USE'] as const;
/** What every proposal is weighed by, in the order of the form. */
export const criteria = [
  'need',
  'feasibility',
  'benefit',
  'cost',
  'running',
  'owner',
  'access',
] as const;
export type Criterion = (typeof criteria)[number];
export const answers = ['YES', 'PARTIALLY', 'NO'] as const;
/** Most characters of a comment; the database holds the same. */
export const mostOfComment = 200;

type Judged = { answer: (typeof answers)[number] | ''; comment: string };
export type Assessment = {
  maturity: (typeof maturities)[number] | '';
  criteria: Record<Criterion, Judged>;
  summary: string;
  bodies: string[];
};

const choice = <const T extends readonly [string, ...string[]]>(of: T) =>
  z.union([z.literal(''), z.enum(of)]).default('');
const written = (most: number, code: string) =>
  z
    .string()
    .max(most * 4, code)
    .transform(asWritten)
    .pipe(z.string().max(most, code))
    .default('');

const judgedFields = Object.fromEntries(
  criteria.flatMap((name) => [
    [`answer_${name}`, choice(answers)],
    [`comment_${name}`, written(mostOfComment, 'innovation.assessment.tooLong')],
  ]),
) as Record<`answer_${Criterion}`, z.ZodType<Judged['answer']>> &
  Record<`comment_${Criterion}`, z.ZodType<string>>;

/** The form; everything may be empty, so that it can be saved at any time. */
export const assessmentForm = z
  .object({
    /** The version the form was opened on; 0 before the first saving. */
    revision: z.coerce.number().int().min(0).max(1_000_000),
    intent: z.enum(['save', 'send']).default('save'),
    maturity: choice(maturities),
    ...judgedFields,
    assessed: written(limits.words, 'innovation.tooLong.words'),
    bodies: z.array(z.guid()).max(50).default([]),
  })
  .transform(({ revision, intent, maturity, assessed, bodies, ...typed }) => {
    const judged = criteria.map((name) => [
      name,
      { answer: typed[`answer_${name}`], comment: typed[`comment_${name}`] },
    ]);
    const content: Assessment = {
      ...{ maturity, summary: assessed, bodies: [...new Set(bodies)] },
      criteria: Object.fromEntries(judged),
    };
    return { revision, intent, content };
  });
export type AssessmentInput = z.output<typeof assessmentForm>;

/** What is still missing before it can be sent, by the form's field. */
export function missingOf({ maturity, criteria: judged, summary, bodies }: Assessment) {
  const missing: Record<string, string> = {};
  const say = (field: string, name: string) => {
    missing[field] = `innovation.assessment.missing.${name}`;
  };
  if (maturity === '') say('maturity', 'maturity');
  for (const name of criteria) {
    const { answer, comment } = judged[name];
    if (answer === '') say(`answer_${name}`, `answers.${name}`);
    else if (answer !== 'YES' && comment === '') say(`comment_${name}`, `comments.${name}`);
  }
  if (summary === '') say('assessed', 'summary');
  if (bodies.length === 0) say('bodies', 'bodies');
  return missing;
}

/** A kept row as what it says; what was never filled in is empty. */
export function assessmentOf(row: {
  maturity: string | null;
  criteria: unknown;
  summary: string;
  bodies: string[];
}): Assessment {
  const kept = (row.criteria ?? {}) as Partial<Record<Criterion, Partial<Judged>>>;
  const judged = criteria.map((name) => [name, { answer: '', comment: '', ...kept[name] }]);
  return {
    maturity: (row.maturity ?? '') as Assessment['maturity'],
    criteria: Object.fromEntries(judged),
    summary: row.summary,
    bodies: row.bodies,
  };
}

/** The same as values of the form's fields. */
export function fieldsOf({ maturity, criteria: judged, summary, bodies }: Assessment) {
  const each = criteria.flatMap((name) => [
    [`answer_${name}`, judged[name].answer],
    [`comment_${name}`, judged[name].comment],
  ]);
  return { maturity, assessed: summary, bodies, ...Object.fromEntries(each) } as Record<
    string,
    string | string[]
  >;
}
