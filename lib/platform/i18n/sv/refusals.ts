export const refusals = {
  invalid: 'Kontrollera uppgifterna och försök igen.',
  tooLong: 'Texten är för lång.',
  signedOut:
    'Du är inte längre inloggad, så det här är inte sparat. Logga in i en ny flik och skicka sedan igen härifrån.',
  stale:
    'Någon annan har ändrat detta sedan du öppnade sidan. Läs den nya versionen och gör om din ändring.',
};
