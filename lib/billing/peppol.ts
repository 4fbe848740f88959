import { Temporal } from 'temporal-polyfill';
import { create } from 'xmlbuilder2';
import { Refusal } from '#lib/platform/errors.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { type Buyer, endpointOf, missingFor, type Seller } from './parties.ts';
import type { BasisDetail } from './reads.ts';
import { dayOf, type Line, type VatSum } from './rules.ts';

const invoice = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2';
const aggregates = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2';
const basics = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2';
const customization = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const profile = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
// UN/ECE Recommendation 20; half a day and a pass have no code, so they are counted as ones.
const unitCodes = { HOUR: 'HUR', HALF_DAY: 'C62', DAY: 'DAY', MONTH: 'MON', PASS: 'C62' } as const;
const currencies = { SE: 'SEK', NO: 'NOK' } as const;

type Node = { [name: string]: unknown };

/**
 * A locked basis as a Peppol BIS Billing 3 invoice (UBL 2.1), for the hub's finance system to send. What
 * takes back more than it charges is an invoice below zero, as the format has it.
 * @throws Refusal `incomplete` where a fact is missing that the format needs, and for a draft
 */
export function peppolInvoice(basis: BasisDetail, hubSlug: string, locale: Locale): string {
  const { lines, lockedOn, number, parties, sums } = basis;
  if (!lockedOn || number === null) throw new Refusal('billing.refusals.notLocked');
  if (missingFor(parties, lines).length > 0) throw new Refusal('billing.refusals.incomplete');
  const { seller, buyer } = parties;
  const money = amounts(currencies[seller.country]);
  const id = numberOf(hubSlug, number);
  const days = lines.flatMap(({ startsOn, endsOn }) => [dayOf(startsOn), dayOf(endsOn)]).sort();
  const taxed = lines.some(({ vatCategory }) => vatCategory !== 'O');
  const document: Node = {
    '@xmlns': invoice,
    '@xmlns:cac': aggregates,
    '@xmlns:cbc': basics,
    'cbc:CustomizationID': customization,
    'cbc:ProfileID': profile,
    'cbc:ID': id,
    'cbc:IssueDate': dayOf(lockedOn),
    'cbc:DueDate': dueDate(lockedOn, seller),
    'cbc:InvoiceTypeCode': '380',
    'cbc:DocumentCurrencyCode': currencies[seller.country],
    ...given('cbc:AccountingCost', buyer.costCentre),
    ...given('cbc:BuyerReference', buyer.buyerReference),
    'cac:InvoicePeriod': { 'cbc:StartDate': days[0], 'cbc:EndDate': days.at(-1) },
    ...(buyer.orderReference && { 'cac:OrderReference': { 'cbc:ID': buyer.orderReference } }),
    'cac:BillingReference': basis.takesBack.map((each) => ({
      'cac:InvoiceDocumentReference': { 'cbc:ID': numberOf(hubSlug, each) },
    })),
    'cac:AccountingSupplierParty': { 'cac:Party': sellerParty(seller, taxed) },
    'cac:AccountingCustomerParty': { 'cac:Party': party(buyer) },
    ...(seller.account && { 'cac:PaymentMeans': paymentMeans(seller, id) }),
    'cac:TaxTotal': {
      'cbc:TaxAmount': money(sums.vatOre),
      'cac:TaxSubtotal': sums.vat.map((sum) => taxSubtotal(sum, money)),
    },
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': money(sums.netOre),
      'cbc:TaxExclusiveAmount': money(sums.netOre),
      'cbc:TaxInclusiveAmount': money(sums.totalOre),
      'cbc:PayableAmount': money(sums.totalOre),
    },
    'cac:InvoiceLine': lines.map((line, n) => invoiceLine(line, n + 1, money, locale)),
  };
  return create({ version: '1.0', encoding: 'UTF-8' }, { Invoice: document }).end({
    prettyPrint: true,
  });
}

/** What an invoice is called: the hub, and its number there. */
export function numberOf(hubSlug: string, number: number): string {
  return `${hubSlug.toUpperCase()}-${number}`;
}

type Money = (ore: number) => Node;
const amounts =
  (currency: string): Money =>
  (ore) => ({ '@currencyID': currency, '#': decimal(ore) });

/** Hundredths as a decimal number, without ever passing through a fraction. */
export function decimal(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function given(name: string, text: string): Node {
  return text ? { [name]: text } : {};
}

function dueDate(lockedOn: Date, { paymentDays }: Seller): string {
  return Temporal.PlainDate.from(dayOf(lockedOn)).add({ days: paymentDays }).toString();
}

function party(body: Buyer | Seller, tax: Node = {}): Node {
  const endpoint = endpointOf(body);
  const { name, number, country, street, postalCode, town } = body;
  return {
    'cbc:EndpointID': { '@schemeID': endpoint?.scheme, '#': endpoint?.id },
    'cac:PartyName': { 'cbc:Name': name },
    'cac:PostalAddress': {
      ...given('cbc:StreetName', street),
      ...given('cbc:CityName', town),
      ...given('cbc:PostalZone', postalCode),
      'cac:Country': { 'cbc:IdentificationCode': country },
    },
    ...tax,
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': name,
      ...(number && {
        'cbc:CompanyID': { '@schemeID': country === 'SE' ? '0007' : '0192', '#': number },
      }),
    },
  };
}

function sellerParty(seller: Seller, taxed: boolean): Node {
  const scheme = { 'cbc:CompanyID': seller.vatNumber, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } };
  // Who sells outside VAT names no VAT number (BR-O-02).
  return {
    ...party(seller, taxed ? { 'cac:PartyTaxScheme': scheme } : {}),
    'cac:Contact': { 'cbc:ElectronicMail': seller.email },
  };
}

function paymentMeans({ account, country }: Seller, id: string): Node {
  const digits = account.replace(/[\s-]/g, '');
  const bankgiro = country === 'SE' && /^\d{7,8}$/.test(digits);
  const branch = { 'cac:FinancialInstitutionBranch': { 'cbc:ID': 'SE:BANKGIRO' } };
  return {
    'cbc:PaymentMeansCode': '30',
    'cbc:PaymentID': id,
    'cac:PayeeFinancialAccount': { 'cbc:ID': digits, ...(bankgiro && branch) },
  };
}

function taxCategory({ vatCategory, vatPercent }: Pick<Line, 'vatCategory' | 'vatPercent'>): Node {
  const rate = vatCategory === 'O' ? {} : { 'cbc:Percent': decimal(vatPercent) };
  return { 'cbc:ID': vatCategory, ...rate };
}

function taxSubtotal(sum: VatSum, money: Money): Node {
  return {
    'cbc:TaxableAmount': money(sum.netOre),
    'cbc:TaxAmount': money(sum.vatOre),
    'cac:TaxCategory': {
      ...taxCategory(sum),
      ...given('cbc:TaxExemptionReason', sum.vatReason),
      'cac:TaxScheme': { 'cbc:ID': 'VAT' },
    },
  };
}

function invoiceLine(line: Line, n: number, money: Money, locale: Locale): Node {
  const { unit, quantity, unitOre, discountOre, netOre, costCentre, reference } = line;
  return {
    'cbc:ID': String(n),
    ...given('cbc:Note', reference),
    'cbc:InvoicedQuantity': { '@unitCode': unitCodes[unit], '#': decimal(quantity) },
    'cbc:LineExtensionAmount': money(netOre),
    ...given('cbc:AccountingCost', costCentre),
    'cac:InvoicePeriod': {
      'cbc:StartDate': dayOf(line.startsOn),
      'cbc:EndDate': dayOf(line.endsOn),
    },
    ...(discountOre !== 0 && { 'cac:AllowanceCharge': allowance(discountOre, money, locale) }),
    'cac:Item': {
      'cbc:Name': inLocale(line.what, locale),
      'cac:ClassifiedTaxCategory': { ...taxCategory(line), 'cac:TaxScheme': { 'cbc:ID': 'VAT' } },
    },
    'cac:Price': { 'cbc:PriceAmount': money(unitOre) },
  };
}

function allowance(discountOre: number, money: Money, locale: Locale): Node {
  return {
    'cbc:ChargeIndicator': 'false',
    'cbc:AllowanceChargeReasonCode': '95',
    'cbc:AllowanceChargeReason': translator(locale, 'billing')('discount'),
    'cbc:Amount': money(discountOre),
  };
}
