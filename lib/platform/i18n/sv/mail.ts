export const mail = {
  signIn: {
    subject: 'Din länk till {product}',
    text: 'Hej!\n\nLogga in på {product} med den här länken. Den gäller i 15 minuter och bara en gång.\n\n{link}\n\nÖppnar du länken i en annan webbläsare än den du bad om den i? Då behöver du koden som står där.\n\nHar du inte bett om den? Då kan du bortse från det här mejlet.',
  },
  firstAdmin: {
    subject: 'Du är administratör för {hub}',
    text: 'Hej {name}!\n\n{hub} är skapad i Navet, och du är dess första administratör. Logga in med din e-postadress {email}, så får du en länk som släpper in dig.\n\n{link}\n\nFyll i hubbens texter och tillgänglighetsredogörelse. Sedan kan du öppna hubben för besökare.',
  },
  barrier: {
    subject: {
      BARRIER: 'Anmält hinder, ärende {number}',
      COPY: 'Någon ber om en tillgänglig kopia, ärende {number}',
    },
    text: 'Någon har skrivit till {hub} om tillgänglighet. Ärendet har nummer {number}. Läs det här:\n\n{link}',
  },
  erased: {
    subject: 'Dina uppgifter i {product} är raderade',
    text: 'Hej!\n\nDu bad oss radera dig, och det är gjort. Ditt namn, din e-postadress, dina roller, inloggningar och meddelanden är borta ur {product}. Det som organisationer har gjort tillsammans står kvar, utan ditt namn.\n\nDet här är det sista mejlet vi skickar till dig. Adressen är inte sparad.\n\nVar det inte du? Hör av dig till den hubb du använde. Kontaktuppgifter finns här:\n\n{link}',
  },
  barrierReceipt: {
    subject: 'Vi har tagit emot ditt ärende {number}',
    text: 'Hej!\n\n{hub} har tagit emot det du skrev om tillgänglighet. Ärendet har nummer {number}. Uppge numret om du vill fråga hur det går.\n\nOm hubbens tillgänglighet, och vart du vänder dig om du inte får svar:\n\n{link}\n\nHar du inte skrivit? Då kan du bortse från det här mejlet.',
  },
  footer: 'Mejlet kommer från {hub}. Det går inte att svara på det.',
};
