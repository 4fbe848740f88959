export const refusals = {
  invalid: 'Kontrollera uppgifterna och försök igen.',
  tooLong: 'Texten är för lång.',
  stale:
    'Någon annan har ändrat detta sedan du öppnade sidan. Läs den nya versionen och gör om din ändring.',
};
