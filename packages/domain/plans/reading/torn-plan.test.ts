import { describe, expect, it } from 'vitest';
import type { SourceBlock, SourceDocument, SourcePlace } from '../../basics/source-document.ts';
import { readPlanDocument } from '../read-plan-document.ts';

/** Text as a scan gives it: a run of lines with tabs is a torn table, every other line a paragraph. */
function scan(text: string): SourceDocument {
  const blocks: SourceBlock[] = [];
  let table = 0;
  text.split('\n').forEach((line, index) => {
    const place: SourcePlace = { line: index + 1, lastLine: index + 1, page: null, table: null, row: null };
    const last = blocks.at(-1);
    if (line === '') return;
    if (!line.includes('\t')) {
      blocks.push({ kind: 'paragraph', text: line, label: null, headingLevel: null, alignment: null, place });
      return;
    }
    const cells = line.split('\t').map((cell, column) => ({ column, columnSpan: 1, rowSpan: 1, text: cell }));
    const row = { cells, repeatedHead: false, place };
    if (last?.kind === 'table') blocks[blocks.length - 1] = { ...last, rows: [...last.rows, row] };
    else {
      table += 1;
      const columnCount = cells.length;
      blocks.push({
        kind: 'table',
        rows: [row],
        columnCount,
        structure: 'torn',
        sheet: null,
        place: { ...place, table },
      });
    }
  });
  return { format: 'text', blocks, pageCount: null, notes: [] };
}

const head = '№\tМероприятие\tСроки\tОтветственные\tРезультат';
const activities = (text: string) => readPlanDocument(scan(text)).activities;

describe('a plan torn by a scan', () => {
  it('goes on over the head of a section printed as a plain line', () => {
    const read = activities(
      `${head}\nРаздел I. Подготовка\n1\tСбор сведений\tмай 2024\tОтдел образования\tСправка\nРаздел II. Помощь\n2\tСеминар\tиюнь 2024\tИРО\tПрограмма`,
    );
    expect(read.map(({ no, section }) => [no, section])).toEqual([
      ['1', 'Раздел I. Подготовка'],
      ['2', 'Раздел II. Помощь'],
    ]);
  });

  it('takes a plain line in lower case for the rest of the activity before it', () => {
    const [first, ...others] = activities(
      `${head}\n1\tПосещение уроков\tмай 2024\tОтдел образования\tСправка\nв пятых классах\n2\tСеминар\tиюнь 2024\tИРО\tПрограмма`,
    );
    expect(first?.title).toBe('Посещение уроков в пятых классах');
    expect(others).toHaveLength(1);
  });

  it('knows the head of a section in the column of numbers, of titles or of terms, and the rest of a title before it', () => {
    const read = activities(
      [
        head,
        'Подготовка\t\t\t\t',
        '1\tСбор сведений о школах и\tмай 2024\tОтдел образования\tСправка',
        '\tучителях района\t\t\t',
        '\tВнутренний контроль\t\t\t',
        '2\tСеминар\tиюнь 2024\tИРО\tПрограмма',
        '\t\tАнализ и итоги\t\t',
        '3\tИтоговой сбор сведений\tиюль 2024\tИРО\tПротокол',
      ].join('\n'),
    );
    expect(read.map(({ section, title }) => [section, title])).toEqual([
      ['Подготовка', 'Сбор сведений о школах и учителях района'],
      ['Внутренний контроль', 'Семинар'],
      ['Анализ и итоги', 'Итоговой сбор сведений'],
    ]);
  });

  it('gives a row the number that stands beside its second line', () => {
    const read = activities(
      [
        head,
        '1\tСбор сведений о школах\tмай 2024\tОтдел образования\tСправка',
        '\tКурсы для учителей, которые\tв соответствии с\tИнститут\tУдостоверения о',
        '2\tработают первый год\tграфиком института\t\tповышении квалификации',
        '3\tСеминар\tиюнь 2024\tИнститут\tПрограмма',
      ].join('\n'),
    );
    expect(read.map(({ no, title, deadline }) => [no, title, deadline.raw])).toEqual([
      ['1', 'Сбор сведений о школах', 'май 2024'],
      ['2', 'Курсы для учителей, которые работают первый год', 'в соответствии с графиком института'],
      ['3', 'Семинар', 'июнь 2024'],
    ]);
  });

  it('takes lower case without a time in a first column of terms for the rest of a title', () => {
    const read = activities(
      [
        'Сроки\tМероприятие\tОтветственные\tРезультат',
        'май 2024\tСбор сведений о школах и\tОтдел образования\tСправка',
        'учителях района\t\t\t',
        'июнь 2024\tСеминар\tИнститут\tПрограмма',
      ].join('\n'),
    );
    expect(read.map(({ title, deadline }) => [title, deadline.raw])).toEqual([
      ['Сбор сведений о школах и учителях района', 'май 2024'],
      ['Семинар', 'июнь 2024'],
    ]);
  });

  it('leaves a plain line before a signature out of the table', () => {
    const { sections } = readPlanDocument(
      scan(`${head}\n1\tСбор сведений\tмай 2024\tОтдел\tСправка\nНачальник отдела\n\tИ.И. Петров`),
    );
    expect(sections).toEqual([]);
  });

  it('reads a head whose every cell goes on below, «№» over «п/п»', () => {
    const [first] = activities(
      '№\tНаименование\tСроки прове-\tОтветственные\tОжидаемый\nп/п\tмероприятия\tдения\tлица\tрезультат\n1\tСеминар\tмай 2024\tИРО\tПрограмма',
    );
    expect(first).toMatchObject({ no: '1', title: 'Семинар', responsible: ['ИРО'], expected: ['Программа'] });
  });

  it.each([
    [
      'Собеседование с директорами школ\tмай 2024\tОтдел\t\n\t№ 2, 6, 9\t\t\t',
      'Собеседование с директорами школ № 2, 6, 9',
    ],
    [
      'Проверка «Организация\tмай 2024\tОтдел\t\n\tВШК в школе»\tиюнь 2024\t\t',
      'Проверка «Организация ВШК в школе»',
    ],
    ['Совещание\tмай 2024\tОтдел\t\n\t«Итоги года»\t\t\t', 'Совещание «Итоги года»'],
  ])('keeps numbers and quotations of a title together: %j', (row, title) => {
    const read = activities(
      `${head}\n1\t${row}\n2\tСеминар с руководителями районных объединений учителей\tиюнь 2024\tИРО\tПрограмма`,
    );
    expect(read.map((activity) => activity.title)[0]).toBe(title);
    expect(read).toHaveLength(2);
  });

  it('joins the end of a range on the next line, though it resembles the beginning', () => {
    const [first] = activities(`${head}\n1\tШкола учителя\t08.01.2025 –\tИРО\tПрограмма\n\t\t10.01.2025\t\t`);
    expect(first?.deadline.windows).toMatchObject([{ start: '2025-01-08', end: '2025-01-10' }]);
  });

  it('joins a year below its day, and months of a list that resemble each other', () => {
    const read = activities(
      `${head}\n1\tФормирование перечня\tдо 15 февраля\tОтдел\tПеречень\n\tШНОР по данным\t2024 г.\t\t\n2\tСбор данных\tдекабрь 2022,\tОтдел\tДанные\n\t\tдекабрь 2023\t\t`,
    );
    expect(read.map(({ title, deadline }) => [title, deadline.raw])).toEqual([
      ['Формирование перечня ШНОР по данным', 'до 15 февраля 2024 г.'],
      ['Сбор данных', 'декабрь 2022, декабрь 2023'],
    ]);
  });

  it('finds the head of a section the scan put into another column of a table without numbers', () => {
    const read = activities(
      'Содержание\tИсполнители\tСроки\tФорма отчётности\nПедсовет\tДиректор\tмай 2024\tПротокол\n\tРабота с родителями\t\t\nСобрание\tДиректор\tиюнь 2024\tПротокол',
    );
    expect(read.map(({ section, responsible }) => [section, responsible])).toEqual([
      [null, ['Директор']],
      ['Работа с родителями', ['Директор']],
    ]);
  });
});

describe('heads of columns', () => {
  it('takes «Направление работы, мероприятие» for the activities', () => {
    const [first] = activities(
      '№\tНаправление работы, мероприятие\tСроки\tОтветственный\n1\tСеминар\tмай 2024\tИРО',
    );
    expect(first).toMatchObject({ title: 'Семинар', section: null });
  });

  it('reads a number under «Доля, %» as a percentage', () => {
    const [indicator] = readPlanDocument(
      scan('№\tПоказатель\tКоличество\tДоля, %\n1\tДети из многодетных семей\t1\t0,5'),
    ).indicators;
    expect(indicator?.values.map(({ share }) => share)).toEqual([null, 0.005]);
  });
});

describe('requisites without an order', () => {
  it('reads approvals printed side by side one after the other', () => {
    const { requisites } = readPlanDocument(
      scan(
        'МОУ «Средняя школа № 5»\nРАССМОТРЕНО\tУТВЕРЖДАЮ\nна педагогическом совете\tДиректор МОУ «Средняя школа № 5»\nпротокол от 30.08.2023 № 1\t________ О.В. Петрова\n\tприказ от 31.08.2023 № 145\nПлан мероприятий школы на 2023/2024 учебный год',
      ),
    );
    expect(requisites).toMatchObject({
      number: '145',
      date: '2023-08-31',
      authority: 'МОУ «Средняя школа № 5»',
      signatory: { name: 'О.В. Петрова' },
    });
  });

  it('knows a letter by its greeting, and its number from that of the letter it answers', () => {
    const { requisites } = readPlanDocument(
      scan(
        'КОМИТЕТ ОБРАЗОВАНИЯ\nул. Мира, д. 1\n11.02.2025 № 01-17/884\nна № 15 от 03.02.2025\nО направлении плана\nУважаемые руководители!\nНаправляем план.\nПредседатель комитета\nК.Э. Петров',
      ),
    );
    expect(requisites).toMatchObject({
      type: 'письмо',
      number: '01-17/884',
      date: '2025-02-11',
      authority: 'Комитет образования',
      signatory: { name: 'К.Э. Петров' },
    });
  });

  it('does not take a point that entrusts control for the signature', () => {
    const { requisites } = readPlanDocument(
      scan(
        'КОМИТЕТ ОБРАЗОВАНИЯ\nПРИКАЗ\n11.02.2025 № 8\nОб утверждении плана\nРуководствуясь законом, приказываю:\n1. Утвердить план.\n2. Контроль возложить на методиста Рогову Т.М.\nПредседатель комитета К.Э. Петров',
      ),
    );
    expect(requisites.signatory?.name).toBe('К.Э. Петров');
  });
});
