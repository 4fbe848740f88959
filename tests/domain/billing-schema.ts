import { invoiceSchema } from '@e-invoice-eu/core';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { XMLParser } from 'fast-xml-parser';

/** A part of the published syntax of an invoice: what an element holds, in the order in which it stands. */
type Part = { type?: string; properties?: Record<string, Part>; items?: Part; $ref?: string };
type Read = { [name: string]: Read[] } & { ':@'?: Record<string, string> };

const whole = invoiceSchema as unknown as Part & { $defs: Record<string, Record<string, Part>> };
const validate = new Ajv2019({ strict: false, allErrors: true }).compile(invoiceSchema);
const parser = new XMLParser({
  ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' },
  ...{ parseTagValue: false, parseAttributeValue: false },
});

/**
 * Where an invoice departs from the syntax that Peppol has published: elements it does not know, that are
 * missing, doubled or out of order, codes of no list. The syntax is another project's copy of it, not ours.
 */
export function syntaxFaults(xml: string): string[] {
  const [root] = (parser.parse(xml) as Read[]).filter((each) => 'Invoice' in each);
  const invoice = whole.properties?.['ubl:Invoice'];
  if (!root || !invoice) return ['no invoice'];
  const faults: string[] = [];
  const read = { 'ubl:Invoice': contentOf(root.Invoice ?? [], invoice, faults, 'Invoice') };
  if (!validate(read)) {
    faults.push(...(validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`));
  }
  return faults;
}

/** Children as the schema names them; attributes stand beside their element as `name@attribute`. */
function contentOf(children: Read[], part: Part, faults: string[], path: string) {
  const content: Record<string, unknown> = {};
  const order = Object.keys(part.properties ?? {}).filter((name) => !name.includes('@'));
  let last = 0;
  for (const child of children) {
    const name = Object.keys(child).find((key) => key !== ':@') ?? '';
    const place = order.indexOf(name);
    if (place < last) faults.push(`${path}/${name} is out of order`);
    last = Math.max(last, place);
    const own = part.properties?.[name];
    const value = valueIn(child[name] ?? [], own?.items ?? own ?? {}, faults, `${path}/${name}`);
    if (own?.type === 'array') content[name] = [...((content[name] as unknown[]) ?? []), value];
    else if (name in content) faults.push(`${path}/${name} is doubled`);
    else content[name] = value;
    for (const [attribute, text] of Object.entries(child[':@'] ?? {})) {
      content[`${name}@${attribute}`] = text;
    }
  }
  return content;
}

function valueIn(children: Read[], part: Part, faults: string[], path: string): unknown {
  if (part.properties) return contentOf(children, part, faults, path);
  return children.map((child) => String(child['#text'] ?? '')).join('');
}
