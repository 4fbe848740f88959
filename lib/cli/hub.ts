import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { makeHub } from '#lib/hubs/founding.ts';
import { coloursForm, type HubInput, hubForm } from '#lib/hubs/schema.ts';
import { Refusal as DomainRefusal } from '#lib/platform/errors.ts';
import { sentence } from '#lib/platform/i18n/sentence.ts';
import { enterSystem } from '#lib/platform/scope.ts';
import { type Contrast, tooFaint } from '#lib/platform/theme.ts';
import { withDatabase } from './database/reach.ts';
import { runCommand } from './terminal/command.ts';
import { Refusal } from './terminal/refusal.ts';

const usage = `Use: npm run navet -- hub create --slug <address> --name <name> --country SE|NO
  --zone Europe/Stockholm --languages sv,en --accent '#0b5c7a' --support '#c8501e'
  --operator-region <code> | --operator-municipality <code> | --operator-number <organisation number>
  --admin <address> --admin-name <name>`;

const text = { type: 'string' } as const;
const options = {
  slug: text,
  name: text,
  country: text,
  zone: text,
  languages: text,
  accent: text,
  support: text,
  'operator-region': text,
  'operator-municipality': text,
  'operator-number': text,
  admin: text,
  'admin-name': text,
};

/** Which option a field of the form comes from. */
const optionOf: Record<string, string> = {
  operator: '--operator-region, --operator-municipality or --operator-number',
  operatorNumber: '--operator-number',
  adminEmail: '--admin',
  adminName: '--admin-name',
};

/** `npm run navet -- hub create`: a new hub with its operator and first administrator. */
await runCommand(async () => {
  const input = asked();
  await withDatabase(async () => {
    try {
      const { slug } = await makeHub(await enterSystem(null, 'hub create'), input);
      process.stdout.write(
        `The hub ${slug} is there, closed to visitors until ${input.adminEmail} opens it under ` +
          `/sv/${slug}/house/settings; a letter is on its way.\n`,
      );
    } catch (error) {
      throw error instanceof DomainRefusal ? new Refusal(explain(error)) : error;
    }
  });
});

function asked(): HubInput {
  const given = parsed();
  const code = given['operator-region'] ?? given['operator-municipality'];
  const form = hubForm.safeParse({
    ...given,
    languages: given.languages?.split(',').map((each) => each.trim()) ?? [],
    operator: code === undefined ? '' : `${given.country}:${code}`,
    operatorNumber: given['operator-number'],
    adminEmail: given.admin,
    adminName: given['admin-name'],
  });
  if (form.success) return form.data;
  const { accent = '', support = '' } = given;
  const coloured = coloursForm.safeParse({ accent, support }).success;
  const faint = coloured ? figuresOf(tooFaint(accent, support)) : [];
  throw new Refusal([...problemsOf(form.error.issues), ...faint, '', usage].join('\n'));
}

function parsed(): Partial<Record<keyof typeof options, string>> {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.join(' ') === 'create') return values;
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${usage}`);
  }
  throw new Refusal(usage);
}

/** One line an option, all at once; a field that is wrong twice is named once. */
function problemsOf(issues: z.core.$ZodIssue[]): string[] {
  const lines = new Map<string, string>();
  for (const { path, message } of issues) {
    const field = String(path[0] ?? '');
    const known = /^[a-z]+(\.[A-Za-z]+)+$/.test(message);
    const said = sentence('en', known ? message : 'refusals.invalid');
    if (!lines.has(field)) lines.set(field, `${optionOf[field] ?? `--${field}`}: ${said}`);
  }
  return [...lines.values()];
}

function explain({ code, fields, detail }: DomainRefusal): string {
  const { faint = [] } = (detail ?? {}) as { faint?: Contrast[] };
  const named = Object.entries(fields).map(
    ([field, said]) => `${optionOf[field] ?? `--${field}`}: ${sentence('en', said)}`,
  );
  return [...(named.length > 0 ? named : [sentence('en', code)]), ...figuresOf(faint)].join('\n');
}

function figuresOf(faint: Contrast[]): string[] {
  return faint.map(({ colour, scheme, pair, ratio, needed }) => {
    const what = sentence('en', `house.contrast.${pair}`);
    return `--${colour}: in ${scheme} mode ${what} has ${ratio}:1 and needs ${needed}:1`;
  });
}
