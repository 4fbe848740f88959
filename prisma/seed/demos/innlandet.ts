import { paragraphs, type WrittenDemo } from './written.ts';

/** Innlandet: thought in Norwegian, with the hospital, the municipalities and volunteers. */
export const innlandetDemos: readonly WrittenDemo[] = [
  {
    publicId: 'D-4R6D',
    slug: 'dialyse-naer-hjemmet',
    owner: 'sykehuset-innlandet',
    title: {
      nb: 'Dialyse nær hjemmet',
      sv: 'Dialys nära hemmet',
      en: 'Dialysis close to home',
    },
    summary: {
      nb: 'Dialysestolen står i hjembygda, og spesialisten følger med på skjerm. Pasienten sparer flere dager på veien hver uke.',
      sv: 'Dialysstolen står i hembygden och specialisten följer med på skärm. Patienten sparar flera dagar på vägen varje vecka.',
      en: 'The dialysis chair stands in the home village and the specialist follows on screen. The patient saves several days on the road each week.',
    },
    body: {
      nb: paragraphs(
        'Sett deg i stolen. Sykepleieren fra kommunen viser hva hun gjør, og hva sykehuset ser på sin skjerm.',
        'Målingene går direkte til nyreavdelingen. Legen går visitt på skjerm to ganger i uka.',
        'Det krever opplæring i tre måneder, rent vann, et rom med god plass og klare regler for når pasienten likevel skal reise.',
      ),
      sv: paragraphs(
        'Sätt dig i stolen. Kommunens sjuksköterska visar vad hon gör och vad sjukhuset ser på sin skärm.',
        'Mätvärdena går direkt till njuravdelningen. Läkaren går rond på skärm två gånger i veckan.',
        'Det kräver tre månaders utbildning, rent vatten, ett rum med gott om plats och klara regler för när patienten ändå ska resa.',
      ),
      en: paragraphs(
        'Sit down in the chair. The municipal nurse shows what she does and what the hospital sees on its screen.',
        'Readings go straight to the kidney ward. The doctor makes a round on screen twice a week.',
        'It takes three months of training, clean water, a roomy space, and clear rules for when the patient must still travel.',
      ),
    },
    kind: 'SERVICE',
    stage: 'PILOT',
    areas: ['DISTANCE', 'DIAGNOSTICS'],
    settings: ['PRIMARY_CARE', 'HOSPITAL'],
    audience: ['PATIENT', 'STAFF', 'MANAGER'],
    pictureAlt: {
      nb: 'En mann i en dialysestol ved et vindu med fjell utenfor, en sykepleier og en skjerm med en lege.',
      sv: 'En man i en dialysstol vid ett fönster med fjäll utanför, en sjuksköterska och en skärm med en läkare.',
      en: 'A man in a dialysis chair by a window with mountains, a nurse, and a screen with a doctor.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'folldal-kommune',
        status: 'TESTING',
        since: '2026-01',
        scale: { nb: 'To stoler', sv: 'Två stolar', en: 'Two chairs' },
        lesson: {
          nb: 'Øv på strømbrudd før første pasient.',
          sv: 'Öva på strömavbrott före första patienten.',
          en: 'Practise a power cut before the first patient.',
        },
      },
      { org: 'sykehuset-innlandet', status: 'TESTING', since: '2026-01' },
      { org: 'tynset-kommune', status: 'TESTING', since: '2026-09' },
    ],
    needs: ['reise-til-dialyse'],
  },
  {
    publicId: 'D-7G8V',
    slug: 'trygghetsalarm',
    owner: 'asvarsel',
    title: {
      nb: 'Digital trygghetsalarm',
      sv: 'Digitalt trygghetslarm med svar i Hamar',
      en: 'Digital safety alarm with a response centre',
    },
    summary: {
      nb: 'Knappen om halsen gir kontakt med et bemannet mottak i fylket. De som svarer, kjenner veiene og hvem som er på vakt.',
      sv: 'Knappen runt halsen ger kontakt med en bemannad mottagning i fylket. De som svarar känner vägarna och vet vem som har jour.',
      en: 'The button round your neck reaches a staffed centre in the county. Those who answer know the roads and who is on duty.',
    },
    body: {
      nb: paragraphs(
        'Trykk på knappen og hør hvem som svarer. Du kan også sitte på den andre siden og ta imot.',
        'Sju kommuner deler mottaket. Falske alarmer telles, og leverandøren betaler når utstyret svikter.',
        'Kommunen trenger en utrykningsgruppe, en rutine for bytte av batteri og en kontakt som svarer på dagtid.',
      ),
      sv: paragraphs(
        'Tryck på knappen och hör vem som svarar. Du kan också sitta på andra sidan och ta emot.',
        'Sju kommuner delar mottagningen. Falska larm räknas, och leverantören betalar när utrustningen sviker.',
        'Kommunen behöver en grupp som kan åka ut, en rutin för batteribyte och en kontakt som svarar på dagtid.',
      ),
      en: paragraphs(
        'Press the button and hear who answers. You can also sit on the other side and take calls.',
        'Seven municipalities share the centre. False alarms are counted, and the supplier pays when equipment fails.',
        'The municipality needs a team that can go out, a routine for batteries, and a daytime contact.',
      ),
    },
    kind: 'SERVICE',
    stage: 'IN_USE',
    areas: ['SAFETY_AT_HOME'],
    settings: ['HOME_CARE'],
    audience: ['PATIENT', 'RELATIVE', 'MANAGER'],
    pictureAlt: {
      nb: 'En eldre kvinne trykker på en alarm om halsen, og en person med hodesett svarer i en boble.',
      sv: 'En äldre kvinna trycker på ett larm runt halsen, och en person med headset svarar i en bubbla.',
      en: 'An older woman presses an alarm round her neck; a person with a headset answers in a bubble.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'elverum-kommune',
        status: 'USING',
        since: '2023-02',
        scale: { nb: '480 alarmer', sv: '480 larm', en: '480 alarms' },
      },
      { org: 'stange-kommune', status: 'USING', since: '2024-01' },
      {
        org: 'hamar-kommune',
        status: 'USING',
        since: '2022-08',
        lesson: {
          nb: 'La mottaket besøke hver kommune en gang. Da svarer de bedre.',
          sv: 'Låt mottagningen besöka varje kommun en gång. Då svarar de bättre.',
          en: 'Let the response centre visit each municipality once. They answer better then.',
        },
      },
    ],
    needs: ['gamle-alarmer'],
  },
  {
    publicId: 'D-3X5P',
    slug: 'medisindispenser',
    owner: 'pilleskrinet',
    title: {
      nb: 'Medisindispenser',
      sv: 'Medicindispenser',
      en: 'Medicine dispenser',
    },
    summary: {
      nb: 'Et rundt skrin som lyser og snurrer fram dagens dose. Sykepleieren ser hvem som har tatt medisinen.',
      sv: 'Ett runt skrin som lyser och snurrar fram dagens dos. Sjuksköterskan ser vem som har tagit sin medicin.',
      en: 'A round box that lights up and turns out the day’s dose. The nurse sees who has taken the medicine.',
    },
    body: {
      nb: paragraphs(
        'Vend skrinet og ta imot dosen. Prøv også det som skjer når du venter for lenge.',
        'Skrinet har 28 rom og låser resten. Det virker i to døgn uten strøm.',
        'Start med få brukere og en fast kontaktperson. Apoteket kan pakke dosene.',
      ),
      sv: paragraphs(
        'Vänd skrinet och ta emot dosen. Prova också vad som händer när du väntar för länge.',
        'Skrinet har 28 fack och låser resten. Det fungerar i två dygn utan ström.',
        'Börja med få användare och en fast kontaktperson. Apoteket kan packa doserna.',
      ),
      en: paragraphs(
        'Turn the box and take the dose. Also try what happens when you wait too long.',
        'The box has 28 compartments and locks the rest. It runs for two days without power.',
        'Start with a few users and one fixed contact. The pharmacy can pack the doses.',
      ),
    },
    kind: 'PRODUCT',
    stage: 'IN_USE',
    areas: ['MEDICINES'],
    settings: ['HOME_CARE'],
    audience: ['PATIENT', 'STAFF'],
    pictureAlt: {
      nb: 'En rund dispenser med små rom på en benk ved et vannglass, og en hånd som tar imot en dose.',
      sv: 'En rund dispenser med små fack på en bänk vid ett vattenglas, och en hand som tar emot en dos.',
      en: 'A round dispenser with small compartments on a counter by a glass of water, a hand taking a dose.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'lillehammer-kommune',
        status: 'USING',
        since: '2022-04',
        scale: { nb: '160 brukere', sv: '160 användare', en: '160 users' },
        lesson: {
          nb: 'Ett hjemmebesøk mindre om dagen for de fleste, og mer ro ved frokosten.',
          sv: 'Ett hembesök mindre om dagen för de flesta, och mer lugn vid frukosten.',
          en: 'One home visit less a day for most, and a calmer breakfast.',
        },
      },
      { org: 'gjovik-kommune', status: 'USING', since: '2024-06' },
      { org: 'folldal-kommune', status: 'TESTING', since: '2026-06' },
    ],
    needs: [],
  },
  {
    publicId: 'D-5H2L',
    slug: 'videobesok',
    owner: 'elverum-kommune',
    title: {
      nb: 'Videobesøk i hjemmesykepleien',
      sv: 'Videobesök i hemsjukvården',
      en: 'Video visits in home nursing',
    },
    summary: {
      nb: 'Noen besøk kan tas på skjerm: påminnelser, sårkontroll, en prat. Brukeren velger selv, og velger om når det passer.',
      sv: 'Vissa besök går att göra på skärm: påminnelser, sårkontroll, en pratstund. Brukaren väljer själv och kan ändra sig.',
      en: 'Some visits can be made on screen: reminders, a look at a wound, a chat. The user chooses, and may change their mind.',
    },
    body: {
      nb: paragraphs(
        'Du får en time sammen med en sykepleier som viser hvordan en runde på skjerm går for seg.',
        'Nettbrettet har én knapp. Sykepleieren ringer til avtalt tid, og ingen kan ringe inn uten å bli ventet.',
        'Vi begynte med ti brukere. Det viktigste var at de ansatte kjente dem fra før.',
      ),
      sv: paragraphs(
        'Du får en timme tillsammans med en sjuksköterska som visar hur en runda på skärm går till.',
        'Plattan har en enda knapp. Sjuksköterskan ringer på avtalad tid, och ingen kan ringa in utan att vara väntad.',
        'Vi började med tio brukare. Det viktigaste var att personalen kände dem sedan tidigare.',
      ),
      en: paragraphs(
        'You get an hour with a nurse who shows how a round on screen is done.',
        'The tablet has one button. The nurse calls at the agreed time, and no one can call in unexpected.',
        'We began with ten users. What mattered most was that staff already knew them.',
      ),
    },
    kind: 'WAY_OF_WORKING',
    stage: 'IN_USE',
    areas: ['DISTANCE', 'MOBILE_WORK'],
    settings: ['HOME_CARE'],
    audience: ['PATIENT', 'STAFF'],
    pictureAlt: {
      nb: 'En eldre mann i en stue med vedovn vinker til en sykepleier på et nettbrett.',
      sv: 'En äldre man i ett vardagsrum med vedspis vinkar till en sjuksköterska på en surfplatta.',
      en: 'An older man in a living room with a wood stove waves to a nurse on a tablet.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'elverum-kommune',
        status: 'USING',
        since: '2024-03',
        scale: { nb: '70 brukere', sv: '70 brukare', en: '70 users' },
      },
      { org: 'tynset-kommune', status: 'TESTING', since: '2026-02' },
    ],
    needs: ['reise-til-dialyse'],
  },
  {
    publicId: 'D-8C4T',
    slug: 'digitalt-tilsyn',
    owner: 'lillehammer-kommune',
    title: {
      nb: 'Digitalt tilsyn på sykehjem',
      sv: 'Digital tillsyn på äldreboende',
      en: 'Digital supervision in a care home',
    },
    summary: {
      nb: 'Sensoren sier fra når noen er på vei ut av senga. Nattevakta går dit hun trengs, og de andre får sove.',
      sv: 'Sensorn säger till när någon är på väg ur sängen. Nattpersonalen går dit den behövs och de andra får sova.',
      en: 'The sensor tells when someone is getting out of bed. Night staff go where they are needed, and others sleep on.',
    },
    body: {
      nb: paragraphs(
        'Prøv senga og se varselet komme på telefonen ute i gangen.',
        'Varslene er forskjellige for hver beboer. Noen vil ha hjelp med en gang, andre etter ti minutter.',
        'Sett av tid til å stille inn. Et varsel for mye er like ille som et for lite.',
      ),
      sv: paragraphs(
        'Prova sängen och se signalen komma på telefonen ute i korridoren.',
        'Signalerna är olika för varje boende. Någon vill ha hjälp direkt, någon annan efter tio minuter.',
        'Ta tid till inställningarna. En signal för mycket är lika illa som en för lite.',
      ),
      en: paragraphs(
        'Try the bed and see the notice arrive on the phone out in the corridor.',
        'Notices differ for each resident. Some want help at once, others after ten minutes.',
        'Take time over the settings. One notice too many is as bad as one too few.',
      ),
    },
    kind: 'PRODUCT',
    stage: 'IN_USE',
    areas: ['NIGHT_SUPERVISION'],
    settings: ['CARE_HOME'],
    audience: ['STAFF', 'RELATIVE'],
    pictureAlt: {
      nb: 'En korridor på et sykehjem om natten, én dør lyser og en nattevakt går mot den med telefon.',
      sv: 'En korridor på ett äldreboende om natten, en dörr lyser och en nattarbetare går mot den med telefon.',
      en: 'A care home corridor at night; one door glows and a night worker walks towards it with a phone.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'lillehammer-kommune',
        status: 'USING',
        since: '2023-11',
        scale: { nb: 'Tre avdelinger', sv: 'Tre avdelningar', en: 'Three wards' },
      },
      {
        org: 'gjovik-kommune',
        status: 'STOPPED',
        since: '2024-04',
        lesson: {
          nb: 'Vi hadde for svakt nett. Begynn med nettet.',
          sv: 'Vårt nät var för svagt. Börja med nätet.',
          en: 'Our network was too weak. Start with the network.',
        },
      },
    ],
    needs: [],
  },
  {
    publicId: 'D-2M9N',
    slug: 'besoksvenn-pa-skjerm',
    owner: 'besoksvennene',
    title: {
      nb: 'Besøksvenn på skjerm',
      sv: 'Besöksvän på skärm',
      en: 'A visiting friend on screen',
    },
    summary: {
      nb: 'Frivillige lærer eldre å bruke videosamtale, først ved samme bord, så på skjerm. Vennskapet kommer før teknikken.',
      sv: 'Frivilliga lär äldre att använda videosamtal, först vid samma bord, sedan på skärm. Vänskapen kommer före tekniken.',
      en: 'Volunteers teach older people to use video calls, first at the same table, then on screen. Friendship comes before technology.',
    },
    body: {
      nb: paragraphs(
        'Møt en frivillig på torsdager og prøv kurset på femten minutter.',
        'Fire besøk hjemme, så fire på skjerm, så bestemmer dere selv. Kommunen formidler kontakten.',
        'Frivillige trenger en samling i måneden og en ansatt å ringe til når noe bekymrer.',
      ),
      sv: paragraphs(
        'Träffa en frivillig på torsdagar och prova kursen på femton minuter.',
        'Fyra besök hemma, sedan fyra på skärm, sedan bestämmer ni själva. Kommunen förmedlar kontakten.',
        'Frivilliga behöver en träff i månaden och en anställd att ringa till när något oroar.',
      ),
      en: paragraphs(
        'Meet a volunteer on Thursdays and try the course in fifteen minutes.',
        'Four visits at home, then four on screen, then you decide. The municipality makes the introduction.',
        'Volunteers need a meeting a month and a member of staff to call when something worries them.',
      ),
    },
    kind: 'WAY_OF_WORKING',
    stage: 'IN_USE',
    areas: ['PARTICIPATION'],
    settings: ['SOCIAL_SERVICES', 'HOME_CARE'],
    audience: ['PATIENT', 'RELATIVE'],
    pictureAlt: {
      nb: 'En ung frivillig og en eldre mann sitter tett sammen i en sofa og ser på et nettbrett.',
      sv: 'En ung frivillig och en äldre man sitter nära varandra i en soffa och tittar på en surfplatta.',
      en: 'A young volunteer and an older man sit close together on a sofa and look at a tablet.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'hamar-kommune',
        status: 'USING',
        since: '2024-09',
        scale: { nb: '35 par', sv: '35 par', en: '35 pairs' },
      },
      { org: 'elverum-kommune', status: 'USING', since: '2025-02' },
    ],
    needs: ['ensomme-kvelder'],
  },
  {
    publicId: 'D-6S8Q',
    slug: 'elektronisk-dorlas',
    owner: 'hamar-kommune',
    title: {
      nb: 'Elektronisk dørlås',
      sv: 'Elektroniskt dörrlås',
      en: 'Electronic door lock',
    },
    summary: {
      nb: 'Hjemmetjenesten og nattpatruljen låser opp med telefonen. Vi samler erfaringer før vi publiserer tallene.',
      sv: 'Hemtjänsten och nattpatrullen låser upp med telefonen. Vi samlar erfarenheter innan vi publicerar siffrorna.',
      en: 'Home care and the night patrol unlock with a phone. We gather experience before we publish figures.',
    },
    body: {
      nb: paragraphs(
        'En vanlig tømmerdør med lås på innsiden. Fra utsiden ser du ingenting.',
        'Låsen åpnes av den som har vakt. Pårørende kan få sin egen tilgang.',
        'Huk av i sjekklista vår før dere monterer: dørtype, samtykke, reservenøkkel, kulde.',
      ),
      sv: paragraphs(
        'En vanlig timmerdörr med låset på insidan. Utifrån syns ingenting.',
        'Låset öppnas av den som har passet. Anhöriga kan få egen behörighet.',
        'Bocka av i vår checklista innan ni monterar: dörrtyp, samtycke, reservnyckel, kyla.',
      ),
      en: paragraphs(
        'An ordinary timber door with the lock on the inside. From outside you see nothing.',
        'Whoever is on duty can open it. Relatives can get access of their own.',
        'Tick our checklist before you fit one: type of door, consent, spare key, cold.',
      ),
    },
    kind: 'PRODUCT',
    stage: 'PILOT',
    areas: ['MOBILE_WORK', 'SAFETY_AT_HOME'],
    settings: ['HOME_CARE'],
    audience: ['STAFF', 'RELATIVE'],
    pictureAlt: {
      nb: 'En dør i et tømmerhus i snøvær, en ansatt i vinterjakke holder telefonen mot døra.',
      sv: 'En dörr i ett timmerhus i snöfall, en medarbetare i vinterjacka håller telefonen mot dörren.',
      en: 'A door of a log house in snowfall; a worker in a winter jacket holds a phone to it.',
    },
    status: 'DRAFT',
    adopters: [{ org: 'hamar-kommune', status: 'TESTING', since: '2026-08' }],
    needs: [],
  },
];
