import { describe, expect, it } from 'vitest';
import { claimShape, isOwnCheck, withClaim } from '#lib/showroom/content.ts';
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

  it('is not checked by its own owner, however the name is written', () => {
    expect(isOwnCheck({ ...claim(''), checkedBy: 'LÅSVARG ab' }, 'Låsvarg AB')).toBe(true);
    expect(isOwnCheck(claim(''), 'Låsvarg AB')).toBe(false);
  });
});
