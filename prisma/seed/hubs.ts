import type { SeedHub } from './types.ts';

/** The four demo hubs; the houses and their addresses are invented, the towns are real. */
export const demoHubs: readonly SeedHub[] = [
  {
    slug: 'ostersund',
    name: 'E-hälsocentrum Östersund',
    country: 'SE',
    zone: 'Europe/Stockholm',
    languages: ['sv', 'en', 'nb'],
    theme: { accent: '#0b5c7a', support: '#c8501e' },
    address: { street: 'Fjällblicksgatan 8', postalCode: '831 30', town: 'Östersund' },
    areaM2: 828,
    welcome: {
      sv: 'Här möts regionen, kommunerna och företagen under samma tak. Se hur digital vård fungerar i dag, pröva det som är på väg och boka en plats när du vill arbeta hos oss.',
      nb: 'Her møtes regionen, kommunene og bedriftene under samme tak. Se hvordan digital helsehjelp fungerer i dag, prøv det som er på vei, og bestill en plass når du vil arbeide hos oss.',
      en: 'The region, the municipalities and companies meet here under one roof. See how digital care works today, try what is coming, and book a place when you want to work with us.',
    },
    mission: {
      sv: 'Vi bor glest och har långt till varandra. Vården ska ändå vara lika bra i Åre som i Ragunda. Därför upptäcker vi behov tillsammans och provar lösningar innan vi inför dem.',
      nb: 'Vi bor spredt og har lange avstander. Helsehjelpen skal likevel være like god i Åre som i Ragunda. Derfor finner vi behov sammen og prøver løsninger før vi innfører dem.',
      en: 'We live far apart. Care should still be as good in Åre as in Ragunda. So we discover needs together and try solutions before we introduce them.',
    },
    contact: {
      role: { sv: 'Husvärd', nb: 'Husvert', en: 'House host' },
      email: 'huset@ehalsa-ostersund.example',
      dataProtection: 'dataskydd@ehalsa-ostersund.example',
    },
    picture: '/hubs/ostersund.svg',
    pictureAlt: {
      sv: 'Ett trähus med stora fönster vid en sjö, med segelbåt och snöklädda fjäll bakom.',
      nb: 'Et trehus med store vinduer ved en innsjø, med seilbåt og snødekte fjell bak.',
      en: 'A wooden house with large windows by a lake, a sailing boat and snowy mountains behind.',
    },
  },
  {
    slug: 'vasterbotten',
    name: 'Vårdnavet Västerbotten',
    country: 'SE',
    zone: 'Europe/Stockholm',
    languages: ['sv', 'en', 'nb'],
    theme: { accent: '#1f5f43', support: '#6b3fa0' },
    address: { street: 'Forsnackevägen 3', postalCode: '921 31', town: 'Lycksele' },
    areaM2: 410,
    welcome: {
      sv: 'Femton kommuner och regionen utvecklar nära vård tillsammans. I Lycksele kan du se vad modellområdet i södra Lappland provar just nu. Kom gärna på besök, även på distans.',
      nb: 'Femten kommuner og regionen utvikler nære helsetjenester sammen. I Lycksele kan du se hva modellområdet i søndre Lappland prøver akkurat nå. Kom gjerne på besøk, også digitalt.',
      en: 'Fifteen municipalities and the region develop local care together. In Lycksele you can see what the model area in southern Lapland is trying right now. Visit us, in person or from a distance.',
    },
    mission: {
      sv: 'Det ska vara lika lätt att bli gammal i Vilhelmina som i en storstad. Vi delar kunskap och kostnader, och varje kommun bestämmer själv.',
      nb: 'Det skal være like lett å bli gammel i Vilhelmina som i en storby. Vi deler kunnskap og kostnader, og hver kommune bestemmer selv.',
      en: 'Growing old should be as easy in Vilhelmina as in a big city. We share knowledge and costs, and each municipality decides for itself.',
    },
    contact: {
      role: { sv: 'Samordnare', nb: 'Koordinator', en: 'Coordinator' },
      email: 'hej@vardnavet-vasterbotten.example',
      dataProtection: 'dataskydd@vardnavet-vasterbotten.example',
    },
    picture: '/hubs/vasterbotten.svg',
    pictureAlt: {
      sv: 'En älv genom granskog en vinternatt, med norrsken över och en upplyst stuga.',
      nb: 'En elv gjennom granskog en vinternatt, med nordlys over og en opplyst hytte.',
      en: 'A river through spruce forest on a winter night, northern lights above and a lit cabin.',
    },
  },
  {
    slug: 'vastra-gotaland',
    name: 'Omsorgslabbet Västra Götaland',
    country: 'SE',
    zone: 'Europe/Stockholm',
    languages: ['sv', 'en', 'nb'],
    theme: { accent: '#8a1f4b', support: '#0f6b74' },
    address: { street: 'Kranförarkajen 12', postalCode: '411 21', town: 'Göteborg' },
    areaM2: 560,
    welcome: {
      sv: 'Vid kajen i Göteborg visar kommuner, regionen och företag välfärdsteknik som går att använda. Boka en visning för din grupp eller slå dig ner och arbeta en dag.',
      nb: 'Ved kaien i Göteborg viser kommuner, regionen og bedrifter velferdsteknologi som kan brukes. Bestill en visning for gruppen din, eller slå deg ned og arbeid en dag.',
      en: 'On the quay in Göteborg, municipalities, the region and companies show welfare technology that works in practice. Book a tour for your group, or settle down and work for a day.',
    },
    mission: {
      sv: 'Vi vill att fler ska kunna bo tryggt hemma. Stora och små kommuner löser det tillsammans i stället för var för sig.',
      nb: 'Vi vil at flere skal kunne bo trygt hjemme. Store og små kommuner løser det sammen i stedet for hver for seg.',
      en: 'We want more people to live safely at home. Large and small municipalities solve it together, not one by one.',
    },
    contact: {
      role: { sv: 'Värd för visningar', nb: 'Vert for visninger', en: 'Host for tours' },
      email: 'visning@omsorgslabbet.example',
      dataProtection: 'dataskydd@omsorgslabbet.example',
    },
    picture: '/hubs/vastra-gotaland.svg',
    pictureAlt: {
      sv: 'En hamn med en stor kran, båtar vid kajen och en blåvit spårvagn framför tegelhus.',
      nb: 'En havn med en stor kran, båter ved kaien og en blåhvit trikk foran murhus.',
      en: 'A harbour with a big crane, boats at the quay and a blue and white tram by brick houses.',
    },
  },
  {
    slug: 'innlandet',
    name: 'Helsenavet Innlandet',
    country: 'NO',
    zone: 'Europe/Oslo',
    languages: ['nb', 'en', 'sv'],
    theme: { accent: '#7a3b00', support: '#23527c' },
    address: { street: 'Låvebrua 5', postalCode: '2317', town: 'Hamar' },
    areaM2: 480,
    welcome: {
      nb: 'Her samarbeider kommuner, sykehuset, fylkeskommunen og frivilligheten om bedre tjenester. Se løsninger i bruk, meld inn et behov eller bli med på et spleiselag.',
      sv: 'Här samarbetar kommuner, sjukhuset, fylket och frivilliga om bättre tjänster. Se lösningar i bruk, anmäl ett behov eller gå med och dela på en satsning.',
      en: 'Municipalities, the hospital, the county and volunteers work here on better services. See solutions in use, report a need, or join others in sharing the cost.',
    },
    mission: {
      nb: 'For mange kommuner sitter alene med de samme spørsmålene. Vi samler behovene, spleiser på svarene og passer på at kvaliteten for pasienten aldri blir dårligere.',
      sv: 'För många kommuner sitter ensamma med samma frågor. Vi samlar behoven, delar på svaren och ser till att kvaliteten för patienten aldrig blir sämre.',
      en: 'Too many municipalities sit alone with the same questions. We gather the needs, share the answers, and make sure that quality for the patient never suffers.',
    },
    contact: {
      role: { sv: 'Koordinator', nb: 'Koordinator', en: 'Coordinator' },
      email: 'post@helsenavet-innlandet.example',
      dataProtection: 'personvern@helsenavet-innlandet.example',
    },
    picture: '/hubs/innlandet.svg',
    pictureAlt: {
      sv: 'En röd lada och en vit gård på gröna åkrar ovanför en stor sjö, med blå åsar bakom.',
      nb: 'En rød låve og en hvit gård på grønne jorder over en stor innsjø, med blå åser bak.',
      en: 'A red barn and a white farm on green fields above a large lake, blue hills behind.',
    },
  },
];
