/**
 * One body in a data file. What is left out: a validFrom that is older than these tables record,
 * a validTo of a body in force, a successor where there is none.
 */
export type BodyRecord = {
  /** Official code as text: "0114" keeps its zero. */
  code: string;
  name: string;
  shortName: string;
  regionName?: string;
  samiName?: string;
  samiArea?: true;
  writtenLanguage?: 'BOKMAL' | 'NYNORSK' | 'NEUTRAL';
  population?: number;
  /** First and last day, YYYY-MM-DD. */
  validFrom?: string;
  validTo?: string;
  /** Codes of the bodies that took over, same country and level. */
  successors?: readonly string[];
};
