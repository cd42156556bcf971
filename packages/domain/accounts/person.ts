import { z } from 'zod';
import { languages } from '../basics/catalog.ts';

const text = (max: number) => z.string().trim().max(max);
const optionalText = (max: number) =>
  text(max)
    .nullable()
    .transform((value) => (value === '' ? null : value));

/** The address by which a person signs in; letter case does not matter. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** What a person enters of a person. */
export const PersonFields = z.object({
  orgUnitId: z.uuid(),
  surname: text(100).min(1),
  givenName: text(100).min(1),
  patronymic: optionalText(100),
  post: optionalText(200),
  email: Email.nullable(),
});
export type PersonFields = z.infer<typeof PersonFields>;

export const Person = PersonFields.extend({
  id: z.uuid(),
  scope: z.string(),
  language: z.enum(languages),
  version: z.number().int(),
});
export type Person = z.infer<typeof Person>;
