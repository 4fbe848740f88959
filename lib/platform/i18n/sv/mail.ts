export const mail = {
  signIn: {
    subject: 'Din länk till {product}',
    text: 'Hej!\n\nLogga in på {product} med den här länken. Den gäller i 15 minuter och bara en gång.\n\n{link}\n\nHar du inte bett om den? Då kan du bortse från det här mejlet.',
  },
  footer: 'Mejlet kommer från {hub}. Det går inte att svara på det.',
};
