import { z } from 'zod';
import { addressOf } from '#lib/platform/i18n/address.ts';
import { attributeTypes } from '#lib/workspace/attributes.ts';
import { placeKinds } from '#lib/workspace/schema.ts';

const text = (most: number) => z.string().trim().max(most, 'refusals.tooLong').default('');
const tongues = { Sv: text(60), Nb: text(60), En: text(60) };
const named = <P extends string>(name: P) =>
  ({ [`${name}Sv`]: tongues.Sv, [`${name}Nb`]: tongues.Nb, [`${name}En`]: tongues.En }) as {
    [K in `${P}${'Sv' | 'Nb' | 'En'}`]: (typeof tongues)['Sv'];
  };
const ticked = z.preprocess((typed) => [typed ?? []].flat().includes('yes'), z.boolean());
const choiceField = /^choice-([a-z0-9]+(?:-[a-z0-9]+)*)-(sv|nb|en)$/;
/** Rows for choices that are not there yet; no choice is called so. */
export const newChoices = ['new-1', 'new-2', 'new-3', 'new-4'] as const;
/** The field of a choice's name in one language. */
export const choiceName = (code: string, tongue: string) =>
  `choice-${code}-${tongue.toLowerCase()}`;

type ChoiceInput = { code: string; sv: string; nb: string; en: string };

/** A form has as many fields as there are choices: they are put together here, those left empty dropped. */
function withChoices(typed: unknown): unknown {
  const choices = new Map<string, ChoiceInput>();
  for (const [name, value] of Object.entries((typed ?? {}) as Record<string, unknown>)) {
    const [, code, tongue] = choiceField.exec(name) ?? [];
    if (code === undefined || typeof value !== 'string') continue;
    const known = choices.get(code) ?? { code, sv: '', nb: '', en: '' };
    choices.set(code, { ...known, [tongue as 'sv']: value.trim() });
  }
  const named = [...choices.values()].filter(({ sv, nb, en }) => sv + nb + en !== '');
  return { ...(typed as object), choices: named };
}

const word = z.string().max(60, 'refusals.tooLong');

/** Something the hub tells of its places. A name in one language stands for the others. */
export const attributeSchema = z.preprocess(
  withChoices,
  z
    .object({
      type: z.enum(attributeTypes, 'refusals.invalid'),
      ...named('name'),
      ...named('without'),
      unit: text(12),
      kinds: z
        .array(z.enum(placeKinds, 'workspace.refusals.badKind'), 'places.refusals.noKind')
        .min(1, 'places.refusals.noKind'),
      filter: ticked,
      choices: z.array(z.object({ code: word, sv: word, nb: word, en: word })).max(50),
      /** That values which no longer fit may go. */
      confirmed: ticked,
    })
    .refine(({ nameSv, nameNb, nameEn }) => nameSv + nameNb + nameEn !== '', {
      path: ['nameSv'],
      message: 'places.refusals.noName',
    })
    .refine(({ type, choices }) => type !== 'CHOICE' || choices.length >= 2, {
      path: [choiceName(newChoices[0], 'sv')],
      message: 'places.refusals.fewChoices',
    }),
);
export type AttributeInput = z.output<typeof attributeSchema>;

/** A name as a code of the letters an address has. */
export function codeOf(name: string, used: readonly string[]): string {
  const plain = addressOf(name).slice(0, 50).replace(/-$/, '');
  const base = plain === '' || /^new-\d+$/.test(plain) ? `x-${plain}`.replace(/-$/, '') : plain;
  const codes = [base, ...used.map((_, n) => `${base}-${n + 2}`)];
  return codes.find((code) => !used.includes(code)) ?? base;
}
