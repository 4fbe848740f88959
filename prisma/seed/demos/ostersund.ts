import { paragraphs, type WrittenDemo } from './written.ts';

/** Östersund, first half: care at a distance, diagnostics and what it all runs on. */
export const ostersundDemos: readonly WrittenDemo[] = [
  {
    publicId: 'D-4F7K',
    slug: 'vardbesok-over-natet',
    owner: 'region-jamtland-harjedalen',
    title: {
      sv: 'Vårdbesök över nätet',
      nb: 'Legebesøk over nett',
      en: 'Care visits over the net',
    },
    summary: {
      sv: 'Patienten sitter hemma i köket, läkaren på hälsocentralen. Ett vanligt återbesök tar tjugo minuter i stället för en hel dag på vägen.',
      nb: 'Pasienten sitter hjemme på kjøkkenet, legen på helsesenteret. En vanlig kontroll tar tjue minutter i stedet for en hel dag på veien.',
      en: 'The patient sits at home in the kitchen, the doctor at the health centre. An ordinary follow-up takes twenty minutes, not a whole day on the road.',
    },
    body: {
      sv: paragraphs(
        'Du får sätta dig vid ett köksbord och ringa upp en hälsocentral, så som patienten gör.',
        'Patienten loggar in i mobilen eller på en lånad surfplatta. Distriktssköterskan kan vara med i rummet när det behövs.',
        'Det som krävs är bra ljud, lite övning för personalen och en plan för när besöket i stället ska ske på plats.',
      ),
      nb: paragraphs(
        'Du kan sette deg ved et kjøkkenbord og ringe opp et helsesenter, slik pasienten gjør.',
        'Pasienten logger inn på mobilen eller et lånt nettbrett. Sykepleieren kan være med i rommet når det trengs.',
        'Det som kreves, er god lyd, litt øving for de ansatte og en plan for når besøket heller skal skje på stedet.',
      ),
      en: paragraphs(
        'You sit down at a kitchen table and call a health centre, just as the patient does.',
        'The patient signs in on a phone or a borrowed tablet. The district nurse can be in the room when needed.',
        'It takes good sound, some practice for staff, and a plan for when the visit should be in person.',
      ),
    },
    kind: 'SERVICE',
    stage: 'IN_USE',
    areas: ['DISTANCE'],
    settings: ['PRIMARY_CARE', 'HOME_CARE'],
    audience: ['PATIENT', 'STAFF'],
    pictureAlt: {
      sv: 'Ett rött trähus i snö och en vit hälsocentral, förbundna av en prickad linje över himlen.',
      nb: 'Et rødt trehus i snø og et hvitt helsesenter, forbundet av en prikket linje over himmelen.',
      en: 'A red wooden house in snow and a white health centre, joined by a dotted line across the sky.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'region-jamtland-harjedalen',
        status: 'USING',
        since: '2022-03',
        scale: {
          sv: 'Alla hälsocentraler',
          nb: 'Alle helsesentre',
          en: 'All health centres',
        },
        lesson: {
          sv: 'Gör ett provsamtal dagen före första besöket.',
          nb: 'Ta en prøvesamtale dagen før det første besøket.',
          en: 'Make a test call the day before the first visit.',
        },
      },
      {
        org: 'stromsunds-kommun',
        status: 'USING',
        since: '2024-01',
        scale: {
          sv: 'Två boenden och hemsjukvården',
          nb: 'To omsorgsboliger og hjemmesykepleien',
          en: 'Two care homes and home nursing',
        },
      },
      { org: 'ragunda-kommun', status: 'TESTING', since: '2026-02' },
    ],
    needs: ['lang-vag-till-rontgen'],
  },
  {
    publicId: 'D-7Q2M',
    slug: 'virtuellt-akutrum',
    owner: 'region-jamtland-harjedalen',
    title: {
      sv: 'Virtuellt akutrum',
      nb: 'Virtuelt akuttrom',
      en: 'Virtual emergency room',
    },
    summary: {
      sv: 'Sjuksköterskan på hälsocentralen får en akutläkare i rummet, på en stor skärm. De ser samma patient, samma mätvärden och hjälps åt.',
      nb: 'Sykepleieren på helsesenteret får en akuttlege inn i rommet, på en stor skjerm. De ser samme pasient, samme målinger og hjelper hverandre.',
      en: 'The nurse at the health centre gets an emergency doctor in the room, on a large screen. They see the same patient and the same readings, and help each other.',
    },
    body: {
      sv: paragraphs(
        'Rummet är byggt i skala ett till ett. En docka ligger på britsen och du styr kameran.',
        'Ett tryck på knappen ringer akuten i Östersund. Läkaren ser puls, syre och andning och kan zooma in.',
        'Det kräver två kameror, en bra mikrofon i taket, dubbelt nät och att båda lagen övar tillsammans.',
      ),
      nb: paragraphs(
        'Rommet er bygd i full størrelse. En dukke ligger på benken, og du styrer kameraet.',
        'Ett trykk på knappen ringer akuttmottaket i Östersund. Legen ser puls, oksygen og pust og kan zoome inn.',
        'Det krever to kameraer, en god mikrofon i taket, dobbelt nett og at begge lagene øver sammen.',
      ),
      en: paragraphs(
        'The room is built full size. A manikin lies on the couch and you steer the camera.',
        'One press of a button calls the emergency department in Östersund. The doctor sees pulse, oxygen and breathing, and can zoom in.',
        'It takes two cameras, a good microphone in the ceiling, two networks, and both teams practising together.',
      ),
    },
    kind: 'WAY_OF_WORKING',
    stage: 'PILOT',
    areas: ['DISTANCE', 'DIAGNOSTICS'],
    settings: ['PRIMARY_CARE', 'HOSPITAL', 'AMBULANCE'],
    audience: ['STAFF', 'MANAGER'],
    pictureAlt: {
      sv: 'En patient på en brits, en sjuksköterska bredvid och en läkare på en stor skärm på väggen.',
      nb: 'En pasient på en benk, en sykepleier ved siden av og en lege på en stor skjerm på veggen.',
      en: 'A patient on a couch, a nurse beside and a doctor on a large screen on the wall.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'region-jamtland-harjedalen',
        status: 'TESTING',
        since: '2025-09',
        scale: {
          sv: 'Tre hälsocentraler',
          nb: 'Tre helsesentre',
          en: 'Three health centres',
        },
        lesson: {
          sv: 'Ljuset från fönstret bländade kameran. Gardiner löste det.',
          nb: 'Lyset fra vinduet blendet kameraet. Gardiner løste det.',
          en: 'Light from the window blinded the camera. Curtains solved it.',
        },
      },
    ],
    needs: [],
  },
  {
    publicId: 'D-3H9X',
    slug: 'fickultraljud',
    owner: 'ekofickan',
    title: { sv: 'Fickultraljud', nb: 'Lommeultralyd', en: 'Pocket ultrasound' },
    summary: {
      sv: 'En liten sond kopplas till telefonen och visar bilden direkt. En kollega på sjukhuset kan se samma bild och ge råd.',
      nb: 'En liten probe kobles til telefonen og viser bildet med en gang. En kollega på sykehuset kan se det samme bildet og gi råd.',
      en: 'A small probe connects to the phone and shows the picture at once. A colleague at the hospital can see the same picture and advise.',
    },
    body: {
      sv: paragraphs(
        'Pröva sonden på en övningsmodell av magen och se urinblåsan växa fram på skärmen.',
        'Bilderna delas i realtid med en van bedömare. De sparas i journalen, inte i telefonen.',
        'Sonden är en medicinteknisk produkt. Användaren går en halvdags utbildning och har stöd de första tio gångerna.',
      ),
      nb: paragraphs(
        'Prøv proben på en øvingsmodell av magen og se urinblæren komme fram på skjermen.',
        'Bildene deles direkte med en erfaren kollega. De lagres i journalen, ikke på telefonen.',
        'Proben er medisinsk utstyr. Brukeren tar en halv dags opplæring og får støtte de ti første gangene.',
      ),
      en: paragraphs(
        'Try the probe on a training model and watch the bladder appear on the screen.',
        'Pictures are shared live with an experienced colleague. They are kept in the record, not on the phone.',
        'The probe is a medical device. Users train for half a day and have support the first ten times.',
      ),
    },
    kind: 'PRODUCT',
    stage: 'PILOT',
    areas: ['DIAGNOSTICS', 'DISTANCE'],
    settings: ['PRIMARY_CARE', 'HOME_CARE', 'AMBULANCE'],
    audience: ['STAFF'],
    pictureAlt: {
      sv: 'En hand håller en liten ultraljudssond kopplad till en telefon som visar en solfjädersformad bild.',
      nb: 'En hånd holder en liten ultralydprobe koblet til en telefon som viser et vifteformet bilde.',
      en: 'A hand holds a small ultrasound probe joined to a phone that shows a fan-shaped picture.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'region-jamtland-harjedalen',
        status: 'TESTING',
        since: '2026-01',
        scale: { sv: 'Sex sonder', nb: 'Seks prober', en: 'Six probes' },
      },
      {
        org: 'harjedalens-kommun',
        status: 'TESTING',
        since: '2026-05',
        lesson: {
          sv: 'Bäst nytta vid misstänkt urinstopp, då slipper patienten en lång resa.',
          nb: 'Størst nytte ved mistanke om urinstopp, da slipper pasienten en lang reise.',
          en: 'Most useful when urine retention is suspected: it spares the patient a long trip.',
        },
      },
    ],
    needs: ['lang-vag-till-rontgen'],
  },
  {
    publicId: 'D-8W5T',
    slug: 'virtuellt-halsorum',
    owner: 'fjallsyn',
    title: {
      sv: 'Virtuellt hälsorum',
      nb: 'Virtuelt helserom',
      en: 'Virtual health room',
    },
    summary: {
      sv: 'Ett litet rum i byn där du mäter blodtryck och tar prover själv. En sjuksköterska är med på skärm när du vill.',
      nb: 'Et lite rom i bygda der du måler blodtrykk og tar prøver selv. En sykepleier er med på skjerm når du vil.',
      en: 'A small room in the village where you measure blood pressure and take samples yourself. A nurse joins on the screen when you wish.',
    },
    body: {
      sv: paragraphs(
        'Gå in, stäng dörren och följ pilarna på golvet. Allt är lika stort som i verkligheten.',
        'Dörren öppnas med en kod som kommer i mobilen. Mätvärdena går till hälsocentralen.',
        'Rummet behöver ström, nät, städning en gång om dagen och någon i byn som fyller på material.',
      ),
      nb: paragraphs(
        'Gå inn, lukk døra og følg pilene på gulvet. Alt er like stort som i virkeligheten.',
        'Døra åpnes med en kode som kommer på mobilen. Målingene går til helsesenteret.',
        'Rommet trenger strøm, nett, renhold en gang om dagen og noen i bygda som fyller på utstyr.',
      ),
      en: paragraphs(
        'Walk in, close the door and follow the arrows on the floor. Everything is full size.',
        'The door opens with a code sent to your phone. Readings go to the health centre.',
        'The room needs power, a network, cleaning once a day, and someone in the village who refills supplies.',
      ),
    },
    kind: 'SERVICE',
    stage: 'IN_USE',
    areas: ['DISTANCE', 'DIAGNOSTICS'],
    settings: ['PRIMARY_CARE'],
    audience: ['PATIENT', 'STAFF'],
    pictureAlt: {
      sv: 'En kvinna sitter i en fåtölj med blodtrycksmanschett och pratar med en sjuksköterska på skärm.',
      nb: 'En kvinne sitter i en lenestol med blodtrykksmansjett og snakker med en sykepleier på skjerm.',
      en: 'A woman sits in an armchair with a blood pressure cuff and talks with a nurse on a screen.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'bergs-kommun',
        status: 'USING',
        since: '2024-10',
        scale: {
          sv: 'Ett rum, 30 besök i veckan',
          nb: 'Ett rom, 30 besøk i uka',
          en: 'One room, 30 visits a week',
        },
        lesson: {
          sv: 'Placera rummet där folk ändå är: bredvid biblioteket gick det bäst.',
          nb: 'Legg rommet der folk likevel er: ved siden av biblioteket gikk det best.',
          en: 'Put the room where people already go: next to the library worked best.',
        },
      },
      { org: 'region-jamtland-harjedalen', status: 'USING', since: '2024-10' },
      { org: 'harjedalens-kommun', status: 'TESTING', since: '2026-04' },
    ],
    needs: [],
  },
  {
    publicId: 'D-2K6R',
    slug: 'mobil-rontgen',
    owner: 'region-jamtland-harjedalen',
    title: { sv: 'Mobil röntgen', nb: 'Mobil røntgen', en: 'Mobile X-ray' },
    summary: {
      sv: 'Röntgen kommer till äldreboendet i en bil. Den som är skör slipper en dag i ambulans för en enda bild.',
      nb: 'Røntgen kommer til sykehjemmet i en bil. Den som er skrøpelig, slipper en dag i ambulanse for ett eneste bilde.',
      en: 'X-ray comes to the care home in a van. A frail person is spared a day in an ambulance for a single picture.',
    },
    body: {
      sv: paragraphs(
        'Här står den bärbara utrustningen framme. Känn på vikten och se hur en bild tas vid sängen.',
        'Röntgensjuksköterskan kör en runda i veckan. Bilden granskas på sjukhuset samma dag.',
        'Bilen kräver strålskyddstillstånd, en parkering nära dörren och en kontakt på boendet som tar emot.',
      ),
      nb: paragraphs(
        'Her står det bærbare utstyret framme. Kjenn på vekten og se hvordan et bilde tas ved senga.',
        'Radiografen kjører en runde i uka. Bildet vurderes på sykehuset samme dag.',
        'Bilen krever godkjenning for strålevern, parkering nær døra og en kontakt på sykehjemmet som tar imot.',
      ),
      en: paragraphs(
        'The portable equipment stands here. Feel the weight and see how a picture is taken at the bedside.',
        'The radiographer drives one round a week. The picture is read at the hospital the same day.',
        'The van needs a radiation permit, parking near the door, and a contact at the home who receives it.',
      ),
    },
    kind: 'SERVICE',
    stage: 'PILOT',
    areas: ['DIAGNOSTICS', 'DISTANCE'],
    settings: ['CARE_HOME', 'HOSPITAL'],
    audience: ['PATIENT', 'RELATIVE', 'STAFF'],
    pictureAlt: {
      sv: 'En vit skåpbil med ett handröntgen på sidan kör på en snöig väg mellan granar.',
      nb: 'En hvit varebil med et håndrøntgen på siden kjører på en snødekt vei mellom graner.',
      en: 'A white van with an X-ray of a hand on its side drives a snowy road between spruces.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'ragunda-kommun',
        status: 'TESTING',
        since: '2025-11',
        scale: { sv: 'Två boenden', nb: 'To sykehjem', en: 'Two care homes' },
      },
      {
        org: 'stromsunds-kommun',
        status: 'TESTING',
        since: '2025-11',
        lesson: {
          sv: 'Bestäm en fast veckodag. Då kan läkaren planera sina beställningar.',
          nb: 'Bestem en fast ukedag. Da kan legen planlegge bestillingene.',
          en: 'Fix one weekday. Then the doctor can plan the referrals.',
        },
      },
    ],
    needs: ['lang-vag-till-rontgen'],
  },
  {
    publicId: 'D-5N3C',
    slug: 'wifi-pa-aldreboende',
    owner: 'bracke-kommun',
    title: {
      sv: 'Wifi på äldreboenden',
      nb: 'Wifi på sykehjem',
      en: 'Wifi in care homes',
    },
    summary: {
      sv: 'Ett säkert trådlöst nät i alla rum: ett för personalen och tekniken, ett för de boende och deras gäster.',
      nb: 'Et sikkert trådløst nett i alle rom: ett for ansatte og utstyr, ett for beboerne og gjestene deres.',
      en: 'A safe wireless network in every room: one for staff and equipment, one for residents and their guests.',
    },
    body: {
      sv: paragraphs(
        'På väggen hänger ritningen över ett boende. Lampor visar var signalen är stark och svag.',
        'Larm och lås går på ett eget nät som fortsätter när strömmen går. Gästnätet är skilt från resten.',
        'Räkna med en mätning i varje hus, ett år av inkoppling och någon som svarar när det krånglar på natten.',
      ),
      nb: paragraphs(
        'På veggen henger tegningen av et sykehjem. Lamper viser hvor signalet er sterkt og svakt.',
        'Alarmer og låser går på et eget nett som virker når strømmen går. Gjestenettet er skilt fra resten.',
        'Regn med en måling i hvert hus, et års arbeid og noen som svarer når det er trøbbel om natten.',
      ),
      en: paragraphs(
        'The plan of a care home hangs on the wall. Lamps show where the signal is strong and weak.',
        'Alarms and locks run on a network of their own that survives a power cut. The guest network is separate.',
        'Expect a survey in every building, a year of work, and someone who answers when it fails at night.',
      ),
    },
    kind: 'WAY_OF_WORKING',
    stage: 'IN_USE',
    areas: ['INFRASTRUCTURE'],
    settings: ['CARE_HOME'],
    audience: ['MANAGER', 'STAFF'],
    pictureAlt: {
      sv: 'Ett äldreboende i genomskärning med lysande fönster och trådlösa vågor i varje rum.',
      nb: 'Et sykehjem i snitt med lysende vinduer og trådløse bølger i hvert rom.',
      en: 'A care home seen in section with lit windows and wireless waves in every room.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'bracke-kommun',
        status: 'USING',
        since: '2023-06',
        scale: { sv: 'Alla fyra boenden', nb: 'Alle fire sykehjem', en: 'All four care homes' },
        lesson: {
          sv: 'Mät med möblerna på plats. Tomma rum lurar.',
          nb: 'Mål med møblene på plass. Tomme rom lurer deg.',
          en: 'Measure with the furniture in place. Empty rooms deceive.',
        },
      },
      { org: 'krokoms-kommun', status: 'USING', since: '2025-02' },
      { org: 'bergs-kommun', status: 'TESTING', since: '2026-08' },
    ],
    needs: ['boenden-utan-nat'],
  },
  {
    publicId: 'D-9B4P',
    slug: 'karta-over-avstand',
    owner: 'region-jamtland-harjedalen',
    title: {
      sv: 'Karta över avstånd till vård',
      nb: 'Kart over avstand til helsehjelp',
      en: 'Map of distance to care',
    },
    summary: {
      sv: 'Öppna data visar hur långt det är till närmaste hälsocentral, sjukhus och hälsorum, och hur bra mobilnätet är på vägen.',
      nb: 'Åpne data viser hvor langt det er til nærmeste helsesenter, sykehus og helserom, og hvor god mobildekningen er på veien.',
      en: 'Open data shows how far it is to the nearest health centre, hospital and health room, and how good mobile coverage is on the way.',
    },
    body: {
      sv: paragraphs(
        'Peka på en by på bordet. Kartan ritar vägen och skriver ut minuterna, sommar och vinter.',
        'Underlaget är öppna vägdata och täckningskartor. Inga uppgifter om enskilda personer finns med.',
        'Använd den när ni planerar var nästa hälsorum ska ligga. Den behöver uppdateras två gånger om året.',
      ),
      nb: paragraphs(
        'Pek på en bygd på bordet. Kartet tegner veien og viser minuttene, sommer og vinter.',
        'Grunnlaget er åpne veidata og dekningskart. Det er ingen opplysninger om enkeltpersoner.',
        'Bruk det når dere planlegger hvor neste helserom skal ligge. Det må oppdateres to ganger i året.',
      ),
      en: paragraphs(
        'Point at a village on the table. The map draws the road and shows the minutes, summer and winter.',
        'It builds on open road data and coverage maps. There is nothing in it about individual people.',
        'Use it when you plan where the next health room should be. It needs an update twice a year.',
      ),
    },
    kind: 'DATA',
    stage: 'PROTOTYPE',
    areas: ['DISTANCE', 'INFRASTRUCTURE'],
    settings: ['PRIMARY_CARE', 'SOCIAL_SERVICES'],
    audience: ['MANAGER'],
    pictureAlt: {
      sv: 'En stor karta med sjö, fjäll och vägar, tre nålar och ringar som visar avstånd.',
      nb: 'Et stort kart med innsjø, fjell og veier, tre nåler og ringer som viser avstand.',
      en: 'A large map with a lake, mountains and roads, three pins and rings that show distance.',
    },
    status: 'PUBLISHED',
    adopters: [
      { org: 'are-kommun', status: 'TESTING', since: '2026-03' },
      {
        org: 'harjedalens-kommun',
        status: 'TESTING',
        since: '2026-03',
        lesson: {
          sv: 'Vintertiderna var det som fick politikerna att förstå.',
          nb: 'Det var vintertidene som fikk politikerne til å forstå.',
          en: 'The winter times made the politicians understand.',
        },
      },
    ],
    needs: [],
  },
  {
    publicId: 'D-6V8L',
    slug: 'prognos-for-nattpass',
    owner: 'region-jamtland-harjedalen',
    title: {
      sv: 'Prognos för nattpass',
      nb: 'Prognose for nattevakter',
      en: 'Forecast for night shifts',
    },
    summary: {
      sv: 'En idé: en modell som föreslår hur många som behövs i natt, utifrån väder, säsong och larm. Människan bestämmer.',
      nb: 'En idé: en modell som foreslår hvor mange som trengs i natt, ut fra vær, sesong og alarmer. Mennesket bestemmer.',
      en: 'An idea: a model that suggests how many staff are needed tonight, from weather, season and alarms. People decide.',
    },
    body: {
      sv: paragraphs(
        'Vi visar en skiss på skärm och vill ha synpunkter innan något byggs.',
        'Modellen skulle räkna på antal larm per timme, aldrig på personer, och alltid visa varför den föreslår något.',
        'Först behövs ett års data, en rättslig prövning och en chef som vill pröva.',
      ),
      nb: paragraphs(
        'Vi viser en skisse på skjerm og vil ha innspill før noe bygges.',
        'Modellen skulle regne på antall alarmer per time, aldri på personer, og alltid vise hvorfor den foreslår noe.',
        'Først trengs et års data, en juridisk vurdering og en leder som vil prøve.',
      ),
      en: paragraphs(
        'We show a sketch on a screen and want comments before anything is built.',
        'The model would count alarms per hour, never people, and always show why it suggests something.',
        'First it needs a year of data, a legal review, and a manager who wants to try.',
      ),
    },
    kind: 'AI',
    stage: 'IDEA',
    areas: ['NIGHT_SUPERVISION', 'MOBILE_WORK'],
    settings: ['HOME_CARE', 'CARE_HOME'],
    audience: ['MANAGER', 'STAFF'],
    pictureAlt: {
      sv: 'En mjuk kurva under en måne, med små figurer som blir fler där kurvan stiger.',
      nb: 'En myk kurve under en måne, med små figurer som blir flere der kurven stiger.',
      en: 'A soft curve under a moon, with small figures that grow in number where the curve rises.',
    },
    status: 'DRAFT',
    adopters: [],
    needs: ['tillsyn-utan-att-vacka'],
  },
];
