/** Showroomets innehåll som öppna data. */
export const openData = {
  catalogue: 'Öppna data från {hub}',
  catalogueText:
    'Vad som visas i showroomet hos {hub}: digital vård och omsorg, vem som visar den och vad som är kontrollerat.',
  dataset: 'Visningar i showroomet hos {hub}',
  datasetText:
    '{count, plural, one {# visning} other {# visningar}} med ägare, mognad, användningsområde, påståenden med källa och giltighet, och vilka som använder dem.',
  json: 'Visningar som JSON',
  csv: 'Visningar som CSV',
  title: 'Öppna data',
  lead: 'Showroomets innehåll får användas fritt, med källan angiven (CC BY 4.0).',
};
