import { paragraphs, type WrittenDemo } from './written.ts';

/** Västerbotten: what the model area in southern Lappland and its neighbours try. */
export const vasterbottenDemos: readonly WrittenDemo[] = [
  {
    publicId: 'D-4K8B',
    slug: 'halsorum-i-byn',
    owner: 'granrot',
    title: {
      sv: 'Hälsorum i byn',
      nb: 'Helserom i bygda',
      en: 'Health room in the village',
    },
    summary: {
      sv: 'Ett obemannat hälsorum bredvid lanthandeln. Det kommer färdigt på lastbil och går att flytta när behovet flyttar.',
      nb: 'Et ubemannet helserom ved siden av butikken. Det kommer ferdig på lastebil og kan flyttes når behovet flytter.',
      en: 'An unstaffed health room next to the village shop. It arrives ready on a lorry and can move when the need moves.',
    },
    body: {
      sv: paragraphs(
        'Kliv in i modulen. Den är tolv kvadratmeter stor, tillgänglig med rullstol och varm även i februari.',
        'Du kan mäta, lämna prov, hämta hjälpmedel och prata med vården på skärm. Butiken har en nyckel.',
        'Det som krävs är en plan yta, el, fiber och ett avtal mellan region, kommun och handlare.',
      ),
      nb: paragraphs(
        'Stig inn i modulen. Den er tolv kvadratmeter, tilgjengelig med rullestol og varm også i februar.',
        'Du kan måle, levere prøver, hente hjelpemidler og snakke med helsetjenesten på skjerm. Butikken har en nøkkel.',
        'Det som kreves, er et flatt sted, strøm, fiber og en avtale mellom region, kommune og butikk.',
      ),
      en: paragraphs(
        'Step into the module. It is twelve square metres, fits a wheelchair and is warm even in February.',
        'You can measure, leave samples, collect aids and talk with care staff on a screen. The shop has a key.',
        'It takes level ground, power, fibre, and an agreement between region, municipality and shopkeeper.',
      ),
    },
    kind: 'PRODUCT',
    stage: 'PILOT',
    areas: ['DISTANCE', 'DIAGNOSTICS'],
    settings: ['PRIMARY_CARE', 'HOME_CARE'],
    audience: ['PATIENT', 'MANAGER'],
    pictureAlt: {
      sv: 'En lanthandel i en by och bredvid den en liten modul med ett hjärta på dörren.',
      nb: 'En landhandel i ei bygd og ved siden av den en liten modul med et hjerte på døra.',
      en: 'A village shop and beside it a small module with a heart on its door.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'storumans-kommun',
        status: 'TESTING',
        since: '2026-01',
        scale: { sv: 'En modul', nb: 'En modul', en: 'One module' },
        lesson: {
          sv: 'Handlaren blev vår bästa ambassadör. Ge henne tid och ersättning.',
          nb: 'Butikkeieren ble vår beste ambassadør. Gi henne tid og godtgjørelse.',
          en: 'The shopkeeper became our best ambassador. Give her time and pay.',
        },
      },
      { org: 'region-vasterbotten', status: 'TESTING', since: '2026-01' },
      { org: 'sorsele-kommun', status: 'TESTING', since: '2026-09' },
    ],
    needs: ['lang-vag-till-provtagning'],
  },
  {
    publicId: 'D-7D3Y',
    slug: 'trygghetslarm-i-skogen',
    owner: 'kvistlarm',
    title: {
      sv: 'Trygghetslarm som fungerar i skogen',
      nb: 'Trygghetsalarm som virker i skogen',
      en: 'Safety alarm that works in the forest',
    },
    summary: {
      sv: 'Ett larm för den som vill fortsätta plocka bär och gå med hunden. Det hittar satellit när mobilnätet tar slut.',
      nb: 'En alarm for den som vil fortsette å plukke bær og gå tur med hunden. Den finner satellitt når mobilnettet tar slutt.',
      en: 'An alarm for people who want to keep picking berries and walking the dog. It finds a satellite where mobile coverage ends.',
    },
    body: {
      sv: paragraphs(
        'Prova larmet i en skog av papp. Tryck, och se på kartan hur hjälpen får din plats.',
        'Platsen skickas bara när du larmar. Grannar som har anmält sig kan få frågan om de är nära.',
        'Larmet behöver laddas varje vecka och provas utomhus tillsammans med den som ska bära det.',
      ),
      nb: paragraphs(
        'Prøv alarmen i en skog av papp. Trykk, og se på kartet hvordan hjelpen får plasseringen din.',
        'Plasseringen sendes bare når du slår alarm. Naboer som har meldt seg, kan få spørsmål om de er nær.',
        'Alarmen må lades hver uke og prøves ute sammen med den som skal bære den.',
      ),
      en: paragraphs(
        'Try the alarm in a forest of cardboard. Press, and see on the map how help gets your position.',
        'The position is sent only when you raise the alarm. Neighbours who have signed up may be asked if they are near.',
        'The alarm must be charged every week and tried outdoors together with the person who will wear it.',
      ),
    },
    kind: 'PRODUCT',
    stage: 'PILOT',
    areas: ['SAFETY_AT_HOME', 'DISTANCE'],
    settings: ['HOME_CARE', 'SOCIAL_SERVICES'],
    audience: ['PATIENT', 'RELATIVE'],
    pictureAlt: {
      sv: 'En äldre man med bärhink och hund i granskogen, med ett larm runt halsen som sänder till en satellit.',
      nb: 'En eldre mann med bærspann og hund i granskogen, med en alarm rundt halsen som sender til en satellitt.',
      en: 'An older man with a berry bucket and a dog among spruces; the alarm round his neck signals a satellite.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'sorsele-kommun',
        status: 'TESTING',
        since: '2026-03',
        scale: { sv: '25 personer', nb: '25 personer', en: '25 people' },
      },
      { org: 'vilhelmina-kommun', status: 'TESTING', since: '2026-05' },
      {
        org: 'norsjo-kommun',
        status: 'STOPPED',
        since: '2025-06',
        lesson: {
          sv: 'Första versionen var för tung. Vi provar gärna igen med den nya.',
          nb: 'Den første versjonen var for tung. Vi prøver gjerne igjen med den nye.',
          en: 'The first version was too heavy. We would gladly try the new one.',
        },
      },
    ],
    needs: ['larm-bara-inomhus'],
  },
  {
    publicId: 'D-3F9Q',
    slug: 'provtagning-hemma',
    owner: 'vilhelmina-kommun',
    title: {
      sv: 'Provtagning hemma',
      nb: 'Prøvetaking hjemme',
      en: 'Sampling at home',
    },
    summary: {
      sv: 'Hemsjukvården tar provet vid köksbordet och svaret kommer medan kaffet dricks. Resan till hälsocentralen slopas.',
      nb: 'Hjemmesykepleien tar prøven ved kjøkkenbordet, og svaret kommer mens kaffen drikkes. Turen til helsesenteret faller bort.',
      en: 'Home nurses take the sample at the kitchen table and the answer comes while the coffee is drunk. No trip to the health centre.',
    },
    body: {
      sv: paragraphs(
        'Väskan står öppen på bordet. Följ de sju stegen och läs av svaret.',
        'Fem vanliga prover går att göra på plats. Svaret går till läkaren, som hör av sig samma dag.',
        'Personalen behöver en dags utbildning, och apparaterna ska kontrolleras varje vecka.',
      ),
      nb: paragraphs(
        'Kofferten står åpen på bordet. Følg de sju stegene og les av svaret.',
        'Fem vanlige prøver kan tas på stedet. Svaret går til legen, som tar kontakt samme dag.',
        'De ansatte trenger en dags opplæring, og apparatene skal kontrolleres hver uke.',
      ),
      en: paragraphs(
        'The case stands open on the table. Follow the seven steps and read the answer.',
        'Five common tests can be done on the spot. The answer goes to the doctor, who calls the same day.',
        'Staff need a day of training, and the devices must be checked every week.',
      ),
    },
    kind: 'WAY_OF_WORKING',
    stage: 'IN_USE',
    areas: ['DIAGNOSTICS', 'DISTANCE'],
    settings: ['HOME_CARE', 'PRIMARY_CARE'],
    audience: ['PATIENT', 'STAFF'],
    pictureAlt: {
      sv: 'Ett köksbord med en öppen provväska, en liten mätare, två kaffekoppar och en krukväxt.',
      nb: 'Et kjøkkenbord med en åpen prøvekoffert, en liten måler, to kaffekopper og en potteplante.',
      en: 'A kitchen table with an open sample case, a small meter, two coffee cups and a pot plant.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'vilhelmina-kommun',
        status: 'USING',
        since: '2024-11',
        scale: { sv: '60 prover i månaden', nb: '60 prøver i måneden', en: '60 tests a month' },
        lesson: {
          sv: 'Bestäm i förväg vem som ringer när svaret är dåligt.',
          nb: 'Bestem på forhånd hvem som ringer når svaret er dårlig.',
          en: 'Decide in advance who calls when the answer is bad.',
        },
      },
      { org: 'dorotea-kommun', status: 'TESTING', since: '2026-04' },
      { org: 'asele-kommun', status: 'TESTING', since: '2026-04' },
    ],
    needs: ['lang-vag-till-provtagning'],
  },
  {
    publicId: 'D-5S7A',
    slug: 'samma-nat-pa-alla-boenden',
    owner: 'alvband',
    title: {
      sv: 'Samma nät på alla boenden',
      nb: 'Samme nett på alle sykehjem',
      en: 'The same network in every care home',
    },
    summary: {
      sv: 'Fem små kommuner har ett gemensamt trådlöst nät och en gemensam jour. Tekniken är densamma, kostnaden delas.',
      nb: 'Fem små kommuner har et felles trådløst nett og en felles vakt. Teknikken er den samme, kostnaden deles.',
      en: 'Five small municipalities have one shared wireless network and one shared duty line. Same technology, shared cost.',
    },
    body: {
      sv: paragraphs(
        'Se tavlan som visar alla boenden just nu. Grönt är bra, gult är på väg att bli fel.',
        'Kommunerna köper samma utrustning och hjälps åt med jouren. Varje kommun äger sitt eget nät.',
        'Det krävs en gemensam kravlista, en samordnare på halvtid och tålamod med gamla väggar.',
      ),
      nb: paragraphs(
        'Se tavla som viser alle sykehjem akkurat nå. Grønt er bra, gult er på vei til å bli feil.',
        'Kommunene kjøper det samme utstyret og deler på vakta. Hver kommune eier sitt eget nett.',
        'Det kreves en felles kravliste, en koordinator i halv stilling og tålmodighet med gamle vegger.',
      ),
      en: paragraphs(
        'See the board that shows all care homes right now. Green is good, yellow is about to fail.',
        'The municipalities buy the same equipment and share the duty line. Each owns its own network.',
        'It takes one shared list of demands, a half-time coordinator, and patience with old walls.',
      ),
    },
    kind: 'SERVICE',
    stage: 'IN_USE',
    areas: ['INFRASTRUCTURE'],
    settings: ['CARE_HOME', 'SOCIAL_SERVICES'],
    audience: ['MANAGER'],
    pictureAlt: {
      sv: 'En radiomast på en kulle sänder till fem boenden nere vid en älv i kvällsljus.',
      nb: 'En radiomast på en høyde sender til fem sykehjem nede ved en elv i kveldslys.',
      en: 'A radio mast on a hill sends to five care homes down by a river in evening light.',
    },
    status: 'PUBLISHED',
    adopters: [
      { org: 'mala-kommun', status: 'USING', since: '2025-03' },
      {
        org: 'norsjo-kommun',
        status: 'USING',
        since: '2025-03',
        scale: { sv: 'Två boenden', nb: 'To sykehjem', en: 'Two care homes' },
      },
      {
        org: 'lycksele-kommun',
        status: 'USING',
        since: '2025-09',
        lesson: {
          sv: 'Den gemensamma jouren är mer värd än rabatten.',
          nb: 'Den felles vakta er mer verdt enn rabatten.',
          en: 'The shared duty line is worth more than the discount.',
        },
      },
    ],
    needs: ['olika-system-overallt'],
  },
  {
    publicId: 'D-8H4E',
    slug: 'ronden-pa-distans',
    owner: 'region-vasterbotten',
    title: {
      sv: 'Ronden på distans',
      nb: 'Visitten på avstand',
      en: 'The round at a distance',
    },
    summary: {
      sv: 'Läkaren är med på skärm när teamet går igenom veckans patienter. Patienten och de anhöriga får plats vid bordet.',
      nb: 'Legen er med på skjerm når teamet går gjennom ukas pasienter. Pasienten og de pårørende får plass ved bordet.',
      en: 'The doctor joins on screen when the team goes through the week’s patients. The patient and relatives have a seat at the table.',
    },
    body: {
      sv: paragraphs(
        'Sätt dig vid det runda bordet. Kameran vänder sig mot den som talar.',
        'Samma tid varje vecka, samma fyra frågor om varje person. Alla ser planen växa fram.',
        'Det kräver ett rum med bra ljud, en som leder samtalet och att läkaren har läst in sig.',
      ),
      nb: paragraphs(
        'Sett deg ved det runde bordet. Kameraet snur seg mot den som snakker.',
        'Samme tid hver uke, de samme fire spørsmålene om hver person. Alle ser planen bli til.',
        'Det krever et rom med god lyd, en som leder samtalen, og at legen har lest seg opp.',
      ),
      en: paragraphs(
        'Take a seat at the round table. The camera turns to the person speaking.',
        'The same hour every week, the same four questions about each person. Everyone sees the plan grow.',
        'It takes a room with good sound, someone who leads the talk, and a doctor who has read up.',
      ),
    },
    kind: 'WAY_OF_WORKING',
    stage: 'PILOT',
    areas: ['DISTANCE', 'PARTICIPATION'],
    settings: ['CARE_HOME', 'PRIMARY_CARE'],
    audience: ['PATIENT', 'RELATIVE', 'STAFF'],
    pictureAlt: {
      sv: 'Fyra personer runt ett runt bord och en läkare på en skärm vid bordets ände.',
      nb: 'Fire personer rundt et rundt bord og en lege på en skjerm ved enden av bordet.',
      en: 'Four people around a round table and a doctor on a screen at its end.',
    },
    status: 'PUBLISHED',
    adopters: [
      { org: 'lycksele-kommun', status: 'TESTING', since: '2025-10' },
      {
        org: 'storumans-kommun',
        status: 'TESTING',
        since: '2025-10',
        lesson: {
          sv: 'Anhöriga vågar fråga mer när läkaren inte har rocken på.',
          nb: 'Pårørende tør å spørre mer når legen ikke har frakk på.',
          en: 'Relatives dare to ask more when the doctor wears no coat.',
        },
      },
    ],
    needs: ['olika-system-overallt'],
  },
  {
    publicId: 'D-2W6J',
    slug: 'digital-fika',
    owner: 'byavannerna',
    title: { sv: 'Digital fika', nb: 'Digital kaffestund', en: 'Digital coffee break' },
    summary: {
      sv: 'Frivilliga bjuder in till kaffe på skärm varje torsdag. Den som är ny får en granne som hjälper till första gången.',
      nb: 'Frivillige inviterer til kaffe på skjerm hver torsdag. Den som er ny, får en nabo som hjelper til første gang.',
      en: 'Volunteers invite people to coffee on screen every Thursday. Newcomers get a neighbour who helps the first time.',
    },
    body: {
      sv: paragraphs(
        'Slå dig ner vid kaffebordet. Plattan står i ett ställ och slår på sig själv klockan två.',
        'Sex till åtta personer är lagom. En frivillig håller i samtalet och ser att alla kommer till tals.',
        'Kommunen lånar ut plattor. Föreningen behöver en värd per grupp och en reserv.',
      ),
      nb: paragraphs(
        'Slå deg ned ved kaffebordet. Nettbrettet står i et stativ og slår seg på klokka to.',
        'Seks til åtte personer er passe. En frivillig leder praten og ser til at alle slipper til.',
        'Kommunen låner ut nettbrett. Foreningen trenger en vert per gruppe og en reserve.',
      ),
      en: paragraphs(
        'Sit down at the coffee table. The tablet stands in a holder and turns itself on at two.',
        'Six to eight people is right. A volunteer leads the talk and sees that everyone gets a word in.',
        'The municipality lends tablets. The association needs one host per group and a reserve.',
      ),
    },
    kind: 'WAY_OF_WORKING',
    stage: 'IN_USE',
    areas: ['PARTICIPATION', 'DISTANCE'],
    settings: ['SOCIAL_SERVICES', 'HOME_CARE'],
    audience: ['PATIENT', 'RELATIVE'],
    pictureAlt: {
      sv: 'Ett kaffebord med bullar och en surfplatta där fyra glada ansikten syns.',
      nb: 'Et kaffebord med boller og et nettbrett der fire glade ansikter vises.',
      en: 'A coffee table with buns and a tablet showing four happy faces.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'storumans-kommun',
        status: 'USING',
        since: '2025-01',
        scale: { sv: 'Fyra grupper', nb: 'Fire grupper', en: 'Four groups' },
      },
      { org: 'mala-kommun', status: 'USING', since: '2025-08' },
    ],
    needs: [],
  },
  {
    publicId: 'D-6Y3K',
    slug: 'delad-nattillsyn',
    owner: 'storumans-kommun',
    title: {
      sv: 'Delad nattillsyn',
      nb: 'Delt nattilsyn',
      en: 'Shared night supervision',
    },
    summary: {
      sv: 'Tre kommuner delar på ett rum där två personer ser till hem och boenden på natten. Närmaste patrull åker ut.',
      nb: 'Tre kommuner deler et rom der to personer ser til hjem og sykehjem om natten. Nærmeste patrulje rykker ut.',
      en: 'Three municipalities share a room where two people look after homes and care homes at night. The nearest patrol goes out.',
    },
    body: {
      sv: paragraphs(
        'Sitt i stolen en låtsasnatt och ta emot tolv larm. Kartan visar vilken bil som är närmast.',
        'Varje kommun bestämmer vilka som omfattas. Uppgifterna stannar i den egna kommunens system.',
        'Det bygger på avtal, gemensamma rutiner och att patrullerna har träffats på riktigt.',
      ),
      nb: paragraphs(
        'Sitt i stolen en øvingsnatt og ta imot tolv alarmer. Kartet viser hvilken bil som er nærmest.',
        'Hver kommune bestemmer hvem som er med. Opplysningene blir i kommunens eget system.',
        'Det bygger på avtaler, felles rutiner og at patruljene har møttes på ordentlig.',
      ),
      en: paragraphs(
        'Sit in the chair for a pretend night and take twelve alarms. The map shows which car is nearest.',
        'Each municipality decides who is covered. Data stays in the municipality’s own system.',
        'It rests on agreements, shared routines, and patrols that have met in person.',
      ),
    },
    kind: 'WAY_OF_WORKING',
    stage: 'PROTOTYPE',
    areas: ['NIGHT_SUPERVISION', 'MOBILE_WORK'],
    settings: ['HOME_CARE', 'CARE_HOME'],
    audience: ['STAFF', 'MANAGER'],
    pictureAlt: {
      sv: 'Två personer vid ett skrivbord på natten, med tre skärmar och en stjärnklar himmel i fönstret.',
      nb: 'To personer ved et skrivebord om natten, med tre skjermer og en stjerneklar himmel i vinduet.',
      en: 'Two people at a desk at night with three screens and a starry sky in the window.',
    },
    status: 'PUBLISHED',
    adopters: [
      { org: 'storumans-kommun', status: 'TESTING', since: '2026-09' },
      { org: 'lycksele-kommun', status: 'TESTING', since: '2026-09' },
    ],
    needs: [],
  },
];
