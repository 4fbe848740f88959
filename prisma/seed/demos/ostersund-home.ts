import { paragraphs, type WrittenDemo } from './written.ts';

/** Östersund, second half: safety at home, keys, medicines and the working day of home care. */
export const ostersundHomeDemos: readonly WrittenDemo[] = [
  {
    publicId: 'D-3C7W',
    slug: 'digitalt-trygghetslarm',
    owner: 'ostersunds-kommun',
    title: {
      sv: 'Digitalt trygghetslarm',
      nb: 'Digital trygghetsalarm',
      en: 'Digital safety alarm',
    },
    summary: {
      sv: 'En knapp på armen ger kontakt med en människa inom en halv minut. Larmet säger själv till när batteriet tar slut.',
      nb: 'En knapp på armen gir kontakt med et menneske innen et halvt minutt. Alarmen sier selv fra når batteriet tar slutt.',
      en: 'A button on the wrist reaches a person within half a minute. The alarm itself says when the battery runs low.',
    },
    body: {
      sv: paragraphs(
        'Tryck på knappen och prata med en mottagare. Du hör hur det låter hemma hos den som larmar.',
        'Larmet använder mobilnätet med två operatörer. Varje natt provringer det, så att fel upptäcks innan någon behöver hjälp.',
        'Kommunen behöver en larmkedja som fungerar dygnet runt och en reservplan för strömavbrott.',
      ),
      nb: paragraphs(
        'Trykk på knappen og snakk med mottaket. Du hører hvordan det låter hjemme hos den som slår alarm.',
        'Alarmen bruker mobilnettet hos to leverandører. Hver natt tester den seg selv, så feil oppdages før noen trenger hjelp.',
        'Kommunen trenger en alarmkjede som virker døgnet rundt, og en reserveplan ved strømbrudd.',
      ),
      en: paragraphs(
        'Press the button and talk to a responder. You hear what it sounds like in the home of the caller.',
        'The alarm uses mobile networks from two operators. It tests itself every night, so faults are found before anyone needs help.',
        'The municipality needs a chain of response around the clock and a backup plan for power cuts.',
      ),
    },
    kind: 'SERVICE',
    stage: 'IN_USE',
    areas: ['SAFETY_AT_HOME'],
    settings: ['HOME_CARE'],
    audience: ['PATIENT', 'RELATIVE', 'STAFF'],
    pictureAlt: {
      sv: 'En äldre hand med ett armband och en röd knapp, och en kaffekopp på bordet.',
      nb: 'En eldre hånd med et armbånd og en rød knapp, og en kaffekopp på bordet.',
      en: 'An older hand with a wristband and a red button, and a coffee cup on the table.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'ostersunds-kommun',
        status: 'USING',
        since: '2021-09',
        scale: { sv: '1 900 larm', nb: '1 900 alarmer', en: '1,900 alarms' },
        lesson: {
          sv: 'Byt larm område för område, inte alla på en gång.',
          nb: 'Bytt alarmer område for område, ikke alle på en gang.',
          en: 'Replace alarms area by area, not all at once.',
        },
      },
      { org: 'krokoms-kommun', status: 'USING', since: '2022-05' },
      { org: 'are-kommun', status: 'USING', since: '2023-01' },
    ],
    needs: [],
  },
  {
    publicId: 'D-5J2D',
    slug: 'nyckelfri-hemtjanst',
    owner: 'are-kommun',
    title: {
      sv: 'Nyckelfri hemtjänst',
      nb: 'Nøkkelfri hjemmetjeneste',
      en: 'Keyless home care',
    },
    summary: {
      sv: 'Personalen öppnar dörren med telefonen. Nyckelskåpet är borta, och den som bor i huset ser vem som har varit där.',
      nb: 'De ansatte åpner døra med telefonen. Nøkkelskapet er borte, og den som bor i huset, ser hvem som har vært der.',
      en: 'Staff open the door with a phone. The key cabinet is gone, and the person living there sees who has been in.',
    },
    body: {
      sv: paragraphs(
        'Stå i hallen och öppna dörren, först med en knippa på tjugo nycklar, sedan med telefonen. Ta tid.',
        'Behörigheten gäller bara under arbetspasset och bara för de besök som är planerade. Allt loggas.',
        'Det krävs samtycke av den som bor där, en vaktmästare som monterar och en nyckel i reserv.',
      ),
      nb: paragraphs(
        'Stå i gangen og åpne døra, først med et knippe på tjue nøkler, så med telefonen. Ta tiden.',
        'Tilgangen gjelder bare i løpet av vakta og bare for planlagte besøk. Alt logges.',
        'Det kreves samtykke fra den som bor der, en vaktmester som monterer, og en nøkkel i reserve.',
      ),
      en: paragraphs(
        'Stand in the hallway and open the door, first with a bunch of twenty keys, then with the phone. Time it.',
        'Access counts only during the shift and only for planned visits. Everything is logged.',
        'It takes consent from the person living there, a caretaker who fits the lock, and a spare key.',
      ),
    },
    kind: 'WAY_OF_WORKING',
    stage: 'IN_USE',
    areas: ['MOBILE_WORK', 'SAFETY_AT_HOME'],
    settings: ['HOME_CARE'],
    audience: ['STAFF', 'MANAGER'],
    pictureAlt: {
      sv: 'En hall med en dörr på glänt, ett digitalt lås och en hand som håller upp en telefon.',
      nb: 'En gang med en dør på gløtt, en digital lås og en hånd som holder opp en telefon.',
      en: 'A hallway with a door ajar, a digital lock and a hand holding up a phone.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'are-kommun',
        status: 'USING',
        since: '2023-09',
        scale: { sv: '210 hem', nb: '210 hjem', en: '210 homes' },
        lesson: {
          sv: 'Vi sparar ungefär en kvart per pass och person. Vinterdörrar som kärvar måste justeras först.',
          nb: 'Vi sparer omtrent et kvarter per vakt og person. Dører som setter seg om vinteren, må justeres først.',
          en: 'We save about a quarter of an hour per shift and person. Doors that stick in winter must be adjusted first.',
        },
      },
      { org: 'ostersunds-kommun', status: 'TESTING', since: '2026-02' },
    ],
    needs: ['nycklar-tar-tid'],
  },
  {
    publicId: 'D-7T9F',
    slug: 'digitalt-las-for-port',
    owner: 'lasvarg',
    title: {
      sv: 'Digitalt lås för port och trapphus',
      nb: 'Digital lås for port og oppgang',
      en: 'Digital lock for gates and stairwells',
    },
    summary: {
      sv: 'Ett litet lås som sitter i den dörr som redan finns. Det tål trettio minusgrader och öppnar även utan mobilnät.',
      nb: 'En liten lås som sitter i døra som allerede finnes. Den tåler tretti minusgrader og åpner også uten mobilnett.',
      en: 'A small lock that fits the door that is already there. It stands thirty degrees of frost and opens without a mobile network.',
    },
    body: {
      sv: paragraphs(
        'Här sitter tre dörrar: en ny, en från sjuttiotalet och en port av ek. Samma lås i alla.',
        'Telefonen får sin behörighet på morgonen och behöver sedan ingen täckning. Batteriet räcker ett år.',
        'Fastighetsägaren måste vara med. Monteringen tar en kvart per dörr och lämnar inga märken.',
      ),
      nb: paragraphs(
        'Her står tre dører: en ny, en fra syttitallet og en port av eik. Samme lås i alle.',
        'Telefonen får tilgang om morgenen og trenger så ingen dekning. Batteriet varer i et år.',
        'Huseieren må være med. Monteringen tar et kvarter per dør og lager ingen merker.',
      ),
      en: paragraphs(
        'Three doors stand here: a new one, one from the seventies and an oak gate. The same lock in all.',
        'The phone gets its access in the morning and then needs no coverage. The battery lasts a year.',
        'The owner of the building must agree. Fitting takes a quarter of an hour per door and leaves no marks.',
      ),
    },
    kind: 'PRODUCT',
    stage: 'IN_USE',
    areas: ['MOBILE_WORK', 'INFRASTRUCTURE'],
    settings: ['HOME_CARE', 'SOCIAL_SERVICES'],
    audience: ['STAFF', 'MANAGER'],
    pictureAlt: {
      sv: 'En gammal ekport på vintern med ett runt lås som lyser grönt i mörkret.',
      nb: 'En gammel eikeport om vinteren med en rund lås som lyser grønt i mørket.',
      en: 'An old oak gate in winter with a round lock that glows green in the dark.',
    },
    status: 'PUBLISHED',
    adopters: [
      { org: 'are-kommun', status: 'USING', since: '2023-09' },
      {
        org: 'bracke-kommun',
        status: 'STOPPED',
        since: '2024-02',
        lesson: {
          sv: 'Vi slutade för att hyresvärden bytte portar. Vi börjar om när de nya är på plats.',
          nb: 'Vi sluttet fordi utleieren byttet porter. Vi begynner igjen når de nye er på plass.',
          en: 'We stopped because the landlord replaced the gates. We start again when the new ones are in.',
        },
      },
    ],
    needs: ['nycklar-tar-tid'],
  },
  {
    publicId: 'D-4M6G',
    slug: 'planering-i-mobilen',
    owner: 'turvis',
    title: {
      sv: 'Planering och dokumentation i mobilen',
      nb: 'Planlegging og dokumentasjon på mobilen',
      en: 'Planning and documentation on the phone',
    },
    summary: {
      sv: 'Dagens besök, körväg och anteckningar i samma telefon. Personalen skriver hos den de besöker, inte efteråt på kontoret.',
      nb: 'Dagens besøk, kjørerute og notater på samme telefon. De ansatte skriver hos den de besøker, ikke etterpå på kontoret.',
      en: 'The day’s visits, the route and the notes on one phone. Staff write where they are, not later at the office.',
    },
    body: {
      sv: paragraphs(
        'Följ en undersköterska genom en dag med nio besök. Du håller telefonen.',
        'Turen ritas om när någon blir sjuk. Anteckningen läses in med rösten och rättas innan den sparas.',
        'Kommunen behöver telefoner till alla, två timmars utbildning och ett beslut om vad som ska skrivas.',
      ),
      nb: paragraphs(
        'Følg en helsefagarbeider gjennom en dag med ni besøk. Du holder telefonen.',
        'Ruta tegnes på nytt når noen blir syke. Notatet leses inn med stemmen og rettes før det lagres.',
        'Kommunen trenger telefoner til alle, to timers opplæring og et vedtak om hva som skal skrives.',
      ),
      en: paragraphs(
        'Follow an assistant nurse through a day of nine visits. You hold the phone.',
        'The route is redrawn when someone falls ill. Notes are spoken, then corrected before they are saved.',
        'The municipality needs phones for everyone, two hours of training, and a decision on what to write.',
      ),
    },
    kind: 'PRODUCT',
    stage: 'IN_USE',
    areas: ['MOBILE_WORK'],
    settings: ['HOME_CARE'],
    audience: ['STAFF', 'MANAGER'],
    pictureAlt: {
      sv: 'En hemtjänstmedarbetare vid en liten bil tittar på en telefon med en slingrande rutt.',
      nb: 'En ansatt i hjemmetjenesten ved en liten bil ser på en telefon med en svingete rute.',
      en: 'A home care worker by a small car looks at a phone with a winding route.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'ostersunds-kommun',
        status: 'USING',
        since: '2022-11',
        scale: { sv: '640 medarbetare', nb: '640 ansatte', en: '640 employees' },
        lesson: {
          sv: 'Låt de som tvekar mest vara med och välja skärmbilderna.',
          nb: 'La de som nøler mest, være med og velge skjermbildene.',
          en: 'Let those who hesitate most help choose the screens.',
        },
      },
      { org: 'ragunda-kommun', status: 'USING', since: '2024-08' },
    ],
    needs: ['dokumentera-utan-tackning'],
  },
  {
    publicId: 'D-8X3N',
    slug: 'skriva-utan-tackning',
    owner: 'harjedalens-kommun',
    title: {
      sv: 'Skriva utan täckning',
      nb: 'Skrive uten dekning',
      en: 'Writing without coverage',
    },
    summary: {
      sv: 'Ett arbetssätt för byar där mobilen är tyst: hämta dagens uppgifter på morgonen, skriv på plats, skicka när du passerar masten.',
      nb: 'En arbeidsmåte for bygder der mobilen er stille: hent dagens opplysninger om morgenen, skriv på stedet, send når du passerer masta.',
      en: 'A way of working for villages where the phone is silent: fetch the day’s notes in the morning, write on site, send as you pass the mast.',
    },
    body: {
      sv: paragraphs(
        'Vi visar rutinen steg för steg på en karta över fyra byar och en fjällväg.',
        'Telefonen håller uppgifterna krypterade i tolv timmar. Sedan raderas de, skickade eller inte.',
        'Det viktiga är inte tekniken utan vanan: samma tre steg varje dag, även när täckningen råkar finnas.',
      ),
      nb: paragraphs(
        'Vi viser rutinen steg for steg på et kart over fire bygder og en fjellvei.',
        'Telefonen holder opplysningene kryptert i tolv timer. Så slettes de, sendt eller ikke.',
        'Det viktige er ikke teknikken, men vanen: de samme tre stegene hver dag, også når det er dekning.',
      ),
      en: paragraphs(
        'We show the routine step by step on a map of four villages and a mountain road.',
        'The phone keeps the notes encrypted for twelve hours. Then they are erased, sent or not.',
        'It is not the technology but the habit that counts: the same three steps every day, even with coverage.',
      ),
    },
    kind: 'WAY_OF_WORKING',
    stage: 'PILOT',
    areas: ['MOBILE_WORK', 'DISTANCE'],
    settings: ['HOME_CARE'],
    audience: ['STAFF'],
    pictureAlt: {
      sv: 'En fjällväg med en ensam mast i fjärran och en person på snöskoter som skriver på en platta.',
      nb: 'En fjellvei med en ensom mast i det fjerne og en person på snøscooter som skriver på et nettbrett.',
      en: 'A mountain road with a lone mast far off and a person on a snowmobile writing on a tablet.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'harjedalens-kommun',
        status: 'TESTING',
        since: '2025-10',
        scale: {
          sv: 'Två hemtjänstgrupper',
          nb: 'To hjemmetjenestegrupper',
          en: 'Two home care teams',
        },
      },
    ],
    needs: ['dokumentera-utan-tackning'],
  },
  {
    publicId: 'D-6P2H',
    slug: 'trygghetskamera-pa-natten',
    owner: 'nattugglan',
    title: {
      sv: 'Trygghetskamera på natten',
      nb: 'Tilsynskamera om natten',
      en: 'Safety camera at night',
    },
    summary: {
      sv: 'Kameran tittar till den som vill sova ostört. Bilden visas bara en kort stund på bestämda tider och sparas aldrig.',
      nb: 'Kameraet ser til den som vil sove uforstyrret. Bildet vises bare en kort stund til faste tider og lagres aldri.',
      en: 'The camera looks in on someone who wants to sleep undisturbed. The picture shows only briefly at set times and is never kept.',
    },
    body: {
      sv: paragraphs(
        'Lägg dig på sängen och se på skärmen i nästa rum vad nattpersonalen ser: konturer, inte ansikten.',
        'Tillsynen är bestämd tillsammans med den som bor där, till exempel klockan ett och fyra, i tjugo sekunder.',
        'Det krävs ett biståndsbeslut, samtycke, nät i sovrummet och någon som kan åka ut när något har hänt.',
      ),
      nb: paragraphs(
        'Legg deg på senga og se på skjermen i rommet ved siden av hva nattevakta ser: omriss, ikke ansikter.',
        'Tilsynet er avtalt med den som bor der, for eksempel klokka ett og fire, i tjue sekunder.',
        'Det kreves vedtak, samtykke, nett på soverommet og noen som kan rykke ut når noe har hendt.',
      ),
      en: paragraphs(
        'Lie down on the bed and see on the screen next door what night staff see: outlines, not faces.',
        'Supervision is agreed with the person living there, say at one and four o’clock, for twenty seconds.',
        'It takes a care decision, consent, a network in the bedroom, and someone who can come when something happens.',
      ),
    },
    kind: 'PRODUCT',
    stage: 'IN_USE',
    areas: ['NIGHT_SUPERVISION', 'SAFETY_AT_HOME'],
    settings: ['HOME_CARE', 'CARE_HOME'],
    audience: ['PATIENT', 'RELATIVE', 'STAFF'],
    pictureAlt: {
      sv: 'Ett sovrum på natten, någon sover lugnt och en liten kamera i hörnet lyser svagt.',
      nb: 'Et soverom om natten, noen sover rolig og et lite kamera i hjørnet lyser svakt.',
      en: 'A bedroom at night, someone sleeps calmly and a small camera in the corner glows faintly.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'ostersunds-kommun',
        status: 'USING',
        since: '2023-04',
        scale: { sv: '85 hem', nb: '85 hjem', en: '85 homes' },
        lesson: {
          sv: 'De flesta sover bättre. Några få vill ha besök, och det ska gå.',
          nb: 'De fleste sover bedre. Noen få vil ha besøk, og det skal gå an.',
          en: 'Most people sleep better. A few want visits, and that must be possible.',
        },
      },
      { org: 'krokoms-kommun', status: 'TESTING', since: '2026-01' },
    ],
    needs: ['tillsyn-utan-att-vacka'],
  },
  {
    publicId: 'D-2R5V',
    slug: 'lakemedelsskap',
    owner: 'dosklok',
    title: {
      sv: 'Digitalt läkemedelsskåp',
      nb: 'Digitalt medisinskap',
      en: 'Digital medicine cabinet',
    },
    summary: {
      sv: 'Skåpet öppnas med personalens kort, visar rätt hylla med en lampa och räknar själv vad som finns kvar.',
      nb: 'Skapet åpnes med de ansattes kort, viser riktig hylle med en lampe og teller selv hva som er igjen.',
      en: 'The cabinet opens with a staff card, lights the right shelf, and counts what is left by itself.',
    },
    body: {
      sv: paragraphs(
        'Håll kortet mot läsaren och plocka fram kvällens läkemedel till tre påhittade personer.',
        'Skåpet varnar när fel ask lyfts. Narkotikajournalen fylls i automatiskt och skrivs under av två.',
        'Det behöver ett eluttag, nät, en ansvarig sjuksköterska och en genomgång av alla rutiner först.',
      ),
      nb: paragraphs(
        'Hold kortet mot leseren og finn fram kveldens medisiner til tre oppdiktede personer.',
        'Skapet varsler når feil eske løftes. Regnskapet over sterke medisiner føres automatisk og signeres av to.',
        'Det trenger strøm, nett, en ansvarlig sykepleier og en gjennomgang av alle rutiner først.',
      ),
      en: paragraphs(
        'Hold the card to the reader and pick tonight’s medicines for three made-up people.',
        'The cabinet warns when the wrong box is lifted. The controlled-drug log fills itself in and two people sign.',
        'It needs a socket, a network, a responsible nurse, and a review of all routines first.',
      ),
    },
    kind: 'PRODUCT',
    stage: 'IN_USE',
    areas: ['MEDICINES'],
    settings: ['CARE_HOME'],
    audience: ['STAFF'],
    pictureAlt: {
      sv: 'En sjuksköterska håller ett kort mot ett öppet skåp där en av hyllorna lyser.',
      nb: 'En sykepleier holder et kort mot et åpent skap der en av hyllene lyser.',
      en: 'A nurse holds a card to an open cabinet where one of the shelves glows.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'stromsunds-kommun',
        status: 'USING',
        since: '2025-01',
        scale: { sv: 'Tre boenden', nb: 'Tre sykehjem', en: 'Three care homes' },
      },
      { org: 'bergs-kommun', status: 'TESTING', since: '2026-06' },
    ],
    needs: [],
  },
  {
    publicId: 'D-9G6S',
    slug: 'bo-tryggt-hemma',
    owner: 'ostersunds-kommun',
    title: {
      sv: 'Bo tryggt hemma',
      nb: 'Bo trygt hjemme',
      en: 'Living safely at home',
    },
    summary: {
      sv: 'En hel lägenhet med det som hjälper i vardagen: spisvakt, nattljus, dörrpåminnare och larm som pratar med varandra.',
      nb: 'En hel leilighet med det som hjelper i hverdagen: komfyrvakt, nattlys, dørpåminner og alarmer som snakker sammen.',
      en: 'A whole flat with things that help in daily life: stove guard, night light, door reminder, and alarms that talk to each other.',
    },
    body: {
      sv: paragraphs(
        'Gå genom hall, kök och sovrum. Varje sak går att pröva, och vid varje sak står vad den kostar.',
        'En arbetsterapeut från kommunen visar på tisdagar. Anhöriga är välkomna.',
        'Börja med ett behov, inte med en pryl. Därför får varje besökare först tre frågor att svara på.',
      ),
      nb: paragraphs(
        'Gå gjennom gang, kjøkken og soverom. Hver ting kan prøves, og ved hver ting står det hva den koster.',
        'En ergoterapeut fra kommunen viser rundt på tirsdager. Pårørende er velkomne.',
        'Begynn med et behov, ikke med en dings. Derfor får hver besøkende først tre spørsmål å svare på.',
      ),
      en: paragraphs(
        'Walk through hallway, kitchen and bedroom. You can try everything, and each thing shows what it costs.',
        'An occupational therapist from the municipality guides on Tuesdays. Relatives are welcome.',
        'Start with a need, not with a gadget. So each visitor first gets three questions to answer.',
      ),
    },
    kind: 'WAY_OF_WORKING',
    stage: 'IN_USE',
    areas: ['SAFETY_AT_HOME', 'PARTICIPATION'],
    settings: ['HOME_CARE', 'SOCIAL_SERVICES'],
    audience: ['PATIENT', 'RELATIVE'],
    pictureAlt: {
      sv: 'Ett hus i genomskärning med kök, sovrum och hall, där små lampor lyser vid spis, säng och dörr.',
      nb: 'Et hus i snitt med kjøkken, soverom og gang, der små lamper lyser ved komfyr, seng og dør.',
      en: 'A house in section with kitchen, bedroom and hallway; small lamps glow at stove, bed and door.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'ostersunds-kommun',
        status: 'USING',
        since: '2024-05',
        scale: {
          sv: '40 besökare i månaden',
          nb: '40 besøkende i måneden',
          en: '40 visitors a month',
        },
      },
      {
        org: 'krokoms-kommun',
        status: 'TESTING',
        since: '2026-09',
        lesson: {
          sv: 'Vi lånar en väska med sakerna och åker ut till byarna.',
          nb: 'Vi låner en koffert med tingene og drar ut til bygdene.',
          en: 'We borrow a case with the things and drive out to the villages.',
        },
      },
    ],
    needs: ['tillsyn-utan-att-vacka'],
  },
];
