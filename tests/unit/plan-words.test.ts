import { describe, expect, it } from 'vitest';
import { moneyOf } from '#components/prices/money.ts';
import { seatsThatFit } from '#components/workspace/place-on-plan.tsx';

describe('How many a room seats, on the plan', () => {
  it('is said in as many words as there is room for', () => {
    const room = (width: number, height = 2) =>
      seatsThatFit('sv', 2, { width, height, sign: true });
    expect([room(3), room(2), room(1)]).toEqual(['2 personer', '2 pers.', null]);
    expect([room(3, 0.3), room(3, -0.1)]).toEqual(['2 pers.', null]);
  });
});

describe('Money', () => {
  it('is kr in both languages of the house', () => {
    const plain = (text: string) => text.replaceAll(/\s/g, ' ');
    expect(plain(moneyOf('sv', 'SE', 25_000))).toBe('250,00 kr');
    expect(plain(moneyOf('nb', 'SE', 25_000))).toBe('250,00 kr');
    expect(plain(moneyOf('nb', 'NO', 25_000))).toBe('250,00 kr');
    expect(plain(moneyOf('en', 'SE', 25_000))).toBe('SEK 250.00');
  });
});
