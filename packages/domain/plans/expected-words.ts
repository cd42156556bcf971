/** How a word can begin an expected result. `doubtful`: its letters are also a genitive («программы», «карты»). */
export type ResultHead = {
  readonly kind: 'document' | 'page' | 'share' | 'deed';
  readonly form: 'plain' | 'doubtful';
};

const documents =
  'приказ приказы распоряжение распоряжения постановление протокол протоколы план планы отчет отчеты справка письмо ' +
  'положение соглашение соглашения договор договоры график графики список списки перечень реестр рекомендация ' +
  'рекомендации записка заявка анкета журнал журналы паспорт паспорта регламент порядок методика материалы сборник ' +
  'памятка памятки буклет буклеты презентация презентации резолюция решение заключение акт акты сертификат ' +
  'сертификаты удостоверение удостоверения свидетельство чек-лист чек-листы база банк статья статьи фотоотчет скриншот ' +
  'маршрут маршруты лист листы таблица сведения информация доклад доклады состав расписание конспект конспекты сценарий ' +
  'инструкция стратегия концепция профиль профили программа карта модель иом иомы диплом дипломы';
const doubtfulDocuments =
  'программы карты решения справки записки заявки анкеты таблицы методики модели инструкции базы';
const pages = 'сайт сайты страница страницы раздел публикация публикации размещение ссылка ссылки пост посты';
const shares = 'доля доли процент удельный охват';
const deeds =
  'количество число рост анализ работа деятельность мониторинг диагностика аналитика сопровождение выбор отбор контроль учет обмен допуск переход снижение исполнение помощь поддержка готовность семинар ' +
  'вебинар совещание мероприятия сформирована создана создан созданы разработан разработаны разработана проведен проведены ' +
  'проведена обеспечено выявлены определены утвержден утверждена утверждены сформирован сформированы';

const heads = new Map<string, ResultHead>([
  ...headsOf(deeds, { kind: 'deed', form: 'plain' }),
  ...headsOf(shares, { kind: 'share', form: 'plain' }),
  ...headsOf(pages, { kind: 'page', form: 'plain' }),
  ...headsOf(doubtfulDocuments, { kind: 'document', form: 'doubtful' }),
  ...headsOf(documents, { kind: 'document', form: 'plain' }),
]);

function headsOf(words: string, head: ResultHead): [string, ResultHead][] {
  return words.split(' ').map((word) => [word, head]);
}

export const foldWord = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');

/** A listed head, or a noun of action by its ending («обеспечение», «реализация»). */
export function resultHead(word: string): ResultHead | null {
  const folded = foldWord(word);
  const listed = heads.get(folded) ?? heads.get(folded.split('-')[0] ?? '');
  if (listed) return listed;
  return /.{3}(?:ение|ание|ование|ятие|ытие|ация|яция|иция|оиция|овка|отка|ичность|ивность|ичие|стие)$/u.test(
    folded,
  )
    ? { kind: 'deed', form: 'plain' }
    : null;
}

export const isNominativeAdjective = (word: string): boolean =>
  /^\p{L}{3,}(?:ый|ий|ая|яя|ое|ее|ые|ие)$/u.test(foldWord(word)) && resultHead(word) === null;

/** After these a capital letter begins no new result: «заключивших Соглашения», «утвердить План», «в Программу». */
export function governs(word: string): boolean {
  const folded = foldWord(word);
  if (folded === 'данных' || resultHead(word) !== null) return false;
  return (
    /(?:вши[йехм]|вших|ющи[йехм]|ющих|ящих|ащих|енны[йехм]|анны[йехм]|ующ\p{L}+|ть|ан|ана|ано|аны|ен|ена|ено|ены|ли|ет|ют)$/u.test(
      folded,
    ) ||
    /^(?:в|во|на|по|с|со|к|о|об|от|до|из|для|при|и|или|а|не|за|под|над|через)$/u.test(folded) ||
    isNominativeAdjective(word)
  );
}
