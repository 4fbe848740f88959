import { create } from 'xmlbuilder2';
import { type Locale, locales } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { OpenCatalogue } from '#lib/showroom/open-data.ts';

const names = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
} as const;
/** Attribution 4.0: what is given away names its source. */
export const licence = 'https://creativecommons.org/licenses/by/4.0/';
const eu = 'http://publications.europa.eu/resource/authority';
const publisherTypes: Record<string, string> = {
  REGION: 'RegionalAuthority',
  MUNICIPALITY: 'LocalAuthority',
  HOSPITAL: 'RegionalAuthority',
  UNIVERSITY: 'Academia-ScientificOrganisation',
  VOLUNTARY: 'NonGovernmentalOrganisation',
  COMPANY: 'Company',
};
const languageCodes: Record<Locale, string> = { sv: 'SWE', nb: 'NOB', en: 'ENG' };

type Node = Record<string, unknown>;
const link = (iri: string): Node => ({ '@rdf:resource': iri });

/** Each word in every language of the portal, as RDF tells languages apart. */
function said(key: string, values: Record<string, string | number>): Node[] {
  return locales.map((locale) => ({
    '@xml:lang': locale,
    '#': translator(locale, 'openData')(key, values),
  }));
}

/**
 * The catalogues of the hubs in DCAT-AP-SE 3, as RDF/XML: a catalogue and a dataset of demos for each, with
 * the files it can be had as. Every address is whole. Source: Digg's profile, its mandatory properties.
 */
export function dcatFile(catalogues: readonly OpenCatalogue[], site: string): string {
  const spaces = Object.fromEntries(
    Object.entries(names).map(([name, iri]) => [`@xmlns:${name}`, iri]),
  );
  const all = catalogues.map((hub) => ({ 'dcat:Catalog': catalogueNode(hub, site) }));
  return create({ version: '1.0', encoding: 'UTF-8' }, { 'rdf:RDF': { ...spaces, '#': all } }).end({
    prettyPrint: true,
  });
}

function catalogueNode(hub: OpenCatalogue, site: string): Node {
  const iri = `${site}/datasets/${hub.slug}`;
  return {
    '@rdf:about': `${iri}#catalogue`,
    'dcterms:title': said('catalogue', { hub: hub.name }),
    'dcterms:description': said('catalogueText', { hub: hub.name }),
    'dcterms:publisher': agentNode(hub, iri),
    'dcterms:license': link(licence),
    'dcterms:language': hub.languages.flatMap((language) => languageNode(language)),
    'foaf:homepage': link(`${site}/${hub.languages[0] ?? 'sv'}/${hub.slug}/showroom`),
    'dcat:dataset': { 'dcat:Dataset': datasetNode(hub, site, iri) },
  };
}

function datasetNode(hub: OpenCatalogue, site: string, iri: string): Node {
  return {
    '@rdf:about': `${iri}#demos`,
    'dcterms:title': said('dataset', { hub: hub.name }),
    'dcterms:description': said('datasetText', { hub: hub.name, count: hub.demos }),
    'dcterms:publisher': link(`${iri}#publisher`),
    'dcterms:license': link(licence),
    'dcterms:accessRights': link(`${eu}/access-right/PUBLIC`),
    'dcterms:accrualPeriodicity': link(`${eu}/frequency/CONT`),
    'dcterms:language': hub.languages.flatMap((language) => languageNode(language)),
    'dcterms:spatial': link(`${eu}/country/${hub.country === 'SE' ? 'SWE' : 'NOR'}`),
    ...(hub.changedOn && {
      'dcterms:modified': {
        '@rdf:datatype': 'http://www.w3.org/2001/XMLSchema#date',
        '#': hub.changedOn,
      },
    }),
    'dcat:theme': link(`${eu}/data-theme/HEAL`),
    'dcat:contactPoint': {
      'vcard:Organization': {
        '@rdf:about': `${iri}#contact`,
        'vcard:fn': hub.name,
        'vcard:hasEmail': link(`mailto:${hub.contactEmail}`),
      },
    },
    'dcat:distribution': (['json', 'csv'] as const).map((form) => ({
      'dcat:Distribution': distributionNode(hub, site, iri, form),
    })),
  };
}

function distributionNode(
  hub: OpenCatalogue,
  site: string,
  iri: string,
  form: 'json' | 'csv',
): Node {
  const address = `${site}/datasets/${hub.slug}/demos.${form}`;
  return {
    '@rdf:about': `${iri}#demos-${form}`,
    'dcterms:title': said(form, { hub: hub.name }),
    'dcat:accessURL': link(address),
    'dcat:downloadURL': link(address),
    'dcterms:license': link(licence),
    'dcterms:format': link(`${eu}/file-type/${form.toUpperCase()}`),
    'dcat:mediaType': link(
      `https://www.iana.org/assignments/media-types/${form === 'json' ? 'application/json' : 'text/csv'}`,
    ),
  };
}

function agentNode({ publisher }: OpenCatalogue, iri: string): Node {
  const type = publisherTypes[publisher.kind] ?? 'Company';
  return {
    'foaf:Agent': {
      '@rdf:about': `${iri}#publisher`,
      'foaf:name': publisher.name,
      'dcterms:type': link(`http://purl.org/adms/publishertype/${type}`),
    },
  };
}

function languageNode(language: string): Node[] {
  const code = languageCodes[language as Locale];
  return code ? [link(`${eu}/language/${code}`)] : [];
}
