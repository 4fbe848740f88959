import type { DemoContent } from './content.ts';

/** A form's fields by name, as the browser sends them. */
export type Values = Record<string, string | string[]>;
export type PartOfContent = 'text' | 'facts' | 'needs' | 'links';

const texts = ['title', 'summary', 'body', 'purpose'] as const;
const number = (value: number | null) => (value === null ? '' : String(value));

/** One part of a content as its form's fields: what a form begins with, and what it is compared with. */
export function partValues(part: PartOfContent, content: DemoContent): Values {
  if (part === 'needs') return { needs: content.needs };
  if (part === 'links') {
    const fields = content.links.flatMap(({ number: id, kind }, n) => [
      [`number_${n}`, id],
      [`kind_${n}`, kind],
    ]);
    return Object.fromEntries(fields);
  }
  if (part === 'text') {
    const fields = texts.flatMap((name) =>
      Object.entries(content[name]).map(([locale, text]) => [`${name}_${locale}`, text]),
    );
    return Object.fromEntries(fields);
  }
  const { kind, stage, trl, iso9999, areas, settings, audience, medical, environment } = content;
  const { bandwidthKbps, offline, mobileNet, withinKm, staffMinutes, trainingHours } = environment;
  return {
    ...{ kind, stage, trl: number(trl), iso9999, areas, settings, audience },
    medical: medical ? ['yes'] : [],
    bandwidthKbps: number(bandwidthKbps === null ? null : bandwidthKbps / 1000),
    ...{ offline, mobileNet, withinKm: number(withinKm) },
    ...{ staffMinutes: number(staffMinutes), trainingHours: number(trainingHours) },
  };
}

/** The fields that somebody else has saved otherwise than they are typed here. */
export function newerFields(newer: Values, typed: Values): [string, string][] {
  const plain = (value: string | string[] | undefined) =>
    [value ?? []].flat().toSorted().join('\n');
  return Object.entries(newer)
    .filter(([name, value]) => plain(value) !== plain(typed[name]))
    .map(([name, value]) => [name, [value].flat().join(', ')]);
}
