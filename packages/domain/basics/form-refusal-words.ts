type Words = Readonly<Record<string, string>>;

/** Why a form takes nothing, by the lock. */
export const lockedRu: Words = {
  draft: 'Сбор ещё не открыт.',
  'not-yet': 'Заполнять форму ещё рано: сбор откроется позже.',
  released: 'Школа от этой формы освобождена.',
  sent: 'Форма отправлена и для изменений закрыта. Отзовите её, если её ещё не читают, или попросите вернуть.',
  approved: 'Форма утверждена. Изменить её можно после возврата утвердившим.',
  closed: 'Срок сбора прошёл. Попросите у назначившего отдельный срок для вашей школы.',
};

export const lockedEn: Words = {
  draft: 'The collection is not open yet.',
  'not-yet': 'It is too early to fill in the form: the collection opens later.',
  released: 'The school is released from this form.',
  sent: 'The form is sent and closed to changes. Take it back while nobody reads it, or ask for its return.',
  approved: 'The form is approved. It changes only when the approving office returns it.',
  closed: 'The collection has closed. Ask who set it up for a day of your own.',
};

/** What somebody else was faster to do with a form. */
export const movedRu: Words = {
  send: 'Форму уже отправили',
  'take-back': 'Форму уже отозвали',
  hold: 'Форму уже взяли на чтение',
  'let-go': 'Форму уже отпустили',
  accept: 'Форму уже приняли',
  return: 'Форму уже вернули',
  'open-numbers': 'Числа формы уже открыли',
};

export const movedEn: Words = {
  send: 'The form was sent already',
  'take-back': 'The form was taken back already',
  hold: 'Somebody reads the form already',
  'let-go': 'The form was let go already',
  accept: 'The form was accepted already',
  return: 'The form was returned already',
  'open-numbers': 'The numbers of the form were opened already',
};
