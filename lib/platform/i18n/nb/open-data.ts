import type { Like } from '../like.ts';
import type { openData as original } from '../sv/open-data.ts';

export const openData: Like<typeof original> = {
  catalogue: 'Åpne data fra {hub}',
  catalogueText:
    'Hva som vises i showroomet hos {hub}: digital helse og omsorg, hvem som viser det, og hva som er kontrollert.',
  dataset: 'Visninger i showroomet hos {hub}',
  datasetText:
    '{count, plural, one {# visning} other {# visninger}} med eier, modenhet, bruksområde, påstander med kilde og gyldighet, og hvem som bruker dem.',
  json: 'Visninger som JSON',
  csv: 'Visninger som CSV',
  title: 'Åpne data',
  lead: 'Innholdet i showroomet kan brukes fritt når kilden oppgis (CC BY 4.0).',
};
