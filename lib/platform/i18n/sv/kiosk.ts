export const kiosk = {
  title: 'Showroomets skärm',
  scan: 'Läs mer i telefonen',
  owner: 'Visas av',
  place: '{n} av {all}',
  next: 'Nästa',
  previous: 'Föregående',
  pause: 'Stanna här',
  go: 'Bläddra av sig själv',
  theme: 'Tema',
  show: 'Visa',
  everything: 'Allt som visas',
  none: 'Inget visas just nu.',
};
