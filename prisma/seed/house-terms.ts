import type { HubSlug, PlaceKind, Text } from './types.ts';

/** Terms that an organisation agrees to before it books such a place. */
export type SeedTerms = {
  hub: HubSlug;
  kind: PlaceKind;
  /** Key of the person who wrote them. */
  by: string;
  daysAgo: number;
  title: Text;
  text: Text;
};

export const demoTerms: readonly SeedTerms[] = [
  {
    ...{ hub: 'ostersund', kind: 'LAB', by: 'anders', daysAgo: 120 },
    title: {
      sv: 'Ordningsregler för testlabbet',
      nb: 'Ordensregler for testlaben',
      en: 'Rules of the test lab',
    },
    text: {
      sv: 'Två personer är alltid på plats när utrustning provas under spänning.\n\nVad ni ser av andras prototyper stannar i rummet: ingen bild tas och inget berättas vidare utan lov.\n\nLämna labbet som ni fann det, och säg till värden om något har gått sönder.',
      nb: 'To personer er alltid til stede når utstyr prøves under spenning.\n\nDet dere ser av andres prototyper, blir i rommet: ingen bilder tas, og ingenting fortelles videre uten lov.\n\nForlat laben slik dere fant den, og si fra til verten om noe er gått i stykker.',
      en: 'Two people are always present when equipment is tried under voltage.\n\nWhat you see of others’ prototypes stays in the room: no picture is taken and nothing is passed on without leave.\n\nLeave the lab as you found it, and tell the host if anything has broken.',
    },
  },
];

/** Who shows to whom that they are in on days with a booking. */
export const demoWishes = [
  { hub: 'ostersund', person: 'emil', org: 'lasvarg', circle: 'EVERYONE' },
  { hub: 'ostersund', person: 'amina', org: 'fjallsyn', circle: 'EVERYONE' },
  { hub: 'ostersund', person: 'petra', org: 'bergs-kommun', circle: 'EVERYONE' },
  { hub: 'ostersund', person: 'elin', org: 'region-jamtland-harjedalen', circle: 'PUBLIC' },
  { hub: 'ostersund', person: 'sanna', org: 'are-kommun', circle: 'PUBLIC' },
] as const;
