import { validate as judgeNorwegian } from 'stdnum/lib/cjs/no/orgnr.js';
import { validate as judgeSwedish } from 'stdnum/lib/cjs/se/orgnr.js';

/**
 * An organisation number without its signs when its check digit is right (Sweden: ten digits, Luhn;
 * Norway: nine digits, modulus 11), else null. People's own numbers have the same form in Sweden and
 * are no organisation's: there the third digit is below two.
 */
export function organisationNumber(country: 'SE' | 'NO', typed: string): string | null {
  const judged = (country === 'SE' ? judgeSwedish : judgeNorwegian)(typed.trim());
  if (!judged.isValid) return null;
  const isPersonal = country === 'SE' && Number(judged.compact[2]) < 2;
  return isPersonal ? null : judged.compact;
}

/** As people write it: 556036-0793, 974 760 673. */
export function writtenNumber(country: 'SE' | 'NO', digits: string): string {
  return country === 'SE'
    ? digits.replace(/^(\d{6})(\d{4})$/, '$1-$2')
    : digits.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3');
}
