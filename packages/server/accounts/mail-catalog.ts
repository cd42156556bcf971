const ru = {
  invitation: (name: string, link: string, days: number) => ({
    subject: 'Приглашение в «Опору»',
    text: `${name}, здравствуйте!\n\nДля вас заведена учётная запись в системе «Опора». Чтобы задать пароль и войти, откройте ссылку:\n\n${link}\n\nСсылка действует ${days} дн. и только один раз. Если вы не ждали этого письма, ничего не делайте.\n`,
  }),
  reset: (name: string, link: string, hours: number) => ({
    subject: 'Новый пароль в «Опоре»',
    text: `${name}, здравствуйте!\n\nКто-то, вероятно вы, попросил задать новый пароль в системе «Опора». Для этого откройте ссылку:\n\n${link}\n\nСсылка действует ${hours} ч и только один раз. Если вы ни о чём не просили, ничего не делайте: прежний пароль остаётся.\n`,
  }),
};

/** Letters, in the language the person has chosen. */
export const mailTexts: { readonly ru: typeof ru; readonly en: typeof ru } = {
  ru,
  en: {
    invitation: (name, link, days) => ({
      subject: 'Invitation to Opora',
      text: `Dear ${name},\n\nAn account in Opora has been opened for you. To choose a password and sign in, open this link:\n\n${link}\n\nIt works for ${days} days, once. If you did not expect this letter, do nothing.\n`,
    }),
    reset: (name, link, hours) => ({
      subject: 'A new password in Opora',
      text: `Dear ${name},\n\nSomebody, probably you, asked to set a new password in Opora. To do so, open this link:\n\n${link}\n\nIt works for ${hours} hours, once. If you did not ask, do nothing: the old password stays.\n`,
    }),
  },
};
