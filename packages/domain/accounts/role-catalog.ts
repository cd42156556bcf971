import type { Role } from '../basics/actor.ts';
import type { Texts } from '../basics/catalog.ts';

/** Names of the roles as an office writes them. */
export const roleNames: Texts<Readonly<Record<Role, string>>> = {
  ru: {
    administrator: 'Администратор',
    'regional-coordinator': 'Региональный координатор',
    'municipal-coordinator': 'Муниципальный координатор',
    methodologist: 'Методист',
    curator: 'Куратор',
    'school-director': 'Директор школы',
    'school-coordinator': 'Школьный координатор',
    observer: 'Наблюдатель',
  },
  en: {
    administrator: 'Administrator',
    'regional-coordinator': 'Regional coordinator',
    'municipal-coordinator': 'Municipal coordinator',
    methodologist: 'Methodologist',
    curator: 'Curator',
    'school-director': 'School director',
    'school-coordinator': 'School coordinator',
    observer: 'Observer',
  },
};
