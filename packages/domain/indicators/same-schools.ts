/** Fewer than that share of the schools are another set of schools, and the difference between the two is no change. */
const sameSchoolsMin = 0.9;

/** May numbers of so many schools be set against each other? */
export const areSameSchools = (one: number, other: number): boolean =>
  Math.min(one, other) >= sameSchoolsMin * Math.max(one, other);
