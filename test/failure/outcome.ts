/** What a failure did. */
export interface Outcome {
  what: string;
  rounds: number;
  acknowledged: number;
  lost: number;
  reads: number;
  readsFailed: number;
  /** Whether every catalog was equal to the journal after it. */
  equal: boolean;
  /** From when the cause was gone to the first write that was acknowledged; the longest of all rounds, ms. */
  recoveryMs: number;
  /** What else was to be so and is not. */
  faults: string[];
}

export function line(outcome: Outcome): string {
  const { what, rounds, acknowledged, lost, reads, readsFailed, equal, recoveryMs, faults } = outcome;
  const said = [
    `${what}, ${rounds}×`,
    `acknowledged ${acknowledged}, lost ${lost}`,
    `reads ${reads}, failed ${readsFailed}`,
    `catalog ${equal ? 'equal' : 'NOT EQUAL'}`,
    `back after ${Math.round(recoveryMs)} ms`,
  ];
  return [said.join(' | '), ...faults.map((fault) => `  ! ${fault}`)].join('\n');
}
