export const refusals = {
  invalid: 'Kontrollera uppgifterna och försök igen.',
  tooLong: 'Texten är för lång.',
  required: 'Måste fyllas i.',
  stale:
    'Någon annan har ändrat detta sedan du öppnade sidan. Läs den nya versionen och gör om din ändring.',
  notNow: 'Det går inte att göra i det läge ärendet är nu.',
};
