import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { syntaxFaults } from './billing-schema.ts';

type Node = { [name: string]: Node };
/** The text of an element, whether it has attributes or none. */
const text = (node: unknown): string => String((node as Node | undefined)?.['#text'] ?? node ?? '');
const list = (node: unknown): Node[] => (Array.isArray(node) ? node : []);
const repeated = new Set(['InvoiceLine', 'TaxSubtotal', 'BillingReference', 'AllowanceCharge']);
const parser = new XMLParser({
  ignoreAttributes: false,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => repeated.has(name),
});

/** Hundredths of what is written as a decimal number with at most two places. */
function hundredths(node: unknown): number {
  const written = text(node);
  const [, sign, whole, parts = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(written) ?? [];
  if (whole === undefined) return Number.NaN;
  return (sign ? -1 : 1) * (Number(whole) * 100 + Number(parts.padEnd(2, '0'))) || 0;
}

export function readInvoice(xml: string) {
  const { Invoice: invoice } = parser.parse(xml) as { Invoice: Node };
  const total = invoice.LegalMonetaryTotal as Node;
  const lines = list(invoice.InvoiceLine).map((line) => ({
    net: hundredths(line.LineExtensionAmount),
    quantity: hundredths(line.InvoicedQuantity),
    price: hundredths(line.Price?.PriceAmount),
    off: list(line.AllowanceCharge).reduce((all, one) => all + hundredths(one.Amount), 0),
    from: text(line.InvoicePeriod?.StartDate),
    to: text(line.InvoicePeriod?.EndDate),
    category: text(line.Item?.ClassifiedTaxCategory?.ID),
    percent: hundredths(line.Item?.ClassifiedTaxCategory?.Percent),
    name: text(line.Item?.Name),
  }));
  const taxes = list(invoice.TaxTotal?.TaxSubtotal).map((each) => ({
    taxable: hundredths(each.TaxableAmount),
    tax: hundredths(each.TaxAmount),
    category: text(each.TaxCategory?.ID),
    percent: hundredths(each.TaxCategory?.Percent),
    reason: text(each.TaxCategory?.TaxExemptionReason),
  }));
  const references = list(invoice.BillingReference);
  return {
    invoice,
    lines,
    taxes,
    seller: invoice.AccountingSupplierParty?.Party as Node,
    buyer: invoice.AccountingCustomerParty?.Party as Node,
    tax: hundredths(invoice.TaxTotal?.TaxAmount),
    net: hundredths(total.LineExtensionAmount),
    exclusive: hundredths(total.TaxExclusiveAmount),
    inclusive: hundredths(total.TaxInclusiveAmount),
    payable: hundredths(total.PayableAmount),
    billingReferences: references.map((each) => text(each.InvoiceDocumentReference?.ID)),
  };
}

/** The published rules (EN 16931, Peppol BIS Billing 3) that an invoice breaks, by their short names. */
export function brokenRules(xml: string): string[] {
  const broken: string[] = [];
  const rule = (name: string, holds: boolean) => {
    if (!holds && !broken.includes(name)) broken.push(name);
  };
  rule('well-formed', XMLValidator.validate(xml) === true);
  rule('syntax', syntaxFaults(xml).length === 0);
  const read = readInvoice(xml);
  const { invoice, lines, taxes, seller, buyer } = read;
  rule(
    'R004',
    text(invoice.CustomizationID) ===
      'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  );
  rule('R001', text(invoice.ProfileID) === 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0');
  rule('R003', Boolean(invoice.BuyerReference || invoice.OrderReference?.ID));
  rule('R008', !/<(\S+)[^>]*>\s*<\/\1>|<[\w:]+[^>]*\/>/.test(xml));
  rule('R010', text(buyer.EndpointID) !== '');
  rule('R020', text(seller.EndpointID) !== '');
  for (const [scheme, id] of identifiers(xml))
    rule(scheme === '0007' ? 'R049' : 'R041', rightNumber(scheme, id));
  const { StartDate: start, EndDate: end } = invoice.InvoicePeriod as Node;
  for (const line of lines) {
    rule('R110', line.from >= text(start));
    rule('R111', line.to <= text(end));
    rule('BR-30', line.from <= line.to);
    rule('R120', Math.abs(line.net - ((line.quantity * line.price) / 100 - line.off)) <= 2);
    rule('BR-27', line.price >= 0);
    rule('BR-25', line.name !== '');
  }
  const sum = (all: number[]) => all.reduce((one, other) => one + other, 0);
  rule('BR-CO-10', read.net === sum(lines.map(({ net }) => net)));
  rule('BR-CO-13', read.exclusive === read.net);
  rule('BR-CO-14', read.tax === sum(taxes.map(({ tax }) => tax)));
  rule('BR-CO-15', read.inclusive === read.exclusive + read.tax);
  rule('BR-CO-16', read.payable === read.inclusive);
  for (const { taxable, tax, category, percent, reason } of taxes) {
    const own = lines.filter(
      (line) => line.category === category && (category === 'O' || line.percent === percent),
    );
    rule('BR-S-08', taxable === sum(own.map(({ net }) => net)));
    rule('BR-CO-17', Math.abs(tax * 10_000 - taxable * (percent || 0)) <= 5000);
    rule('BR-E-10', category === 'S' || category === 'Z' ? reason === '' : reason !== '');
    rule('BR-S-05', category !== 'S' || [2500, 1200, 1500, 600].includes(percent));
  }
  rule(
    'BR-CO-18',
    lines.every(({ category }) => taxes.some((tax) => tax.category === category)),
  );
  rule('BR-CO-25', read.payable <= 0 || Boolean(invoice.DueDate));
  const vat = text(seller.PartyTaxScheme?.CompanyID);
  rule(
    'BR-S-02',
    !taxes.some(({ category }) => category === 'S') || /^(SE\d{10}01|NO\d{9}MVA)$/.test(vat),
  );
  rule('BR-08', Boolean(seller.PostalAddress?.Country));
  rule('BR-10', Boolean(buyer.PostalAddress?.Country));
  const currencies = new Set([...xml.matchAll(/currencyID="(\w+)"/g)].map(([, code]) => code));
  rule('R051', currencies.size === 1 && currencies.has(text(invoice.DocumentCurrencyCode)));
  return broken;
}

function identifiers(xml: string): [string, string][] {
  return [...xml.matchAll(/schemeID="(0007|0192)">([^<]*)</g)].map(([, scheme = '', id = '']) => [
    scheme,
    id,
  ]);
}

/** By the letter of the rules: Luhn over ten digits, modulus eleven over nine. */
function rightNumber(scheme: string, id: string): boolean {
  if (scheme === '0192') {
    const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];
    return (
      /^\d{9}$/.test(id) &&
      [...id].reduce((all, digit, n) => all + Number(digit) * (weights[n] ?? 0), 0) % 11 === 0
    );
  }
  const doubled = [...id].map((digit, n) => Number(digit) * (n % 2 === 0 ? 2 : 1));
  const sum = doubled.reduce((all, each) => all + (each > 9 ? each - 9 : each), 0);
  return /^\d{10}$/.test(id) && sum % 10 === 0;
}
