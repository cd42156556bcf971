import { DuckDBInstance } from '@duckdb/node-api';

// `node scripts/bare-aggregation.ts FILE.csv`: what DuckDB alone takes to count the results of a file, with nothing done with the counts. A program of its
// own, so that it starts as the measured command does.
const file = (process.argv[2] ?? '').replaceAll("'", "''");
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const counted = await connection.runAndReadAll(
  `select year, procedure, grade, subject, school, count(*), sum(below) from read_csv('${file}') group by all`,
);
process.stdout.write(`${counted.currentRowCount}\n`);
