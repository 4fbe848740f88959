import type { BodyRecord } from '../record.ts';

/** The 21 regions of Sweden: the county and the body that runs its health care; after them two of the county councils (landsting) they replaced. */
export const seRegions: readonly BodyRecord[] = [
  { code: '01', name: 'Stockholms län', shortName: 'Stockholm', regionName: 'Region Stockholm', validFrom: '2019-01-01' },
  { code: '03', name: 'Uppsala län', shortName: 'Uppsala', regionName: 'Region Uppsala', validFrom: '2017-01-01' },
  { code: '04', name: 'Södermanlands län', shortName: 'Södermanland', regionName: 'Region Sörmland', validFrom: '2019-01-01' },
  { code: '05', name: 'Östergötlands län', shortName: 'Östergötland', regionName: 'Region Östergötland', validFrom: '2015-01-01' },
  { code: '06', name: 'Jönköpings län', shortName: 'Jönköping', regionName: 'Region Jönköpings län', validFrom: '2015-01-01' },
  { code: '07', name: 'Kronobergs län', shortName: 'Kronoberg', regionName: 'Region Kronoberg', validFrom: '2015-01-01' },
  { code: '08', name: 'Kalmar län', shortName: 'Kalmar', regionName: 'Region Kalmar län', validFrom: '2019-01-01' },
  { code: '09', name: 'Gotlands län', shortName: 'Gotland', regionName: 'Region Gotland', validFrom: '2011-01-01' },
  { code: '10', name: 'Blekinge län', shortName: 'Blekinge', regionName: 'Region Blekinge', validFrom: '2019-01-01' },
  { code: '12', name: 'Skåne län', shortName: 'Skåne', regionName: 'Region Skåne', validFrom: '1999-01-01' },
  { code: '13', name: 'Hallands län', shortName: 'Halland', regionName: 'Region Halland', validFrom: '2011-01-01' },
  { code: '14', name: 'Västra Götalands län', shortName: 'Västra Götaland', regionName: 'Västra Götalandsregionen', validFrom: '1999-01-01' },
  { code: '17', name: 'Värmlands län', shortName: 'Värmland', regionName: 'Region Värmland', validFrom: '2019-01-01' },
  { code: '18', name: 'Örebro län', shortName: 'Örebro', regionName: 'Region Örebro län', validFrom: '2015-01-01' },
  { code: '19', name: 'Västmanlands län', shortName: 'Västmanland', regionName: 'Region Västmanland', validFrom: '2017-01-01' },
  { code: '20', name: 'Dalarnas län', shortName: 'Dalarna', regionName: 'Region Dalarna', validFrom: '2019-01-01' },
  { code: '21', name: 'Gävleborgs län', shortName: 'Gävleborg', regionName: 'Region Gävleborg', validFrom: '2015-01-01' },
  { code: '22', name: 'Västernorrlands län', shortName: 'Västernorrland', regionName: 'Region Västernorrland', validFrom: '2019-01-01' },
  { code: '23', name: 'Jämtlands län', shortName: 'Jämtland', regionName: 'Region Jämtland Härjedalen', validFrom: '2015-01-01' },
  { code: '24', name: 'Västerbottens län', shortName: 'Västerbotten', regionName: 'Region Västerbotten', validFrom: '2019-01-01' },
  { code: '25', name: 'Norrbottens län', shortName: 'Norrbotten', regionName: 'Region Norrbotten', validFrom: '2017-01-01' },
  { code: '23', name: 'Jämtlands län', shortName: 'Jämtland', regionName: 'Jämtlands läns landsting', validTo: '2014-12-31', successors: ['23'] },
  { code: '24', name: 'Västerbottens län', shortName: 'Västerbotten', regionName: 'Västerbottens läns landsting', validTo: '2018-12-31', successors: ['24'] },
];
