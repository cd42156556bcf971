import type { Methodology } from './methodology.ts';

const act2025 = {
  text: 'Изложение правила в сообщении о предостережении школе, 29.12.2025: https://news.mail.ru/society/69272865/. Самого акта у нас нет.',
  chosen: false,
};
const federal = {
  text: 'Практика списков ФИОКО 2019–2022 годов; опубликованного документа с порядком расчёта не найдено.',
  chosen: false,
};
const chosen = (text: string) => ({ text, chosen: true });

const excludedTypes = ['correctional', 'evening', 'penal', 'sanatorium', 'hospital'] as const;
const excludedSource = chosen(
  'Такие школы в списки не включались; перечня типов в самом правиле не найдено, он выбран нами.',
);
const minParticipantsSource = chosen(
  'Наименьшее число участников в правиле не найдено. 10 выбрано нами: методические рекомендации ФИОКО 2026 года считают группы меньше 10 малоинформативными.',
);
const unpooled = chosen('Годы не складываются: в правиле о сложении не сказано.');

/** What the product comes with. Each is marked as what it is; none is «the federal methodology in force». */
export const shippedMethodologies: readonly Methodology[] = [
  {
    code: 'rule-2025',
    version: 1,
    title: 'Правило 2025 года',
    standing:
      'Правило, по которому регион отнёс школы к группе риска в 2025 году: низкий результат — не менее 30 % участников ниже минимума; две и более процедуры текущего года, а также одна и та же процедура два года подряд. Соединены ли части союзом «и» или «или», из акта не ясно: взято «и»; другое прочтение задаётся новой версией.',
    threshold: 0.3,
    minParticipants: 10,
    yearsPooled: 1,
    minProceduresInYear: 2,
    repeatYears: 2,
    combine: 'and',
    excludedTypes: [...excludedTypes],
    sources: {
      threshold: act2025,
      minProceduresInYear: act2025,
      repeatYears: act2025,
      combine: chosen('Слова «а также» поняты как «и»; их можно понять двояко.'),
      minParticipants: minParticipantsSource,
      yearsPooled: unpooled,
      excludedTypes: excludedSource,
    },
  },
  {
    code: 'federal-2019-2022',
    version: 1,
    title: 'Федеральная формулировка 2019–2022 годов',
    standing:
      'Прежняя формулировка, больше не действует: низкие результаты не менее чем по двум процедурам предшествующего года. В другом прочтении — в каждом из двух предшествующих лет. Списки присылал ФИОКО; опубликованного порядка расчёта не найдено.',
    threshold: 0.3,
    minParticipants: 10,
    yearsPooled: 1,
    minProceduresInYear: 2,
    repeatYears: 2,
    combine: 'a',
    procedures: [
      { procedure: 'ВПР', grades: [5, 6], subjects: ['русский язык', 'математика'] },
      { procedure: 'ОГЭ', grades: [9], subjects: ['русский язык', 'математика'] },
      {
        procedure: 'ЕГЭ',
        grades: [11],
        subjects: ['русский язык', 'математика базовая', 'математика профильная'],
      },
    ],
    excludedTypes: [...excludedTypes],
    sources: {
      minProceduresInYear: federal,
      procedures: federal,
      combine: federal,
      threshold: chosen('Доля в прежней формулировке не найдена; взята из правила 2025 года.'),
      minParticipants: minParticipantsSource,
      yearsPooled: unpooled,
      excludedTypes: excludedSource,
    },
  },
];
