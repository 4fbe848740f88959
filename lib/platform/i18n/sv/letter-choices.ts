export const letterChoices = {
  title: 'Mina mejl',
  lead: 'Det som är avtalat eller ändrat får du alltid veta. Påminnelser väljer du själv.',
  letters: 'Påminnelser som du vill ha',
  hint: 'Det som inte kommer som mejl står kvar i portalen, under Våra bokningar och Meddelanden.',
  kinds: {
    reminder: 'Dagen före en bokning',
    checkInNow: 'När det är dags att checka in',
  },
  language: 'Språk i mejlen',
  languages: {
    sv: 'Svenska',
    nb: 'Norsk',
    en: 'English',
  },
  save: 'Spara',
  done: {
    saved: 'Dina val är sparade.',
  },
};
