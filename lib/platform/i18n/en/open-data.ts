import type { Like } from '../like.ts';
import type { openData as original } from '../sv/open-data.ts';

export const openData: Like<typeof original> = {
  catalogue: 'Open data from {hub}',
  catalogueText:
    'What the showroom of {hub} shows: digital health and care, who shows it, and what has been checked.',
  dataset: 'Demos in the showroom of {hub}',
  datasetText:
    '{count, plural, one {# demo} other {# demos}} with owner, maturity, area of use, claims with source and validity, and who uses them.',
  json: 'Demos as JSON',
  csv: 'Demos as CSV',
  title: 'Open data',
  lead: 'What the showroom holds may be used freely with its source named (CC BY 4.0).',
};
