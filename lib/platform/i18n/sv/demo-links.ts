export const demoLinks = {
  title: 'Hör ihop med',
  lead: 'Andra visningar i showroomet som fungerar ihop med den här, behövs för den, kan väljas i stället eller ersätter den.',
  number: 'Nummer, visning {n}',
  numberHint:
    'Står på visningens sida och skylt, till exempel D-3C7W. Adressen går också bra. Töm för att ta bort.',
  kind: 'Hur de hör ihop, visning {n}',
  kinds: {
    WORKS_WITH: 'Fungerar ihop med',
    NEEDS: 'Behöver',
    ALTERNATIVE: 'Alternativ till',
    REPLACED_BY: 'Ersätts av',
  },
  shown: {
    WORKS_WITH: 'Fungerar ihop med',
    NEEDS: 'Behöver',
    ALTERNATIVE: 'Alternativ',
    REPLACED_BY: 'Ersatt av',
  },
  back: {
    WORKS_WITH: 'Fungerar ihop med',
    NEEDS: 'Behövs av',
    ALTERNATIVE: 'Alternativ',
    REPLACED_BY: 'Ersätter',
  },
  says: 'enligt {organisation}',
  gone: 'visas inte längre',
  successor: 'Ersätts av, nummer',
  successorHint: 'Om något annat i showroomet tar över. Besökare som söker den här leds dit.',
  archived: 'Den här visningen från {organisation} visas inte längre, sedan {day}.',
  instead: 'Ersatt av',
  others: 'Se annat i showroomet',
  reviewed: 'Senast genomgången',
  notReviewedSince: 'Inte genomgången sedan {day}',
  lookOver: 'Dags att se över',
  lookOverText:
    'Öppna visningen, ändra det som inte stämmer längre och skicka den. Stämmer allt skickar du den som den är.',
  takeUp: 'Börja om från version {number}',
  takeUpHint:
    'Utkastet får samma innehåll som version {number}. Finns ett öppet utkast ersätts det som står där.',
  refusals: {
    noNumber: 'Skriv ett nummer som D-3C7W, eller adressen till visningen.',
    noSuchDemo: 'Ingen visning här har det numret.',
    itself: 'Det är visningens eget nummer.',
    twice: 'Den visningen finns redan med.',
    oneSuccessor: 'Bara en visning kan ersätta den.',
  },
};
