import { describe, expect, it } from 'vitest';
import { soundsMedical } from '#lib/showroom/claims.ts';
import { claimShape, isOwnCheck, withClaim, wrongWith } from '#lib/showroom/content.ts';
import { factsForm } from '#lib/showroom/forms.ts';

const facts = { revision: '1', kind: 'PRODUCT', stage: 'IDEA' };
const claim = (source: string) => claimShape.parse({ key: 'FHIR', source });

describe('The facts of a demo', () => {
  it('take numbers as people type them, and refuse larger ones than there are', () => {
    const read = factsForm.parse({ ...facts, bandwidthKbps: '2,5', withinKm: '1 100' });
    expect(read.part.environment).toMatchObject({ bandwidthKbps: 2500, withinKm: 1100 });
    for (const typed of [{ bandwidthKbps: '999999999' }, { withinKm: '2001' }]) {
      const refused = factsForm.safeParse({ ...facts, ...typed });
      expect(refused.error?.issues[0]?.message).toBe('adoptions.refusals.range');
    }
    expect(factsForm.safeParse({ ...facts, staffMinutes: 'en timme' }).success).toBe(false);
  });
});

describe('A claim that is saved', () => {
  it('takes the place of what it was, and writes over nobody else’s', () => {
    const [one, other, young] = [claim('ett'), claim('två'), claim('nytt')];
    expect(withClaim([one, other], other, young)).toEqual([one, young]);
    expect(withClaim([one], null, young)).toEqual([one, young]);
    // A colleague has removed it, and another stands where it stood.
    expect(withClaim([one], other, young)).toEqual([one, young]);
  });

  it('says that a check holds five years and not a day more', () => {
    const until = (expiresOn: string) =>
      wrongWith(
        {
          ...claim(''),
          ...{ level: 'TESTED', source: 'Rapport', checkedBy: 'Provhuset' },
          ...{ checkedOn: '2026-02-28', expiresOn },
        },
        '2026-11-16',
      );
    expect(until('2031-02-28')).toBe(null);
    expect(until('2031-03-01')).toBe('claimTooLong');
  });

  it('is not checked by its own owner, however the name is written', () => {
    expect(isOwnCheck({ ...claim(''), checkedBy: 'LÅSVARG ab' }, 'Låsvarg AB')).toBe(true);
    expect(isOwnCheck({ ...claim(''), checkedBy: ' Låsvarg' }, 'Låsvarg AB (publ)')).toBe(true);
    expect(isOwnCheck({ ...claim(''), checkedBy: 'Låsvargens provhus' }, 'Låsvarg AB')).toBe(false);
    expect(isOwnCheck({ ...claim(''), checkedBy: 'AB' }, 'AS')).toBe(false);
    expect(isOwnCheck(claim(''), 'Låsvarg AB')).toBe(false);
  });
});

describe('Words that only a device may say', () => {
  it('are known in three languages, and what only sounds like them is not', () => {
    for (const said of [
      'Appen diagnosticerar hudcancer',
      'Varnar för sepsis och doserar insulin automatiskt',
      'Behandlar depression',
      'Monitors the patient at night',
      'Upptäcker hjärtflimmer',
      'Oppdager tidlig hjertesvikt',
      'Lindrar svår ångest',
    ]) {
      expect(soundsMedical([said]), said).toBe(true);
    }
    for (const said of [
      'Behandlar personuppgifter enligt avtal',
      'Nattlig tillsyn utan att väcka någon',
      'Varnar för halka och dåligt väder',
      'Monitors the temperature of the fridge',
      'Påminner om att ta sin medicin',
    ]) {
      expect(soundsMedical([said]), said).toBe(false);
    }
  });
});
