/** The part of jStat that is used; the library has no types of its own. */
declare module 'jstat' {
  const jstat: {
    readonly jStat: {
      /** The regularised incomplete beta function I_x(a, b). */
      ibeta(x: number, a: number, b: number): number;
      readonly studentt: {
        /** Quantile of Student's distribution. */
        inv(probability: number, degreesOfFreedom: number): number;
      };
    };
  };
  export default jstat;
}
