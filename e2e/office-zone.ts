/** Where the office of the journeys stands: its server and its browser have one calendar, whatever zone the machine keeps. */
export const officeZone = 'Europe/Moscow';

/** Today in that office. */
export const officeToday = new Date().toLocaleDateString('sv-SE', { timeZone: officeZone });
