import { countEn, countRu, formatNumberRu, type Texts } from '@opora/domain/basics/catalog.ts';
import type { AskedLevel } from '@opora/domain/indicators/campaign.ts';

const schoolsRu = {
  count: (count: number) => countRu(count, 'школа', 'школы', 'школ'),
  atAsked: (count: number, returned: number) =>
    `у школ ${count}${returned === 0 ? '' : ` (возвращено ${returned})`}`,
  openWhat:
    'Каждая выбранная школа получит форму. Показатели и период после этого не меняются; сроки и состав школ — меняются.',
  closeWhat:
    'Школы больше ничего не отправят, кроме возвращённого. Отправленное можно принимать и возвращать дальше.',
  removeWhat: 'Школы о нём не знают: он ещё не открыт.',
  add: 'Добавить школы',
  forms: 'Формы школ',
  noForms: 'Форм ещё нет: сбор — черновик. Откройте его, и у каждой выбранной школы появится форма.',
  noOwnForms: 'Ваших школ в этом сборе нет.',
  one: 'Школа',
  stages: {
    school: 'у школы',
    municipality: 'у муниципалитета',
    region: 'у региона',
    approved: 'утверждена',
  },
  returned: 'возвращена школе',
  noteHint: 'Замечание увидит школа.',
  numbersHint:
    'Числа этой формы будут видны вам, пока она не вернётся школе. Кто и зачем их открыл, увидит школа.',
  release: 'Освободить школу',
  composePurpose:
    'Спрашивайте только то, чего система не знает: внизу видно, сколько полей достанется каждой школе.',
  all: 'Все школы',
  chosen: 'Школы',
  need: 'школы',
  dropped: (count: number) => `Убрано показателей: ${formatNumberRu(count)} — у школ этого не спрашивают.`,
};

const municipalitiesRu: typeof schoolsRu = {
  count: (count) => countRu(count, 'муниципалитет', 'муниципалитета', 'муниципалитетов'),
  atAsked: (count, returned) =>
    `у муниципалитетов ${count}${returned === 0 ? '' : ` (возвращено ${returned})`}`,
  openWhat:
    'Каждый выбранный муниципалитет получит форму. Показатели и период после этого не меняются; сроки и состав муниципалитетов — меняются.',
  closeWhat:
    'Муниципалитеты больше ничего не отправят, кроме возвращённого. Отправленное можно принимать и возвращать дальше.',
  removeWhat: 'Муниципалитеты о нём не знают: он ещё не открыт.',
  add: 'Добавить муниципалитеты',
  forms: 'Формы муниципалитетов',
  noForms:
    'Форм ещё нет: сбор — черновик. Откройте его, и у каждого выбранного муниципалитета появится форма.',
  noOwnForms: 'Вашего муниципалитета в этом сборе нет.',
  one: 'Муниципалитет',
  stages: { ...schoolsRu.stages, school: 'у муниципалитета' },
  returned: 'возвращена муниципалитету',
  noteHint: 'Замечание увидит муниципалитет.',
  numbersHint:
    'Числа этой формы будут видны вам, пока она не вернётся муниципалитету. Кто и зачем их открыл, увидит муниципалитет.',
  release: 'Освободить муниципалитет',
  composePurpose: 'Спрашивайте только то, чего система не знает и чего не соберёшь со школ.',
  all: 'Все муниципалитеты',
  chosen: 'Муниципалитеты',
  need: 'муниципалитеты',
  dropped: (count) => `Убрано показателей: ${formatNumberRu(count)} — у муниципалитетов этого не спрашивают.`,
};

/** Words of a collection that are others where it asks municipalities. */
export const askedCampaignTexts: Texts<Readonly<Record<AskedLevel, typeof schoolsRu>>> = {
  ru: { school: schoolsRu, municipality: municipalitiesRu },
  en: {
    school: {
      count: (count) => countEn(count, 'school', 'schools'),
      atAsked: (count, returned) => `at schools ${count}${returned === 0 ? '' : ` (returned ${returned})`}`,
      openWhat:
        'Each chosen school gets a form. Indicators and period do not change afterwards; days and schools do.',
      closeWhat: 'Schools send nothing more but what was returned. What was sent is read further.',
      removeWhat: 'Schools do not know of it: it is not open yet.',
      add: 'Add schools',
      forms: 'Forms of schools',
      noForms: 'There are no forms yet: this is a draft. Open it, and each chosen school gets its form.',
      noOwnForms: 'None of your schools is asked here.',
      one: 'School',
      stages: {
        school: 'at the school',
        municipality: 'at the municipality',
        region: 'at the region',
        approved: 'approved',
      },
      returned: 'returned to the school',
      noteHint: 'The school sees the note.',
      numbersHint:
        'You see the numbers of this form until it goes back to the school. The school sees who opened them and why.',
      release: 'Release the school',
      composePurpose:
        'Ask only what the system does not know: below stands how many fields each school gets.',
      all: 'All schools',
      chosen: 'Schools',
      need: 'schools',
      dropped: (count) =>
        `Schools are not asked such things: ${countEn(count, 'indicator was', 'indicators were')} left out.`,
    },
    municipality: {
      count: (count) => countEn(count, 'municipality', 'municipalities'),
      atAsked: (count, returned) =>
        `at municipalities ${count}${returned === 0 ? '' : ` (returned ${returned})`}`,
      openWhat:
        'Each chosen municipality gets a form. Indicators and period do not change afterwards; days and municipalities do.',
      closeWhat: 'Municipalities send nothing more but what was returned. What was sent is read further.',
      removeWhat: 'Municipalities do not know of it: it is not open yet.',
      add: 'Add municipalities',
      forms: 'Forms of municipalities',
      noForms:
        'There are no forms yet: this is a draft. Open it, and each chosen municipality gets its form.',
      noOwnForms: 'Your municipality is not asked here.',
      one: 'Municipality',
      stages: {
        school: 'at the municipality',
        municipality: 'at the municipality',
        region: 'at the region',
        approved: 'approved',
      },
      returned: 'returned to the municipality',
      noteHint: 'The municipality sees the note.',
      numbersHint:
        'You see the numbers of this form until it goes back to the municipality. The municipality sees who opened them and why.',
      release: 'Release the municipality',
      composePurpose: 'Ask only what the system does not know and what cannot be gathered from schools.',
      all: 'All municipalities',
      chosen: 'Municipalities',
      need: 'municipalities',
      dropped: (count) =>
        `Municipalities are not asked such things: ${countEn(count, 'indicator was', 'indicators were')} left out.`,
    },
  },
};
