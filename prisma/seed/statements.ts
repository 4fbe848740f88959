import type { HubSlug } from './types.ts';

/** What a demo hub says of its accessibility; dates YYYY-MM-DD, lists with one entry a line. */
export type SeedStatement = {
  actor: string;
  service: string;
  compliance: 'FULL' | 'PARTIAL' | 'NONE' | null;
  defects: string;
  assessedOn: string | null;
  updatedOn: string | null;
  method: string;
  contact: string;
  supervision: string;
  burden: string;
  outside: string;
  declaration: string;
};

// What is known of the portal itself, the same at every Swedish hub.
const swedish = {
  compliance: 'PARTIAL',
  defects: [
    'Planritningen över huset är bred och behöver rullas i sidled på en liten skärm. Samma platser finns som lista, som inte behöver rullas.',
    'Förslag och behov finns bara på det språk de skrevs på. De är märkta med sitt språk så att skärmläsare läser dem rätt.',
    'Sidorna har prövats med tangentbord, förstoring och automatiska verktyg, men ännu inte av personer som använder skärmläsare varje dag. Det kan finnas brister vi inte känner till.',
  ].join('\n'),
  assessedOn: '2026-11-20',
  updatedOn: '2026-11-22',
  method:
    'Egen granskning mot WCAG 2.2 nivå AA: automatiska verktyg på varje sida, tangentbord, förstoring till 400 procent, ljust och mörkt läge och utan JavaScript. Ingen utomstående har granskat.',
  supervision: 'https://www.digg.se/tdosanmalan',
  burden: 'Vi åberopar ingen oskäligt betungande anpassning.',
  outside: 'Inget innehåll är undantaget från lagen.',
  declaration: '',
} as const;

export const demoStatements: Record<HubSlug, SeedStatement> = {
  ostersund: {
    ...swedish,
    actor: 'Region Jämtland Härjedalen',
    service: 'E-hälsocentrum Östersund, portalen',
    contact:
      'Skriv till huset@ehalsa-ostersund.example eller besök receptionen, Fjällblicksgatan 8.',
  },
  vasterbotten: {
    ...swedish,
    actor: 'Region Västerbotten',
    service: 'Vårdnavet Västerbotten, portalen',
    contact: 'Skriv till hej@vardnavet-vasterbotten.example eller besök oss på Forsnackevägen 3.',
  },
  'vastra-gotaland': {
    ...swedish,
    actor: 'Västra Götalandsregionen',
    service: 'Omsorgslabbet Västra Götaland, portalen',
    contact: 'Skriv till visning@omsorgslabbet.example eller besök oss på Kranförarkajen 12.',
  },
  innlandet: {
    actor: 'Innlandet fylkeskommune',
    service: 'Helsenavet Innlandet, portalen',
    compliance: null,
    defects: '',
    assessedOn: null,
    updatedOn: null,
    method: '',
    contact: '',
    supervision: '',
    burden: '',
    outside: '',
    // The body's declarations are published there; this one is the demonstration's, and leads nowhere.
    declaration: 'https://uustatus.no/nb/erklaringer/publisert/helsenavet-innlandet-demo',
  },
};
