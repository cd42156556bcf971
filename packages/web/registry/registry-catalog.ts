import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  schools: 'Школы',
  purpose: 'Школы и филиалы, которые вам видны, по алфавиту.',
  name: 'Название',
  municipality: 'Муниципалитет',
  settlement: 'Населённый пункт',
  inn: 'ИНН',
  opened: 'Открыта',
  empty: 'Школ пока нет. Загрузите реестр из Excel или добавьте школу вручную.',
  counted: (entities: number, objects: number) =>
    `${countRu(entities, 'юридическое лицо', 'юридических лица', 'юридических лиц')}, ${countRu(objects, 'объект', 'объекта', 'объектов')} с учётом филиалов`,
};

export const registryTexts: Texts<typeof ru> = {
  ru,
  en: {
    schools: 'Schools',
    purpose: 'The schools and branches you may see, in alphabetical order.',
    name: 'Name',
    municipality: 'Municipality',
    settlement: 'Settlement',
    inn: 'INN',
    opened: 'Opened',
    empty: 'No schools yet. Load a register from Excel or add a school by hand.',
    counted: (entities, objects) =>
      `${countEn(entities, 'legal entity', 'legal entities')}, ${countEn(objects, 'object', 'objects')} with branches`,
  },
};
