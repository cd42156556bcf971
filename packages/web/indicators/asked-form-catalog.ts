import type { Texts } from '@opora/domain/basics/catalog.ts';
import type { AskedLevel } from '@opora/domain/indicators/campaign.ts';

const schoolRu = {
  purposeRead: (name: string, period: string, lateAfter: string) =>
    `${name} · ${period} · школа должна сдать не позже ${lateAfter}`,
  exception: (reason: string) => `Срок вашей школы продлён: ${reason}.`,
  locks: {
    draft: 'Сбор ещё готовится: форму можно посмотреть, но не заполнить.',
    'not-yet': 'Сбор ещё не открыт: форму можно посмотреть, но не заполнить.',
    released: 'Школу больше не спрашивают по этому сбору. Введённое сохранено.',
    sent: 'Форма отправлена, менять её нельзя. Чтобы исправить, попросите вернуть её.',
    approved: 'Форма утверждена, менять её нельзя.',
    closed: 'Приём закрыт. Чтобы заполнить дальше, попросите продлить срок для вашей школы.',
  },
  /** To who reads the form of another. */
  locksRead: {
    draft: 'Сбор ещё готовится: школа пока не заполняет форму.',
    'not-yet': 'Сбор ещё не открыт: школа пока не заполняет форму.',
    released: 'Школу больше не спрашивают по этому сбору. Введённое сохранено.',
    sent: 'Школа отправила форму. Изменить её она сможет, если форму вернут.',
    approved: 'Форма утверждена.',
    closed: 'Приём закрыт. Школа сможет заполнять дальше, если ей продлят срок.',
  },
  exceptionRead: (reason: string) => `Срок школы продлён: ${reason}.`,
  returnedRead: 'Форма возвращена школе на доработку.',
  stillFilled: 'Школа ещё заполняет форму: числа могут измениться.',
  inItsName: 'Вы вносите числа за школу.',
  sentToYou: 'Проверьте числа и примите форму или верните её школе с замечанием.',
  stages: {
    school: 'Форма у школы',
    municipality: 'Форма на проверке в муниципалитете',
    region: 'Форма на проверке в регионе',
    approved: 'Форма утверждена',
  },
  partHidden:
    'Скрыты числа, за которыми от 1 до 4 обучающихся, и те, что выдали бы такие числа рядом. Школа видит все свои числа.',
};

const municipalityRu: typeof schoolRu = {
  purposeRead: (name, period, lateAfter) =>
    `${name} · ${period} · муниципалитет должен сдать не позже ${lateAfter}`,
  exception: (reason) => `Срок вашего муниципалитета продлён: ${reason}.`,
  locks: {
    ...schoolRu.locks,
    released: 'Муниципалитет больше не спрашивают по этому сбору. Введённое сохранено.',
    closed: 'Приём закрыт. Чтобы заполнить дальше, попросите продлить срок для вашего муниципалитета.',
  },
  locksRead: {
    draft: 'Сбор ещё готовится: муниципалитет пока не заполняет форму.',
    'not-yet': 'Сбор ещё не открыт: муниципалитет пока не заполняет форму.',
    released: 'Муниципалитет больше не спрашивают по этому сбору. Введённое сохранено.',
    sent: 'Муниципалитет отправил форму. Изменить её он сможет, если форму вернут.',
    approved: 'Форма утверждена.',
    closed: 'Приём закрыт. Муниципалитет сможет заполнять дальше, если ему продлят срок.',
  },
  exceptionRead: (reason) => `Срок муниципалитета продлён: ${reason}.`,
  returnedRead: 'Форма возвращена муниципалитету на доработку.',
  stillFilled: 'Муниципалитет ещё заполняет форму: числа могут измениться.',
  inItsName: 'Вы вносите числа за муниципалитет.',
  sentToYou: 'Проверьте числа и примите форму или верните её муниципалитету с замечанием.',
  stages: { ...schoolRu.stages, school: 'Форма у муниципалитета' },
  partHidden:
    'Скрыты числа, за которыми от 1 до 4 обучающихся, и те, что выдали бы такие числа рядом. Муниципалитет видит все свои числа.',
};

const schoolEn: Texts<typeof schoolRu>['en'] = {
  purposeRead: (name, period, lateAfter) => `${name} · ${period} · the school is to send it by ${lateAfter}`,
  exception: (reason) => `Your school has a later date: ${reason}.`,
  locks: {
    draft: 'The collection is being prepared: the form can be read, not filled.',
    'not-yet': 'The collection is not open yet: the form can be read, not filled.',
    released: 'The school is asked no more in this collection. What was entered is kept.',
    sent: 'The form has been sent and cannot be changed. To mend it, ask to have it returned.',
    approved: 'The form is approved and cannot be changed.',
    closed: 'The collection is closed. To go on, ask for a later date for your school.',
  },
  locksRead: {
    draft: 'The collection is being prepared: the school fills nothing in yet.',
    'not-yet': 'The collection is not open yet: the school fills nothing in.',
    released: 'The school is asked no more in this collection. What was entered is kept.',
    sent: 'The school has sent the form. It can change it if the form is returned.',
    approved: 'The form is approved.',
    closed: 'The collection is closed. The school can go on if it is given a later date.',
  },
  exceptionRead: (reason) => `The school has a later date: ${reason}.`,
  returnedRead: 'The form went back to the school to be mended.',
  stillFilled: 'The school is still filling the form in: numbers may change.',
  inItsName: 'You enter numbers in the name of the school.',
  sentToYou: 'Look at the numbers and accept the form, or return it to the school with a note.',
  stages: {
    school: 'The form is with the school',
    municipality: 'The form is being read by the municipality',
    region: 'The form is being read by the region',
    approved: 'The form is approved',
  },
  partHidden:
    'Numbers with 1 to 4 pupils behind them, and those that would give such numbers away, are kept back. The school sees all of its own.',
};

const municipalityEn: typeof schoolEn = {
  purposeRead: (name, period, lateAfter) =>
    `${name} · ${period} · the municipality is to send it by ${lateAfter}`,
  exception: (reason) => `Your municipality has a later date: ${reason}.`,
  locks: {
    ...schoolEn.locks,
    released: 'The municipality is asked no more in this collection. What was entered is kept.',
    closed: 'The collection is closed. To go on, ask for a later date for your municipality.',
  },
  locksRead: {
    draft: 'The collection is being prepared: the municipality fills nothing in yet.',
    'not-yet': 'The collection is not open yet: the municipality fills nothing in.',
    released: 'The municipality is asked no more in this collection. What was entered is kept.',
    sent: 'The municipality has sent the form. It can change it if the form is returned.',
    approved: 'The form is approved.',
    closed: 'The collection is closed. The municipality can go on if it is given a later date.',
  },
  exceptionRead: (reason) => `The municipality has a later date: ${reason}.`,
  returnedRead: 'The form went back to the municipality to be mended.',
  stillFilled: 'The municipality is still filling the form in: numbers may change.',
  inItsName: 'You enter numbers in the name of the municipality.',
  sentToYou: 'Look at the numbers and accept the form, or return it to the municipality with a note.',
  stages: { ...schoolEn.stages, school: 'The form is with the municipality' },
  partHidden:
    'Numbers with 1 to 4 pupils behind them, and those that would give such numbers away, are kept back. The municipality sees all of its own.',
};

/** Words of a form that are others where a municipality fills it in. */
export const askedFormTexts: Texts<Readonly<Record<AskedLevel, typeof schoolRu>>> = {
  ru: { school: schoolRu, municipality: municipalityRu },
  en: { school: schoolEn, municipality: municipalityEn },
};
