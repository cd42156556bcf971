import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  title: 'Сборы показателей',
  purpose: 'Кого, о чём и к какому дню спрашивают, и где сейчас форма каждой школы.',
  noneForOffice:
    'Сборов ещё нет. Сбор — это набор показателей за один период, который заполняют выбранные школы: назначьте первый.',
  noneForSchool:
    'Форм для заполнения нет. Когда управление откроет сбор, в котором есть ваша школа, он появится здесь.',
  states: { draft: 'Черновик', open: 'Открыт', closed: 'Закрыт' },
  indicators: (count: number) => countRu(count, 'показатель', 'показателя', 'показателей'),
  schools: (count: number) => countRu(count, 'школа', 'школы', 'школ'),
  lateAfter: 'опоздание после',
  approved: (count: number, of: number) => `утверждено ${count} из ${of}`,
  atSchool: 'у школ',
  returned: 'возвращено',
  atMunicipality: 'у муниципалитета',
  atRegion: 'у региона',
};

/** Words of campaigns. */
export const campaignTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Collections of indicators',
    purpose: 'Who is asked what, until which day, and where the form of each school is now.',
    noneForOffice:
      'There are no collections yet. A collection is a set of indicators for one period that chosen schools fill in: set up the first.',
    noneForSchool:
      'There is nothing to fill in. When your authority opens a collection with your school in it, it stands here.',
    states: { draft: 'Draft', open: 'Open', closed: 'Closed' },
    indicators: (count) => countEn(count, 'indicator', 'indicators'),
    schools: (count) => countEn(count, 'school', 'schools'),
    lateAfter: 'late after',
    approved: (count, of) => `approved ${count} of ${of}`,
    atSchool: 'at schools',
    returned: 'returned',
    atMunicipality: 'at the municipality',
    atRegion: 'at the region',
  },
};
