import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeNoteDocx } from './write-note-docx.ts';

const noteOf = (columnCount: number) => ({
  title: 'Динамика показателей',
  requisites: [],
  sections: [
    {
      title: 'Динамика',
      blocks: [
        {
          kind: 'table' as const,
          table: {
            title: 'Динамика',
            columns: Array.from({ length: columnCount }, (_, at) => ({ title: `Столбец ${at}`, width: 9 })),
            rows: [],
          },
        },
      ],
    },
  ],
});

test.each([
  [8, false],
  [11, true],
])('a note with a table of %d columns is printed across: %s', async (columnCount, isAcross) => {
  const part = unzipSync(await writeNoteDocx(noteOf(columnCount)))['word/document.xml'];
  expect(strFromU8(part ?? new Uint8Array()).includes('w:orient="landscape"')).toBe(isAcross);
});
