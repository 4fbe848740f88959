import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';

type Body = {
  name: string;
  country: 'SE' | 'NO';
  number: string;
  street: string;
  postalCode: string;
  town: string;
};
export type Seller = Body & {
  vatNumber: string;
  account: string;
  paymentDays: number;
  email: string;
};
export type Buyer = Body & {
  buyerReference: string;
  orderReference: string;
  costCentre: string;
  /** In Peppol, as scheme:id; empty where it is the organisation number. */
  endpoint: string;
};
/** Who invoices whom, as an invoice says it. */
export type Parties = { seller: Seller; buyer: Buyer };

/** As they are now. A locked basis has its own. */
export async function partiesOf(
  db: Handle,
  scope: Scope,
  organisationId: string,
): Promise<Parties> {
  const hubId = scope.hub.id;
  const hub = await db.hub.findUniqueOrThrow({
    where: { id: hubId },
    include: { operator: true, billing: true },
  });
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  const party = await db.billingParty.findUnique({
    where: { hubId_organisationId: { hubId, organisationId } },
  });
  const { number = '', street = '', postalCode = '', town = '' } = hub.billing ?? {};
  const { name, country, organisationNumber } = hub.operator;
  return {
    seller: {
      ...{ name, country, number: number || (organisationNumber ?? ''), street, postalCode, town },
      ...{ vatNumber: hub.billing?.vatNumber ?? '', account: hub.billing?.account ?? '' },
      ...{ paymentDays: hub.billing?.paymentDays ?? 30, email: hub.contactEmail },
    },
    buyer: {
      ...{ name: organisation.name, country: organisation.country },
      ...{ number: organisation.organisationNumber ?? '', street: '', postalCode: '' },
      ...{ town: organisation.town, buyerReference: party?.buyerReference ?? '' },
      ...{ orderReference: party?.orderReference ?? '', costCentre: party?.costCentre ?? '' },
      endpoint: party?.endpoint ?? '',
    },
  };
}

const schemes = { SE: '0007', NO: '0192' } as const;

/** Where it is reached in Peppol; null where that is not known. */
export function endpointOf({ country, number, ...body }: Body & { endpoint?: string }) {
  const [scheme = '', id = ''] = (body.endpoint ?? '').split(':');
  if (scheme && id) return { scheme, id };
  return number ? { scheme: schemes[country], id: number } : null;
}

type Taxed = { vatCategory: string };

/** What a Peppol invoice needs that is not there; names of messages under `billing.missingOf`. */
export function missingFor({ seller, buyer }: Parties, lines: readonly Taxed[]): string[] {
  const outside = lines.filter(({ vatCategory }) => vatCategory === 'O').length;
  const taxed = outside < lines.length;
  const { street, postalCode, town } = seller;
  return [
    ...(seller.number ? [] : ['sellerNumber']),
    ...(street && postalCode && town ? [] : ['sellerAddress']),
    ...(seller.vatNumber || !taxed ? [] : ['sellerVat']),
    ...(endpointOf(buyer) ? [] : ['buyerNumber']),
    ...(buyer.buyerReference || buyer.orderReference ? [] : ['reference']),
    ...(outside > 0 && taxed ? ['mixedVat'] : []),
  ];
}
