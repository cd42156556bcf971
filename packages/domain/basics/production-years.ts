/**
 * The production calendar of Russia: where a year departs from weekends and public holidays. Facts of the yearly Government
 * decrees on moving days off, of the decrees of the President on non-working days (2020, 2021) and of article 95 of the
 * Labour Code (short days), gathered from the public collection github.com/xmlcalendar/data.
 *
 * Days are MM-DD. `off`: days off besides weekends and holidays, «05-08<01-08» was moved from 8 January. `short`: an hour
 * less, on a weekend also a working day. `work`: weekends that are working days.
 */
export type YearOfProduction = { readonly off: string; readonly short: string; readonly work: string };

export const productionYears: Readonly<Record<number, YearOfProduction>> = {
  2013: { off: '03-10 05-02 05-03 05-10', short: '02-22 03-07 04-30 05-08 06-11 12-31', work: '' },
  2014: { off: '03-10 05-02 06-13 11-03', short: '02-24 03-07 04-30 05-08 06-11 12-31', work: '' },
  2015: { off: '01-09 03-09 05-04 05-11', short: '04-30 05-08 06-11 11-03 12-31', work: '' },
  2016: { off: '02-22 03-07 05-02 05-03 06-13', short: '02-20 11-03', work: '' },
  2017: { off: '02-24 05-08 11-06', short: '02-22 03-07 11-03', work: '' },
  2018: {
    off: '03-09 04-30 05-02 06-11 11-05 12-31',
    short: '02-22 03-07 04-28 05-08 06-09 12-29',
    work: '',
  },
  2019: { off: '05-02 05-03 05-10', short: '02-22 03-07 04-30 05-08 06-11 12-31', work: '' },
  2020: {
    off: '02-24 03-09 03-30 03-31 04-01 04-02 04-03 04-04 04-05 04-06 04-07 04-08 04-09 04-10 04-11 04-12 04-13 04-14 04-15 04-16 04-17 04-18 04-19 04-20 04-21 04-22 04-23 04-24 04-25 04-26 04-27 04-28 04-29 04-30 05-02 05-03 05-04 05-05 05-06 05-07 05-08 05-10 05-11 06-24 07-01',
    short: '06-11 11-03 12-31',
    work: '',
  },
  2021: {
    off: '02-22<02-20 05-03 05-04 05-05 05-06 05-07 05-10 06-14 10-30 10-31 11-01 11-02 11-03 11-05<01-02 12-31<01-03',
    short: '02-20 04-30 06-11',
    work: '',
  },
  2022: {
    off: '03-07<03-05 05-02<05-01 05-03<01-01 05-10<01-02 06-13<06-12',
    short: '02-22 03-05 11-03',
    work: '',
  },
  2023: { off: '02-24<01-01 05-08<01-08 11-06<11-04', short: '02-22 03-07 11-03', work: '' },
  2024: {
    off: '04-29<04-27 04-30<11-02 05-10<01-06 12-30<12-28 12-31<01-07',
    short: '02-22 03-07 05-08 06-11 11-02',
    work: '04-27 12-28',
  },
  2025: {
    off: '05-02<01-04 05-08<02-23 06-13<03-08 11-03<11-01 12-31<01-05',
    short: '03-07 04-30 06-11 11-01',
    work: '',
  },
  2026: {
    off: '01-09<01-03 03-09<03-08 05-11<05-09 12-31<01-04',
    short: '04-30 05-08 06-11 11-03',
    work: '',
  },
};
