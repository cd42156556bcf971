/** `insufficient`: no procedure of the year has enough participants. `excluded`: the methodology leaves out schools of this type. */
export type Verdict = 'listed' | 'not-listed' | 'insufficient' | 'excluded';
