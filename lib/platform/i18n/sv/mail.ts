export const mail = {
  signIn: {
    subject: 'Din länk till {product}',
    text: 'Hej!\n\nLogga in på {product} med den här länken. Den gäller i 15 minuter och bara en gång.\n\n{link}\n\nÖppnar du länken i en annan webbläsare än den du bad om den i? Då behöver du koden som står där.\n\nHar du inte bett om den? Då kan du bortse från det här mejlet.',
  },
  footer: 'Mejlet kommer från {hub}. Det går inte att svara på det.',
};
