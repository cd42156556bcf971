import { describe, expect, it } from 'vitest';
import { chooseParty, type KnownParties, partyCandidates } from './match-parties.ts';

const unit = (id: string, name: string, shortName: string, settlement: string | null = null) => ({
  id,
  name,
  shortName,
  settlement,
});

const known: KnownParties = {
  units: [
    unit('department', 'Департамент образования Озёрной области', 'Департамент образования'),
    unit('institute', 'Институт развития образования', 'ИРО'),
    unit(
      's1',
      'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 1»',
      'СОШ № 1',
    ),
    unit('s11', 'МБОУ «Средняя общеобразовательная школа № 11»', 'СОШ № 11'),
    unit('o2', 'МКОУ «Основная общеобразовательная школа № 2»', 'ООШ № 2', 'с. Луговое'),
    unit('lug', 'МКОУ Луговская СОШ', 'Луговская СОШ', 'с. Луговое'),
  ],
  people: [
    { id: 'anna', surname: 'Иванова', givenName: 'Анна', patronymic: 'Петровна' },
    { id: 'olga', surname: 'Иванова', givenName: 'Ольга', patronymic: 'Олеговна' },
  ],
  abbreviations: { ДО: 'Департамент образования Озёрной области' },
};

describe('a printed party is matched to', () => {
  it.each([
    ['ДО', 'department'],
    ['Департамент образования', 'department'],
    ['департамента образования', 'department'],
    ['МБОУ СОШ №1', 's1'],
    ['Средняя общеобразовательная школа № 11', 's11'],
    ['ООШ № 2', 'o2'],
    ['МКОУ ООШ №2 с. Луговое', 'o2'],
    ['Луговская СОШ', 'lug'],
    ['Иванова А.П.', 'anna'],
    ['О. О. Иванова', 'olga'],
    ['Иванова Анна Петровна, методист', 'anna'],
  ])('%s → %s', (printed, id) => {
    expect(chooseParty(partyCandidates(printed, known))).toMatchObject({ id });
  });
});

it.each(['ОО', 'руководители школ', 'Иванова', 'СОШ № 3', 'СОШ', '', '№ 5', 'куратор'])(
  '«%s» stays a text: nobody is meant for certain',
  (printed) => {
    expect(chooseParty(partyCandidates(printed, known))).toEqual({ kind: 'text' });
  },
);

it('offers both people of one surname to choose from', () => {
  expect(partyCandidates('Иванова', known).map((candidate) => candidate.choice)).toEqual([
    { kind: 'person', id: 'anna' },
    { kind: 'person', id: 'olga' },
  ]);
});
