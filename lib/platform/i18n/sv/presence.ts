export const presence = {
  nav: 'Vem är i huset',
  title: 'Vem är i huset i dag',
  lead: 'Här syns bara de som själva har valt att visa det för er. Allt tas bort när dagen är slut.',
  none: 'Ingen har delat med er att de är i huset i dag.',
  people:
    '{count, plural, =0 {I huset i dag} one {# person i huset i dag} other {# personer i huset i dag}}',
  showToday: 'Visa det i dag för',
  showBooked: 'Visa det de dagarna för',
  you: 'Är du i huset i dag?',
  youHint: 'Ingen ser det om du inte väljer vilka. Det gäller till midnatt.',
  circles: {
    NOBODY: 'Visa inte att jag är här',
    ORGANISATION: 'Bara {organisation}',
    PUBLIC: '{organisation} och alla kommuner, regioner och andra offentliga',
    EVERYONE: 'Alla som deltar i hubben',
  },
  ownPublic: 'Alla kommuner, regioner och andra offentliga i hubben',
  saveToday: 'Spara för i dag',
  wish: 'Dagar då du har bokat',
  wishHint:
    'Välj en gång, så visas det av sig självt de dagar du har en bokad plats. Utan val visas ingenting.',
  saveWish: 'Spara valet',
  shows: {
    NOBODY: 'Nu visas det inte för någon att du är i huset i dag.',
    ORGANISATION: 'Nu ser {organisation} att du är i huset i dag.',
    PUBLIC: 'Nu ser {organisation} och alla offentliga i hubben att du är i huset i dag.',
    EVERYONE: 'Nu ser alla som deltar i hubben att du är i huset i dag.',
  },
  followed: 'Det följer av din bokning.',
  done: {
    today: 'Valet för i dag är sparat.',
    wish: 'Valet för dagar med bokning är sparat.',
  },
  house: {
    total:
      '{count, plural, =0 {Ingen är incheckad i huset.} one {# person är i huset.} other {# personer är i huset.}}',
    guests: 'Besökare i huset',
    guest: '{guest}, till {host}',
    guestCount:
      '{count, plural, =0 {Ingen besökare är incheckad.} one {# besökare är incheckad.} other {# besökare är incheckade.}}',
    title: 'I huset nu',
    count:
      '{count, plural, =0 {Ingen är incheckad just nu.} one {# person är incheckad just nu.} other {# personer är incheckade just nu.}}',
    why: 'Antalet finns för säkerheten, vid till exempel brand. Namn syns bara för dem som har valt att visa det för alla.',
    shared: 'Visar för alla att de är här',
  },
};
