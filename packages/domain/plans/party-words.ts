/**
 * What a word can be at the beginning of a party. `plain`: only a nominative, so a party begins here; `doubtful`: the same
 * letters are a genitive («директора», «школы»), so only a sign before it tells.
 */
export type PartyHead = {
  readonly kind: 'post' | 'body';
  readonly number: 'one' | 'many';
  readonly form: 'plain' | 'doubtful';
};

const posts =
  'начальник директор руководитель специалист методист заместитель глава заведующий заведующая координатор куратор ' +
  'тьютор учитель педагог воспитатель психолог логопед наставник консультант инспектор эксперт председатель секретарь ' +
  'администратор завуч ответственный ответственная исполнитель инженер модератор педагог-психолог зам зам. нач. и.о. ' +
  'и. врио вед. гл. ведущий ректор проректор министр библиотекарь преподаватель мастер бухгалтер юрист организатор ' +
  'вожатый дефектолог медработник врач программист техник лаборант делопроизводитель завхоз депутат';
const manyPosts =
  'начальники руководители специалисты методисты заместители заведующие координаторы кураторы тьюторы педагоги ' +
  'воспитатели психологи логопеды наставники консультанты инспекторы эксперты председатели администраторы завучи ' +
  'ответственные исполнители инженеры модераторы родители обучающиеся учащиеся участники работники сотрудники ' +
  'представители члены библиотекари преподаватели мастера партнеры дети школьники выпускники организаторы волонтеры ' +
  'слушатели команды классы вожатые дефектологи';
const doubtfulPosts = 'директора учителя главы инспектора';
const bodies =
  'отдел управление департамент министерство комитет центр институт школа администрация организация учреждение служба ' +
  'комиссия группа совет орган объединение ассоциация академия университет колледж лицей гимназия филиал агентство ' +
  'команда методкабинет кабинет методслужба методсовет библиотека кафедра лаборатория сообщество правительство ' +
  'оргкомитет педсовет методцентр район муниципалитет минобразования минпросвещения рособрнадзор';
const manyBodies =
  'отделы департаменты комитеты центры институты органы советы лицеи филиалы колледжи муниципалитеты школы-лидеры ' +
  'школы-кураторы школы-участницы школы-партнеры';
const doubtfulBodies =
  'школы администрации организации учреждения службы комиссии группы управления министерства объединения ассоциации ' +
  'академии гимназии команды библиотеки кафедры сообщества';

const heads = new Map<string, PartyHead>([
  ...headsOf(doubtfulBodies, { kind: 'body', number: 'many', form: 'doubtful' }),
  ...headsOf(doubtfulPosts, { kind: 'post', number: 'many', form: 'doubtful' }),
  ...headsOf(manyBodies, { kind: 'body', number: 'many', form: 'plain' }),
  ...headsOf(bodies, { kind: 'body', number: 'one', form: 'plain' }),
  ...headsOf(manyPosts, { kind: 'post', number: 'many', form: 'plain' }),
  ...headsOf(posts, { kind: 'post', number: 'one', form: 'plain' }),
]);

function headsOf(words: string, head: PartyHead): [string, PartyHead][] {
  return words.split(' ').map((word) => [word, head]);
}

/** The head that a word is, in lower or upper case; of «учителя-предметники» the first half counts. */
export function partyHead(word: string): PartyHead | null {
  const folded = word.toLowerCase().replaceAll('ё', 'е');
  const half = folded.split('-')[0] ?? '';
  const head = heads.get(folded) ?? heads.get(half) ?? null;
  return head?.form === 'doubtful' && half !== folded && /[ыи]$/u.test(folded)
    ? { ...head, form: 'plain' }
    : head;
}

/** Legal forms: never a party by themselves, the name follows (МБОУ, ОГАОУ ДПО, МКУ). */
export function isLegalForm(abbreviation: string): boolean {
  return (
    /^(?:[ФРОКГМЧ]{0,3}[АБК]?Н?Д?П?О?У|ДПО|АНО|ДОУ|СОШ|ООШ|НОШ|СШ|ДЮСШ|ЦДО|ДДТ)$/u.test(abbreviation) &&
    abbreviation !== 'ОУ'
  );
}

const regions = new Set(
  'ЕАО ХМАО ЯНАО НАО ЧАО НСО РФ РТ РБ РК РД РХ РМЭ КБР КЧР РСО ДНР ЛНР ЛО ЮГРА'.split(' '),
);

/** A region's abbreviation belongs to the body before it («ИРО ЕАО»). */
export const isRegion = (abbreviation: string): boolean => regions.has(abbreviation);

/** Abbreviations of kinds of schools: after «руководители …» they are whose, not who. */
export function isSchoolKind(abbreviation: string, expansion: string | undefined): boolean {
  if (expansion) return /^(?:обще)?(?:школ|образовательн|организаци|учрежден)/iu.test(expansion.trim());
  return /^(?:И?Ш[А-ЯЁ]{1,4}$|[РГ]МО$|ОО$|ОУ$|(?:М[БКА]?ОУ|СОШ|ООШ|НОШ|СШ|ДОУ|ДОО)(?: |$))/u.test(
    abbreviation,
  );
}

/** Genitive plurals of kinds of schools and of groups of teachers: «руководители школ, лицеев». */
export function isSchoolGenitive(word: string): boolean {
  return /^(?:школ|организаций|учреждений|лицеев|гимназий|филиалов|садов|колледжей|объединений)(?:-|$)/u.test(
    word.toLowerCase(),
  );
}

/** What bodies are in charge of: «комитет образования, науки и молодёжной политики» is one body. */
export function isSphere(word: string): boolean {
  return (
    /^(?:образован|наук|культур|спорт|туризм|молод[её]ж|воспитан|просвещен|здравоохран|социальн|опек|попечит|семь|семей|детств|физическ|инновац|защит|кадр)/u.test(
      word,
    ) && !isManyAdjective(word)
  );
}

const adjectiveEnding = /(?:ый|ий|ая|яя|ое|ее|ые|ие)$/u;
const otherAdjectiveEnding = /(?:ой|ей|ого|его|ому|ему|ым|им|ых|их|ую|юю|ыми|ими)$/u;

/** By its ending a nominative adjective («муниципальные»); a head is none («управление»). */
export const isNominativeAdjective = (word: string): boolean =>
  word.length > 4 && adjectiveEnding.test(word) && partyHead(word) === null;

export const isManyAdjective = (word: string): boolean =>
  isNominativeAdjective(word) && /(?:ые|ие)$/u.test(word);

export const isObliqueAdjective = (word: string): boolean =>
  word.length > 4 && otherAdjectiveEnding.test(word);

/** «участвующие», «осуществляющий», «включённые»: opens a clause about the party before the comma. */
export const isParticiple = (word: string): boolean =>
  !word.toLowerCase().startsWith('управляющ') &&
  /(?:[ую]щ|[ая]щ|вш|енн|анн)(?:ий|ая|ие|ых|их|ые|ее|его|ей|ую|ым|им|ый)(?:ся)?$/u.test(word.toLowerCase()) &&
  partyHead(word) === null;

const prepositions = new Set(
  'в во на по с со к ко о об от до из за для при под над между через у и или'.split(' '),
);

export const isPreposition = (word: string): boolean => prepositions.has(word.toLowerCase());
