import { paragraphs, type WrittenDemo } from './written.ts';

/** Västra Götaland: robotics, sound and picture, locks, cameras and medicines in larger towns. */
export const vastraGotalandDemos: readonly WrittenDemo[] = [
  {
    publicId: 'D-4P9Z',
    slug: 'lyftrobot',
    owner: 'kajkant',
    title: { sv: 'Lyftrobot', nb: 'Løfterobot', en: 'Lifting robot' },
    summary: {
      sv: 'Roboten hjälper en person upp från sängen i en lugn rörelse. En medarbetare klarar det som annars kräver två.',
      nb: 'Roboten hjelper en person opp fra senga i en rolig bevegelse. Én ansatt klarer det som ellers krever to.',
      en: 'The robot helps a person up from bed in one calm movement. One member of staff manages what otherwise takes two.',
    },
    body: {
      sv: paragraphs(
        'Låt dig lyftas om du vill. Du håller själv i knappen och kan stanna när som helst.',
        'Roboten rullar på egna hjul, känner av hinder och stannar om någon kommer för nära.',
        'Den behöver ett rum på minst fyra gånger tre meter, jämnt golv och en handledare på varje avdelning.',
      ),
      nb: paragraphs(
        'La deg løfte hvis du vil. Du holder selv i knappen og kan stoppe når som helst.',
        'Roboten ruller på egne hjul, kjenner hindringer og stopper hvis noen kommer for nær.',
        'Den trenger et rom på minst fire ganger tre meter, jevnt gulv og en veileder på hver avdeling.',
      ),
      en: paragraphs(
        'Let yourself be lifted if you like. You hold the button and can stop at any time.',
        'The robot rolls on its own wheels, senses obstacles, and stops if someone comes too close.',
        'It needs a room of at least four by three metres, a level floor, and a tutor on every ward.',
      ),
    },
    kind: 'PRODUCT',
    stage: 'PROTOTYPE',
    areas: ['SAFETY_AT_HOME', 'PARTICIPATION'],
    settings: ['CARE_HOME', 'HOSPITAL'],
    audience: ['PATIENT', 'STAFF'],
    pictureAlt: {
      sv: 'En vit robot med runda armar hjälper en äldre man att sätta sig upp på sängkanten.',
      nb: 'En hvit robot med runde armer hjelper en eldre mann å sette seg opp på sengekanten.',
      en: 'A white robot with rounded arms helps an older man sit up on the edge of the bed.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'goteborgs-kommun',
        status: 'TESTING',
        since: '2026-02',
        scale: {
          sv: 'Ett boende, två robotar',
          nb: 'Ett sykehjem, to roboter',
          en: 'One care home, two robots',
        },
        lesson: {
          sv: 'Börja med dem som själva är nyfikna.',
          nb: 'Begynn med dem som selv er nysgjerrige.',
          en: 'Begin with those who are curious themselves.',
        },
      },
    ],
    needs: ['tunga-lyft'],
  },
  {
    publicId: 'D-7C5H',
    slug: 'robotkatt',
    owner: 'goteborgs-kommun',
    title: { sv: 'Robotkatten', nb: 'Robotkatten', en: 'The robot cat' },
    summary: {
      sv: 'En mjuk robot som spinner när du klappar den. Vi berättar vad som gick bra, och varför vi till slut gick vidare.',
      nb: 'En myk robot som maler når du klapper den. Vi forteller hva som gikk bra, og hvorfor vi til slutt gikk videre.',
      en: 'A soft robot that purrs when you stroke it. We tell what went well, and why we moved on in the end.',
    },
    body: {
      sv: paragraphs(
        'Klappa katten och hör den spinna. Bredvid ligger personalens dagbok från två år.',
        'Flera boende blev lugnare på kvällen. Men pälsen var svår att hålla ren och batteriet räckte inte.',
        'Vi visar den för att andra ska slippa göra om samma misstag. Frågorna om värdighet är viktigast.',
      ),
      nb: paragraphs(
        'Klapp katten og hør den male. Ved siden av ligger de ansattes dagbok fra to år.',
        'Flere beboere ble roligere om kvelden. Men pelsen var vanskelig å holde ren, og batteriet holdt ikke.',
        'Vi viser den for at andre skal slippe å gjøre de samme feilene. Spørsmålene om verdighet er viktigst.',
      ),
      en: paragraphs(
        'Stroke the cat and hear it purr. Beside it lies a two-year diary kept by staff.',
        'Several residents were calmer in the evening. But the fur was hard to keep clean and the battery ran out.',
        'We show it so that others need not repeat our mistakes. The questions of dignity matter most.',
      ),
    },
    kind: 'PRODUCT',
    stage: 'RETIRED',
    areas: ['PARTICIPATION'],
    settings: ['CARE_HOME'],
    audience: ['PATIENT', 'RELATIVE', 'STAFF'],
    pictureAlt: {
      sv: 'En äldre kvinna i en fåtölj med en grå robotkatt i knät.',
      nb: 'En eldre kvinne i en lenestol med en grå robotkatt i fanget.',
      en: 'An older woman in an armchair with a grey robot cat in her lap.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'goteborgs-kommun',
        status: 'STOPPED',
        since: '2022-05',
        scale: { sv: 'Åtta boenden', nb: 'Åtte sykehjem', en: 'Eight care homes' },
        lesson: {
          sv: 'Fråga vårdhygien först. Det gjorde vi sist.',
          nb: 'Spør smittevern først. Det gjorde vi sist.',
          en: 'Ask infection control first. We asked last.',
        },
      },
    ],
    needs: [],
  },
  {
    publicId: 'D-3L8G',
    slug: 'ljud-och-bild',
    owner: 'tonlage',
    title: {
      sv: 'Ljud och bild som alla hör',
      nb: 'Lyd og bilde som alle hører',
      en: 'Sound and picture that everyone hears',
    },
    summary: {
      sv: 'Vårdplanering på skärm där den som hör dåligt är med på riktigt: tydligt ljud, text på skärmen och slinga i rummet.',
      nb: 'Samarbeidsmøter på skjerm der den som hører dårlig, er med på ordentlig: tydelig lyd, tekst på skjermen og teleslynge i rommet.',
      en: 'Care planning on screen where people with poor hearing take part for real: clear sound, captions, and a loop in the room.',
    },
    body: {
      sv: paragraphs(
        'Ta på hörlurarna och hör hur ett möte låter med nedsatt hörsel. Slå sedan på vår lösning.',
        'Tre små mikrofoner följer rösten. Texten kommer på skärmen med en sekunds fördröjning.',
        'Det behövs en bra skärm, dämpade väggar och att mötet har en ledare som ger ordet.',
      ),
      nb: paragraphs(
        'Ta på hodetelefonene og hør hvordan et møte låter med nedsatt hørsel. Slå så på løsningen vår.',
        'Tre små mikrofoner følger stemmen. Teksten kommer på skjermen ett sekund etter.',
        'Det trengs en god skjerm, dempede vegger og en møteleder som gir ordet.',
      ),
      en: paragraphs(
        'Put on the headphones and hear what a meeting sounds like with poor hearing. Then turn on our solution.',
        'Three small microphones follow the voice. Captions come one second later.',
        'It takes a good screen, walls that dampen sound, and a chair who gives people the floor.',
      ),
    },
    kind: 'PRODUCT',
    stage: 'IN_USE',
    areas: ['PARTICIPATION', 'DISTANCE'],
    settings: ['SOCIAL_SERVICES', 'CARE_HOME', 'HOSPITAL'],
    audience: ['PATIENT', 'RELATIVE', 'STAFF'],
    pictureAlt: {
      sv: 'En kvinna med hörapparat framför en skärm där två personer talar och textrader visas som streck.',
      nb: 'En kvinne med høreapparat foran en skjerm der to personer snakker og tekstlinjer vises som streker.',
      en: 'A woman with a hearing aid before a screen where two people speak and caption lines show as strokes.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'uddevalla-kommun',
        status: 'USING',
        since: '2025-04',
        scale: { sv: 'Sex mötesrum', nb: 'Seks møterom', en: 'Six meeting rooms' },
      },
      { org: 'vastra-gotalandsregionen', status: 'TESTING', since: '2026-01' },
    ],
    needs: ['hor-inte-i-motet'],
  },
  {
    publicId: 'D-5T4M',
    slug: 'lakemedelsrobot-hemma',
    owner: 'goteborgs-kommun',
    title: {
      sv: 'Digital läkemedelshantering hemma',
      nb: 'Digital medisinhåndtering hjemme',
      en: 'Digital medicine handling at home',
    },
    summary: {
      sv: 'En robot på köksbordet ger rätt påse i rätt tid. Om ingen tar den får hemtjänsten veta det och ringer.',
      nb: 'En robot på kjøkkenbordet gir riktig pose til riktig tid. Hvis ingen tar den, får hjemmetjenesten vite det og ringer.',
      en: 'A robot on the kitchen table gives the right sachet at the right time. If no one takes it, home care is told and calls.',
    },
    body: {
      sv: paragraphs(
        'Roboten lyser och säger till. Tryck på knappen, så kommer en öppnad påse.',
        'Sjuksköterskan fyller på varannan vecka. Den som vill kan ta med roboten till sommarstugan.',
        'Det kräver dospåsar från apoteket, en bedömning av vem det passar och en vän röst i larmcentralen.',
      ),
      nb: paragraphs(
        'Roboten lyser og sier fra. Trykk på knappen, så kommer en åpnet pose.',
        'Sykepleieren fyller på annenhver uke. Den som vil, kan ta med roboten på hytta.',
        'Det krever multidoser fra apoteket, en vurdering av hvem det passer for, og en vennlig stemme i mottaket.',
      ),
      en: paragraphs(
        'The robot lights up and speaks. Press the button and an opened sachet comes out.',
        'The nurse refills it every other week. You can take the robot to your summer cottage.',
        'It takes dose sachets from the pharmacy, a judgement of whom it suits, and a kind voice at the response centre.',
      ),
    },
    kind: 'SERVICE',
    stage: 'IN_USE',
    areas: ['MEDICINES', 'SAFETY_AT_HOME'],
    settings: ['HOME_CARE'],
    audience: ['PATIENT', 'RELATIVE', 'STAFF'],
    pictureAlt: {
      sv: 'Ett köksbord vid ett fönster med en rund läkemedelsrobot som lyser grönt bredvid en frukosttallrik.',
      nb: 'Et kjøkkenbord ved et vindu med en rund medisinrobot som lyser grønt ved en frokosttallerken.',
      en: 'A kitchen table by a window with a round medicine robot glowing green beside a breakfast plate.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'goteborgs-kommun',
        status: 'USING',
        since: '2023-10',
        scale: { sv: '450 hem', nb: '450 hjem', en: '450 homes' },
        lesson: {
          sv: 'Nio av tio tar sin medicin i tid. Resten behöver människor, inte mer teknik.',
          nb: 'Ni av ti tar medisinen i tide. Resten trenger mennesker, ikke mer teknikk.',
          en: 'Nine out of ten take their medicine on time. The rest need people, not more technology.',
        },
      },
      { org: 'uddevalla-kommun', status: 'TESTING', since: '2026-05' },
    ],
    needs: ['besok-bara-for-tabletter'],
  },
  {
    publicId: 'D-8N2R',
    slug: 'nattpatrull-med-kamera',
    owner: 'uddevalla-kommun',
    title: {
      sv: 'Nattpatrull med trygghetskameror',
      nb: 'Nattpatrulje med tilsynskamera',
      en: 'Night patrol with safety cameras',
    },
    summary: {
      sv: 'Så här gör vår nattpatrull: de flesta ser vi till på skärm, och tiden vi sparar lägger vi hos dem som behöver oss.',
      nb: 'Slik gjør nattpatruljen vår det: de fleste ser vi til på skjerm, og tiden vi sparer, bruker vi hos dem som trenger oss.',
      en: 'This is how our night patrol works: most people we look in on by screen, and the time saved goes to those who need us.',
    },
    body: {
      sv: paragraphs(
        'Åk med en natt på film. Du ser bilen, skärmen och samtalet med en orolig anhörig.',
        'Vi frågar alltid den det gäller, och frågar igen efter en månad.',
        'Räkna med ett halvår av samtal innan den första kameran sätts upp.',
      ),
      nb: paragraphs(
        'Bli med en natt på film. Du ser bilen, skjermen og samtalen med en urolig pårørende.',
        'Vi spør alltid den det gjelder, og spør igjen etter en måned.',
        'Regn med et halvt år med samtaler før det første kameraet settes opp.',
      ),
      en: paragraphs(
        'Ride along for a night on film. You see the car, the screen, and the talk with a worried relative.',
        'We always ask the person concerned, and ask again after a month.',
        'Count on half a year of conversations before the first camera goes up.',
      ),
    },
    kind: 'WAY_OF_WORKING',
    stage: 'IN_USE',
    areas: ['NIGHT_SUPERVISION', 'MOBILE_WORK'],
    settings: ['HOME_CARE'],
    audience: ['STAFF', 'MANAGER', 'RELATIVE'],
    pictureAlt: {
      sv: 'En liten bil med lyktor tända på en gata i månsken, och en nattarbetare med skärm i knät.',
      nb: 'En liten bil med tente lykter på en gate i måneskinn, og en nattarbeider med skjerm i fanget.',
      en: 'A small car with lit headlamps in a moonlit street, a night worker with a screen on her lap.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'uddevalla-kommun',
        status: 'USING',
        since: '2024-02',
        scale: { sv: '120 hem', nb: '120 hjem', en: '120 homes' },
      },
      { org: 'goteborgs-kommun', status: 'USING', since: '2021-06' },
    ],
    needs: [],
  },
  {
    publicId: 'D-2J7X',
    slug: 'nyckelskapet-tomt',
    owner: 'uddevalla-kommun',
    title: {
      sv: 'Digitala lås: ett tomt nyckelskåp',
      nb: 'Digitale låser: et tomt nøkkelskap',
      en: 'Digital locks: an empty key cabinet',
    },
    summary: {
      sv: 'Sexhundra nycklar blev telefoner. Vi visar skåpet, räknar på tiden och berättar vad hyresvärdarna frågade om.',
      nb: 'Seks hundre nøkler ble telefoner. Vi viser skapet, regner på tiden og forteller hva utleierne spurte om.',
      en: 'Six hundred keys became phones. We show the cabinet, count the time, and tell what landlords asked.',
    },
    body: {
      sv: paragraphs(
        'Det gamla skåpet hänger på väggen. Bredvid står räkneverket som visar sparad tid.',
        'Vi började med en stadsdel och fyra hyresvärdar. Varje fråga skrev vi ner, och svaren delar vi gärna.',
        'Avsätt en projektledare på heltid i nio månader. Sedan sköter driften sig nästan själv.',
      ),
      nb: paragraphs(
        'Det gamle skapet henger på veggen. Ved siden av står telleverket som viser spart tid.',
        'Vi begynte med en bydel og fire utleiere. Hvert spørsmål skrev vi ned, og svarene deler vi gjerne.',
        'Sett av en prosjektleder på heltid i ni måneder. Så går driften nesten av seg selv.',
      ),
      en: paragraphs(
        'The old cabinet hangs on the wall. Beside it a counter shows the time saved.',
        'We started with one district and four landlords. We wrote down every question and gladly share the answers.',
        'Set aside a full-time project manager for nine months. Then it almost runs itself.',
      ),
    },
    kind: 'WAY_OF_WORKING',
    stage: 'IN_USE',
    areas: ['MOBILE_WORK'],
    settings: ['HOME_CARE'],
    audience: ['MANAGER', 'STAFF'],
    pictureAlt: {
      sv: 'Ett öppet nyckelskåp med tomma krokar, en sista nyckel och en telefon med ett hänglås.',
      nb: 'Et åpent nøkkelskap med tomme kroker, en siste nøkkel og en telefon med en hengelås.',
      en: 'An open key cabinet with empty hooks, one last key, and a phone with a padlock on it.',
    },
    status: 'PUBLISHED',
    adopters: [
      {
        org: 'uddevalla-kommun',
        status: 'USING',
        since: '2024-09',
        scale: { sv: '600 dörrar', nb: '600 dører', en: '600 doors' },
        lesson: {
          sv: 'Prata med hyresvärdarna före upphandlingen, inte efter.',
          nb: 'Snakk med utleierne før anskaffelsen, ikke etter.',
          en: 'Talk with landlords before the procurement, not after.',
        },
      },
    ],
    needs: [],
  },
  {
    publicId: 'D-9F3C',
    slug: 'fallsensor',
    owner: 'vagbryt',
    title: {
      sv: 'Fallsensor utan kamera',
      nb: 'Fallsensor uten kamera',
      en: 'Fall sensor without a camera',
    },
    summary: {
      sv: 'En platta på väggen märker om någon ligger kvar på golvet och larmar. Den ser inga bilder, bara rörelse.',
      nb: 'En plate på veggen merker om noen blir liggende på gulvet, og slår alarm. Den ser ingen bilder, bare bevegelse.',
      en: 'A panel on the wall notices if someone stays on the floor and raises the alarm. It sees no pictures, only movement.',
    },
    body: {
      sv: paragraphs(
        'Lägg dig på mattan i badrummet och räkna till tio. Larmet går, och du ser vad sensorn såg: en prick.',
        'En modell skiljer fall från andra rörelser. Den tränas aldrig på hemmen där den sitter.',
        'Sensorn ska sitta på en meters höjd. Räkna med några falska larm de första två veckorna.',
      ),
      nb: paragraphs(
        'Legg deg på matta på badet og tell til ti. Alarmen går, og du ser hva sensoren så: en prikk.',
        'En modell skiller fall fra andre bevegelser. Den trenes aldri på hjemmene der den henger.',
        'Sensoren skal sitte i en meters høyde. Regn med noen falske alarmer de første to ukene.',
      ),
      en: paragraphs(
        'Lie down on the bathroom mat and count to ten. The alarm goes off and you see what the sensor saw: a dot.',
        'A model tells falls from other movements. It is never trained on the homes where it hangs.',
        'The sensor sits one metre up. Expect some false alarms in the first two weeks.',
      ),
    },
    kind: 'AI',
    stage: 'PILOT',
    areas: ['SAFETY_AT_HOME', 'NIGHT_SUPERVISION'],
    settings: ['HOME_CARE', 'CARE_HOME'],
    audience: ['PATIENT', 'RELATIVE', 'STAFF'],
    pictureAlt: {
      sv: 'Ett badrum med kakel, en liten platta på väggen som sänder vågor mot en matta på golvet.',
      nb: 'Et bad med fliser, en liten plate på veggen som sender bølger mot en matte på gulvet.',
      en: 'A tiled bathroom, a small panel on the wall sending waves towards a mat on the floor.',
    },
    status: 'PUBLISHED',
    adopters: [
      { org: 'goteborgs-kommun', status: 'TESTING', since: '2026-03' },
      {
        org: 'uddevalla-kommun',
        status: 'TESTING',
        since: '2026-03',
        lesson: {
          sv: 'Husdjur är inget problem. Dammsugarrobotar är det.',
          nb: 'Husdyr er ikke noe problem. Robotstøvsugere er det.',
          en: 'Pets are no problem. Robot vacuum cleaners are.',
        },
      },
    ],
    needs: [],
  },
  {
    publicId: 'D-6B5W',
    slug: 'ova-i-virtuella-rum',
    owner: 'hogskolan-vast',
    title: {
      sv: 'Öva i virtuella rum',
      nb: 'Øve i virtuelle rom',
      en: 'Practise in virtual rooms',
    },
    summary: {
      sv: 'Nya medarbetare övar svåra samtal och larm i glasögon innan de möter dem på riktigt. Misstagen får vara gratis.',
      nb: 'Nye ansatte øver på vanskelige samtaler og alarmer i briller før de møter dem på ordentlig. Feilene får være gratis.',
      en: 'New staff practise difficult talks and alarms in a headset before they meet them for real. Mistakes are free.',
    },
    body: {
      sv: paragraphs(
        'Ta på glasögonen och kliv in i en hall där någon har fallit. Vad gör du först?',
        'Övningen tar åtta minuter. Efteråt pratar ni två och två om vad som hände.',
        'Det krävs två par glasögon, en lugn yta på tre meter och en handledare som vågar lyssna.',
      ),
      nb: paragraphs(
        'Ta på brillene og gå inn i en gang der noen har falt. Hva gjør du først?',
        'Øvingen tar åtte minutter. Etterpå snakker dere to og to om det som skjedde.',
        'Det kreves to par briller, en rolig plass på tre meter og en veileder som tør å lytte.',
      ),
      en: paragraphs(
        'Put on the headset and step into a hallway where someone has fallen. What do you do first?',
        'The exercise takes eight minutes. Afterwards you talk in pairs about what happened.',
        'It takes two headsets, three metres of quiet floor, and a tutor who dares to listen.',
      ),
    },
    kind: 'SERVICE',
    stage: 'PROTOTYPE',
    areas: ['PARTICIPATION'],
    settings: ['HOME_CARE', 'CARE_HOME'],
    audience: ['STAFF'],
    pictureAlt: {
      sv: 'En student med VR-glasögon sträcker ut händerna, runt henne syns konturen av ett rum.',
      nb: 'En student med VR-briller strekker ut hendene, rundt henne ses omrisset av et rom.',
      en: 'A student in a headset reaches out her hands; the outline of a room shows around her.',
    },
    status: 'DRAFT',
    adopters: [],
    needs: [],
  },
];
